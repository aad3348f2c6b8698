"""A place that a name may mean, with how well the name fits it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapper.gazetteer.kinds import MATCH_WEIGHT, NAME_WEIGHT, OTHER_PRIOR, PRIOR
from mapper.gazetteer.layout import PROMINENCE_SCALE

if TYPE_CHECKING:
    from mapper.gazetteer.kinds import Match, NameKind
    from mapper.gazetteer.store import Store
    from mapper.model import Place


class Candidate:
    """A row of the index seen through one of its names; columns are read when asked for.

    `score` is a logarithm: one more means ten times as likely to be meant, before any context. It
    is the place's prominence and its kind's prior, less what the kind of name and the match cost.
    """

    __slots__ = ("_store", "edits", "match", "name_kind", "row")

    def __init__(self, store: Store, row: int, name_kind: NameKind, match: Match, edits: int = 0) -> None:
        self._store = store
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

    def _key(self) -> tuple[str, str, str]:
        return self.id, self.name_kind, self.match

    @property
    def id(self) -> str:
        """The place's id with its prefix."""
        return self._store.ident(self.row)

    @property
    def name(self) -> str:
        """The place's first name."""
        return self._store.name(self.row)

    @property
    def lat(self) -> float:
        """Latitude in degrees."""
        return self._store.lat(self.row)

    @property
    def lon(self) -> float:
        """Longitude in degrees."""
        return self._store.lon(self.row)

    @property
    def kind(self) -> str:
        """The kind of place."""
        return self._store.kind_of(self.row)

    @property
    def population(self) -> int:
        """Number of people, 0 if unknown."""
        return int(self._store.population[self.row])

    @property
    def extent(self) -> float:
        """Radius in km of a circle of about the place's area, 0 for a point."""
        return float(self._store.extent[self.row])

    @property
    def prominence(self) -> float:
        """How well known the place is, in powers of ten of the people of a town as well known."""
        return float(self._store.prominence[self.row] / PROMINENCE_SCALE)

    @property
    def country(self) -> str | None:
        """Country code; None where no single state's is undisputed."""
        return self._store.country(self.row)

    @property
    def country_row(self) -> int | None:
        """Row of the country."""
        code = self.country
        row = self._store.country_rows.get(code, -1) if code else -1
        return row if row >= 0 else None

    @property
    def admin1_row(self) -> int | None:
        """Row of the first-level unit that holds the place."""
        return self._store.parent_of_kind(self.row, "admin1")

    @property
    def admin2_row(self) -> int | None:
        """Row of the second-level unit that holds the place."""
        return self._store.parent_of_kind(self.row, "admin2")

    @property
    def score(self) -> float:
        """How likely the place is meant, as a power of ten."""
        prior = self.prominence + PRIOR.get(self.kind, OTHER_PRIOR)
        return prior + NAME_WEIGHT[self.name_kind] + MATCH_WEIGHT[self.match] - max(0, self.edits - 1)

    @property
    def place(self) -> Place:
        """The whole record."""
        return self._store.place(self.row)
