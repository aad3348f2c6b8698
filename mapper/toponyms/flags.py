"""The dispute flag of a toponym: by its name, else by where its place lies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from mapper.disputes import relation_at
from mapper.geo import in_box

if TYPE_CHECKING:
    from datetime import date

    from mapper.disputes import DisputeRegister
    from mapper.disputes.territory import Territory
    from mapper.geo import Box
    from mapper.model import DisputeFlag, Place
    from mapper.toponyms.document import Document
    from mapper.toponyms.spans.proposal import Proposal

MARGIN: Final = 1.0
"""Degrees around the box of a territory within which a place is looked at; circles reach less far."""
MOST_PLACES: Final = 20_000
"""Places remembered between articles before the memory is emptied."""


class Flagger:
    """Asks the register once for each place and day."""

    def __init__(self, register: DisputeRegister) -> None:
        self._register = register
        self._known: dict[tuple[str, date | None], DisputeFlag | None] = {}
        self._near: dict[str, bool] = {}
        self._boxes = tuple(map(_wider, register))

    def flag(self, document: Document, proposal: Proposal, place: Place | None) -> DisputeFlag | None:
        """Return the flag due on one mention, None for an undisputed place."""
        if proposal.territory:
            relation = relation_at(document.parse, proposal.start, proposal.end, inside=not proposal.whole)
            return self._register.flag(proposal.territory, relation, date=document.date)
        if place is None or self._by_place(place, document.date) is None:
            return None
        inside = not place.id.startswith("dt:")
        relation = relation_at(document.parse, proposal.start, proposal.end, inside=inside)
        return self._register.flag_place(place, relation=relation, date=document.date)

    def neutral(self, place: Place, day: date | None, flag: DisputeFlag | None = None) -> Place:
        """Return a place as it may be shown: a disputed one without a country and units of one side.

        `flag` is the toponym's: none of the places that it may mean keeps a country.
        """
        own = self._by_place(place, day)
        if own is not None:
            return self._register.neutral(place, own)
        return place if flag is None else replace(place, country=None)

    def _may_be_disputed(self, place: Place) -> bool:
        """Tell whether a place is at or near any territory, whatever the day."""
        known = self._near.get(place.id)
        if known is None:
            if len(self._near) >= MOST_PLACES:
                self._near.clear()
            near = any(in_box(place.lat, place.lon, box) for box in self._boxes)
            known = self._near[place.id] = near or place.id.startswith("dt:")
        return known

    def _by_place(self, place: Place, day: date | None) -> DisputeFlag | None:
        if not self._may_be_disputed(place):
            return None
        key = place.id, day
        if key not in self._known:
            if len(self._known) >= MOST_PLACES:
                self._known.clear()
            self._known[key] = self._register.flag_place(place, date=day)
        return self._known[key]


def _wider(territory: Territory) -> Box:
    west, south, east, north = territory.bbox
    return west - MARGIN, south - MARGIN, east + MARGIN, north + MARGIN
