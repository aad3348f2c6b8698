"""What Natural Earth's feature classes are in our kinds (classes of general knowledge)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

_CLASSES: Final = {
    "country": "admin-0 country;admin-0 sovereignty;admin-0 sovereign country;admin-0 dependency",
    "region": "geoarea;basin;coast;delta;depression;foothills;isthmus;lowland;plain;tundra;wetlands;pole",
    "city": (
        "populated place;admin-0 capital;admin-0 capital alt;admin-0 region capital;admin-1 capital;"
        "admin-1 region capital;historic place"
    ),
    "continent": "continent",
    "ocean": "ocean",
    "sea": "sea",
    "gulf": "gulf",
    "bay": "bay;fjord;inlet;lagoon",
    "strait": "strait;sound",
    "channel": "channel",
    "lake": "lake;alkaline lake;playa",
    "reservoir": "reservoir",
    "river": "river;river (intermittent);lake centerline",
    "canal": "canal;canal (intermittent)",
    "island": "island",
    "archipelago": "island group",
    "reef": "reef",
    "range": "range/mtn",
    "mountain": "mountain",
    "peninsula": "peninsula;pen/cape",
    "cape": "cape",
    "valley": "valley;gorge",
    "desert": "desert",
    "plateau": "plateau",
    "glacier": "glaciated areas;antarctic ice shelf",
    "airport": "airport",
    "port": "port",
    "landmark": "waterfall;pass;national park service;scientific station",
}
_KINDS: Final = {name: kind for kind, names in _CLASSES.items() for name in names.split(";")}
_BEGINNINGS: Final = {"admin-0 map": "region", "admin-1": "admin1", "admin-2": "admin2"}
_CONTESTED: Final = frozenset({"disputed", "breakaway", "overlay", "indeterminate", "lease"})
_CONTESTED_LAYER: Final = "disputed_areas"
_LINES: Final = "boundary_lines"


def kind_of(properties: Mapping[str, Any]) -> str | None:
    """Return the kind of a feature, None for what is no place: coastlines, roads, grids."""
    name = str(properties.get("featurecla") or "").casefold()
    if name in _KINDS:
        return _KINDS[name]
    return next((kind for start, kind in _BEGINNINGS.items() if name.startswith(start)), None)


def is_contested(layer: str, properties: Mapping[str, Any]) -> bool:
    """Tell whether a feature is a disputed area, by its layer, class or type."""
    if _LINES in layer:
        return False
    words = {str(properties.get(key) or "").casefold() for key in ("featurecla", "type")}
    return _CONTESTED_LAYER in layer or not words.isdisjoint(_CONTESTED)
