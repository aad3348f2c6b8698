"""What forbids that two reports are of one event, however alike they are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from mapper.links.across.places import far_apart
from mapper.links.across.report import Report
from mapper.links.across.scoring import COMPATIBLE, SYMMETRIC, intervals_meet

_CONTRADICTORY: Final = frozenset({frozenset({"cancelled", "happened"}), frozenset({"cancelled", "ongoing"})})
"""A plan may be reported before and after it is called off, but what was called off did not happen."""


def _same_article(a: Report, b: Report) -> bool:
    return a.ref.article == b.ref.article


def _types_differ(a: Report, b: Report) -> bool:
    return a.type != b.type and frozenset((a.type, b.type)) not in COMPATIBLE


def _dates_apart(a: Report, b: Report) -> bool:
    return not intervals_meet(a, b)


def _places_apart(a: Report, b: Report) -> bool:
    return a.where is not None and b.where is not None and far_apart(a.where, b.where)


def _statuses_contradict(a: Report, b: Report) -> bool:
    return frozenset((a.status, b.status)) in _CONTRADICTORY


def _roles_swapped(a: Report, b: Report) -> bool:
    """Tell whether who acts here suffers there, in a kind of event where that matters."""
    if a.type in SYMMETRIC or b.type in SYMMETRIC:
        return False
    here, there = a.actors & b.targets, b.actors & a.targets
    return bool(here or there) and not (a.actors & b.actors or a.targets & b.targets)


def _nothing_in_common(a: Report, b: Report) -> bool:
    """Tell whether neither a place nor a party ties the reports: a day and a word are not enough."""
    placed = a.where is not None and b.where is not None
    return not placed and bool(a.people) and bool(b.people) and not a.people & b.people


VETOES: Final[tuple[tuple[str, Callable[[Report, Report], bool]], ...]] = (
    ("same-article", _same_article),
    ("types-differ", _types_differ),
    ("dates-apart", _dates_apart),
    ("places-apart", _places_apart),
    ("statuses-contradict", _statuses_contradict),
    ("roles-swapped", _roles_swapped),
    ("nothing-in-common", _nothing_in_common),
)


def vetoed_by(a: Report, b: Report) -> str | None:
    """Return the name of the first veto against a pair, None without one."""
    return next((name for name, veto in VETOES if veto(a, b)), None)
