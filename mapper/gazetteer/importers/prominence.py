"""How well known a place is that a source says little about.

Prominence is the power of ten of the people of a town as well known. All figures here are our
judgement; they keep what the big dumps add below what the packaged index already knows.
"""

from __future__ import annotations

import math
from typing import Final

_LEAST: Final = {
    "country": 5.5, "continent": 6.0, "ocean": 6.0, "sea": 4.5, "admin1": 4.5, "admin2": 3.0, "region": 2.5,
    "gulf": 3.0, "strait": 3.0, "bay": 2.0, "island": 2.0, "archipelago": 2.5, "range": 2.5, "desert": 2.5,
    "airport": 2.5, "city": 1.5, "district": 1.5,
}  # fmt: skip
_OTHER: Final = 1.0
"""A spring, a hotel, a hill: found by its name, but never before a village."""


def prominence(kind: str, population: int, bonus: float = 0.0) -> float:
    """Return the prominence of a kind of place with so many people, 0 for unknown."""
    known = math.log10(population) if population > 0 else 0.0
    return max(known, _LEAST.get(kind, _OTHER)) + bonus
