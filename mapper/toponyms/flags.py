"""The dispute flag of a toponym: by its name, else by where its place lies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from mapper.disputes import relation_at

if TYPE_CHECKING:
    from datetime import date

    from mapper.disputes import DisputeRegister
    from mapper.model import DisputeFlag, Place
    from mapper.toponyms.document import Document
    from mapper.toponyms.spans.proposal import Proposal

MOST_PLACES: Final = 20_000
"""Places remembered between articles before the memory is emptied."""


class Flagger:
    """Asks the register once for each place and day."""

    def __init__(self, register: DisputeRegister) -> None:
        self._register = register
        self._known: dict[tuple[str, date | None], DisputeFlag | None] = {}

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

    def neutral(self, place: Place, day: date | None, *, flagged: bool) -> Place:
        """Return a place without a side's country and units if the toponym is flagged, or else the place."""
        if flag := self._by_place(place, day):
            return self._register.neutral(place, flag)
        return replace(place, country=None) if flagged and place.country is not None else place

    def _by_place(self, place: Place, day: date | None) -> DisputeFlag | None:
        key = place.id, day
        if key not in self._known:
            if len(self._known) >= MOST_PLACES:
                self._known.clear()
            self._known[key] = self._register.flag_place(place, date=day)
        return self._known[key]
