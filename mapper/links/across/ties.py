"""What ties two reports to one event besides their kind and day; without a tie they are "possibly same"."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

from mapper.links.across.parties import at_odds
from mapper.links.across.places import one_area, one_spot, two_spots
from mapper.links.across.report import Report

Tie: TypeAlias = Literal["place", "participants", "words", "story"]

MOST: Final = 0.5
"""More than half of the people must be shared: one party of two is not the other meeting."""

STORY: Final = 3
"""People and towns two articles must share to tell one story."""

TELLING_MODES: Final = frozenset({"ASSAULT", "COERCE", "DISASTER", "MOBILIZE", "OTHER", "SANCTION"})
"""Types whose modes are kinds of events (a robbery, a stabbing); of others they are ways to say it."""


def tie_between(a: Report, b: Report, people: float) -> Tie | None:
    """Return what ties two reports that no veto keeps apart; `people` is their score of participants."""
    if two_spots(a.where, b.where):
        return None
    shared_names = bool(a.names & b.names)
    if shared_names and people > MOST and ((dated(a) and dated(b)) or a.acts & b.acts):
        return "participants"
    if not (dated(a) and dated(b)):
        return None
    if one_spot(a.where, b.where) and _alike(a, b):
        return "place"
    if a.type == b.type and a.acts & b.acts and _around(a, b):
        return "words"
    return "story" if a.type == b.type and told_beside(a, b) else None


def dated(report: Report) -> bool:
    """Tell whether both ends of the report's days are known."""
    return report.days is not None


def told_beside(a: Report, b: Report) -> bool:
    """Tell whether one story tells of both, by one word and for one stated day, a place left out."""
    if (a.where is not None and b.where is not None) or a.inferred or b.inferred:
        return False
    return bool(a.acts & b.acts) and len(a.story & b.story) >= STORY


def _alike(a: Report, b: Report) -> bool:
    """Tell whether nothing speaks for two events of one town and day."""
    if a.acts & b.acts:
        return True
    if a.type != b.type or at_odds(a.people, b.people):
        return bool(a.names & b.names)
    kinds_differ = a.type in TELLING_MODES and bool(a.modes and b.modes)
    return not kinds_differ or bool(a.words & b.words)


def _around(a: Report, b: Report) -> bool:
    """Tell whether one place is the other's area; a whole country needs days that the texts say."""
    whole = any(report.where and report.where.precision == "country" for report in (a, b))
    return one_area(a.where, b.where) and not (whole and (a.inferred or b.inferred))
