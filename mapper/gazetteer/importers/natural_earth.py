"""Natural Earth: countries, units, towns, waters, relief; disputed areas go to the register.

Its borders follow who holds a place. A disputed area is never a country's here: its outline is handed
on as contested, and a country with a code of its own whose borders are is a place without one. A file
made for one state's point of view gives names and points, but its outlines only if that view is asked
for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import shapely

from mapper.errors import InputError
from mapper.gazetteer.folding import fold
from mapper.gazetteer.importers import values
from mapper.gazetteer.importers.alternates import alternate, alternates
from mapper.gazetteer.importers.features import Feature, features
from mapper.gazetteer.importers.items import Area, Contested, Item
from mapper.gazetteer.importers.languages import language_code
from mapper.gazetteer.importers.natural_earth_kinds import is_contested, kind_of
from mapper.gazetteer.importers.prominence import prominence
from mapper.gazetteer.importers.report import BadRow, Log
from mapper.gazetteer.importers.shapes import inner_point, is_area, outline, radius_km
from mapper.gazetteer.kinds import SEAS
from mapper.gazetteer.writer import Entry

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from mapper.gazetteer.kinds import NameKind

_OUTLINED: Final = frozenset({"country", "admin1", "admin2", *SEAS})
"""Kinds whose outlines tell what lies in them; of the others only the size is kept."""
_VIEW: Final = re.compile(r"_admin_0_countries_(?!lakes)([a-z]{3})$")
_NAME: Final = re.compile(r"name(?:_(?:[a-z]{2}|zht|alt|local|long))?|namealt|nameascii|formal_en")
_FIRST_NAMES: Final = ("name_en", "name_long", "name")
_UNIT_NAMES: Final = {
    "admin-0 map subunit": "subunit",
    "admin-0 map": "geounit",
    "admin-0 cap": "",
    "admin-0": "admin",
}
"""Where countries have a name that is not short for the map ("Bosnia and Herz.")."""
_CODES: Final = ("iso_a2", "iata_code", "postal")
_IDS: Final = ("geonameid", "geonamesid", "gn_id")
_POINTS: Final = (
    ("label_y", "label_x"),
    ("latitude", "longitude"),
    ("lat_y", "long_x"),
    ("lat", "lon"),
)
_LANGUAGE: Final = re.compile(r"name_([a-z]{2}|zht)")
_KEPT: Final = re.compile(r"name|brk_name|name_en|brk_a3|ne_id|wikidataid|(?:adm0_a3|fclass)(?:_[a-z]{2})?")
"""What of a disputed area the register matches by, and to whom each point of view gives it."""
_TOP, _FALL = 6.0, 0.4
"""Prominence at scale rank 0, where the oceans are, and its fall a rank (our judgement)."""


class NaturalEarth:
    """Reads zips, shapefiles and GeoJSON files of any theme and scale.

    Parameters
    ----------
    view
        The three-letter code in the name of a point of view's file whose outlines are taken too.
    """

    kind = "natural-earth"
    source = "Natural Earth"
    licence = "public domain, https://www.naturalearthdata.com"

    def __init__(self, view: str | None = None) -> None:
        self._view = view.casefold() if view else None
        self._taken: set[str] = set()
        if view and not re.fullmatch(r"[A-Za-z]{3}", view):
            msg = f"The point of view {view!r} is no three-letter code, as in ne_10m_admin_0_countries_ind."
            raise InputError(msg)

    def read(self, files: Sequence[Path], log: Log) -> Iterator[Item]:
        """Yield the places with their outlines, and the disputed areas.

        Raises
        ------
        InputError
            If a file holds no layer in degrees.
        """
        for path in files:
            rivers: dict[tuple[Any, ...], list[Feature]] = {}
            for number, found in features(path, log):
                with log.row(number):
                    if isinstance(found, BadRow):
                        raise found
                    if found.shape is not None and found.shape.geom_type.endswith("LineString"):
                        rivers.setdefault(_river(found.properties), []).append(found)
                    else:
                        yield from self._items(found, log)
            for pieces in rivers.values():
                yield from self._river(pieces, log)

    def _river(self, pieces: list[Feature], log: Log) -> Iterator[Item]:
        try:
            yield from self._items(_joined(pieces), log)
        except BadRow as error:
            log.note(0, error)

    def _items(self, feature: Feature, log: Log) -> Iterator[Item]:
        layer, properties, shape = feature
        contested, kind = is_contested(layer, properties), kind_of(properties)
        if contested and shape is not None and is_area(shape):
            kept = {key: value for key, value in properties.items() if value and _KEPT.fullmatch(key)}
            yield Contested(kept, shapely.make_valid(shape))
        if kind is None or (contested and not _country(properties)):
            if not contested:
                log.left_out["features that are no places"] += 1
            return
        entry = parse_feature(properties, kind, shape)
        entry.ident, entry.disputed = self._unique(entry.ident, log.rows), contested
        yield entry
        if shape is not None and is_area(shape) and kind in _OUTLINED and not contested:
            if self._is_neutral(layer):
                yield Area(entry.ident, outline(shape))
            else:
                log.left_out["outlines of a point of view that was not asked for"] += 1

    def _unique(self, ident: str, number: int) -> str:
        """Return an id that no other feature has: some of Natural Earth's stand for two."""
        own = ident if ident not in self._taken else f"{ident}-{number}"
        self._taken.add(own)
        return own

    def _is_neutral(self, layer: str) -> bool:
        view = _VIEW.search(layer)
        return view is None or view[1] == self._view


