"""Which groups of mentions are worth an event."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from mapper.events.draft import Draft
from mapper.events.scene import Scene

_FIRM: Final = frozenset({"attached", "clause"})
SETTLED: Final = 0.8
"""Certainty from which on a modal verb speaks of a plan rather than of a possibility."""

_WISHES: Final = frozenset(
    f"{verb} to"
    for verb in (
        "hope",
        "want",
        "seek",
        "agree",
        "pledge",
        "vow",
        "promise",
        "threaten",
        "offer",
        "order",
        "ask",
        "aim",
        "intend",
    )
) | {"demand", "call for"}
"""Cues whose content is an event of its own only with a day or a place."""

WEAK_NEEDS: Final = 2
"""Supports (date, place, named participant, figure) a trigger of strength 1 needs."""


def is_event(scene: Scene, group: Sequence[Draft]) -> bool:
    """Tell whether the mentions together report an event that can be shown."""
    first = group[0]
    if first.mention.trigger.mode == "cancels_object":
        return _named(scene, first)
    if _is_vague_plan(group):
        return False
    strength = max(draft.mention.trigger.strength for draft in group)
    nominal = not any(scene.relations.is_verb(draft.mention.anchor) for draft in group)
    spoken = any(not draft.verdict.rule.startswith("happened") for draft in group)
    if nominal and strength == 2 and not spoken and supports(scene, group) == 0:
        return False
    return strength > 1 or supports(scene, group) >= WEAK_NEEDS


def _is_vague_plan(group: Sequence[Draft]) -> bool:
    """Tell whether all the text has is a wish or intention, with no day and no place of its own."""
    if any(d.verdict.status != "planned" for d in group):
        return False
    dated = any(d.when is not None and d.when.how in _FIRM for d in group)
    placed = any(d.where is not None and d.where.how in _FIRM for d in group)
    return not dated and not placed and all(is_wish(d) for d in group)


def is_wish(draft: Draft) -> bool:
    """Tell whether the rule speaks of what somebody wants, asks, offers, threatens or thinks possible."""
    rule = draft.verdict.rule
    said = (
        rule.startswith(("planned.speech", "planned.purpose"))
        or rule.removeprefix("planned.governor:") in _WISHES
    )
    return said or (rule.startswith("planned.modal") and draft.verdict.certainty < SETTLED)


def supports(scene: Scene, group: Sequence[Draft]) -> int:
    """Count what ties the event to time, place and people."""
    dated = any(d.when is not None and d.when.how in _FIRM for d in group)
    placed = any(d.where is not None and d.where.how in _FIRM for d in group)
    named = any(_named(scene, d) for d in group)
    return dated + placed + named + any(d.figures for d in group)


def _named(scene: Scene, draft: Draft) -> bool:
    """Tell whether an actor has a name."""
    return any(
        scene.labels[token.i] & {"PERSON", "ORG", "GPE", "NORP"}
        for participant in draft.participants
        if participant.start is not None and participant.end is not None
        for token in scene.parse.tokens_in(participant.start, participant.end)
    )
