"""Names of countries and of the United Nations' regions in all languages of the Unicode CLDR."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

from mapper.gazetteer.importers.alternates import alternates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gazetteer.build.draft import Draft
    from gazetteer.build.packages import Packages

_PACKAGE: Final = "cldr-localenames-full"
_MEMBER: Final = re.compile(r"package/main/([^/]+)/territories\.json")
_REGIONS: Final = {
    "002": "Africa", "003": "North America", "005": "South America", "009": "Oceania",
    "013": "Central America",
    "019": "Americas", "029": "Caribbean", "142": "Asia", "143": "Central Asia", "150": "Europe",
    "151": "Eastern Europe", "154": "Northern Europe", "155": "Western Europe", "039": "Southern Europe",
    "030": "East Asia", "034": "South Asia", "035": "Southeast Asia", "145": "Western Asia",
    "011": "West Africa",
    "014": "East Africa", "015": "North Africa", "017": "Central Africa", "018": "Southern Africa",
    "202": "Sub-Saharan Africa", "419": "Latin America", "054": "Melanesia", "057": "Micronesia",
    "061": "Polynesia", "EU": "European Union",
}  # fmt: skip
LANGUAGES: Final = frozenset(
    "ar bn de el en es fa fr he hi hu id it ja ko nl pl pt ru sv th tr uk ur vi zh zh-Hant".split()
)
"""Languages in which places are shown: those of Natural Earth and Thai."""
_BRACKETS: Final = re.compile(r"^(.+?) \((.+)\)$")


def add_country_names(draft: Draft, packages: Packages) -> None:
    """Give countries and large regions their names in every language."""
    places = {code: entry for code in draft.country_idents if (entry := draft.country(code))}
    for code, name in _REGIONS.items():
        known = [entry for entry in draft.named(name) if entry.kind in {"continent", "region", "grouping"}]
        if known:
            places[code] = max(known, key=lambda entry: (entry.prominence, entry.ident))
    for language, key, name in _names(packages):
        entry = places.get(key.partition("-")[0])
        if entry:
            parts = _BRACKETS.match(name)
            draft.call(entry, alternates(parts.groups() if parts else (name,)))
            if language in LANGUAGES and "-" not in key:
                entry.labels[language] = name


def name_units(draft: Draft, packages: Packages) -> None:
    """Call units by their English name: Sicily, not Sicilia."""
    data = json.loads(packages.read("cldr-subdivisions-full", "package/subdivisions/en/en.json"))
    names = data["subdivisions"]["localeDisplayNames"]["subdivisions"]
    for code, ident in draft.iso_units.items():
        entry, name = draft.entries.get(ident), names.get(code.replace("-", "").lower())
        if entry and name:
            draft.call_in_english(entry, name)


def _names(packages: Packages) -> Iterator[tuple[str, str, str]]:
    for member, data in packages.matching(_PACKAGE, _MEMBER):
        locale = _MEMBER.fullmatch(member)
        if locale:
            names = json.loads(data)["main"][locale[1]]["localeDisplayNames"].get("territories", {})
            yield from ((locale[1], code, name) for code, name in names.items() if name != code)
