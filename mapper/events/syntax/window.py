"""Grammar guessed from the order of words, for texts without a syntactic parse."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Final

from mapper.events.syntax.relations import Form, Preposition, Step
from mapper.language import Parse

REACH: Final = 6
"""Words within which an object, subject or governing word is looked for."""

_STOPS: Final = frozenset(".;:!?,")
_PREPOSITIONS: Final = frozenset(
    "about above across after against along among around as at before behind between beyond by down due "
    "during for from in inside into like near of off on onto out outside over past since through throughout "
    "till to toward towards under until up upon via with within without".split()
)
_BE: Final = frozenset("is are was were be been being am get gets got".split())
_AUXILIARIES: Final = _BE | frozenset(
    "will would shall should may might can could must have has had do does did not n't never to".split()
)
_DETERMINERS: Final = frozenset(
    "a an the this that these those his her their its our my your no any some".split()
)
_PARTICLES: Final = frozenset("off out up down over back away".split())


class WindowRelations:
    """Grammar of a text with words only: what stands near counts as related."""

    def __init__(self, parse: Parse) -> None:
        self._tokens = parse.tokens
        self._lower = [token.text.casefold() for token in parse.tokens]

    @cached_property
    def _segments(self) -> list[int]:
        """Number the stretches between sentence ends and ``, ; :``."""
        found, number = [], 0
        for token, word in zip(self._tokens, self._lower, strict=True):
            if token.i and self._tokens[token.i - 1].sentence != token.sentence:
                number += 1
            found.append(number)
            number += word in _STOPS
        return found

    def _near(self, positions: Sequence[int], i: int) -> tuple[int, ...]:
        segment = self._segments
        last = len(segment)
        return tuple(j for j in positions if 0 <= j < last and segment[j] == segment[i])

    def _after(self, i: int, reach: int = REACH) -> tuple[int, ...]:
        return self._near(range(i + 1, i + 1 + reach), i)

    def _before(self, i: int, reach: int = REACH) -> tuple[int, ...]:
        return self._near(range(i - 1, i - 1 - reach, -1), i)

    def is_verb(self, i: int) -> bool:
        """Tell whether token `i` looks like a verb: no determiner or adjective position before it."""
        before = self._lower[i - 1] if i else ""
        if before in _DETERMINERS or before in _PREPOSITIONS - {"to"}:
            return False
        return (
            self._lower[i].endswith(("ed", "ing"))
            or before in _AUXILIARIES
            or not before.endswith(("al", "ic"))
        )

    def objects(self, i: int) -> tuple[int, ...]:
        """Return the words after `i`, and those before it in a passive or a participle."""
        found = self._after(i)
        if self.has_form(i, "passive"):
            return self._before(i) + found
        return found

    def subjects(self, i: int) -> tuple[int, ...]:
        """Return the words before `i`, and those after "by"."""
        agents = tuple(
            j for entry in self.prepositions(i) if self._lower[entry.i] == "by" for j in entry.objects
        )
        return agents or (() if self.has_form(i, "passive") else self._before(i))

    def prepositions(self, i: int) -> tuple[Preposition, ...]:
        """Return the prepositions that follow within reach."""
        return tuple(
            Preposition(j, self._after(j, 4))
            for j in self._after(i, REACH + 2)
            if self._lower[j] in _PREPOSITIONS
        )

    def around(self, i: int) -> tuple[Preposition, ...]:
        """Return the prepositions that follow within reach."""
        return self.prepositions(i)

    def particles(self, i: int) -> tuple[int, ...]:
        """Return a particle close behind."""
        return tuple(j for j in self._after(i, 3) if self._lower[j] in _PARTICLES)

    def infinitives(self, i: int) -> tuple[int, ...]:
        """Return words after a "to" within three words."""
        return tuple(j + 1 for j in self._after(i, 3) if self._lower[j] == "to" and j + 1 < len(self._tokens))

    def clauses(self, i: int) -> tuple[int, ...]:
        """Return the word after a "that" within three words."""
        return tuple(
            j + 1 for j in self._after(i, 3) if self._lower[j] == "that" and j + 1 < len(self._tokens)
        )

    def modifiers(self, i: int) -> tuple[int, ...]:
        """Return the two words before."""
        found = [j for j in self._before(i, 2) if self._lower[j] not in _PREPOSITIONS]
        return tuple(sorted(found))

    def governors(self, i: int) -> tuple[int, ...]:
        """Return every word within reach."""
        return self._before(i) + self._after(i)

    def has_form(self, i: int, form: Form) -> bool:
        """Tell whether token `i` looks to stand in the given form."""
        word = self._lower[i]
        if form == "ing":
            return word.endswith("ing")
        if form == "plural":
            return word.endswith("s")
        if form == "attr":
            return bool(self._after(i, 1)) and (not i or self._lower[i - 1] in _DETERMINERS)
        return any(self._lower[j] in _BE for j in self._before(i, 3))

    @cached_property
    def _segment_starts(self) -> list[int]:
        starts: list[int] = []
        for i, number in enumerate(self._segments):
            starts.append(starts[i - 1] if i and self._segments[i - 1] == number else i)
        return starts

    def clause(self, i: int) -> int:
        """Return the first word of the segment."""
        return self._segment_starts[i]

    def chain(self, i: int) -> tuple[Step, ...]:
        """Return the words before, then those that follow a form of "be", as if they governed `i`."""
        before = self._before(i)
        found = [Step(j, self._via(j, i), i) for j in before]
        passives = [j for j in self._after(i, REACH + 2) if self._lower[j - 1] in _AUXILIARIES]
        return tuple(found + [Step(j, "nsubjpass", i) for j in passives])

    def _via(self, j: int, i: int) -> str:
        following = self._lower[j + 1] if j + 1 < i else ""
        if following == "to":
            return "to"
        return f"prep:{following}" if following in _PREPOSITIONS else "dobj"

    def predicates(self, i: int) -> tuple[int, ...]:
        """Return the words within reach behind."""
        return self._after(i)

    def speech(self, i: int) -> tuple[int, ...]:
        """Return every other word of the sentence; the caller knows which are verbs of saying."""
        sentence = self._tokens[i].sentence
        first = last = i
        while first and self._tokens[first - 1].sentence == sentence:
            first -= 1
        while last + 1 < len(self._tokens) and self._tokens[last + 1].sentence == sentence:
            last += 1
        return tuple(j for j in range(first, last + 1) if j != i)

    def mark(self, i: int) -> int | None:
        """Return the first word of the segment."""
        return self.clause(i)

    def phrase(self, i: int) -> tuple[int, int]:
        """Return the stretch of words that are no function words, up to `i`."""
        first = i
        for j in self._before(i):
            if self._lower[j] in _PREPOSITIONS or self._lower[j] in _AUXILIARIES:
                break
            first = j
        return first, i

    def auxiliaries(self, i: int) -> tuple[int, ...]:
        """Return the auxiliaries directly before."""
        found = []
        for j in self._before(i, 4):
            if self._lower[j] not in _AUXILIARIES and not self._lower[j].endswith("ly"):
                break
            found.append(j)
        return tuple(sorted(found))
