"""Who says so: the source of a report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from mapper.events.mention import Mention
from mapper.events.people import People
from mapper.events.scene import Scene
from mapper.events.ties import ancestors
from mapper.model import Attribution

SOURCE_WORDS: Final = 8
"""Longest source, in tokens."""

_LEADING: Final = frozenset({"the", "a", "an"})
_SAYING: Final = frozenset({"neutral", "factive", "claiming"})
_NO_SOURCE: Final = frozenset({"show", "find", "appear", "seem", "purport", "agree", "discover", "learn"})


def find_attribution(scene: Scene, people: People, mention: Mention) -> Attribution | None:
    """Return the source the text gives for a mention, None when it speaks for itself."""
    for i in _sources(scene, mention):
        target = people.antecedent(i)
        if target is not None and target not in mention.tokens:
            return _describe(scene, people, target)
    return None


def _sources(scene: Scene, mention: Mention) -> Iterator[int]:
    """Yield the tokens that name a source, the most closely tied first."""
    if scene.parse.has_syntax:
        for verb in (*scene.relations.speech(mention.anchor), *_parentheses(scene, mention)):
            if _is_saying(scene, verb) and verb not in mention.tokens:
                yield from scene.relations.subjects(verb)[:1]
        yield from _accusers(scene, mention)
        yield from _reporters(scene, mention)
    yield from _according_to(scene, mention)
    if not scene.parse.has_syntax:
        yield from _said_nearby(scene, mention)


def _is_saying(scene: Scene, i: int) -> bool:
    for word in scene.words[i]:
        row = scene.lexicon.reporting.get(word)
        if row is not None and row.factivity in _SAYING and word not in _NO_SOURCE:
            return True
    return False


def _parentheses(scene: Scene, mention: Mention) -> Iterator[int]:
    """Yield verbs of "as" clauses beside the trigger: "as the BBC reported"."""
    clause = scene.relations.clause(mention.anchor)
    for child in scene.parse.children(clause):
        if child.dep == "advcl" and any(scene.lower[j] == "as" for j in scene.relations.auxiliaries(child.i)):
            yield child.i


def _accusers(scene: Scene, mention: Mention) -> Iterator[int]:
    """Yield who accuses somebody of the event."""
    for step in scene.relations.chain(mention.anchor):
        if step.via in ("prep:of", "prep:for", "to") and _is_claiming(scene, step.i):
            yield from scene.relations.subjects(step.i)[:1]


def _reporters(scene: Scene, mention: Mention) -> Iterator[int]:
    """Yield who reports the event as an object: "reported a fire"."""
    for i in ancestors(scene, mention.anchor):
        token = scene.tokens[i]
        if token.dep == "dobj" and token.head not in mention.tokens and "report" in scene.words[token.head]:
            yield from scene.relations.subjects(token.head)[:1]
        if token.dep not in ("acl", "dobj", "pobj", "prep", "conj"):
            return


def _is_claiming(scene: Scene, i: int) -> bool:
    reporting = scene.lexicon.reporting
    return any(word in reporting and reporting[word].factivity == "claiming" for word in scene.words[i])


def _according_to(scene: Scene, mention: Mention) -> Iterator[int]:
    sentence = scene.sentence(mention.anchor)
    for i in range(sentence.first, sentence.last - 2):
        if scene.lower[i] == "according" and scene.lower[i + 1] == "to":
            if not scene.parse.has_syntax:
                yield min(i + 3, sentence.last - 1) if scene.lower[i + 2] in _LEADING else i + 2
                continue
            yield from (j for entry in scene.relations.prepositions(i) for j in entry.objects[:1])


def _said_nearby(scene: Scene, mention: Mention) -> Iterator[int]:
    """Yield the word before a verb of saying in the sentence, for texts without a parse."""
    for i in scene.relations.speech(mention.anchor):
        spoken = scene.lower[i] in (
            "said",
            "says",
            "reported",
            "told",
            "claimed",
            "claims",
            "alleged",
            "announced",
        )
        if spoken and i > scene.sentence(i).first:
            yield i - 1


def _describe(scene: Scene, people: People, i: int) -> Attribution:
    person = people.at.get(i)
    if person is not None:
        start, end = scene.span(person.first, person.last)
        return Attribution(person.name, start, end)
    first, last = scene.relations.phrase(i)
    for entity in scene.parse.entities:
        if entity.first <= i < entity.last and entity.label in ("ORG", "GPE", "PERSON"):
            first, last = min(first, entity.first), max(last, entity.last - 1)
    while first < last and scene.lower[first] in _LEADING:
        first += 1
    first = max(first, last + 1 - SOURCE_WORDS)
    start, end = scene.span(first, last)
    return Attribution(scene.parse.text[start:end], start, end)
