"""What a reader hands on, one item after another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from mapper.gazetteer.writer import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

    from mapper.gazetteer.importers.report import Log
    from mapper.gazetteer.kinds import NameKind


@dataclass(frozen=True, slots=True)
class Name:
    """One more name of a place that comes from another file; without such a place it is dropped.

    With a `language` it is what the place is called in it.
    """

    ident: str
    surface: str
    kind: NameKind
    language: str = ""


@dataclass(frozen=True, slots=True)
class Area:
    """The outline of a place, in degrees."""

    ident: str
    shape: BaseGeometry


@dataclass(frozen=True, slots=True)
class Contested:
    """A disputed area: no place of a country's, but an outline for the register of disputes."""

    properties: dict[str, Any]
    shape: BaseGeometry


Item: TypeAlias = Entry | Name | Area | Contested


class Importer(Protocol):
    """Reads one kind of source. It streams: no reader holds a whole dump in memory."""

    kind: str
    source: str
    licence: str

    def read(self, files: Sequence[Path], log: Log) -> Iterator[Item]:
        """Yield what the files hold; rows that cannot be used go to the log."""
