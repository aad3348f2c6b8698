"""The grammar of time expressions: atoms and joins, one file a family.

Where two atoms start at the same place the earlier one in `ATOMS` is taken.
"""

from mapper.dates.grammar import (
    absolute,
    anchored,
    clock,
    feasts,
    fiscal,
    lengths,
    numeric,
    parts,
    relative,
    repeats,
    seasons,
    vague,
    years,
)
from mapper.dates.grammar.joins import JOINS
from mapper.dates.grammar.rule import Atom, Item, Join, Look, Seam

ATOMS: tuple[Atom, ...] = (
    *numeric.ATOMS,
    *clock.ATOMS,
    *fiscal.ATOMS,
    *feasts.ATOMS,
    *seasons.ATOMS,
    *years.ATOMS[:-1],
    *repeats.ATOMS,
    *absolute.ATOMS,
    *relative.ATOMS,
    *anchored.ATOMS,
    *parts.ATOMS,
    *lengths.ATOMS,
    *vague.ATOMS,
    *years.ATOMS[-1:],
)

__all__ = ["ATOMS", "JOINS", "Atom", "Item", "Join", "Look", "Seam"]
