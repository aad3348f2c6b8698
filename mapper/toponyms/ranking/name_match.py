"""How well a candidate's name fits the words of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from mapper.toponyms.ranking.table import Table

NAME_KINDS: Final = ("primary", "alternate", "former", "abbreviation", "demonym", "code")
NAMES: Final = (
    *(f"by_{kind}" for kind in NAME_KINDS),
    "by_short_form",
    "spelled_exactly",
    "by_variant",
    "by_part",
    "name_words",
    "likeness",
    "beside_first_name",
)


def features(table: Table) -> NDArray[np.float64]:
    """Return the columns of `NAMES`."""
    name_kinds, matches = np.array(table.name_kinds, dtype=object), np.array(table.matches, dtype=object)
    short = (name_kinds == "alternate") & (table.likeness == 1.0)
    own = (name_kinds == "primary") & (matches != "variant")
    part = np.array([bool(name.choices.part) for name in table.names])
    words = np.array([1.0 + name.choices.name.count(" ") for name in table.names])
    return np.stack(
        (
            *((name_kinds == kind) & ~short for kind in NAME_KINDS),
            short,
            matches == "exact",
            (matches == "variant") | (matches == "fuzzy"),
            part[table.name],
            words[table.name],
            table.likeness,
            (name_kinds != "primary") & (table.best_of_name(own.astype(np.float64)) > 0),
        ),
        axis=1,
    ).astype(np.float64)
