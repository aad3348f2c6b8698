"""How alike two reports are: five named features, weighted by hand, and what ties them.

The weights were set by general reasoning; on the seven true pairs of the invented sample articles any
threshold from .50 to .55 merged all of them and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from msgspec import Struct

from mapper.geo import distance_km
from mapper.links.across.parties import at_odds, overlap
from mapper.links.across.places import FAR_KM, related, same_place
from mapper.links.across.report import Report, intervals_meet
from mapper.links.across.ties import tie_between
from mapper.model import Reason

SAME: Final = 0.55
"""At or above, two reports are of one event."""

POSSIBLE: Final = 0.45
"""At or above, they may be."""

UNTIED: Final = 0.54
"""The most that reports reach which only kind, time and loose words have in common."""

UNKNOWN: Final = 0.3
"""What a feature counts that one report leaves open."""

INFERRED: Final = 0.7
"""What days count that a text does not say of the event."""

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


class Comparison(Struct, frozen=True):
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
    return INFERRED if a.inferred or b.inferred else 1.0


def place_score(a: Report, b: Report) -> float:
    """Return 1 for one place, half for a place and its area or a near one, unknown where open."""
    if a.where is None or b.where is None:
        return UNKNOWN
    if same_place(a.where, b.where):
        return 1.0
    if related(a.where, b.where):
        return 0.5
    return 0.5 if distance_km(a.where.lat, a.where.lon, b.where.lat, b.where.lon) <= FAR_KM else 0.0


def people_score(a: Report, b: Report) -> float:
    """Return the share of the smaller side's words that the other has, role by role.

    Common nouns may differ without meaning other people; named parties may not.
    """
    sides = [(a.people, b.people)] if a.type in SYMMETRIC or b.type in SYMMETRIC else []
    sides = sides or [(a.actors, b.actors), (a.targets, b.targets)]
    scores = [overlap(x, y) or (0.0 if at_odds(x, y) else UNKNOWN) for x, y in sides if x and y]
    if scores:
        return sum(scores) / len(scores)
    return max(UNKNOWN, overlap(a.people, b.people) / 2)


def trigger_score(a: Report, b: Report) -> float:
    """Return 1 where the reports share a word for the event, or its finer kind."""
    return 1.0 if a.acts & b.acts else 0.0


FEATURES: Final[tuple[tuple[str, float, Callable[[Report, Report], float]], ...]] = (
    ("date", 0.25, date_score),
    ("place", 0.20, place_score),
    ("participants", 0.20, people_score),
    ("trigger", 0.20, trigger_score),
    ("type", 0.15, type_score),
)

REASON_CODES: Final = (*(f"merge-{name}" for name, _, _ in FEATURES), "merge-tie")
"""What the reasons of a comparison are called, in their order."""


def compare(a: Report, b: Report) -> Comparison:
    """Return how alike two reports are, with each feature's contribution and what ties them."""
    first, second = (a, b) if a.key <= b.key else (b, a)
    values = {name: feature(first, second) for name, _, feature in FEATURES}
    parts = [round(weight * values[name], 3) for name, weight, _ in FEATURES]
    tie = tie_between(first, second, values["participants"])
    score = round(sum(parts), 6)
    reasons = tuple(Reason(code, value) for code, value in zip(REASON_CODES, (*parts, tie), strict=True))
    return Comparison(first, second, score if tie else min(score, UNTIED), reasons)


def _dated(report: Report) -> bool:
    return report.begin is not None or report.end is not None
