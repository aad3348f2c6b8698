"""What the reports of one event disagree on, claim by claim, and which value is shown.

The value shown is that of the latest report; among reports of one day that of most reports; then the
one of the surest report.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import combinations

from mapper.links.across.places import related
from mapper.links.across.report import Report
from mapper.model import Claim


def claims_of(reports: Sequence[Report]) -> tuple[Claim, ...]:
    """Return a claim for each report and field on which the reports of one event differ, the shown marked."""
    return (
        *_status_claims(reports),
        *_date_claims(reports),
        *_place_claims(reports),
        *_figure_claims(reports),
    )


def _status_claims(reports: Sequence[Report]) -> list[Claim]:
    if len({report.status for report in reports}) < 2:
        return []
    return _claims("status", [(report, report.status) for report in reports])


def _date_claims(reports: Sequence[Report]) -> list[Claim]:
    """Return the days the texts state where two exclude each other; a week and a day in it do not.

    Days that were inferred contradict nothing: no text says them of the event.
    """
    dated = [report for report in reports if not report.inferred and (report.begin or report.end)]
    if all(_nested(a, b) or _nested(b, a) for a, b in combinations(dated, 2)):
        return []
    return _claims("date", [(report, _interval(report)) for report in dated])


def _nested(inner: Report, outer: Report) -> bool:
    """Tell whether an interval lies within another; an open side reaches as far as it takes."""
    begins = (outer.begin or date.min) <= (inner.begin or date.min)
    return begins and (inner.end or date.max) <= (outer.end or date.max)


def _interval(report: Report) -> str:
    sides = [day.isoformat() if day else "…" for day in (report.begin, report.end)]
    return sides[0] if sides[0] == sides[1] else "/".join(sides)


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
