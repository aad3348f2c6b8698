"""Spans of gold and predictions, and one-to-one pairs of those that overlap."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

from mapper.model import Record


class HasSpan(Protocol):
    """Anything with a place in the text."""

    @property
    def start(self) -> int:
        """First code point."""
        ...

    @property
    def end(self) -> int:
        """Behind the last code point."""
        ...


class MarkedSpan(Record, frozen=True):
    """Words of a text; gold may leave out the words themselves."""

    start: int
    end: int
    text: str | None = None


class PlacedSpan(MarkedSpan, frozen=True):
    """Words that name a place; without coordinates where it is not known or was not resolved."""

    lat: float | None = None
    lon: float | None = None
    geonames_id: int | None = None
    cc: str | None = None

    @property
    def located(self) -> bool:
        """Whether it has coordinates."""
        return self.lat is not None and self.lon is not None


T = TypeVar("T", bound=HasSpan)


def overlap(first: tuple[int, int], second: tuple[int, int]) -> int:
    """Return how many code points two spans share."""
    return max(0, min(first[1], second[1]) - max(first[0], second[0]))


def match_spans(gold: Sequence[HasSpan], predicted: Sequence[HasSpan]) -> list[tuple[int, int]]:
    """Return index pairs, one-to-one: equal spans first, then by the length of the overlap."""
    edges = []
    for i, g in enumerate(gold):
        for j, p in enumerate(predicted):
            common = overlap((g.start, g.end), (p.start, p.end))
            if common:
                edges.append(((g.start, g.end) != (p.start, p.end), -common, i, j))
    used_gold: set[int] = set()
    used_predicted: set[int] = set()
    pairs = []
    for _, _, i, j in sorted(edges):
        if i not in used_gold and j not in used_predicted:
            used_gold.add(i)
            used_predicted.add(j)
            pairs.append((i, j))
    return pairs


def without_repeats(items: Sequence[T]) -> list[T]:
    """Return the items, of those with the same span only the first."""
    return list({(item.start, item.end): item for item in reversed(items)}.values())[::-1]
