"""What the mapper says, in the shape of the gold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

import msgspec

from mapper.atomic import atomic_path
from mapper.evaluation.spans import PlacedSpan
from mapper.model import Record

if TYPE_CHECKING:
    import os

    from mapper.model import Toponym


DESCRIBED: Final = frozenset({"coordinates", "offset"})
"""Kinds of places that a text describes without a name."""


class PredictedToponym(PlacedSpan, frozen=True):
    """A place name as found; without coordinates where it stayed unresolved."""

    country: str | None = None
    role: str | None = None
    place: str | None = None
    confidence: float | None = None


class PredictedDocument(Record, frozen=True):
    """A document's place names as found."""

    id: str
    toponyms: tuple[PredictedToponym, ...]


def predicted(toponyms: Iterable[Toponym], *, demonyms: bool = False) -> tuple[PredictedToponym, ...]:
    """Return toponyms in the shape of the gold.

    Unless the mentions were given, demonyms are left out, and so are points that are described and
    not named ("20 km north"): no corpus marks them.
    """
    return tuple(_one(toponym) for toponym in toponyms if demonyms or _is_name(toponym))


def _is_name(toponym: Toponym) -> bool:
    described = toponym.place is not None and toponym.place.kind in DESCRIBED
    return toponym.role != "demonym" and not described


def _one(toponym: Toponym) -> PredictedToponym:
    place = toponym.place
    country = None if place is None or toponym.dispute is not None else place.country
    return PredictedToponym(
        toponym.start,
        toponym.end,
        toponym.text,
        lat=None if place is None else place.lat,
        lon=None if place is None else place.lon,
        geonames_id=None if place is None else place.geonames_id,
        cc=country,
        country=country,
        role=toponym.role,
        place=None if place is None else place.id,
        confidence=toponym.confidence,
    )


def write_predictions(
    documents: Mapping[str, Sequence[PredictedToponym]], path: str | os.PathLike[str]
) -> None:
    """Write predictions, one document a line.

    Raises
    ------
    ExportError
        If the file cannot be written.
    """
    with atomic_path(path) as unfinished, unfinished.open("wb") as stream:
        for ident, toponyms in documents.items():
            stream.write(msgspec.json.encode(PredictedDocument(ident, tuple(toponyms))) + b"\n")
