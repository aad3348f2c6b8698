"""Corrections of place names."""

from __future__ import annotations

import msgspec
from msgspec import UNSET

from mapper.corrections.fitting import FindPlace, FlagPlace, resolve
from mapper.corrections.records import PlaceCorrection, shares
from mapper.model import Alternative, Place, Reason, Toponym


def correct_place(
    toponyms: list[Toponym], correction: PlaceCorrection, find: FindPlace, flag: FlagPlace | None
) -> list[Toponym]:
    """Return the toponyms of an article with one of them corrected, added or taken away."""
    at = correction.at
    here = [t for t in toponyms if shares(at, t)]
    rest = [t for t in toponyms if not shares(at, t)]
    if correction.not_a_place:
        return rest
    same = next((t for t in here if (t.start, t.end) == (at.start, at.end)), here[0] if here else None)
    old = same or Toponym(f"c{at.start}", at.start, at.end, at.text, "literal")
    new = msgspec.structs.replace(
        old,
        start=at.start,
        end=at.end,
        text=at.text,
        role=correction.role or old.role,
        reasons=(*old.reasons, Reason("corrected", None, at.start, at.end)),
        corrected=True,
    )
    if correction.place is not UNSET:
        new = _with_place(new, resolve(correction.place, find), flag)
    return sorted([*rest, new], key=lambda t: t.start)


def _with_place(toponym: Toponym, place: Place | None, flag: FlagPlace | None) -> Toponym:
    """Return the toponym standing for another place; what it stood for stays an alternative."""
    before = () if toponym.place is None else (Alternative(toponym.place, toponym.confidence),)
    others = tuple(a for a in before + toponym.alternatives if place is None or a.place.id != place.id)
    dispute = flag(place) if flag is not None and place is not None else None
    unchanged = place is not None and toponym.place is not None and toponym.place.id == place.id
    dispute = dispute or (toponym.dispute if unchanged else None)
    if dispute is not None and place is not None:  # on disputed ground, no country and no unit of one side
        place = msgspec.structs.replace(place, country=None, admin1=None, admin2=None)
    return msgspec.structs.replace(
        toponym,
        place=place,
        confidence=0.0 if place is None else 1.0,
        alternatives=others,
        dispute=dispute,
    )
