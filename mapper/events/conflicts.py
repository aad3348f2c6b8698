"""What forbids that two mentions are of one event: their status, days, places or numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from mapper.events.dating import Dating
from mapper.events.draft import Draft
from mapper.geo import distance_km
from mapper.model import Place

REACH_KM: Final = 400.0
"""Distance from the point of a province or sea within which a place may lie in it."""

REACH_MEMBERS: Final = 8
"""Mentions of an event that later ones are compared with."""

FIRM: Final = frozenset({"attached", "clause"})
"""Ways a day or place was found that say it of the event itself."""


def conflict(group: Sequence[Draft], later: Draft) -> bool:
    """Tell whether dates, places or numbers forbid that a mention belongs to a group."""
    if _statuses_conflict(group[0], later):
        return True
    return any(
        _dates_conflict(member, later) or _places_conflict(member, later) or _figures_conflict(member, later)
        for member in group[-REACH_MEMBERS:]
    )


def _statuses_conflict(one: Draft, other: Draft) -> bool:
    """Tell whether one mention says outright that the event lies ahead and the other that it is over."""
    statuses = {one.verdict.status, other.verdict.status}
    if "planned" not in statuses or statuses & {"cancelled", "claimed"}:
        return False
    over = one if other.verdict.status == "planned" else other
    ahead = other if over is one else one
    if over.verdict.status == "planned" or ahead.verdict.rule == "planned.purpose":
        return False
    return over is one or over.verdict.rule != "happened.default" or _is_dated_before(over, ahead)


def _is_dated_before(over: Draft, ahead: Draft) -> bool:
    return bool(
        over.when
        and ahead.when
        and over.when.how in FIRM
        and over.when.end
        and ahead.when.begin
        and over.when.end < ahead.when.begin
    )


def _dates_conflict(one: Draft, other: Draft) -> bool:
    a, b = one.when, other.when
    if a is None or b is None or a.how not in FIRM or b.how not in FIRM:
        return False
    return disjoint(a, b)


def _places_conflict(one: Draft, other: Draft) -> bool:
    a, b = one.where, other.where
    if a is None or b is None or a.how not in FIRM or b.how not in FIRM or not a.place or not b.place:
        return False
    return not same_area(a.place, b.place)


def _figures_conflict(one: Draft, other: Draft) -> bool:
    if one.mention.trigger.mode != other.mention.trigger.mode:
        return False
    counts = {figure.unit: figure.value for figure in one.figures}
    return any(counts.get(figure.unit, figure.value) != figure.value for figure in other.figures)


def disjoint(a: Dating, b: Dating) -> bool:
    """Tell whether two datings share no day."""
    return bool((a.end and b.begin and a.end < b.begin) or (b.end and a.begin and b.end < a.begin))


def same_area(a: Place | None, b: Place | None) -> bool:
    """Tell whether one place is or holds the other, as far as is known."""
    return a is None or b is None or a.id == b.id or _contains(a, b) or _contains(b, a)


def _contains(outer: Place, inner: Place) -> bool:
    """Tell whether one place is named as an area around the other."""
    if outer.precision == "country":
        return outer.country is None or outer.country == inner.country
    if outer.name in (inner.admin1, inner.admin2):
        return True
    wide = outer.precision in ("province", "region", "sea") and outer.country in (None, inner.country)
    return wide and distance_km(outer.lat, outer.lon, inner.lat, inner.lon) <= max(
        outer.extent or 0.0, REACH_KM
    )
