"""What ties two reports to one event besides their kind and day; without a tie they are "possibly same"."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

from mapper.links.across.parties import at_odds, in_common, share_words
from mapper.links.across.places import one_area, one_spot, two_spots
from mapper.links.across.report import Report

Tie: TypeAlias = Literal["place", "participants", "words", "story"]

MOST: Final = 0.5
"""More than half of the people must be shared: one party of two is not the other meeting."""

STORY: Final = 3
"""People and towns two articles must share to tell one story."""

EVERYDAY: Final = frozenset({"ACCUSE", "ASSAULT", "COERCE", "OTHER", "REQUEST"})
"""Types of which one town may have several events in a few days: arrests, charges, shootings."""

TELLING_MODES: Final = frozenset({"ASSAULT", "COERCE", "DISASTER", "MOBILIZE", "OTHER", "SANCTION"})
"""Types whose modes are kinds of events (a robbery, a stabbing); of others they are ways to say it."""


def tie_between(a: Report, b: Report, people: float) -> Tie | None:
    """Return what ties two reports that no veto keeps apart; `people` is their score of participants."""
    if two_spots(a.where, b.where):
        return None
    if people > MOST and a.names & b.names and _same_people(a, b):
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


def days_are_sure(a: Report, b: Report) -> bool:
    """Tell whether the texts say the days, or the articles tell one story so that its days are one's own."""
    return not (a.inferred or b.inferred) or len(a.story & b.story) >= STORY


def told_beside(a: Report, b: Report) -> bool:
    """Tell whether one story tells of both, by one word and for one stated day, a place left out."""
    if (a.where is not None and b.where is not None) or a.inferred or b.inferred:
        return False
    return bool(a.acts & b.acts) and len(a.story & b.story) >= STORY


def _same_people(a: Report, b: Report) -> bool:
    """Tell whether the days bear out that the same people did this, or two of them and the act do."""
    if dated(a) and dated(b) and days_are_sure(a, b):
        return True
    return bool(a.acts & b.acts) and in_common(a.people, b.people) >= 2


def _alike(a: Report, b: Report) -> bool:
    """Tell whether nothing speaks for two events of one town and day."""
    sure = days_are_sure(a, b)
    if a.acts & b.acts:
        return sure or a.type not in EVERYDAY or share_words(a.people, b.people)
    if a.type != b.type or at_odds(a.people, b.people):
        return bool(a.names & b.names)
    kinds_differ = a.type in TELLING_MODES and bool(a.modes and b.modes)
    return sure and (not kinds_differ or bool(a.words & b.words))


def _around(a: Report, b: Report) -> bool:
    """Tell whether one place is the other's area; a whole country, or an everyday event, needs sure days."""
    whole = any(report.where and report.where.precision == "country" for report in (a, b))
    return one_area(a.where, b.where) and (days_are_sure(a, b) or not (whole or a.type in EVERYDAY))
