"""What a time expression means before its days are known, and how its days are found.

The grammar turns words into a `Meaning`; `resolve` asks each in text order for its `Reading`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol, TypeAlias

from mapper.dates.cues import Cue
from mapper.dates.period import Period, day
from mapper.model import Reason, TimeType


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression was found to mean. `explicit` says that the text itself gives the year."""

    type: TimeType = "DATE"
    value: str | None = None
    period: Period | None = None
    modifier: str | None = None
    reasons: tuple[Reason, ...] = ()
    explicit: bool = False


DayOrder: TypeAlias = Literal["day-first", "month-first"]


@dataclass(frozen=True, slots=True)
class Position:
    """Which expression of the text it is, and where it stands."""

    index: int
    start: int
    end: int


class Context(Protocol):
    """What a meaning may ask while it is resolved."""

    reference: date | None

    def cue(self, at: Position) -> Cue:
        """Return which way the words around point."""
        ...

    def year_beside(self, at: Position) -> tuple[int, Reason] | None:
        """Return a year the sentence has given before, or the end of a list gives."""
        ...

    def anchor(
        self, at: Position, fits: Callable[[Period], Period | None], *, or_reference: bool
    ) -> tuple[Period, Reason] | None:
        """Return what `fits` makes of the nearest earlier date that fits."""
        ...

    def clock_day(self, at: Position) -> tuple[Period, Reason] | None:
        """Return the day a time of day belongs to."""
        ...

    def day_order(self) -> DayOrder | None:
        """Return which number comes first in the unambiguous dates in figures, if they agree."""
        ...


class Meaning(Protocol):
    """What an expression means before its days are known."""

    def resolve(self, context: Context, at: Position, /) -> Reading:
        """Find the days."""
        ...


@dataclass(frozen=True, slots=True)
class Exact:
    """A date that the text gives in full."""

    period: Period
    type: TimeType = "DATE"
    modifier: str | None = None
    note: str | None = None

    def resolve(self, _context: Context, _at: Position, /) -> Reading:
        """Find the days."""
        reasons = (Reason(self.note),) if self.note else ()
        return Reading(self.type, self.period.value, self.period, self.modifier, reasons, explicit=True)


@dataclass(frozen=True, slots=True)
class Unplaced:
    """An expression that has a meaning but no days: a duration, a set, "recently", 3/5/2024."""

    type: TimeType
    value: str | None
    note: str | None = None
    modifier: str | None = None

    def resolve(self, _context: Context, _at: Position, /) -> Reading:
        """Find no days."""
        return Reading(self.type, self.value, None, self.modifier, (Reason(self.note),) if self.note else ())


@dataclass(frozen=True, slots=True)
class Relative:
    """A date counted from the reference date."""

    make: Callable[[date], Period]
    type: TimeType = "DATE"
    modifier: str | None = None
    value: str | None = None
    """A value that holds whatever the days are (a duration's)."""

    def resolve(self, context: Context, _at: Position, /) -> Reading:
        """Find the days."""
        if context.reference is None:
            return Reading(self.type, self.value, None, self.modifier, (Reason("no-reference-date"),))
        period, reason = self.make(context.reference), counted_from(context.reference)
        return Reading(self.type, self.value or period.value, period, self.modifier, (reason,))


@dataclass(frozen=True, slots=True)
class Anchored:
    """A date counted from an earlier date in the text."""

    make: Callable[[Period], Period | None]
    type: TimeType = "DATE"
    modifier: str | None = None
    from_reference: bool = False
    """Whether the reference date stands in for an earlier date: "a day earlier", not "that day"."""

    def resolve(self, context: Context, at: Position, /) -> Reading:
        """Find the days."""
        found = context.anchor(at, self.make, or_reference=self.from_reference)
        if found is None:
            return Reading(self.type, None, None, self.modifier, (Reason("no-earlier-date"),))
        period, reason = found
        return Reading(self.type, period.value, period, self.modifier, (reason,))


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of day; its day is the sentence's."""

    clock: str

    def resolve(self, context: Context, at: Position, /) -> Reading:
        """Find the day."""
        found = context.clock_day(at)
        if found is None:
            return Reading("TIME", f"T{self.clock}", None, None, (Reason("no-reference-date"),))
        period, reason = found
        return Reading("TIME", f"{period.begin.isoformat()}T{self.clock}", period, None, (reason,))


@dataclass(frozen=True, slots=True)
class EitherOrder:
    """3/5/2024: the other dates in figures say whether it is in March or in May, or nothing does."""

    first: int
    second: int
    year: int

    def resolve(self, context: Context, _at: Position, /) -> Reading:
        """Find the day."""
        order = context.day_order()
        if order is None:
            return Reading(reasons=(Reason("ambiguous-day-month"),))
        month, number = (self.second, self.first) if order == "day-first" else (self.first, self.second)
        found = day(date(self.year, month, number))
        return Reading("DATE", found.value, found, None, (Reason(f"{order}-elsewhere"),), explicit=True)


def counted_from(reference: date) -> Reason:
    """Return the reason of everything that is counted from the reference date."""
    return Reason("reference-date", reference.isoformat())
