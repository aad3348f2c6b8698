"""Deaths, injuries and damage take type, day and place from what caused them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from mapper.events.carrying import is_background
from mapper.events.draft import Draft
from mapper.events.mention import EFFECTS, Mention
from mapper.events.placing import firmness
from mapper.events.scene import Scene
from mapper.events.syntax import Preposition
from mapper.model import EventType

MODE: Final = "casualties"

LOOK_AHEAD: Final = 2
"""Sentences behind its own in which the cause of a death is looked for when none stands before."""

_OCCASIONS: Final = frozenset("over in during after for at with following".split())
"""Prepositions that lead from an act to the event it belongs to."""

_OWN: Final = frozenset({"attached", "clause", "host", "taken-up", "unnamed"})
"""Ways a place was found that say where the event itself is."""

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
    """Return the events; those without a place of their own where what they are over or due to was.

    The arrest over a robbery is set where the robbery was, harm and help where the harm was done.
    """
    owners = {i: group for group in groups for draft in group for i in draft.mention.tokens}
    return [_placed(scene, group, groups, owners) for group in groups]


def _placed(
    scene: Scene, group: list[Draft], groups: Sequence[list[Draft]], owners: Mapping[int, list[Draft]]
) -> list[Draft]:
    if _is_placed(group):
        return group
    occasion = None if group[0].mention.is_speech(scene) else _occasion(scene, group, owners)
    cause = occasion or (_cause(scene, group, groups) if _follows_harm(group) else None)
    if cause is None:
        return group
    found = min((d.where for d in cause if d.where is not None and d.where.location), key=firmness)
    return [replace(group[0], where=replace(found, how="cause")), *group[1:]]


def _follows_harm(group: Sequence[Draft]) -> bool:
    return group[0].type == "AID" or group[0].mention.trigger.mode in EFFECTS


def _is_placed(group: Sequence[Draft]) -> bool:
    return any(draft.where is not None and draft.where.how in _OWN for draft in group)


def _lends_place(group: Sequence[Draft]) -> bool:
    return any(
        draft.where is not None and draft.where.location and draft.where.how in _OWN for draft in group
    )


def _occasion(scene: Scene, group: Sequence[Draft], owners: Mapping[int, list[Draft]]) -> list[Draft] | None:
    """Return the placed event that a preposition on the trigger names: "arrested over the robbery"."""
    for draft in group:
        for entry in scene.relations.prepositions(draft.mention.anchor):
            named = _named(scene, entry) if scene.lower[entry.i] in _OCCASIONS else ()
            for i in named:
                other = owners.get(i)
                if other is not None and other is not group and _lends_place(other):
                    return other
    return None


def _named(scene: Scene, entry: Preposition) -> Iterator[int]:
    """Yield the nouns behind a preposition, and those behind "in connection with" and its like."""
    for i in entry.objects:
        yield i
        yield from (j for inner in scene.relations.prepositions(i) for j in inner.objects)


def _cause(scene: Scene, group: list[Draft], groups: Sequence[list[Draft]]) -> list[Draft] | None:
    """Return the attack or accident told last before the event, one told for its own sake first."""
    sentence = scene.sentence(group[0].mention.anchor).i
    causes = [
        other
        for other in groups
        if other is not group
        and other[0].type in _CAUSES
        and not _follows_harm(other)
        and _lends_place(other)
        and 0 <= sentence - scene.sentence(other[0].mention.anchor).i <= LOOK_AHEAD
    ]
    told = [other for other in causes if not is_background(scene, other[0].mention)]
    return next(reversed(told or causes), None)


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
