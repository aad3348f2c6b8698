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
from mapper.model import Claim


def _status(report: Report) -> str:
    return report.status


def _interval(report: Report) -> str | None:
    if report.begin is None and report.end is None:
        return None
    sides = [day.isoformat() if day else "…" for day in (report.begin, report.end)]
    return sides[0] if sides[0] == sides[1] else "/".join(sides)


FIELDS: Final[tuple[tuple[str, Callable[[Report], str | None]], ...]] = (
    ("status", _status),
    ("date", _interval),
)


def claims_of(reports: Sequence[Report]) -> tuple[Claim, ...]:
    """Return a claim for each report and field on which the reports of one event differ, the shown marked."""
    claims: list[Claim] = []
    for name, read in FIELDS:
        said = [(report, value) for report in reports if (value := read(report)) is not None]
        if len({value for _, value in said}) > 1:
            claims += _claims(name, said)
    return (*claims, *_place_claims(reports), *_figure_claims(reports))


def _place_claims(reports: Sequence[Report]) -> list[Claim]:
    """Return the reports' places where two exclude each other; a city and its country do not."""
    placed = [(report, report.where) for report in reports if report.where is not None]
    if all(related(a, b) for (_, a), (_, b) in combinations(placed, 2)):
        return []
    return _claims("place", [(report, where.name) for report, where in placed])


def _figure_claims(reports: Sequence[Report]) -> list[Claim]:
    """Return the conflicting figures of one unit: 58 arrested here, 61 there."""
    by_unit: dict[str, list[tuple[Report, str]]] = {}
    for report in reports:
        for unit, value in report.figures:
            by_unit.setdefault(unit, []).append((report, f"{value:.15g}"))
    return [
        claim
        for unit, said in sorted(by_unit.items())
        if len({value for _, value in said}) > 1
        for claim in _claims(f"figure:{unit}", said)
    ]


def _claims(field: str, said: Sequence[tuple[Report, str]]) -> list[Claim]:
    chosen = shown(said)
    return [Claim(field, value, report.ref, shown=(report, value) == chosen) for report, value in said]


def shown(said: Sequence[tuple[Report, str]]) -> tuple[Report, str] | None:
    """Return the report and its value that stand for the whole cluster."""
    counts = Counter(value for _, value in said)

    def rank(item: tuple[Report, str]) -> tuple[date, int, float, tuple[str, str], str]:
        report, value = item
        return report.published or date.min, counts[value], report.confidence, report.key, value

    return max(said, key=rank, default=None)
