"""What the gazetteer says of a span, before any context."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from mapper.toponyms.document import Document
    from mapper.toponyms.spans.proposal import Proposal

GROUPS: Final[dict[str, frozenset[str]]] = {
    "country": frozenset({"country"}),
    "admin1": frozenset({"admin1"}),
    "admin2": frozenset({"admin2"}),
    "populated": frozenset({"city", "district"}),
    "area": frozenset({"continent", "region", "grouping", "disputed"}),
    "water": frozenset(
        {"ocean", "sea", "strait", "bay", "gulf", "channel", "lake", "river", "reservoir", "canal"}
    ),
    "relief": frozenset(
        {
            "island", "archipelago", "reef", "mountain", "range", "volcano", "peninsula", "cape", "valley",
            "desert", "plateau", "forest", "glacier",
        }
    ),
    "site": frozenset({"airport", "port", "base", "landmark", "crossing", "nuclear site", "dam"}),
}  # fmt: skip
NAME_KINDS: Final = ("primary", "alternate", "former", "abbreviation", "demonym", "code")
NAMES: Final = (
    "known",
    "candidates",
    "best_score",
    "best_prominence",
    "best_population",
    "score_gap",
    *(f"kind_{group}" for group in GROUPS),
    *(f"name_{kind}" for kind in NAME_KINDS),
    "spelled_exactly",
    "by_variant",
    "any_admin",
)
NOTHING: Final = (0.0,) * len(NAMES)
_ADMIN: Final = frozenset({"country", "admin1", "admin2"})


def features(document: Document, proposal: Proposal) -> tuple[float, ...]:
    """Return the values of `NAMES`."""
    choices = document.choices(proposal)
    if not len(choices):
        return NOTHING
    kind, name_kind, match = choices.kinds[0], choices.name_kinds[0], choices.matches[0]
    return (
        1.0,
        math.log2(1 + len(choices)),
        float(choices.score[0]),
        float(choices.prominence.max()),
        math.log10(1 + float(choices.population.max())),
        float(choices.score[0] - choices.score[1]) if len(choices) > 1 else 9.0,
        *(float(kind in kinds) for kinds in GROUPS.values()),
        *(float(name_kind == known) for known in NAME_KINDS),
        float(match == "exact"),
        float(match in {"variant", "fuzzy"}),
        float(not _ADMIN.isdisjoint(choices.kinds)),
    )
