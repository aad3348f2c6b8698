"""Tables of what repeats: places, readings and reasons stand once and are referred to by index."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Generic, TypeVar

from msgspec.structs import replace

from mapper.page.payload.places import area_key
from mapper.page.payload.records import PagePlace, PageWhere, rounded

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable

    from mapper.model import Location, Place, Reason, Toponym
    from mapper.page.names import Names
    from mapper.page.payload.disputes import DisputeTable
    from mapper.page.payload.spans import Quotes

T = TypeVar("T")
TERRITORY: Final = "dt:"
"""Prefix of the ids of disputed territories that are places themselves."""


class Table(Generic[T]):
    """Values in the order in which they were first needed, each once."""

    def __init__(self) -> None:
        self._rows: dict[Hashable, int] = {}
        self.values: list[T] = []

    def index(self, key: Hashable, make: Callable[[], T]) -> int:
        """Return the index of the value with this key, made on first use."""
        if key not in self._rows:
            self._rows[key] = len(self.values)
            self.values.append(make())
        return self._rows[key]


class Tables:
    """All tables of one page, and how records become rows of them."""

    def __init__(self, disputes: DisputeTable, names: Names) -> None:
        self.disputes = disputes
        self.names = names
        self.places: Table[PagePlace] = Table()
        self.readings: Table[str] = Table()
        self.reasons: Table[tuple[str, str | float | None]] = Table()

    def reasons_of(self, reasons: Iterable[Reason]) -> tuple[int, ...]:
        """Return the rows of some reasons, in their order."""
        return tuple(
            self.reasons.index((reason.code, reason.value), lambda r=reason: (r.code, r.value))  # type: ignore[misc]
            for reason in reasons
        )

    def where(self, location: Location, toponyms: dict[str, Toponym], quotes: Quotes) -> PageWhere:
        """Return a location with the toponym that says it, its other readings and its reasons."""
        toponym = toponyms.get(location.toponym or "")
        if toponym is None:
            return PageWhere(place=self.place(location, None), relation=location.relation)
        return PageWhere(
            place=self.place(location, toponym),
            relation=location.relation,
            text=toponym.text,
            mark=quotes.mark(toponym.start, toponym.end),
            confidence=rounded(toponym.confidence),
            readings=tuple(
                (self._reading(alternative.place), rounded(alternative.score))
                for alternative in toponym.alternatives
            ),
            reasons=self.reasons_of(toponym.reasons),
            corrected=toponym.corrected,
        )

    def place(self, location: Location, toponym: Toponym | None) -> int:
        """Return the row of the place an event is at."""
        known = toponym.place if toponym else None
        dispute = self.disputes.of(toponym) if toponym else None
        key = (known.id if known else (location.name, location.lat, location.lon), dispute)
        return self.places.index(key, lambda: self._place(location, known, dispute))

    def _place(self, location: Location, known: Place | None, dispute: int | None) -> PagePlace:
        if known is None:
            return PagePlace(
                name=location.name,
                lat=location.lat,
                lon=location.lon,
                precision=location.precision,
                dispute=dispute,
            )
        if dispute is not None:
            known = replace(known, country=None)
        return PagePlace(
            name=known.name,
            lat=location.lat,
            lon=location.lon,
            precision=location.precision,
            kind=known.kind,
            within=self._within(known),
            extent=known.extent,
            area=area_key(known),
            dispute=dispute,
            itself=known.id.startswith(TERRITORY),
        )

    def _within(self, place: Place) -> str | None:
        """Return what a place lies in; a place without an undisputed country names none."""
        country = self.names.english(place.country) if place.country else None
        parts = [part for part in (place.admin1, country) if part and part != place.name]
        return ", ".join(parts) or None

    def _reading(self, place: Place) -> int:
        """Return the row of a place as one line of words: name, what it lies in, kind."""
        within = self._within(place)
        words = f"{place.name}, {within}" if within else place.name
        return self.readings.index(words, lambda: words)
