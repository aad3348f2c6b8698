"""One name per person inside an article, and who a pronoun stands for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from mapper.events.scene import Scene

LOOK_BACK: Final = 2
"""Sentences before its own in which a pronoun's antecedent is looked for."""

_SINGULAR: Final = frozenset({"he", "she", "him", "her", "his", "who", "himself", "herself"})
_PLURAL: Final = frozenset({"they", "them", "their", "both", "themselves", "we"})
_PARTICLES: Final = frozenset(
    {"-", "'", "’", "al", "bin", "ibn", "de", "di", "da", "von", "van", "der", "del", "la"}
)
_MARKS: Final = frozenset({"-", "'", "’"})
"""Signs inside a name that never begin one: of "GENEVA - Madison" only "Madison" may be a person."""
_SUBJECTS: Final = ("nsubj", "nsubjpass")


@dataclass(frozen=True, slots=True)
class Person:
    """A person's name in the text: tokens ``first:last`` inclusive, title left out."""

    first: int
    last: int
    name: str


class People:
    """Who is named in an article."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    @cached_property
    def at(self) -> dict[int, Person]:
        """The person each token of a name belongs to, under the fullest name used before."""
        full: dict[str, str] = {}
        found: dict[int, Person] = {}
        for first, last in self._spans():
            name = self._scene.text(first, last)
            words = name.split()
            known = full.get(words[-1])
            if len(words) > 1 and (known is None or words[0] in known.split() or known == words[-1]):
                full.setdefault(words[-1], name)
                full.setdefault(words[0], name)
                known = full[words[-1]]
            person = Person(first, last, known or name)
            found.update(dict.fromkeys(range(first, last + 1), person))
        for token in self._scene.tokens:  # a surname the model takes for something else
            if (
                token.text in full
                and token.i not in found
                and token.pos == "PROPN"
                and token.i not in self._scene.toponym_at
            ):
                found[token.i] = Person(token.i, token.i, full[token.text])
        return found

    def _spans(self) -> Iterator[tuple[int, int]]:
        """Yield first and last token of each personal name, without titles and possessive marks."""
        scene = self._scene
        i, tokens = 0, scene.tokens
        while i < len(tokens):
            if not self._in_name(i) or tokens[i].text in _MARKS:
                i += 1
                continue
            last = i
            while (
                last + 1 < len(tokens)
                and self._in_name(last + 1)
                and tokens[last + 1].sentence == tokens[i].sentence
            ):
                last += 1
            last = self._through_hyphens(last)
            first = i
            while first < last and scene.in_list("title", first):
                first += 1
            if not scene.in_list("title", first):
                yield first, last
            i = last + 1

    def _through_hyphens(self, last: int) -> int:
        """Return the last token of a name whose hyphenated part was left out of it ("Gyu-back")."""
        tokens = self._scene.tokens
        if tokens[last].text == "-":  # the model ended the name at the hyphen
            last -= 1
        while (
            last + 2 < len(tokens)
            and tokens[last + 1].text == "-"
            and tokens[last].end == tokens[last + 1].start
        ):
            if tokens[last + 2].start != tokens[last + 1].end or not tokens[last + 2].text[0].isalpha():
                break
            last += 2
        return last

    def _in_name(self, i: int) -> bool:
        token = self._scene.tokens[i]
        capital = (
            token.text[:1].isupper() and not self._scene.in_list("pronoun", i)
        ) or token.text in _PARTICLES
        return capital and "PERSON" in self._scene.labels[i] and i not in self._scene.toponym_at

    def antecedent(self, i: int) -> int | None:
        """Return the token a pronoun stands for, None when nothing fits; others stand for themselves."""
        word = self._scene.lower[i]
        if word in _SINGULAR:
            return next((j for j in self._subjects_before(i) if self._is_person(j)), None)
        if word in _PLURAL:
            return next((j for j in self._subjects_before(i) if self._is_plural(j)), None)
        if word == "it":
            return next((j for j in self._subjects_before(i) if self._is_body(j)), None)
        return None if self._scene.in_list("pronoun", i) else i

    def _subjects_before(self, i: int) -> Iterator[int]:
        """Yield the subjects before token `i` that are no pronouns, nearest sentence first, in text order."""
        scene = self._scene
        own = scene.tokens[i].sentence
        for number in range(own, max(-1, own - LOOK_BACK - 1), -1):
            sentence = scene.parse.sentences[number]
            subjects = [
                j
                for j in range(sentence.first, min(sentence.last, i))
                if scene.tokens[j].dep in _SUBJECTS and not scene.in_list("pronoun", j)
            ]
            yield from subjects

    def _is_person(self, i: int) -> bool:
        scene = self._scene
        if "PERSON" in scene.labels[i] or i in self.at:
            return True
        return scene.tokens[i].tag == "NN" and scene.matches(
            scene.lexicon.values("@person|@leader|@suspect"), [i]
        )

    def _is_plural(self, i: int) -> bool:
        scene = self._scene
        joined = any(token.dep == "conj" for token in scene.parse.children(i))
        return joined or scene.tokens[i].tag in ("NNS", "NNPS")

    def _is_body(self, i: int) -> bool:
        return bool(self._scene.labels[i] & {"GPE", "ORG", "NORP"}) or self._scene.tokens[i].tag == "NN"
