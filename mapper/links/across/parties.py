"""Who took part, and whether two reports speak of the same people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from msgspec import Struct

from mapper.links.across.words import content_words, names_in, small_words, stem
from mapper.model import ArticleMap, Event, Participant

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


class Reader:
    """Makes participants of an article's, knowing its words and the places in it."""

    def __init__(self, article: ArticleMap) -> None:
        self.small = small_words(quote.text for quote in article.quotes)
        found = (t for t in article.toponyms if t.place is not None and t.place.precision == "country")
        self._countries = [(toponym.start, toponym.end) for toponym in found]

    def who(self, event: Event, role: Literal["actor", "target"]) -> tuple[Who, ...]:
        """Return the participants of a role in an event."""
        return tuple(self._who(participant) for participant in event.participants if participant.role == role)

    def is_state(self, participant: Participant) -> bool:
        """Tell whether a participant is a country, or is called by one: not a body of some town in it."""
        if participant.country is None:
            return False
        if participant.start is None or participant.end is None:
            return True
        return any(a < participant.end and participant.start < b for a, b in self._countries)

    def _who(self, participant: Participant) -> Who:
        content = content_words(participant.text)
        names = content & frozenset(names_in(participant.text, self.small))
        nouns = frozenset(stem(word) for word in content - names)
        if not self.is_state(participant):
            return Who(names, nouns)
        return Who(names | {f"={participant.country}"}, nouns, participant.country)


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


def in_common(a: Sequence[Who], b: Sequence[Who]) -> int:
    """Return how many participants the side with fewer shares with the other."""
    return min(sum(any(_match(x, y) for y in other) for x in side) for side, other in ((a, b), (b, a)))
