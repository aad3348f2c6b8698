"""Corrections of events."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

import msgspec
from msgspec import UNSET

from mapper.corrections.fitting import FindPlace, FlagPlace, resolve
from mapper.corrections.records import At, EventCorrection, shares
from mapper.errors import CorrectionError
from mapper.model import (
    DatePrecision,
    DisputeFlag,
    Event,
    EventDispute,
    Extent,
    Location,
    Place,
    PlaceRelation,
    Reason,
    Span,
    Toponym,
)

_replace: Final = msgspec.structs.replace


def follow(event: Event, toponyms: dict[str, Toponym]) -> Event:
    """Return an event whose places are where their toponyms now are."""
    places = {name: _moved(getattr(event, name), toponyms) for name in ("location", "origin", "destination")}
    disputes = tuple(d for d in event.disputes if d.toponym is None or _flagged(toponyms.get(d.toponym)))
    return _replace(event, disputes=disputes, **places)


def _moved(location: Location | None, toponyms: dict[str, Toponym]) -> Location | None:
    if location is None or location.toponym is None:
        return location
    toponym = toponyms.get(location.toponym)
    if toponym is None or toponym.place is None:
        return None
    return _location(toponym.place, toponym.id, location.relation) if toponym.corrected else location


def _flagged(toponym: Toponym | None) -> bool:
    return toponym is not None and toponym.dispute is not None


def _location(place: Place, toponym: str | None, relation: PlaceRelation) -> Location:
    return Location(toponym, place.name, place.lat, place.lon, place.precision, relation)


def correct_event(
    events: list[Event],
    correction: EventCorrection,
    toponyms: Sequence[Toponym],
    find: FindPlace,
    flag: FlagPlace | None,
) -> list[Event]:
    """Return the events of an article with one of them corrected, added or taken away."""
    at = correction.at
    by_trigger = [e for e in events if any(shares(at, m) for m in e.mentions[:1])]
    by_mention = [e for e in events if any(shares(at, m) for m in e.mentions)]
    old = next(iter(by_trigger or by_mention), None)
    rest = [event for event in events if event is not old]
    if correction.not_an_event:
        return rest
    new = _changed(old or _added(at), correction)
    if correction.place is not UNSET:
        place = resolve(correction.place, find)
        new = _placed(new, place, correction.relation, toponyms)
        if place is not None:
            new = _disputed(new, place, correction.relation, flag)
    return sorted([*rest, new], key=lambda e: [m.start for m in e.mentions])


def _added(at: At) -> Event:
    """Return an event that only a person saw."""
    trigger = Span(at.start, at.end, at.text)
    evidence = (Extent(at.start, at.end),)
    return Event(f"c{at.start}", "OTHER", at.text, (trigger,), "happened", confidence=1.0, evidence=evidence)


def _changed(event: Event, correction: EventCorrection) -> Event:
    at = correction.at
    begin = event.begin if correction.begin is UNSET else correction.begin
    end = event.end if correction.end is UNSET else correction.end
    if begin is not None and end is not None and begin > end:
        msg = f"The correction of {at.text!r} in the article {at.article!r} ends before it begins."
        raise CorrectionError(msg)
    redated = (begin, end) != (event.begin, event.end)
    return _replace(
        event,
        type=correction.type or event.type,
        label=correction.label or event.label,
        status=correction.status or event.status,
        begin=begin,
        end=end,
        date_precision=_precision(begin, end) if redated else event.date_precision,
        reasons=(*event.reasons, Reason("corrected", None, at.start, at.end)),
        corrected=True,
    )


def _precision(begin: date | None, end: date | None) -> DatePrecision | None:
    if begin is None and end is None:
        return None
    return "day" if begin == end else "days"


def _placed(event: Event, place: Place | None, relation: PlaceRelation, toponyms: Sequence[Toponym]) -> Event:
    """Return the event at another place, without the disputes of the place it was at."""
    before = event.location.toponym if event.location is not None else None
    disputes = tuple(d for d in event.disputes if before is None or d.toponym != before)
    if place is None:
        return _replace(event, location=None, disputes=disputes)
    said = next((t for t in toponyms if t.place is not None and t.place.id == place.id), None)
    if said is not None and said.dispute is not None:
        disputes += (_dispute(said.dispute, relation, said.id),)
    return _replace(event, location=_location(place, said.id if said else None, relation), disputes=disputes)


def _disputed(event: Event, place: Place, relation: PlaceRelation, flag: FlagPlace | None) -> Event:
    """Return the event with the dispute of a place that the article does not name."""
    named = event.location is not None and event.location.toponym is not None
    found = None if named or flag is None else flag(place)
    disputes = () if found is None else (_dispute(found, relation, None),)
    return _replace(event, disputes=event.disputes + disputes)


def _dispute(flag: DisputeFlag, relation: PlaceRelation, toponym: str | None) -> EventDispute:
    return EventDispute(flag.territory, "in" if relation == "in" else "near", toponym)
