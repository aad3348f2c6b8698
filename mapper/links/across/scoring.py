"""How alike two reports are: five named features, weighted by hand.

The weights were set by general reasoning; on the seven true pairs of the invented sample articles any
threshold from .50 to .55 merges all of them and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from mapper.geo import distance_km
from mapper.links.across.places import FAR_KM, related, same_place
from mapper.links.across.report import Report
from mapper.model import Reason

SAME: Final = 0.55
"""At or above, two reports are of one event."""

POSSIBLE: Final = 0.45
"""At or above, they may be."""

UNKNOWN: Final = 0.3
"""What a feature counts that one report leaves open."""

SYMMETRIC: Final = frozenset({"CONSULT", "AGREE", "COOPERATE", "DISASTER", "PROTEST", "OTHER"})
"""Types whose parties may swap roles between two reports of one event."""

COMPATIBLE: Final = frozenset(
    frozenset(pair)
    for pair in (
        ("ASSAULT", "PROTEST"),  # a march that turned violent
        ("ASSAULT", "DISASTER"),  # a blast, before and after its cause is known
        ("RETREAT", "AID"),  # a withdrawal told as an evacuation
        ("AGREE", "CONSULT"),  # the deal and the summit that made it
        ("COERCE", "ACCUSE"),  # arrested and charged
        ("REJECT", "OTHER"),
    )
)
"""Types one event may be given by two reporters."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two reports, how alike they are (0 to 1), and what each feature gave."""

    first: Report
    second: Report
    score: float
    reasons: tuple[Reason, ...]


def type_score(a: Report, b: Report) -> float:
    """Return 1 for one type, half for types that are told apart by the reporter's view."""
    if a.type == b.type:
        return 1.0
    return 0.5 if frozenset((a.type, b.type)) in COMPATIBLE else 0.0


def date_score(a: Report, b: Report) -> float:
    """Return 1 where the intervals meet; less where one was only inferred; unknown where open."""
    if not (_dated(a) and _dated(b)):
        return UNKNOWN
    if not intervals_meet(a, b):
        return 0.0
    return 0.7 if a.inferred and b.inferred else 1.0


def place_score(a: Report, b: Report) -> float:
    """Return 1 for one place, half for a place and its area or a near one, unknown where open."""
    if a.where is None or b.where is None:
        return UNKNOWN
    if same_place(a.where, b.where):
        return 1.0
    if related(a.where, b.where):
        return 0.5
    return 0.5 if distance_km(a.where.lat, a.where.lon, b.where.lat, b.where.lon) <= FAR_KM else 0.0


def party_score(a: Report, b: Report) -> float:
    """Return the share of the smaller side's words that the other has, role by role."""
    if not a.people or not b.people:
        return UNKNOWN
    if a.type in SYMMETRIC or b.type in SYMMETRIC:
        return _shared(a.people, b.people)
    sides = [(a.actors, b.actors), (a.targets, b.targets)]
    scores = [_shared(x, y) for x, y in sides if x and y]
    return sum(scores) / len(scores) if scores else _shared(a.people, b.people) / 2


def trigger_score(a: Report, b: Report) -> float:
    """Return 1 where the reports use a common word for the event."""
    return 1.0 if a.triggers & b.triggers else 0.0


FEATURES: Final[tuple[tuple[str, float, Callable[[Report, Report], float]], ...]] = (
    ("date", 0.25, date_score),
    ("place", 0.20, place_score),
    ("participants", 0.20, party_score),
    ("trigger", 0.20, trigger_score),
    ("type", 0.15, type_score),
)


def compare(a: Report, b: Report) -> Comparison:
    """Return how alike two reports are, with each feature's contribution."""
    parts = [(name, weight * feature(a, b)) for name, weight, feature in FEATURES]
    first, second = sorted((a, b), key=lambda report: report.key)
    reasons = tuple(Reason(f"merge-{name}", round(value, 3)) for name, value in parts)
    return Comparison(first, second, round(sum(value for _, value in parts), 6), reasons)


def intervals_meet(a: Report, b: Report) -> bool:
    """Tell whether two intervals share a day; an open side reaches as far as it takes."""
    return (a.begin or date.min) <= (b.end or date.max) and (b.begin or date.min) <= (a.end or date.max)


def _dated(report: Report) -> bool:
    return report.begin is not None or report.end is not None


def _shared(a: frozenset[str], b: frozenset[str]) -> float:
    smaller = min(len(a), len(b))
    return len(a & b) / smaller if smaller else 0.0
