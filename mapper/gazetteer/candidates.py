"""A place that a name may mean, with how well the name fits it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapper.gazetteer.kinds import MATCH_WEIGHT, NAME_WEIGHT

if TYPE_CHECKING:
    from mapper.gazetteer.kinds import Match, NameKind
    from mapper.gazetteer.rows import Rows
    from mapper.model import Place


class Candidate:
    """A place seen through one of its names; what is known of it is read when asked for.

    `score` is a logarithm: one more means ten times as likely to be meant, before any context. It
    is the place's prominence and its kind's prior, less what the kind of name and the match cost.
    """

    __slots__ = ("_rows", "edits", "match", "name_kind", "row")

    def __init__(self, rows: Rows, row: int, name_kind: NameKind, match: Match, edits: int = 0) -> None:
        self._rows = rows
        self.row = row
        self.name_kind = name_kind
        self.match = match
        self.edits = edits

    def __repr__(self) -> str:
        return f"Candidate({self.id!r}, {self.name!r}, {self.kind!r}, {self.match!r}, score={self.score:.2f})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Candidate):
            return NotImplemented
        return self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def _key(self) -> tuple[str, str, str, int]:
        return self.id, self.name_kind, self.match, self.edits

    @property
    def id(self) -> str:
        """The place's id with its prefix."""
        return self._rows.ident(self.row)

    @property
    def name(self) -> str:
        """The place's first name."""
        return self._rows.name(self.row)

    @property
    def lat(self) -> float:
        """Latitude in degrees."""
        return self._rows.lat(self.row)

    @property
    def lon(self) -> float:
        """Longitude in degrees."""
        return self._rows.lon(self.row)

    @property
    def kind(self) -> str:
        """The kind of place."""
        return self._rows.kind(self.row)

    @property
    def population(self) -> int:
        """Number of people, 0 if unknown."""
        return self._rows.population(self.row)

    @property
    def extent(self) -> float:
        """Radius in km of a circle of about the place's area, 0 for a point."""
        return self._rows.extent(self.row)

    @property
    def prominence(self) -> float:
        """How well known the place is, as the power of ten of the people of a town as well known."""
        return self._rows.prominence(self.row)

    @property
    def country(self) -> str | None:
        """Country code; None where no single state's is undisputed."""
        return self._rows.country(self.row)

    @property
    def country_row(self) -> int | None:
        """Row of the country."""
        return self._rows.country_row(self.row)

    @property
    def admin1_row(self) -> int | None:
        """Row of the first-level unit that holds the place."""
        return self._rows.parent_of_kind(self.row, "admin1")

    @property
    def admin2_row(self) -> int | None:
        """Row of the second-level unit that holds the place."""
        return self._rows.parent_of_kind(self.row, "admin2")

    @property
    def score(self) -> float:
        """How likely the place is meant, as a power of ten."""
        fit = NAME_WEIGHT[self.name_kind] + MATCH_WEIGHT[self.match] - max(0, self.edits - 1)
        return self._rows.prior(self.row) + fit

    @property
    def place(self) -> Place:
        """The whole record."""
        return self._rows.place(self.row)
