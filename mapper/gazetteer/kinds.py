"""What kinds of place there are, and what follows from a kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, TypeAlias

if TYPE_CHECKING:
    from mapper.model import Precision

NameKind: TypeAlias = Literal["primary", "alternate", "former", "abbreviation", "demonym", "code", "historic"]
"""`former` names are still met in news (Bombay, Burma), `historic` ones were given up long ago and are
another place's name today (Salisbury for Harare)."""
Match: TypeAlias = Literal["exact", "folded", "variant", "fuzzy"]

NAME_KINDS: Final[tuple[NameKind, ...]] = (
    "primary",
    "alternate",
    "former",
    "abbreviation",
    "demonym",
    "code",
    "historic",
)
CASE_SENSITIVE: Final[frozenset[NameKind]] = frozenset({"abbreviation", "code"})
"""Kinds of name that are ordinary words in another case: "US" and "us", "IN" and "in"."""

KINDS: Final = (
    "continent", "country", "admin1", "admin2", "city", "district", "region", "grouping", "ocean",
    "sea", "strait",
    "bay", "gulf", "channel", "lake", "river", "reservoir", "canal", "island", "archipelago",
    "reef", "mountain",
    "range", "volcano", "peninsula", "cape", "valley", "desert", "plateau", "forest", "glacier",
    "airport", "port",
    "base", "landmark", "crossing", "nuclear site", "dam", "disputed",
)  # fmt: skip

SEAS: Final = frozenset({"ocean", "sea", "strait", "bay", "gulf", "channel"})
ADMIN: Final = frozenset({"country", "admin1", "admin2"})
POPULATED: Final = frozenset({"city", "district"})

_PRECISIONS: Final[dict[str, Precision]] = {
    "continent": "region", "country": "country", "admin1": "province", "admin2": "province", "city": "city",
    "district": "district", "region": "region", "grouping": "region", "range": "region", "desert": "region",
    "plateau": "region", "peninsula": "region", "valley": "region", "river": "region",
    "archipelago": "region",
    "forest": "region", "glacier": "region", "lake": "region", **dict.fromkeys(SEAS, "sea"),
}  # fmt: skip
_REGION_KM: Final = 25.0
"""From this radius on an island or a disputed area is a region, not a point (our judgement)."""

PRIOR: Final[dict[str, float]] = {
    "country": 3.0, "continent": 3.0, "admin1": 0.8, "ocean": 1.0, "sea": 1.0, "disputed": 1.0,
    "grouping": 0.5,
    "region": 0.5, "strait": 0.5, "gulf": 0.3, "island": 0.0, "archipelago": 0.0, "city": 0.0, "admin2": -0.3,
    "district": -0.5, "airport": -0.7, "port": -0.7, "base": -0.7,
}  # fmt: skip
"""What a kind adds to the prominence, in powers of ten: a country beats a village (our judgement)."""
OTHER_PRIOR: Final = -0.2
NAME_WEIGHT: Final[dict[NameKind, float]] = {
    "primary": 0.0, "alternate": -1.0, "former": -0.7, "abbreviation": -0.3, "demonym": -0.3, "code": -1.5,
    "historic": -5.5,
}  # fmt: skip
"""A place is about a tenth as often meant by a name that is not its first (our judgement)."""
MATCH_WEIGHT: Final[dict[Match, float]] = {"exact": 0.0, "folded": -0.2, "variant": -1.5, "fuzzy": -2.0}


def precision_of(kind: str, extent: float | None) -> Precision:
    """Return how exactly a place of this kind says where something is."""
    if kind in {"island", "disputed"}:
        return "region" if (extent or 0.0) >= _REGION_KM else "point"
    return _PRECISIONS.get(kind, "point")
