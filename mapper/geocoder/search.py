"""Finding the places a query may mean: one strategy after another, until one finds something."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

from mapper.geo import in_box
from mapper.geocoder.downward import downward
from mapper.geocoder.famous import Famous
from mapper.geocoder.options import ANYWHERE
from mapper.geocoder.plausible import may_be_inside, name_of
from mapper.geocoder.query import Query
from mapper.geocoder.ranking import scores
from mapper.geocoder.spelled import respelled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from mapper.gazetteer import Candidate, Gazetteer
    from mapper.geocoder.areas import Areas, Readings
    from mapper.geocoder.options import Filter
    from mapper.geocoder.plausible import Name

_MOST_NAMESAKES: Final = 2000
_MOST_TAIL_WORDS: Final = 5
_MOST_WORDS: Final = 10
"""Words of a place and what holds it, written without a comma; more of them are a sentence."""
_LONGEST_ACRONYM: Final = 5


class Hit(NamedTuple):
    """A place that a query may mean, how likely, and the areas of the query that hold it."""

    candidate: Candidate
    score: float
    within: tuple[str, ...]


class Found(NamedTuple):
    """The places that a query may mean, best first, and the reading that found them."""

    hits: list[Hit]
    reading: str


Reading: TypeAlias = "Callable[[Query, Filter], list[Hit]]"
Holds: TypeAlias = "Callable[[Candidate, Readings], str | None]"


class Search:
    """Looks queries up in a gazetteer."""

    def __init__(self, gazetteer: Gazetteer, areas: Areas) -> None:
        self._gazetteer = gazetteer
        self._areas = areas
        self._famous = Famous(gazetteer)
        self._strict = {
            "name": self._named,
            "largest-first": self._largest_first,
            "territory-of": self._in_territory,
        }
        self._loose = {
            "without-comma": self._split,
            "largest-first": self._downward,
            "near-name": self._near_name,
            "spelling": self._misspelt,
        }

    def __reduce__(self) -> tuple[type[Search], tuple[Any, ...]]:
        return Search, (self._gazetteer, self._areas)

    def knows(self, name: str) -> bool:
        """Tell whether a place, or its people, are written so."""
        return self._gazetteer.has(name)

    def strict(self, query: Query, wanted: Filter) -> Found:
        """Return the places that bear the name itself."""
        return _first(self._strict, query, wanted)

    def loose(self, query: Query, wanted: Filter) -> Found:
        """Return places by looser readings: no comma, a word more or less, a slip of the keyboard."""
        return _first(self._loose, query, wanted)

    def _named(self, query: Query, wanted: Filter) -> list[Hit]:
        found = self._lookup(query.name, variants=False, alone=_is_alone(query, wanted))
        return self._inside(query, found, wanted)

    def _largest_first(self, query: Query, wanted: Filter) -> list[Hit]:
        other = query.reversed()
        return self._named(other, wanted) if other else []

    def _in_territory(self, query: Query, wanted: Filter) -> list[Hit]:
        """Read a state as one that holds territories with a country code of their own."""
        if not query.within:
            return []
        found = self._lookup(query.name, variants=False)
        return self._inside(query, found, wanted, hold=self._areas.holding_abroad)

    def _near_name(self, query: Query, wanted: Filter) -> list[Hit]:
        alone = _is_alone(query, wanted)
        for name, variants in ((query.name, True), *((other, False) for other in respelled(query.name))):
            if hits := self._inside(query, self._lookup(name, variants=variants, alone=alone), wanted):
                return hits
        return []

    def _split(self, query: Query, wanted: Filter) -> list[Hit]:
        """Read "Paris Texas USA" as Paris, Texas, USA."""
        if len(query.name.split()) > _MOST_WORDS:
            return []
        for head, tail in _splits(query.name):
            if hits := self._parted(query, head, tail, wanted):
                return hits
        return []

    def _parted(self, query: Query, head: Name, tail: Name, wanted: Filter) -> list[Hit]:
        """Read two parts as a place and what holds it, or as a country and a place in it."""
        if may_be_inside(head, tail) and self._areas.readings(tail.text).may_follow:
            inner = Query(head.text, (tail.text, *query.within))
            if hits := self._named(inner, wanted) or self._split(inner, wanted):
                return hits
        if may_be_inside(tail, head) and self._areas.readings(head.text).countries:
            return self._named(Query(tail.text, (head.text, *query.within)), wanted)
        return []

    def _downward(self, query: Query, wanted: Filter) -> list[Hit]:
        """Read "서울특별시 강남구" as Gangnam in Seoul."""
        inner = downward(query)
        if inner is None:
            return []
        return self._named(inner, wanted) or self._near_name(inner, wanted)

    def _misspelt(self, query: Query, wanted: Filter) -> list[Hit]:
        asked = name_of(query.name)
        edits = asked.edits_allowed
        is_known_elsewhere = bool(query.within) and edits > 1
        if not edits or (self.knows(query.name) and not is_known_elsewhere):
            return []
        if not _is_alone(query, wanted):
            return self._likely(query, self._gazetteer.fuzzy(query.name, max_edits=edits, limit=30), wanted)
        hits = self._likely(query, self._gazetteer.fuzzy(query.name, max_edits=1, limit=30), wanted)
        if hits or edits == 1:
            return hits
        return self._likely(query, self._famous.two_slips_from(query.name), wanted)

    def _likely(self, query: Query, misspelt: list[Candidate], wanted: Filter) -> list[Hit]:
        asked, inside = name_of(query.name), not _is_alone(query, wanted)
        return self._inside(query, [c for c in misspelt if asked.may_misspell(c, inside=inside)], wanted)

    def _lookup(self, name: str, *, variants: bool, alone: bool = False) -> list[Candidate]:
        """Return the places of a name; of one that is asked for alone not those that a people outweighs."""
        found = self._gazetteer.lookup(name, variants=variants, limit=_MOST_NAMESAKES)
        asked = name_of(name)
        if asked.lower_case and len(name) <= _LONGEST_ACRONYM and not asked.is_word:
            found += self._gazetteer.exact(name.upper())
        places = [c for c in found if asked.is_of(c)]
        if alone and len(places) < len(found):
            return [c for c in places if asked.outweighs(c, found)]
        return places

    def _inside(
        self, query: Query, candidates: list[Candidate], wanted: Filter, hold: Holds | None = None
    ) -> list[Hit]:
        """Keep the candidates that lie where the query and the options say, best first."""
        asked = name_of(query.name)
        if _is_alone(query, wanted):
            candidates = [] if asked.is_never_a_place else [c for c in candidates if asked.may_mean(c)]
        if wanted != ANYWHERE:
            candidates = [c for c in candidates if self._allowed(c, wanted)]
        within = [self._areas.readings(name) for name in query.within]
        hold = hold or self._areas.holding
        held = [_held(within, c, hold) for c in candidates] if within else [()] * len(candidates)
        kept = [c for c, areas in zip(candidates, held, strict=True) if areas is not None]
        areas = [areas for areas in held if areas is not None]
        hits = list(map(Hit, kept, scores(asked, kept, wanted, self._areas.is_enough), areas))
        return sorted(hits, key=lambda hit: (-hit.score, hit.candidate.row))

    def _allowed(self, candidate: Candidate, wanted: Filter) -> bool:
        if wanted.kinds is not None and candidate.kind not in wanted.kinds:
            return False
        if wanted.bounded and wanted.box and not in_box(candidate.lat, candidate.lon, wanted.box):
            return False
        return wanted.countries is None or not wanted.countries.isdisjoint(self._areas.countries(candidate))


def _is_alone(query: Query, wanted: Filter) -> bool:
    """Tell whether nothing but the name says which place is meant."""
    return not (query.within or wanted.countries or wanted.bounded)


def _held(within: list[Readings], candidate: Candidate, hold: Holds) -> tuple[str, ...] | None:
    """Return the areas that hold a place; None if it lies outside one, or no area is known.

    The largest area is asked first: of most namesakes it tells fastest that they are not meant.
    """
    held: list[str] = []
    for readings in reversed(within):
        area = hold(candidate, readings)
        if area is not None:
            held.append(area)
        elif readings.decide:
            return None
    return tuple(reversed(held)) or None


def _first(readings: Mapping[str, Reading], query: Query, wanted: Filter) -> Found:
    for name, reading in readings.items():
        if hits := reading(query, wanted):
            return Found(hits, name)
    return Found([], "")


def _splits(name: str) -> Iterator[tuple[Name, Name]]:
    words = name.split()
    for size in range(min(_MOST_TAIL_WORDS, len(words) - 1), 0, -1):
        yield name_of(" ".join(words[:-size])), name_of(" ".join(words[-size:]))
