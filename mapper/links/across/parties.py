"""Who took part, and whether two reports speak of the same people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, Literal

from msgspec import Struct

from mapper.links.across.words import content_words, names_in, stem
from mapper.model import Participant

MAYBE: Final = 0.3
"""What a participant counts who may be one the other report names in another way."""


class Who(Struct, frozen=True):
    """A participant: the words of proper names, among them the country as ``=CC``, and other words."""

    names: frozenset[str]
    nouns: frozenset[str] = frozenset()
    country: str | None = None

    @property
    def words(self) -> frozenset[str]:
        """All its words."""
        return self.names | self.nouns


def who_of(
    participants: Iterable[Participant], role: Literal["actor", "target"], small: frozenset[str]
) -> tuple[Who, ...]:
    """Return the participants of a role; `small` are words a capital makes no name of."""
    return tuple(_who(participant, small) for participant in participants if participant.role == role)


def _who(participant: Participant, small: frozenset[str]) -> Who:
    content = content_words(participant.text)
    names = content & frozenset(names_in(participant.text, small))
    nouns = frozenset(stem(word) for word in content - names)
    code = frozenset({f"={participant.country}"} if participant.country else ())
    return Who(names | code, nouns, participant.country)


def overlap(a: Sequence[Who], b: Sequence[Who]) -> float:
    """Return the share of the side with fewer participants that the other side has too.

    "The union leaders" here and "CUT" there, told beside the same third party, may well be the same.
    """
    return min(_share(x, y) for x, y in ((a, b), (b, a)) if len(x) <= len(y))


def _share(side: Sequence[Who], other: Sequence[Who]) -> float:
    matched = [max((_match(x, y) for y in other), default=0.0) for x in side]
    left = [x for x, match in zip(side, matched, strict=True) if not match]
    free = _without_match(other, side)
    maybe = sum(any(_kind(x) != _kind(y) for y in free) for x in left) if any(matched) else 0
    return (sum(matched) + MAYBE * maybe) / len(side) if side else 0.0


def _match(x: Who, y: Who) -> float:
    """Return 1 for a shared word or country, half for two different bodies of one country."""
    if x.country is not None and x.country == y.country:
        return 0.5 if x.nouns and y.nouns and not x.nouns & y.nouns else 1.0
    return 1.0 if x.words & y.words else 0.0


def _kind(who: Who) -> str:
    return "country" if who.country is not None else "name" if who.names else "noun"


def at_odds(a: Sequence[Who], b: Sequence[Who]) -> bool:
    """Tell whether each side names somebody the other does not, of the like: two countries, or two names.

    "Macron" and "the French president" are not at odds: a name and a country may be of one person.
    """
    here, there = _without_match(a, b), _without_match(b, a)
    return any(_kind(x) == _kind(y) != "noun" for x in here for y in there)


def _without_match(side: Sequence[Who], other: Sequence[Who]) -> list[Who]:
    return [x for x in side if not any(_match(x, y) for y in other)]


def share_words(a: Sequence[Who], b: Sequence[Who]) -> bool:
    """Tell whether two sides have a word in common."""
    return any(x.words & y.words for x in a for y in b)