def parse_feature(properties: Mapping[str, Any], kind: str, shape: BaseGeometry | None) -> Entry:
    """Return the place that a feature is.

    Raises
    ------
    BadRow
        If it has no name or no point.
    """
    first = _first_name(properties)
    lat, lon = _point(properties, shape)
    population = values.people(_first(properties, ("pop_est", "pop_max", "max_pop")))
    rank = values.number(properties.get("scalerank"))
    likely = _TOP - _FALL * rank if rank is not None and not population else 0.0
    ident, linked = (_first(properties, keys) for keys in (("ne_id", "adm1_code", "adm0_a3"), _IDS))
    also = values.optional_geonames_id(linked)
    return Entry(
        f"user:ne-{_plain(ident) or fold(first or '').replace(' ', '-')}",
        values.name(first),
        kind,
        lat,
        lon,
        NaturalEarth.source,
        country=_country(properties),
        population=population,
        prominence=max(prominence(kind, population), likely),
        extent=radius_km(shape) if shape is not None and is_area(shape) else 0.0,
        names=[*_names(properties)],
        labels=_labels(properties),
        also=[also] if also else [],
    )


def _first_name(properties: Mapping[str, Any]) -> str | None:
    """Return the name a place is called by: of countries the shorter of two, neither of them abbreviated."""
    name = str(properties.get("featurecla") or "").casefold()
    own = next((key for start, key in _UNIT_NAMES.items() if name.startswith(start)), "")
    if own and (names := [text for key in (own, "name_en") if (text := _text(properties, key))]):
        return min(names, key=len)
    return next((text for key in _FIRST_NAMES if (text := _text(properties, key))), None)


def _names(properties: Mapping[str, Any]) -> Iterator[tuple[str, NameKind]]:
    for key in properties:
        if _NAME.fullmatch(key) and (text := _text(properties, key)):
            yield from alternates(text.split("|"))
    for key in _CODES:
        if (text := _text(properties, key)) and (code := alternate(text, "code")):
            yield code


def _labels(properties: Mapping[str, Any]) -> dict[str, str]:
    languages = {key: match[1] for key in properties if (match := _LANGUAGE.fullmatch(key))}
    names = {language: _text(properties, key) for key, language in languages.items()}
    return {language_code(language): name for language, name in names.items() if name}


def _point(properties: Mapping[str, Any], shape: BaseGeometry | None) -> tuple[float, float]:
    """Return the label's point where the feature has one, else one of its shape."""
    if isinstance(shape, shapely.Point) and not shape.is_empty:
        return values.latitude(shape.y), values.longitude(shape.x)
    for north, east in _POINTS:
        lat, lon = values.number(properties.get(north)), values.number(properties.get(east))
        if lat is not None and lon is not None and (lat, lon) != (0.0, 0.0):
            return values.latitude(lat), values.longitude(lon)
    if shape is None or shape.is_empty:
        reason = "the feature has neither a point nor a shape"
        raise BadRow(reason)
    lat, lon = inner_point(shape)
    return values.latitude(lat), values.longitude(lon)


def _joined(pieces: list[Feature]) -> Feature:
    return pieces[0]._replace(shape=shapely.union_all([piece.shape for piece in pieces]))


def _river(properties: Mapping[str, Any]) -> tuple[Any, ...]:
    """Return what the pieces of one river have in common."""
    return tuple(str(properties.get(key)) for key in ("featurecla", "rivernum", "name"))


def _country(properties: Mapping[str, Any]) -> str | None:
    codes = (values.country(_text(properties, key)) for key in ("iso_a2_eh", "iso_a2"))
    return next(filter(None, codes), None)


def _text(properties: Mapping[str, Any], key: str) -> str:
    """Return a property as text, empty for Natural Earth's signs of nothing."""
    value = properties.get(key)
    text = values.clean(value)
    return "" if text in {"-99", "-1", "None"} else text


def _first(properties: Mapping[str, Any], keys: tuple[str, ...]) -> Any:
    """Return the first property that is there and not Natural Earth's sign of nothing."""
    found = (properties.get(key) for key in keys)
    return next(
        (value for value in found if value not in (None, "", "-99", "-1") and not _is_negative(value)), None
    )


def _is_negative(value: Any) -> bool:
    return isinstance(value, int | float) and not value > 0


def _plain(value: Any) -> str:
    return (
        str(int(value)) if isinstance(value, float) and value.is_integer() else values.clean(str(value or ""))
    )
