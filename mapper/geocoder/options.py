"""Checking the options of a call; every fault is a geopy error that is also one of ours."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from geopy.exc import GeocoderQueryError
from geopy.point import Point

from mapper.errors import QueryError
from mapper.gazetteer import KINDS
from mapper.geocoder.coordinates import read_coordinates

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mapper.geo import Box

_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_SCRIPTS: Final = {"zh-TW": "zh-Hant", "zh-HK": "zh-Hant", "zh-MO": "zh-Hant"}
_COUNTRY: Final = re.compile(r"[A-Za-z]{2}|x-[A-Za-z]{2,4}")
FEATURE_TYPES: Final[dict[str, frozenset[str]]] = {
    "country": frozenset({"country"}),
    "state": frozenset({"admin1"}),
    "county": frozenset({"admin2"}),
    "city": frozenset({"city"}),
    "settlement": frozenset({"city", "district", "admin2", "admin1"}),
}
"""Nominatim's feature types as kinds of ours; each kind of the gazetteer is a feature type too."""


class GeopyQueryError(QueryError, GeocoderQueryError):  # type: ignore[misc]
    """A query error that callers who know only geopy can catch."""


class Filter(NamedTuple):
    """What an answer must satisfy; None asks for nothing."""

    countries: frozenset[str] | None = None
    box: Box | None = None
    bounded: bool = False
    kinds: frozenset[str] | None = None


ANYWHERE: Final = Filter()


def read_filter(country_codes: Any, viewbox: Any, featuretype: Any, *, bounded: bool) -> Filter:
    """Check the filtering options of a call.

    Raises
    ------
    QueryError
        If one cannot be understood; the message says what is expected.
    """
    return Filter(
        _countries(country_codes), _box(viewbox), bounded and viewbox is not None, _kinds(featuretype)
    )


def read_limit(limit: Any, *, exactly_one: bool) -> int:
    """Return the number of answers wanted.

    Raises
    ------
    QueryError
        If it is no positive whole number.
    """
    if limit is None:
        return 1 if exactly_one else 10
    if isinstance(limit, bool) or not isinstance(limit, int) or limit < 1:
        msg = f"A limit is a whole number from 1, not {limit!r}."
        raise GeopyQueryError(msg)
    return 1 if exactly_one else limit


def read_languages(language: Any) -> tuple[str, ...]:
    """Return the language codes of an option, best first: "ko", "ko-KR", "de, en;q=0.5"; none for False.

    Each is followed by the language that it is a form of: "pt-BR" by "pt".

    Raises
    ------
    QueryError
        If it is no text of codes.
    """
    if language is None or isinstance(language, bool):
        return ()
    codes = [code.partition(";")[0].strip() for code in str(language).split(",")]
    if not isinstance(language, str) or not all(map(_LANGUAGE.fullmatch, codes)):
        msg = f"A language is a code of BCP 47 such as 'ko' or 'zh-Hant', not {language!r}."
        raise GeopyQueryError(msg)
    forms = (form for code in map(_usual, codes) for form in (code, code.partition("-")[0]))
    return tuple(dict.fromkeys(forms))


def _usual(code: str) -> str:
    """Return a language code in its usual case: "zh-Hant", "pt-BR"; Chinese of a region by its script."""
    first, *rest = code.replace("_", "-").lower().split("-")
    usual = "-".join([first, *(part.title() if len(part) == 4 else part.upper() for part in rest)])
    return _SCRIPTS.get(usual, usual)


def read_point(point: Any) -> Point:
    """Return a geopy point of anything geopy takes for one.

    Raises
    ------
    QueryError
        If it is none, or not on the globe.
    """
    if isinstance(point, Point):
        return point
    reason: Exception | None = None
    try:
        pair = (read_coordinates(point) or ())[:2] if isinstance(point, str) else tuple(point)[:2]
        if len(pair) == 2 and abs(pair[0]) <= 90:
            return Point(*pair)
    except (TypeError, ValueError, OverflowError) as error:
        reason = error
    msg = f"This is no point: {point!r}. Give (latitude, longitude) in degrees, or text like '37.57, 126.98'."
    raise GeopyQueryError(msg) from reason


def _countries(codes: str | Iterable[str] | None) -> frozenset[str] | None:
    if codes is None:
        return None
    wanted = [codes] if isinstance(codes, str) else list(codes)
    wanted = [part.strip() for code in wanted if isinstance(code, str) for part in code.split(",")]
    if not wanted or not all(map(_COUNTRY.fullmatch, wanted)):
        msg = (
            f"Country codes are two letters of ISO 3166-1 each, such as 'KR' or ['KR', 'JP'], not {codes!r}."
        )
        raise GeopyQueryError(msg)
    return frozenset(code if code.startswith("x-") else code.upper() for code in wanted)


def _box(viewbox: Any) -> Box | None:
    if viewbox is None:
        return None
    try:
        first, second = map(Point, viewbox)
    except (TypeError, ValueError) as error:
        msg = f"A viewbox is two opposite corners, such as [(33, 124), (39, 132)], not {viewbox!r}."
        raise GeopyQueryError(msg) from error
    south, north = sorted((first.latitude, second.latitude))
    west, east = sorted((first.longitude, second.longitude))
    return west, south, east, north


def _kinds(featuretype: Any) -> frozenset[str] | None:
    if featuretype is None:
        return None
    wanted = [featuretype] if isinstance(featuretype, str) else list(featuretype)
    kinds: set[str] = set()
    for name in wanted:
        if name in FEATURE_TYPES:
            kinds |= FEATURE_TYPES[name]
        elif name in KINDS:
            kinds.add(name)
        else:
            known = ", ".join(sorted({*FEATURE_TYPES, *KINDS}))
            msg = f"There is no feature type {name!r}; use one of {known}."
            raise GeopyQueryError(msg)
    return frozenset(kinds)
