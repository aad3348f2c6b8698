"""Deaths, injuries and damage take type, day and place from what caused them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from mapper.events.draft import Draft
from mapper.events.mention import Mention
from mapper.events.placing import firmness
from mapper.events.scene import Scene
from mapper.model import EventType

MODE: Final = "casualties"
EFFECTS: Final = frozenset({"casualties", "damage", "missing"})

LOOK_AHEAD: Final = 2
"""Sentences behind its own in which the cause of a death is looked for when none stands before."""

_CAUSES: Final[frozenset[EventType]] = frozenset({"ASSAULT", "DISASTER"})


def type_of(scene: Scene, mention: Mention, mentions: Sequence[Mention]) -> EventType:
    """Return the type of a mention; for casualties that of the nearest attack or accident.

    The same sentence comes first, then those before, then the next two, then the trigger's own type.
    """
    if mention.trigger.mode != MODE:
        return mention.trigger.type
    causes = [m for m in mentions if m.trigger.type in _CAUSES and m.trigger.mode != MODE]
    own = scene.tokens[mention.anchor].sentence
    same = [m for m in causes if scene.tokens[m.anchor].sentence == own]
    if same:
        return min(same, key=lambda m: (abs(m.anchor - mention.anchor), m.anchor)).trigger.type
    before = [m for m in causes if m.anchor < mention.anchor]
    if before:
        return before[-1].trigger.type
    after = [m for m in causes if 0 < scene.tokens[m.anchor].sentence - own <= LOOK_AHEAD]
    return after[0].trigger.type if after else mention.trigger.type


def place_like_causes(scene: Scene, groups: Sequence[list[Draft]]) -> list[list[Draft]]:
    """Return the events, harm and help without a place of their own set where the harm was done."""
    return [
        _at_cause(scene, group, groups) if _follows_harm(group) and not _is_placed(group) else group
        for group in groups
    ]


def _follows_harm(group: Sequence[Draft]) -> bool:
    return group[0].type == "AID" or group[0].mention.trigger.mode in EFFECTS


def _is_placed(group: Sequence[Draft]) -> bool:
    return any(draft.where is not None and draft.where.how in ("attached", "clause") for draft in group)


def _at_cause(scene: Scene, group: list[Draft], groups: Sequence[list[Draft]]) -> list[Draft]:
    sentence = scene.sentence(group[0].mention.anchor).i
    causes = [
        other
        for other in groups
        if other is not group
        and other[0].type in _CAUSES
        and not _follows_harm(other)
        and _is_placed(other)
        and 0 <= sentence - scene.sentence(other[0].mention.anchor).i <= LOOK_AHEAD
    ]
    if not causes:
        return group
    found = min((d.where for d in causes[-1] if d.where is not None), key=firmness)
    return [replace(group[0], where=replace(found, how="cause")), *group[1:]]


def like_cause(scene: Scene, draft: Draft, before: Sequence[Draft]) -> Draft:
    """Return a participle of harm ("…, injuring three") with what is known of the act before it."""
    token = scene.tokens[draft.mention.anchor]
    if (
        draft.mention.trigger.mode not in EFFECTS
        or token.tag != "VBG"
        or token.dep not in ("advcl", "acl", "conj")
    ):
        return draft
    causes = [
        d
        for d in before
        if d.type in _CAUSES
        and d.mention.trigger.mode not in EFFECTS
        and scene.tokens[d.mention.anchor].sentence == token.sentence
    ]
    if not causes:
        return draft
    cause = causes[-1]
    actors = tuple(p for p in cause.participants if p.role == "actor")
    own = tuple(p for p in draft.participants if p.role == "target")
    default = draft.verdict.rule.startswith("happened")
    return replace(
        draft,
        verdict=cause.verdict if default else draft.verdict,
        participants=actors + own,
        when=cause.when,
        where=draft.where or cause.where,
        attribution=draft.attribution or cause.attribution,
    )
