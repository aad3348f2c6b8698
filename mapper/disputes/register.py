"""The register of disputed territories: look-up by name, by place and by id, and the flag it gives."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec
from msgspec.structs import replace

from mapper.disputes.names import NameFinder, NameMatch
from mapper.disputes.outlines import Outlines
from mapper.disputes.positions import KM_PER_DEGREE, Positions
from mapper.disputes.territory import Party, Territory
from mapper.errors import RegisterError, UnknownTerritoryError
from mapper.geo import in_box
from mapper.model import DisputeFlag, DisputeRelation, Place
from mapper.resources import data_path

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

PREFIX: Final = "dt:"
"""Prefix of the register's rows among the gazetteer's places."""
AREAS: Final = frozenset(
    "continent country region grouping ocean sea strait bay gulf channel lake river reservoir range "
    "peninsula valley desert plateau forest archipelago".split()
)
"""Kinds of place that are flagged by name only: their middle says nothing of their whole."""


class DisputeRegister:
    """Territories by id, their names, outlines and parties.

    Use `load` for the packaged register.
    """

    def __init__(
        self, territories: Collection[Territory], parties: dict[str, Party], outlines: Outlines
    ) -> None:
        self._territories = {territory.id: territory for territory in territories}
        self.parties = parties
        self.outlines = outlines
        self._positions = Positions(self._territories, outlines)
        _check(self._territories, parties)

    @classmethod
    def load(cls, folder: Path | None = None, *, outlines: Path | None = None) -> DisputeRegister:
        """Return the packaged register, or the one of a folder laid out alike.

        Parameters
        ----------
        folder
            Where the register lies; the packaged one if none is given.
        outlines
            A file written by `import_outlines`, whose shapes replace the packaged ones.

        Raises
        ------
        RegisterError
            If a file cannot be read or its rows do not fit together.
        """
        return _load(folder or data_path("gazetteer", "disputed"), outlines)

    def __iter__(self) -> Iterator[Territory]:
        return iter(self._territories.values())

    def __len__(self) -> int:
        return len(self._territories)

    def __contains__(self, territory_id: object) -> bool:
        return isinstance(territory_id, str) and territory_id.removeprefix(PREFIX) in self._territories

    @property
    def territories(self) -> tuple[Territory, ...]:
        """All rows, in the register's order."""
        return tuple(self._territories.values())

    def territory(self, territory_id: str) -> Territory:
        """Return a row, by its id with or without the prefix of its gazetteer place.

        Raises
        ------
        UnknownTerritoryError
            If there is no such row.
        """
        try:
            return self._territories[territory_id.removeprefix(PREFIX)]
        except KeyError:
            msg = (
                f"There is no disputed territory {territory_id!r}: the list of ids is: mapper disputes list."
            )
            raise UnknownTerritoryError(msg) from None

    def party_name(self, code: str) -> str:
        """Return the English name of a party's code; the code itself where it is unknown."""
        party = self.parties.get(code)
        return code if party is None else party.name

    @cached_property
    def _finder(self) -> NameFinder:
        return NameFinder(self._territories, self.parties)

    def find_names(
        self,
        text: str,
        *,
        date: date | None = None,
        points: Collection[tuple[float, float]] = (),
        quiet: bool = False,
    ) -> tuple[NameMatch, ...]:
        """Return the names of disputed territories in a text; see `NameFinder.find`."""
        return self._finder.find(text, date=date, points=points, quiet=quiet)

    def at(
        self, lat: float, lon: float, *, date: date | None = None, labels: bool = False
    ) -> tuple[str, ...]:
        """Return the territories a point lies in, the smallest first.

        A point is inside an outline, else within the reach of an island, rock, reef or small
        territory without one, else in one of a territory's listed places. Seas, lines, disputes
        over a name and Antarctic claims hold no point.

        Parameters
        ----------
        lat, lon
            WGS84 degrees.
        date
            The day of the article; disputes that were over or had not begun are left out.
        labels
            Also name a sea, a line or a territory without outline at its own label point: for bare
            points, not for places, which such rows never hold.
        """
        found = self._positions.at(lat, lon)
        if labels:
            found += [t for t in self._positions.labelled(lat, lon) if t not in found]
        return tuple(t for t in found if self._territories[t].flagged(date))

    def overlapping(self, territory_id: str, *, date: date | None = None) -> tuple[str, ...]:
        """Return the territories that contain a territory or overlap it, sorted by id."""
        row = self.territory(territory_id)
        others = set(self.at(row.lat, row.lon, date=date)) if row.on_land else set()
        above = row.parent
        while above is not None:
            others.add(above)
            above = self._territories[above].parent
        return tuple(sorted(t for t in others - {row.id} if self._territories[t].flagged(date)))

    def flag(
        self,
        territory_id: str,
        relation: DisputeRelation,
        *,
        date: date | None = None,
        also: Collection[str] = (),
        quiet: bool = False,
    ) -> DisputeFlag | None:
        """Return the flag of a territory, None where none is due on that day.

        Parameters
        ----------
        territory_id
            The territory.
        relation
            How the place or event touches it.
        date
            The day of the article.
        also
            Further territories found at the same place.
        quiet
            Return a flag for settled disputes and disputes over a name too.
        """
        row = self.territory(territory_id)
        if not (quiet or row.flagged(date)):
            return None
        return DisputeFlag(
            territory=row.id,
            relation=relation,
            also=tuple(sorted({*also, *self.overlapping(row.id, date=date)} - {row.id})),
            claimants=row.parties(date),
            administered_by=row.administrators(date),
            names=dict(sorted(row.names.items())),
            status=row.status,
            as_of=row.as_of,
        )

    def flag_place(
        self, place: Place, *, relation: DisputeRelation = "in", date: date | None = None
    ) -> DisputeFlag | None:
        """Return the flag of a gazetteer's place, None where it is not disputed.

        Areas (countries, seas, regions) are flagged by their name only, points by position too.
        """
        found = self._place_ids(place, date)
        if not found:
            return None
        return self.flag(found[0], relation, date=date, also=found[1:])

    def neutral(self, place: Place, flag: DisputeFlag) -> Place:
        """Return a flagged place as it may be shown: without a country, or a unit that only one side has.

        A unit stays where its name is one of the territory's own: Srinagar is in Jammu and Kashmir,
        but no town of the Kurils is in Sakhalin Oblast.
        """
        own = {flag.territory, *flag.also}

        def kept(unit: str | None) -> str | None:
            return unit if unit and any(t in own for t, _, _ in self._finder.senses(unit)) else None

        return replace(place, country=None, admin1=kept(place.admin1), admin2=kept(place.admin2))

    def _place_ids(self, place: Place, date: date | None) -> tuple[str, ...]:
        if place.id.startswith(PREFIX):
            row = self.territory(place.id)
            return (row.id,) if row.flagged(date) else ()
        named = self._named_places(place, date)
        if place.kind in AREAS or place.precision in {"country", "region", "sea"}:
            return named
        found = self.at(place.lat, place.lon, date=date)
        if place.kind == "admin1":
            found = tuple(t for t in found if self._holds(t, place))
        return tuple(dict.fromkeys((*found, *named)))

    def _named_places(self, place: Place, date: date | None) -> tuple[str, ...]:
        """Return the territories a place is named after and lies in the box of, small ones first."""
        if not any(in_box(place.lat, place.lon, row.bbox) for row in self._territories.values()):
            return ()
        ids = set()
        for territory, weak, _ in self._finder.senses(place.name):
            row = self._territories[territory]
            unsure = weak and row.context_by == "dispute"
            if row.flagged(date) and not unsure and in_box(place.lat, place.lon, row.bbox):
                ids.add(territory)
        return tuple(sorted(ids, key=self._positions.size))

    def _holds(self, territory: str, place: Place) -> bool:
        """Tell whether a province lies in a territory with most of its area."""
        shape = self.outlines.shape(territory)
        if shape is None or place.extent is None:
            return shape is not None
        width: float = shape.area**0.5 * KM_PER_DEGREE
        return width > place.extent

    def check(
        self, name_or_point: str | tuple[float, float], *, date: date | None = None
    ) -> tuple[DisputeFlag, ...]:
        """Return the flags of a name, a sentence or a point (lat, lon).

        A name alone is enough here, even one that an article would have to back with context.
        """
        if isinstance(name_or_point, str):
            ids = [match.territory for match in self.find_names(name_or_point, date=date)]
            whole = name_or_point.strip()
            ids += [t for t, _, _ in self._finder.senses(whole) if not ids]
            flags = [self.flag(t, "mention", date=date) for t in dict.fromkeys(ids)]
        else:
            found = self.at(*name_or_point, date=date, labels=True)
            flags = [self.flag(found[0], "in", date=date, also=found[1:])] if found else []
        return tuple(flag for flag in flags if flag is not None)

    def outline(self, territory_id: str) -> BaseGeometry | None:
        """Return the outline of a territory in WGS84 (x = longitude), None where only a point is known."""
        return self.outlines.shape(self.territory(territory_id).id)


