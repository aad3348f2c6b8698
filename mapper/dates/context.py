"""What the expressions of one text know of each other and of the words around."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Final

from mapper.dates.cues import Cue, find_cue
from mapper.dates.cyclic import Cyclic
from mapper.dates.grammar import Item
from mapper.dates.grammar.numeric import day_order
from mapper.dates.meaning import DayOrder, Exact, Position, Reading, counted_from
from mapper.dates.period import UNRESOLVABLE, Period, day
from mapper.model import Reason

if TYPE_CHECKING:
    from mapper.language import Parse

ANCHOR_REACH: Final = 50
"""Expressions looked back at for a date to count from (bounds the work on very long texts)."""

_LISTED: Final = re.compile(r",? (?:and|or|to) |, | - |-| & ")
_FRONTED: Final = re.compile(r"\W*(?:(?:and|but|then|back|early|late) )?(?:in |on |during )?(?:the )?")
_SINGLE_DAYS: Final = frozenset(("day", "weekday", "feast", "weekend", "time"))


@dataclass
class TextContext:
    """The context of one text. `flat` is its lower-case view on one line; `readings` fills up in order."""

    flat: str
    parse: Parse
    reference: date | None
    items: Sequence[Item]
    readings: list[Reading | None]
    cues: dict[int, Cue] = field(default_factory=dict)

    def cue(self, at: Position) -> Cue:
        """Return which way the words around point, else those around a date before or the same words."""
        item = self.items[at.index]
        found = self._cue_of(item)
        if found.direction is not None:
            return found
        likely = (self._cue_of(other) for other in self._like(at.index, item))
        return next((cue for cue in likely if cue.direction is not None), found)

    def _like(self, index: int, item: Item) -> Iterator[Item]:
        """Yield the date before it in the sentence, then the same words in the text."""
        if index and self.items[index - 1].start >= self.parse.sentence_at(item.start).start:
            yield self.items[index - 1]
        if isinstance(item.meaning, Cyclic):
            for other in self.items[max(index - ANCHOR_REACH, 0) : index + ANCHOR_REACH]:
                if isinstance(other.meaning, Cyclic) and other.meaning.open_value == item.meaning.open_value:
                    yield other

    def _cue_of(self, item: Item) -> Cue:
        if item.start not in self.cues:
            exact_day = item.kind in _SINGLE_DAYS
            self.cues[item.start] = find_cue(self.flat, self.parse, item.start, item.end, exact_day=exact_day)
        return self.cues[item.start]

    def year_beside(self, at: Position) -> tuple[int, Reason] | None:
        """Return the year at the end of a list, or the one that opens the sentence."""
        return self._year_of_list(at) or self._year_of_sentence(at)

    def _year_of_list(self, at: Position) -> tuple[int, Reason] | None:
        """Return the year of "3 May, 8 May and 2 June 2024"."""
        item = self.items[at.index]
        for k in range(at.index + 1, min(at.index + 1 + ANCHOR_REACH, len(self.items))):
            other = self.items[k]
            if other.start - item.end > 12 or not _LISTED.fullmatch(self.flat, item.end, other.start):
                return None
            if isinstance(other.meaning, Exact) and other.kind in ("day", "month"):
                return other.meaning.period.begin.year, Reason("year-of-list", None, other.start, other.end)
            item = other
        return None

    def _year_of_sentence(self, at: Position) -> tuple[int, Reason] | None:
        """Return the year of "In 2014, clashes broke out in April"."""
        sentence = self.parse.sentence_at(at.start)
        opener = None
        for item, reading in self._before(at):
            if item.start < sentence.start:
                break
            opener = (item, reading)
        if opener is None:
            return None
        item, reading = opener
        if (
            not reading.explicit
            or not reading.period
            or not _FRONTED.fullmatch(self.flat, sentence.start, item.start)
        ):
            return None
        year = reading.period.end.year
        return year, Reason("year-of-sentence", str(year), item.start, item.end)

    def anchor(
        self, at: Position, fits: Callable[[Period], Period | None], *, or_reference: bool
    ) -> tuple[Period, Reason] | None:
        """Return what `fits` makes of the nearest earlier date that fits.

        The reference date stands in only if asked for, and where the text has given no date before.
        """
        given = not or_reference
        for item, reading in self._before(at):
            if reading.period is None or reading.type not in ("DATE", "TIME"):
                continue
            given = True
            made = _safely(fits, reading.period)
            if made is not None:
                return made, Reason("anchor", reading.value, item.start, item.end)
        made = _safely(fits, day(self.reference)) if self.reference and not given else None
        return None if made is None or self.reference is None else (made, counted_from(self.reference))

    def clock_day(self, at: Position) -> tuple[Period, Reason] | None:
        """Return the day before it in the sentence, else behind it, else the last day named before."""
        sentence = self.parse.sentence_at(at.start)
        before = next(((i, r) for i, r in self._before(at) if _lends_its_day(r)), None)
        if before is None or before[0].start < sentence.start:
            behind = ((i, r) for i, r in self._after(at) if i.start < sentence.end and _lends_its_day(r))
            before = next(behind, before)
        if before is not None and before[1].period is not None:
            item, reading = before
            return before[1].period, Reason("day-of-sentence", reading.value, item.start, item.end)
        return None if self.reference is None else (day(self.reference), counted_from(self.reference))

    def day_order(self) -> DayOrder | None:
        """Return which number comes first in the unambiguous dates in figures, if they agree."""
        return self._day_order

    @cached_property
    def _day_order(self) -> DayOrder | None:
        return day_order(self.flat)

    def _before(self, at: Position) -> Iterator[tuple[Item, Reading]]:
        """Yield what has been resolved before an expression, nearest first."""
        yield from self._resolved(range(at.index - 1, max(at.index - 1 - ANCHOR_REACH, -1), -1))

    def _after(self, at: Position) -> Iterator[tuple[Item, Reading]]:
        """Yield what has been resolved behind it, nearest first."""
        yield from self._resolved(range(at.index + 1, min(at.index + 1 + ANCHOR_REACH, len(self.items))))

    def _resolved(self, indexes: range) -> Iterator[tuple[Item, Reading]]:
        for k in indexes:
            reading = self.readings[k]
            if reading is not None:
                yield self.items[k], reading


def _lends_its_day(reading: Reading) -> bool:
    """Tell a single day without a clock time of its own."""
    if reading.period is None or reading.period.unit != "day" or reading.type not in ("DATE", "TIME"):
        return False
    return reading.type == "DATE" or not re.search(r"T[0-9]", reading.value or "")


def _safely(fits: Callable[[Period], Period | None], period: Period) -> Period | None:
    try:
        return fits(period)
    except UNRESOLVABLE:
        return None
