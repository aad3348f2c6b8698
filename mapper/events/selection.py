"""Which groups of mentions are worth an event."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from mapper.events.draft import Draft
from mapper.events.scene import Scene

_FIRM: Final = frozenset({"attached", "clause"})
_FIRM_PLANS: Final = frozenset(
    f"planned.{rule}"
    for rule in ("governor:about to", "governor:set to", "governor:due to", "governor:schedule for", "governor:set for", "be-to",
                 "clause:forecast", "modifier:imminent", "modifier:scheduled", "governor:poised to", "modal:will", "date")
)  # fmt: skip
"""Rules that speak of a plan as settled even where no day is given."""

WEAK_NEEDS: Final = 2
"""Supports (date, place, named participant, figure) a trigger of strength 1 needs."""


def is_event(scene: Scene, group: Sequence[Draft]) -> bool:
    """Tell whether the mentions together report an event that can be shown."""
    first = group[0]
    if first.mention.trigger.mode == "cancels_object":
        return _named(scene, first)
    if _is_vague_plan(scene, group):
        return False
    strength = max(draft.mention.trigger.strength for draft in group)
    nominal = not any(scene.relations.is_verb(draft.mention.anchor) for draft in group)
    if nominal and strength == 2 and supports(scene, group) == 0:
        return False
    return strength > 1 or supports(scene, group) >= WEAK_NEEDS


def _is_vague_plan(scene: Scene, group: Sequence[Draft]) -> bool:
    """Tell whether all the text has is a wish or intention, with no day and no place of its own."""
    if any(d.verdict.status != "planned" for d in group):
        return False
    dated = any(d.when is not None and d.when.how in _FIRM for d in group)
    placed = any(d.where is not None and d.where.how in _FIRM for d in group)
    return not dated and not placed and not any(d.verdict.rule in _FIRM_PLANS for d in group)


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
