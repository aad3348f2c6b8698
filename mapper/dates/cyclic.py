"""Dates that come again and again: a weekday, a month, a day of the year, and which one is meant."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal, TypeAlias

from mapper.dates.cues import Cue
from mapper.dates.meaning import Context, Position, Reading, counted_from
from mapper.dates.period import UNRESOLVABLE, Period
from mapper.model import Reason

SOON_DAYS: Final = 60
"""A month and day without a year or cue is the coming one if it is at most this far ahead …"""
LONG_AGO_DAYS: Final = 200
"""… and the past one more than this far back (own convention: news writes of the near)."""

Pick: TypeAlias = Literal["last", "next", "this"]


@dataclass(frozen=True, slots=True)
class Cyclic:
    """A date that comes again and again: a weekday, a month, a day of the year.

    `around` gives the occurrences about a day, in order; `in_year` the one of a year.
    """

    around: Callable[[date], Sequence[Period]]
    open_value: str
    in_year: Callable[[int], Period] | None = None
    pick: Pick | None = None
    near_future: bool = False
    """Whether, without a cue, a near coming one is preferred to one long ago."""
    weekday: int | None = None
    """The weekday the text gives beside it: "Monday, May 25" is in a year in which that is a Monday."""

    def resolve(self, context: Context, at: Position, /) -> Reading:
        """Find the days."""
        cue = context.cue(at)
        given = context.year_beside(at) if self.in_year and not self.pick and not cue.ahead else None
        if given and self.in_year:
            period = self.in_year(given[0])
            return Reading("DATE", period.value, period, None, (given[1],), explicit=True)
        if context.reference is None:
            value = None if self.pick else self.open_value
            return Reading("DATE", value, None, None, (Reason("no-reference-date"),))
        period = self.choose(context.reference, cue)
        reasons = (counted_from(context.reference), self._why(cue))
        return Reading("DATE", period.value, period, None, reasons)

    def choose(self, reference: date, cue: Cue) -> Period:
        """Return the occurrence that is meant.

        Raises
        ------
        ValueError
            If there is none within the calendar.
        """
        if self.pick:
            return self._picked(reference, self.around(reference))
        past, coming = self.latest_to(reference), self.first_from(reference)
        fitting = [p for p in (past, coming) if p.begin.weekday() == self.weekday]
        if len(fitting) == 1:
            return fitting[0]
        if cue.direction == "nearest":
            return min(past, coming, key=lambda p: abs((p.begin - reference).days))
        return coming if self._is_ahead(reference, cue, past, coming) else past

    def _picked(self, reference: date, occurrences: Sequence[Period]) -> Period:
        if self.pick == "last":
            return self._only([p for p in occurrences if p.end < reference][-1:])
        if self.pick == "next":
            return self._only([p for p in occurrences if p.begin > reference][:1])
        return self._of_this(reference, occurrences)

    def _is_ahead(self, reference: date, cue: Cue, past: Period, coming: Period) -> bool:
        ahead, back = (coming.begin - reference).days, (reference - past.end).days
        if cue.direction == "future":
            return cue.reach is None or ahead <= cue.reach
        return cue.direction is None and self.near_future and ahead <= SOON_DAYS and back > LONG_AGO_DAYS

    def first_from(self, when: date) -> Period:
        """Return the first occurrence that is not over on a day."""
        return self._only([p for p in self.around(when) if p.end >= when][:1])

    def latest_to(self, when: date) -> Period:
        """Return the last occurrence that has begun by a day."""
        return self._only([p for p in self.around(when) if p.begin <= when][-1:])

    def _of_this(self, reference: date, occurrences: Sequence[Period]) -> Period:
        """Return the nearest one of this week (a weekday) or this year (anything else)."""
        if self.in_year is None:
            same = [p for p in occurrences if p.begin.isocalendar()[:2] == reference.isocalendar()[:2]]
        else:
            same = [p for p in occurrences if reference.year in (p.begin.year, p.end.year)]
        same.sort(key=lambda p: (not p.begin <= reference <= p.end, abs((p.begin - reference).days)))
        return self._only(same[:1])

    def _only(self, periods: Sequence[Period]) -> Period:
        if not periods:
            msg = f"{self.open_value} does not occur within the calendar"
            raise ValueError(msg)
        return periods[0]

    def _why(self, cue: Cue) -> Reason:
        if self.pick:
            return Reason("direction", self.pick)
        return Reason("direction", f"{cue.direction or 'past'}: {cue.words}", cue.start, cue.end)


def yearly(make: Callable[[int], Period], open_value: str, *, near_future: bool = False) -> Cyclic:
    """Return what comes once a year; years without it (29 February) are passed over."""

    def around(when: date) -> list[Period]:
        found = []
        for number in range(when.year - 8, when.year + 9):
            try:
                found.append(make(number))
            except UNRESOLVABLE:
                continue
        return found

    return Cyclic(around, open_value, make, near_future=near_future)


def weekly(make: Callable[[date], Period], open_value: str) -> Cyclic:
    """Return what comes once a week; `make` finds it in the week of a day."""

    def around(when: date) -> list[Period]:
        return [make(when + timedelta(7 * k)) for k in (-2, -1, 0, 1, 2)]

    return Cyclic(around, open_value)
