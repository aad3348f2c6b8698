"""Where the sources of a batch are at home, learned from their own articles; no table of outlets is used."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

import numpy as np

from mapper.toponyms.ranking.home import Home
from mapper.toponyms.sphere import kilometres, unit_vectors

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator

    from mapper.model import Article
    from mapper.toponyms.ranking.resolve import Ranking

FEWEST_ARTICLES: Final = 2
"""Articles of a source below which nothing is learned from it."""
LEAST_SHARE: Final = 0.3
"""Share of a source's articles that must name its home region; from `FULL_SHARE` on the prior has its full
weight (our judgement: a local paper names its state in most articles, a world service none in a third)."""
FULL_SHARE: Final = 0.7
DOUBT: Final = 0.3
"""Power that lifts doubtful meanings, so that several unclear names of one region outvote one famous name."""
K = TypeVar("K", bound="Hashable")

_TOWNS: Final = frozenset({"city", "district", "admin2"})


class _Sighting(NamedTuple):
    """A name in an article that may mean a town in a region, and how much that is believed."""

    article: int
    spelling: str
    region: int
    belief: float
    place: int
    point: tuple[float, float]
    country: int


def source_of(article: Article) -> str:
    """Return what articles of one source share; empty for an article that names none."""
    return article.domain or article.source or ""


def learn_homes(rankings: Iterable[tuple[str, Ranking]]) -> dict[str, Home]:
    """Return the home of every source that shows one, by the source's name.

    Parameters
    ----------
    rankings
        For each article its source and how its names were resolved without any prior.
    """
    by_source: dict[str, list[Ranking]] = defaultdict(list)
    for source, ranking in rankings:
        if source:
            by_source[source].append(ranking)
    homes = {source: _home(found) for source, found in sorted(by_source.items())}
    return {source: home for source, home in homes.items() if home is not None}


def _home(rankings: list[Ranking]) -> Home | None:
    sightings = [s for i, ranking in enumerate(rankings) for s in _sightings(i, ranking)]
    if len(rankings) < FEWEST_ARTICLES or not sightings:
        return None
    region = _region(sightings)
    local = [s for s in sightings if s.region == region]
    share = sum(_best(local, lambda s: s.article).values()) / len(rankings)
    weight = min(1.0, (share - LEAST_SHARE) / (FULL_SHARE - LEAST_SHARE))
    towns = [s for s in local if s.place >= 0]
    if weight <= 0 or not towns:
        return None
    middle = _middle(towns)
    return Home(*middle.point, middle.country, region, middle.spelling, round(weight, 3))


def _sightings(article: int, ranking: Ranking) -> Iterator[_Sighting]:
    """Yield what the names of an article may mean: towns, and first-level units themselves (place -1)."""
    table = ranking.table
    for k, belief in enumerate(ranking.belief.tolist()):
        kind, spelling = table.kinds[k], table.names[int(table.name[k])].choices.name
        is_town = kind in _TOWNS
        region = int(table.admin1[k]) if is_town else int(table.row[k])
        if region >= 0 and (is_town or kind == "admin1"):
            point = float(table.lat[k]), float(table.lon[k])
            place = int(table.row[k]) if is_town else -1
            yield _Sighting(article, spelling, region, belief**DOUBT, place, point, int(table.country[k]))


def _best(sightings: Iterable[_Sighting], key: Callable[[_Sighting], K]) -> dict[K, float]:
    """Return the highest belief for each key."""
    best: dict[K, float] = {}
    for sighting in sightings:
        own = key(sighting)
        best[own] = max(best.get(own, 0.0), sighting.belief)
    return best


def _region(sightings: list[_Sighting]) -> int:
    """Return the first-level unit that most different names may lie in."""
    votes: dict[int, float] = defaultdict(float)
    for (_, region), belief in _best(sightings, lambda s: (s.spelling, s.region)).items():
        votes[region] += belief
    return max(sorted(votes), key=lambda region: votes[region])


def _middle(towns: list[_Sighting]) -> _Sighting:
    """Return the town nearest to all others, each weighed by the names that may mean it."""
    weights = _best(towns, lambda s: s.place)
    distinct = {s.place: s for s in towns}
    places = [distinct[place] for place in sorted(distinct)]
    lat, lon = (np.array([s.point[axis] for s in places]) for axis in (0, 1))
    points = unit_vectors(lat, lon)
    away = np.log10(1 + kilometres(points, points))
    return places[int(np.argmin(away @ np.array([weights[s.place] for s in places])))]
