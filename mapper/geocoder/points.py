"""The kinds of point that are computed rather than looked up."""

from __future__ import annotations

from typing import Literal, NamedTuple


class Coordinates(NamedTuple):
    """A point that was written out, with the radius in km that its digits leave open."""

    lat: float
    lon: float
    uncertainty_km: float
    notation: Literal["degrees", "utm", "mgrs"]


class Between(NamedTuple):
    """A stretch between two named places; `in_the_middle` if the text says half of the way."""

    first: str
    second: str
    in_the_middle: bool


class Offset(NamedTuple):
    """A point described from another place: "20 km north of Aleppo".

    `km` is None where no distance is given, `bearing` (degrees clockwise from north) where no
    direction is; `sector` is the angle that the direction's wording leaves open.
    """

    anchor: str
    km: float | None
    bearing: float | None
    sector: float
