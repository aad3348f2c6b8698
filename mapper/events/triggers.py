"""Find the trigger words of a text and choose the row that fits each best."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, get_args

from mapper.events.blocking import is_blocked
from mapper.events.lexicon import Trigger, match_phrase
from mapper.events.matching import holds
from mapper.events.mention import Mention
from mapper.events.prose import prose_sentences
from mapper.events.scene import Scene
from mapper.model import EventType

TYPE_ORDER: Final = {
    name: rank
    for rank, name in enumerate(
        "ASSAULT COERCE MOBILIZE RETREAT AID SANCTION DISASTER ACCUSE THREATEN REQUEST REJECT CONCEDE AGREE "
        "SUPPORT CONSULT PROTEST COOPERATE CLAIM OTHER".split()
    )
}
"""Acts that change something on the ground before talk about them, both before the rest."""

_NOUN_DEPS: Final = frozenset(
    {"nsubj", "nsubjpass", "dobj", "pobj", "attr", "conj", "appos", "compound", "ROOT"}
)
_INFLECTED: Final = frozenset({"VBD", "VBN", "VBZ", "VBG"})

assert set(TYPE_ORDER) == set(get_args(EventType))


def find_mentions(scene: Scene) -> tuple[Mention, ...]:
    """Return the mentions of events in text order; no token belongs to two."""
    found: list[tuple[tuple[int, ...], Mention]] = []
    for sentence in prose_sentences(scene):
        for i in range(sentence.first, sentence.last):
            found += [(_rank(mention, clauses), mention) for mention, clauses in _mentions_at(scene, i)]
    taken: dict[int, Mention] = {}
    chosen: list[Mention] = []
    for _, mention in sorted(found, key=lambda pair: pair[0]):
        if not any(i in taken for i in mention.tokens):
            chosen.append(mention)
            taken.update(dict.fromkeys(mention.tokens, mention))
    return tuple(sorted(chosen, key=lambda mention: mention.anchor))


def _rank(mention: Mention, clauses: int) -> tuple[int, ...]:
    trigger = mention.trigger
    return (
        -len(mention.tokens),
        -clauses,
        -trigger.strength,
        TYPE_ORDER[trigger.type],
        trigger.order,
        mention.anchor,
    )


def _mentions_at(scene: Scene, i: int) -> Iterator[tuple[Mention, int]]:
    """Yield every row that fires on words beginning at token `i`, with the clauses that held."""
    stop = scene.sentence(i).last
    for trigger in _rows_at(scene, i):
        tokens = match_phrase(trigger.phrase, scene.words, i, stop)
        if not tokens or not _gaps_are_plain(scene, tokens):
            continue
        anchor = _anchor(scene, tokens)
        inside = frozenset(tokens)
        option = holds(trigger.pattern, scene, anchor, inside)
        if option is None or (
            trigger.excludes and holds(trigger.excludes, scene, anchor, inside) is not None
        ):
            continue
        mention = Mention(anchor, tokens, trigger, back=_is_background(scene, trigger, anchor))
        if not is_blocked(scene, mention):
            yield mention, sum(not clause.bare for clause in option)


def _is_background(scene: Scene, trigger: Trigger, anchor: int) -> bool:
    """Tell whether a participle before its noun only recalls what is known ("the outlawed party")."""
    token = scene.tokens[anchor]
    return trigger.pos == "VERB" and token.dep == "amod" and token.head > anchor


def _rows_at(scene: Scene, i: int) -> Iterator[Trigger]:
    seen: set[int] = set()
    for word in sorted(scene.words[i]):
        for trigger in scene.lexicon.triggers.get(word, ()):
            if trigger.order not in seen and _part_of_speech_fits(scene, trigger, word, i):
                seen.add(trigger.order)
                yield trigger


def _part_of_speech_fits(scene: Scene, trigger: Trigger, word: str, i: int) -> bool:
    token = scene.tokens[i]
    if not token.pos:
        return trigger.strength > 1 and (trigger.pos != "VERB" or scene.relations.is_verb(i))
    if trigger.pos == "MWE" or len(trigger.phrase) > 1:
        return True
    if trigger.pos == "VERB":
        verb = token.pos == "VERB" or (token.pos == "ADJ" and word != scene.lower[i])
        return verb and (
            token.tag not in _INFLECTED or word == token.lemma.casefold() or word != scene.lower[i]
        )
    if trigger.pos == "NOUN":
        gerund = token.tag == "VBG" and word == scene.lower[i] and token.dep in _NOUN_DEPS
        return token.pos in ("NOUN", "PROPN") or gerund
    return token.pos in ("ADJ", "VERB")


def _gaps_are_plain(scene: Scene, tokens: tuple[int, ...]) -> bool:
    """Tell whether no verb, "to" or punctuation stands between the words of a trigger."""
    inside = set(tokens)
    for i in range(tokens[0], tokens[-1]):
        token = scene.tokens[i]
        if i in inside or token.text.isspace():
            continue
        if token.pos in ("VERB", "AUX") or scene.lower[i] == "to" or not token.text[0].isalnum():
            return False
    return True


def _anchor(scene: Scene, tokens: tuple[int, ...]) -> int:
    """Return the token of a trigger that the rest hangs on."""
    if len(tokens) == 1 or not scene.parse.has_syntax:
        return tokens[0] if len(tokens) == 1 else tokens[-1]
    return next(
        (i for i in tokens if scene.tokens[i].head == i or scene.tokens[i].head not in tokens), tokens[-1]
    )
