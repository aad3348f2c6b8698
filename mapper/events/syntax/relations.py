"""The grammatical questions the extractor asks, whoever answers them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol, TypeAlias

Form: TypeAlias = Literal["passive", "ing", "plural", "attr"]


@dataclass(frozen=True, slots=True)
class Preposition:
    """A preposition with what it introduces: token indexes."""

    i: int
    objects: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One step up from a trigger: to token `i`, over the relation `via`, coming from token `child`.

    `via` is a dependency label, ``to`` for an infinitive, or ``prep:`` with a preposition.
    """

    i: int
    via: str
    child: int


class Relations(Protocol):
    """Grammar of one text by token index; an index always means a token of the parse."""

    def objects(self, i: int) -> tuple[int, ...]:
        """Return what verb `i` acts on; subjects of passives and the nouns of participles count."""
        ...

    def subjects(self, i: int) -> tuple[int, ...]:
        """Return who does verb `i`; agents with "by" count, as do subjects shared with another verb."""
        ...

    def prepositions(self, i: int) -> tuple[Preposition, ...]:
        """Return the prepositions on `i` itself."""
        ...

    def around(self, i: int) -> tuple[Preposition, ...]:
        """Return the prepositions on `i`, on its objects and, for a noun, on the verb it depends on."""
        ...

    def particles(self, i: int) -> tuple[int, ...]:
        """Return the verb particles of `i`."""
        ...

    def infinitives(self, i: int) -> tuple[int, ...]:
        """Return the infinitive and gerund complements of `i`."""
        ...

    def clauses(self, i: int) -> tuple[int, ...]:
        """Return the heads of the that-clauses `i` governs."""
        ...

    def modifiers(self, i: int) -> tuple[int, ...]:
        """Return the words before noun `i` inside its phrase."""
        ...

    def governors(self, i: int) -> tuple[int, ...]:
        """Return what governs noun or adjective `i`: verb, noun, preposition, participles on it."""
        ...

    def has_form(self, i: int, form: Form) -> bool:
        """Tell whether token `i` stands in the given form."""
        ...

    def clause(self, i: int) -> int:
        """Return the clause of token `i` as the index of its head."""
        ...

    def chain(self, i: int) -> tuple[Step, ...]:
        """Return the way up from trigger `i` to the next clause border, at most three steps."""
        ...

    def predicates(self, i: int) -> tuple[int, ...]:
        """Return participles and adjectives that say something of noun `i` from below or beside it."""
        ...

    def speech(self, i: int) -> tuple[int, ...]:
        """Return the verbs whose that-clause, or quoted or parenthetical clause, holds `i`, nearest first."""
        ...

    def mark(self, i: int) -> int | None:
        """Return the conjunction that opens the clause of `i` ("if", "after"), with its clause."""
        ...

    def phrase(self, i: int) -> tuple[int, int]:
        """Return first and last token (inclusive) of the noun phrase headed by `i`, without clauses."""
        ...

    def auxiliaries(self, i: int) -> tuple[int, ...]:
        """Return auxiliaries, negations and adverbs that go with verb `i`."""
        ...

    def is_verb(self, i: int) -> bool:
        """Tell whether token `i` is used as a verb."""
        ...
