"""Nouns that refer back to an event: "the incident", "the move", "the strike"."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final, cast, get_args

from mapper.events.blocking import is_blocked
from mapper.events.lexicon import GenericNoun, Phrase, Trigger
from mapper.events.matching import holds
from mapper.events.mention import Mention
from mapper.events.prose import prose_sentences
from mapper.events.scene import Scene
from mapper.model import EventType

LEAST_STRENGTH: Final = 2
"""Strength from which on a noun of the table is taken to refer to something by itself."""

FIRM: Final = 3
"""Strength of nouns that nearly always name an event."""

_TYPES: Final = get_args(EventType)


def find_references(scene: Scene, taken: Collection[int]) -> tuple[Mention, ...]:
    """Return the referring nouns outside the tokens already taken."""
    return tuple(
        mention
        for sentence in prose_sentences(scene)
        for i in range(sentence.first, sentence.last)
        if i not in taken
        for mention in _reference_at(scene, i)
    )


def _reference_at(scene: Scene, i: int) -> Iterator[Mention]:
    nouns = scene.lexicon.generic_nouns
    token = scene.tokens[i]
    if token.pos not in ("NOUN", "") or (not token.pos and scene.relations.is_verb(i)):
        return
    word = next((word for word in sorted(scene.words[i]) if word in nouns), None)
    if word is None or nouns[word].strength < LEAST_STRENGTH:
        return
    noun = nouns[word]
    before = {scene.lower[j] for j in scene.relations.modifiers(i)}
    if not before & (noun.needs | {"the", "'s"}) and not (noun.strength == FIRM and _is_staged(scene, i)):
        return
    mention = Mention(i, (i,), _trigger(scene, word, noun, i), back=True)
    if not is_blocked(scene, mention):
        yield mention


def _is_staged(scene: Scene, i: int) -> bool:
    """Tell whether a verb holds, plans or calls off what the noun names ("a second march is planned")."""
    return any(
        scene.in_list("staging_verb", step.i)
        for step in scene.relations.chain(i)[:1]
        if step.via in ("dobj", "nsubjpass", "nsubj")
    )


def _trigger(scene: Scene, word: str, noun: GenericNoun, i: int) -> Trigger:
    """Return the noun's own trigger row without its conditions, else one for what it refers to."""
    for row in scene.lexicon.triggers.get(word, ()):
        fits = not row.excludes or holds(row.excludes, scene, i, frozenset((i,))) is None
        if row.pos == "NOUN" and len(row.phrase) == 1 and fits:
            return row
    type_ = next((name for name in _TYPES if name in noun.types), "OTHER")
    return Trigger(
        Phrase((word,), (0,)),
        "NOUN",
        cast("EventType", type_),
        "reference",
        (),
        (),
        "",
        0,
        -1,
        f"{word}/reference",
    )
