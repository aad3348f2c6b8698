"""Rules that say an event was called off."""

from __future__ import annotations

from typing import Final

from mapper.events.mention import Mention
from mapper.events.scene import Scene
from mapper.events.status.cues import carrying_steps, cues_at, head_cues, is_moved, is_negated, noun_cues
from mapper.events.status.planned import plan_rule
from mapper.events.status.verdict import Verdict

CANCELLING: Final = frozenset({"cancelled", "postponed"})
FIRM: Final = 60
"""Least priority at which a cue of cancelling speaks for itself; below it the event may have begun."""

_PLANS: Final = frozenset(
    "plan idea invitation offer request proposal move project permission bid scheme proposition application "
    "it".split()
)
_OTHERS: Final = frozenset(
    "a an another other similar earlier previous prior different rival separate second".split()
)
"""Words on a plan that make it another one than the plan told of before."""

_REFUSALS: Final = frozenset("reject refuse decline veto withdraw revoke block kill quash".split())
_WILL: Final = frozenset({"will", "would", "may", "might", "could", "should", "shall", "'ll"})
_OBJECT_VIAS: Final = frozenset({"dobj", "nsubjpass", "to", "xcomp", "conj", "oprd", "appos", "compound"})


def cancelled_governor(scene: Scene, mention: Mention) -> Verdict | None:
    """Notice a verb of cancelling whose object is the event: "called off the strike"."""
    for cue, tokens, step in head_cues(scene, mention):
        if cue.row.status not in CANCELLING or cue.row.priority < FIRM or is_negated(scene, step.i):
            continue
        if is_moved(scene, cue, step.i):
            continue
        passive_like = step.via in _OBJECT_VIAS or step.via.startswith("prep:") or len(cue.phrase) > 1
        if passive_like and not _is_still_to_come(scene, step.i):
            return Verdict("cancelled", f"cancelled.governor:{cue.row.cue}", tokens)
    return None


def _is_still_to_come(scene: Scene, i: int) -> bool:
    """Tell whether the cancelling is itself only planned ("threatened to cancel the visit")."""
    words = {scene.lower[j] for j in scene.relations.auxiliaries(i)}
    if words & _WILL:
        return "be" not in words
    above = [step.i for step in scene.relations.chain(i)[:1] if step.via == "to"]
    reporting = scene.lexicon.reporting
    return any(
        word in reporting and reporting[word].factivity == "planning"
        for j in above
        for word in scene.words[j]
    )


def cancelled_modifier(scene: Scene, mention: Mention) -> Verdict | None:
    """Notice a word of cancelling on the noun: "the cancelled visit"."""
    for cue, tokens in noun_cues(scene, mention):
        if cue.row.status in CANCELLING:
            return Verdict("cancelled", f"cancelled.modifier:{cue.row.cue}", tokens)
    return None


def cancelled_plan(scene: Scene, mention: Mention) -> Verdict | None:
    """Notice a plan that is dropped afterwards: "were to land …, but Rome scrapped the plan"."""
    if plan_rule(scene, mention) is None:
        return None
    sentence = scene.sentence(mention.anchor)
    following = min(sentence.i + 1, len(scene.parse.sentences) - 1)
    for i in range(mention.tokens[-1] + 1, scene.parse.sentences[following].last):
        if _drops_plan(scene, i) and not is_negated(scene, i):
            return Verdict("cancelled", f"cancelled.plan:{scene.tokens[i].lemma}", (i,))
    return None


def _drops_plan(scene: Scene, i: int) -> bool:
    """Tell whether verb `i` cancels or refuses a plan it does not name."""
    if not scene.relations.is_verb(i):
        return False
    cancels = scene.words[i] & _REFUSALS or any(
        cue.row.status in CANCELLING and cue.row.priority >= FIRM for cue, _ in cues_at(scene, "head", i)
    )
    objects = scene.relations.objects(i) if cancels else ()
    return any(scene.words[j] & _PLANS and not _is_specified(scene, j) for j in objects)


def _is_specified(scene: Scene, i: int) -> bool:
    """Tell whether the plan is one of its own ("its plan to visit Bari", "an earlier plan")."""
    if any(scene.lower[j] in _OTHERS for j in range(scene.relations.phrase(i)[0], i)):
        return True
    of_its_own = any(scene.lower[entry.i] in ("for", "of", "to") for entry in scene.relations.prepositions(i))
    return of_its_own or bool(scene.relations.infinitives(i))


def cancelled_words(scene: Scene, mention: Mention) -> Verdict | None:
    """Notice a clause that says the event will not be held: "will not take place", "on hold"."""
    steps = [mention.anchor, *(step.i for step in carrying_steps(scene, mention))]
    for i in steps:
        if (
            is_negated(scene, i)
            and scene.words[i] & {"take", "go"}
            and not scene.relations.is_verb(mention.anchor)
        ):
            after = {scene.lower[j] for j in range(i, min(i + 3, len(scene.lower)))}
            if after & {"place", "ahead"}:
                return Verdict("cancelled", "cancelled.not-held", (i,))
    return None