@lru_cache(maxsize=4)
def _load(folder: Path, extra: Path | None) -> DisputeRegister:
    try:
        rows = msgspec.json.Decoder(Territory).decode_lines(
            (folder / "disputed_territories.jsonl").read_bytes()
        )
        parties = msgspec.json.decode((folder / "parties.json").read_bytes(), type=dict[str, Party])
    except (OSError, msgspec.DecodeError) as error:
        msg = f"The register of disputed territories in {folder.name!r} cannot be read: {error}."
        raise RegisterError(msg) from error
    paths = [folder / "polygons.geojsonl"] + ([extra] if extra else [])
    return DisputeRegister(rows, parties, Outlines(*paths))


def check(name_or_point: str | tuple[float, float], *, date: date | None = None) -> tuple[DisputeFlag, ...]:
    """Return the flags of a name, a sentence or a point by the packaged register.

    See `DisputeRegister.check`.
    """
    return DisputeRegister.load().check(name_or_point, date=date)


def _check(territories: dict[str, Territory], parties: dict[str, Party]) -> None:
    """Raise RegisterError where a row names a parent or a party that is not there."""
    for row in territories.values():
        if row.parent is not None and row.parent not in territories:
            msg = f"The parent {row.parent!r} of {row.id!r} is not in the register."
            raise RegisterError(msg)
        for code in (*row.claimants, *row.administered_by, *row.former_claimants):
            if code not in parties:
                msg = f"The party {code!r} of {row.id!r} is not in the register."
                raise RegisterError(msg)
