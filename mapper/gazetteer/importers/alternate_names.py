"""GeoNames' table of alternate names: languages, pseudo-languages and flags."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mapper.gazetteer.importers import values
from mapper.gazetteer.importers.alternates import alternate
from mapper.gazetteer.importers.items import Name
from mapper.gazetteer.importers.languages import language_code
from mapper.gazetteer.importers.report import BadRow

if TYPE_CHECKING:
    from collections.abc import Collection

    from mapper.gazetteer.kinds import NameKind

COLUMNS: Final = frozenset({8, 10})
"""Of the first edition of the table and of the second, which has the years of use too."""
_PLACE, _LANGUAGE, _NAME, _PREFERRED, _SHORT, _HISTORIC, _UNTIL = 1, 2, 3, 4, 5, 7, 9
_CODES: Final[dict[str, NameKind]] = {"iata": "code", "icao": "code", "abbr": "abbreviation"}
_NO_NAMES: Final = frozenset({"link", "wkdt", "post", "unlc", "tcid", "faac", "phon", "piny"})
"""Pseudo-languages of web addresses, other registers' numbers and postcodes."""
_OUR_LANGUAGE: Final = "en"
"""Of the articles: in it a preferred or short name is what a place is called."""


def parse_name(fields: list[str], languages: Collection[str]) -> Name | str:
    """Return the name of a row, or why it is not wanted.

    Raises
    ------
    BadRow
        If the row cannot be used.
    """
    if len(fields) not in COLUMNS:
        reason = "the row has not 10 columns"
        raise BadRow(reason, len(fields))
    ident = values.geonames_id(fields[_PLACE])
    language = fields[_LANGUAGE].casefold()
    if language in _NO_NAMES:
        return "web addresses, postcodes and numbers"
    if languages and language not in ("", *_CODES) and language.split("-")[0] not in languages:
        return "names in other languages"
    found = alternate(fields[_NAME], _CODES.get(language, "alternate"))
    if found is None:
        return "codes and letters that are no names"
    surface, kind = found
    if kind != "alternate":
        return Name(ident, surface, kind)
    kind = _flagged(fields, language)
    is_shown = fields[_PREFERRED] == "1" and kind != "former"
    return Name(ident, surface, kind, language_code(language) if is_shown else "")


def _flagged(fields: list[str], language: str) -> NameKind:
    if fields[_HISTORIC] == "1" or (len(fields) > _UNTIL and fields[_UNTIL]):
        return "former"
    called_so = "1" in (fields[_PREFERRED], fields[_SHORT])
    return "primary" if called_so and language == _OUR_LANGUAGE else "alternate"
