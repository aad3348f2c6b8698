"""The rows of one or more indexes, numbered through: the packaged index first, the user's behind it."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from mapper.gazetteer.kinds import OTHER_PRIOR, PRIOR, precision_of
from mapper.gazetteer.layout import COORDINATE_SCALE, NO_COUNTRY, OUTER, PROMINENCE_SCALE
from mapper.model import Place

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mapper.gazetteer.store import Array, Store


class Rows:
    """What is known of each row. Numbers hold for this set of indexes only; ids hold everywhere."""

    def __init__(self, stores: Sequence[Store]) -> None:
        self.stores = tuple(stores)
        self.starts = [0, *accumulate(map(len, self.stores))]
        self._first = self.starts[1]

    def __len__(self) -> int:
        return self.starts[-1]

    def at(self, row: int) -> tuple[Store, int]:
        """Return the index that has a row, and the row's number in it."""
        if row < self._first:
            return self.stores[0], row
        number = bisect_right(self.starts, row) - 1
        return self.stores[number], row - self.starts[number]

    def lat(self, row: int) -> float:
        """Return the latitude in degrees."""
        store, row = self.at(row)
        return float(store.lat[row] / COORDINATE_SCALE)

    def lon(self, row: int) -> float:
        """Return the longitude in degrees."""
        store, row = self.at(row)
        return float(store.lon[row] / COORDINATE_SCALE)

    def name(self, row: int) -> str:
        """Return the first name."""
        store, row = self.at(row)
        return store.name(row)

    def labels(self, row: int) -> dict[str, str]:
        """Return the names by language code, as far as they are known."""
        store, row = self.at(row)
        return store.labels(row)

    def name_in(self, row: int, language: str) -> str | None:
        """Return the name in a language: "ko", "zh-Hant"; of "pt-BR" that in "pt". None if unknown."""
        labels = {code.casefold(): name for code, name in self.labels(row).items()}
        code = language.replace("_", "-").casefold()
        return labels.get(code) or labels.get(code.partition("-")[0])

    def kind(self, row: int) -> str:
        """Return the kind of place."""
        store, row = self.at(row)
        return store.manifest.kinds[int(store.kind[row])]

    def population(self, row: int) -> int:
        """Return the number of people, 0 if unknown."""
        store, row = self.at(row)
        return int(store.population[row])

    def extent(self, row: int) -> float:
        """Return the radius in km of a circle of about the place's area, 0 for a point."""
        store, row = self.at(row)
        return round(float(store.extent[row]), 3)

    def prominence(self, row: int) -> float:
        """Return how well known the place is, in powers of ten."""
        store, row = self.at(row)
        return float(store.prominence[row] / PROMINENCE_SCALE)

    def prior(self, row: int) -> float:
        """Return how likely the place is meant at all: its prominence and what its kind adds."""
        return self.prominence(row) + PRIOR.get(self.kind(row), OTHER_PRIOR)

    def country(self, row: int) -> str | None:
        """Return the country code, None where no single state's is undisputed."""
        store, row = self.at(row)
        code = store.country[row]
        return None if code == NO_COUNTRY else store.manifest.countries[code][0]

    def country_row(self, row: int) -> int | None:
        """Return the row of the place's country."""
        code = self.country(row)
        return self.row_of_country(code) if code else None

    def row_of_country(self, code: str) -> int | None:
        """Return the row of the country of a code."""
        return self._country_rows.get(code)

    def ident(self, row: int) -> str:
        """Return the id with its prefix."""
        store, row = self.at(row)
        return store.ident(row)

    def row(self, ident: str) -> int | None:
        """Return the row of an id; the first index that has it wins."""
        for start, store in zip(self.starts, self.stores, strict=False):
            if (row := store.row(ident)) is not None:
                return start + row
        return None

    def parent(self, row: int) -> int | None:
        """Return the row of the smallest unit that holds a place; it may lie in another index."""
        store, local = self.at(row)
        parent = int(store.parent[local])
        if parent <= OUTER:
            return self.row(f"gn:{OUTER - parent}")
        return row - local + parent if parent >= 0 else None

    def parents(self, row: int) -> list[int]:
        """Return the rows of the units that hold a place, nearest first."""
        chain: list[int] = []
        parent = self.parent(row)
        while parent is not None and parent not in chain:
            chain.append(parent)
            parent = self.parent(parent)
        return chain

    def parent_of_kind(self, row: int, kind: str) -> int | None:
        """Return the row of the unit of a kind that holds a place."""
        return next((parent for parent in self.parents(row) if self.kind(parent) == kind), None)

    def place(self, row: int) -> Place:
        """Return the whole record."""
        kind, extent = self.kind(row), self.extent(row) or None
        store, local = self.at(row)
        admin1, admin2 = (self.parent_of_kind(row, level) for level in ("admin1", "admin2"))
        return Place(
            id=store.ident(local),
            name=store.name(local),
            kind=kind,
            lat=self.lat(row),
            lon=self.lon(row),
            precision=precision_of(kind, extent),
            extent=extent,
            country=self.country(row),
            admin1=None if admin1 is None else self.name(admin1),
            admin2=None if admin2 is None else self.name(admin2),
            geonames_id=store.geonames_id(local),
            population=self.population(row) or None,
            source=store.manifest.sources[store.source[local]],
        )

    @cached_property
    def kinds(self) -> list[str]:
        """The kinds that the column ``kind`` counts."""
        return list(dict.fromkeys(kind for store in self.stores for kind in store.manifest.kinds))

    @cached_property
    def countries(self) -> list[str]:
        """The codes that the column ``country`` counts; the number that stands for none has none."""
        codes = list(dict.fromkeys(code for store in self.stores for code, _ in store.manifest.countries))
        return codes if len(codes) <= NO_COUNTRY else [*codes[:NO_COUNTRY], "", *codes[NO_COUNTRY:]]

    @cached_property
    def arrays(self) -> Mapping[str, Array]:
        """Columns of all rows: lat and lon in degrees times 100,000, kind and country as numbers."""
        if len(self.stores) == 1:
            return self.stores[0].arrays
        return {
            "lat": self._joined("lat"),
            "lon": self._joined("lon"),
            "kind": self._joined("kind", {kind: number for number, kind in enumerate(self.kinds)}),
            "country": self._joined("country", {code: number for number, code in enumerate(self.countries)}),
        }

    def _joined(self, name: str, numbers: dict[str, int] | None = None) -> Array:
        import numpy as np

        return np.concatenate([_renumbered(store, name, numbers) for store in self.stores])

    @cached_property
    def _country_rows(self) -> dict[str, int]:
        rows: dict[str, int] = {}
        for start, store in zip(self.starts, self.stores, strict=False):
            for code, row in store.manifest.countries:
                if row >= 0:
                    rows.setdefault(code, start + row)
        return rows


def _renumbered(store: Store, name: str, numbers: dict[str, int] | None) -> Any:
    if numbers is None:
        return store.arrays[name]
    import numpy as np

    manifest = store.manifest
    own = manifest.kinds if name == "kind" else [code for code, _ in manifest.countries]
    table = np.full(NO_COUNTRY + 1, NO_COUNTRY, dtype=np.uint16)
    table[: len(own)] = [numbers[word] for word in own]
    return table[store.arrays[name]]
