"""What the reports of one event disagree on, claim by claim, and which value is shown.

The value shown is that of the latest report; among reports of one day that of most reports; then the
one of the surest report.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from itertools import combinations
from typing import Final

from mapper.links.across.places import related
from mapper.links.across.report import Report
from mapper.model import Claim, Event, EventRef

Told = tuple[Report, Event]


def _interval(event: Event) -> str | None:
    if event.begin is None and event.end is None:
        return None
    sides = [day.isoformat() if day else "…" for day in (event.begin, event.end)]
    return sides[0] if sides[0] == sides[1] else "/".join(sides)


FIELDS: Final[tuple[tuple[str, Callable[[Event], str | None]], ...]] = (
    ("status", lambda event: event.status),
    ("date", _interval),
)


def claims_of(told: Sequence[Told]) -> tuple[Claim, ...]:
    """Return a claim for each report and field on which the reports of one event differ."""
    claims: list[Claim] = []
    for name, read in FIELDS:
        values = [(report, value) for report, event in told if (value := read(event)) is not None]
        if len({value for _, value in values}) > 1:
            claims += [Claim(name, value, report.ref) for report, value in values]
    return (*claims, *_place_claims(told), *_figure_claims(told))


def _place_claims(told: Sequence[Told]) -> list[Claim]:
    """Return the reports' places where two exclude each other; a city and its country do not."""
    placed = [report for report, _ in told if report.where is not None]
    if not any(a.where and b.where and not related(a.where, b.where) for a, b in combinations(placed, 2)):
        return []
    return [Claim("place", report.where.name, report.ref) for report in placed if report.where]


def _figure_claims(told: Sequence[Told]) -> list[Claim]:
    """Return the conflicting figures of one unit: 58 arrested here, 61 there."""
    by_unit: dict[str, list[tuple[EventRef, float]]] = {}
    for report, event in told:
        for figure in event.figures:
            by_unit.setdefault(figure.unit, []).append((report.ref, figure.value))
    return [
        Claim(f"figure:{unit}", f"{value:g}", ref)
        for unit, values in sorted(by_unit.items())
        if len({value for _, value in values}) > 1
        for ref, value in values
    ]


def shown(told: Sequence[Told], read: Callable[[Event], str | None]) -> str | None:
    """Return the value of a field that stands for the whole cluster."""
    values = [(report, value) for report, event in told if (value := read(event)) is not None]
    if not values:
        return None
    counts = Counter(value for _, value in values)

    def rank(item: tuple[Report, str]) -> tuple[date, int, float, tuple[str, str]]:
        report, value = item
        return report.published or date.min, counts[value], report.confidence, report.key

    return max(values, key=rank)[1]
