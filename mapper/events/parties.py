"""What one party to a conflict says of the other is a claim, the more so when it is denied."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from mapper.events.draft import Draft
from mapper.events.scene import Scene
from mapper.events.status import Verdict

HOSTILE: Final = frozenset({"ASSAULT", "COERCE", "THREATEN", "MOBILIZE"})
_DENYING: Final = frozenset({"deny", "dispute", "reject", "refute"})
_BACK: Final = frozenset({"it", "this", "that", "claim", "report", "account"})
DENIAL_REACH: Final = 2
"""Sentences behind a report in which its denial is looked for."""


def mark_claims(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts, hostile acts told by the other side or denied afterwards as claimed."""
    denials = [draft for draft in drafts if draft.mention.trigger.mode == "deny"]
    return [_as_claim(draft, rule) if (rule := _rule(scene, draft, denials)) else draft for draft in drafts]


def _as_claim(draft: Draft, rule: str) -> Draft:
    return replace(draft, verdict=Verdict("claimed", rule, certainty=draft.verdict.certainty))


def _rule(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> str | None:
    if (
        draft.type not in HOSTILE
        or draft.attribution is None
        or not draft.verdict.rule.startswith("happened")
    ):
        return None
    actors = {p.country for p in draft.participants if p.role == "actor" and p.country}
    source = set(_countries(scene, draft.attribution.start, draft.attribution.end))
    if source and actors and not source & actors:
        return "claimed.party"
    denied = _is_denied(scene, draft, actors, drafts) or _is_denied_beside(scene, draft)
    return "claimed.denied-later" if denied else None


def _countries(scene: Scene, start: int, end: int) -> Iterable[str]:
    for token in scene.parse.tokens_in(start, end):
        toponym = scene.toponym_at.get(token.i)
        if toponym is not None and toponym.place is not None and toponym.place.country:
            yield toponym.place.country


def _is_denied_beside(scene: Scene, draft: Draft) -> bool:
    """Tell whether somebody denies it in the same sentence: "…, but the army denies it"."""
    sentence = scene.sentence(draft.mention.anchor)
    return any(
        scene.words[i] & _DENYING and any(scene.lower[j] in _BACK for j in scene.relations.objects(i))
        for i in range(sentence.first, sentence.last)
    )


def _is_denied(scene: Scene, draft: Draft, actors: set[str], drafts: Sequence[Draft]) -> bool:
    """Tell whether the accused side denies the act soon after."""
    own = scene.sentence(draft.mention.anchor).i
    for other in drafts:
        behind = scene.sentence(other.mention.anchor).i - own
        if 0 <= behind <= DENIAL_REACH:
            deniers = {p.country for p in other.participants if p.role == "actor"}
            if actors & deniers:
                return True
    return False
