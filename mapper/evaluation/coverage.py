"""Whether a gold mention could be resolved at all: does the gazetteer hold a place near its point."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Final, Protocol

from mapper.evaluation.measures import Accuracy, accuracy
from mapper.evaluation.toponyms.gold import GoldDocument, GoldToponym
from mapper.geo import distance_km
from mapper.model import Place, Record

NEAR_KM: Final = 161
_POINTS: Final = frozenset({"point", "city", "district"})


class Choice(Protocol):
    """What is asked of a candidate."""

    @property
    def lat(self) -> float:
        """Degrees north."""
        ...

    @property
    def lon(self) -> float:
        """Degrees east."""
        ...

    @property
    def place(self) -> Place:
        """The whole place."""
        ...


class CoverageReport(Record, frozen=True):
    """Share of gold mentions that have the right place among their candidates.

    `near`: a candidate lies within 161 km of the point or of one of its alternatives; `covered`: or
    is an area that holds the point. `names` leaves out demonyms. Misses are counted by the kind the
    gold gives, and by whether the name is unknown or only other places of that name are known.
    """

    corpus: str
    near: Accuracy
    covered: Accuracy
    names_near: Accuracy
    names_covered: Accuracy
    misses: dict[str, dict[str, int]]


def evaluate_coverage(
    gold: Mapping[str, GoldDocument],
    look_up: Callable[[str], Sequence[Choice]],
    contains: Callable[[str, float, float], bool],
    *,
    corpus: str = "",
) -> CoverageReport:
    """Return how much of the gold a gazetteer covers.

    Parameters
    ----------
    gold
        Documents with marked toponyms; those without coordinates are left out.
    look_up
        Returns all candidates of a name, as `Gazetteer.lookup`.
    contains
        Tells whether the area of an id holds a point, as `Gazetteer.contains`.
    corpus
        Name for the report.
    """
    names: dict[str, Sequence[Choice]] = {}
    verdicts: list[tuple[GoldToponym, str]] = []
    for document in gold.values():
        for toponym in document.toponyms:
            if toponym.lat is not None and toponym.lon is not None:
                name = _name(document, toponym)
                if name not in names:
                    names[name] = look_up(name)
                verdicts.append((toponym, _verdict(toponym, names[name], contains)))
    plain = [verdict for toponym, verdict in verdicts if not toponym.adj]
    everything = [verdict for _, verdict in verdicts]
    return CoverageReport(corpus, *_shares(everything), *_shares(plain), misses=_misses(verdicts))


def _name(document: GoldDocument, toponym: GoldToponym) -> str:
    return toponym.text or (document.text or "")[toponym.start : toponym.end]


def _shares(verdicts: Sequence[str]) -> tuple[Accuracy, Accuracy]:
    near, area = verdicts.count("near"), verdicts.count("area")
    return accuracy(near, len(verdicts)), accuracy(near + area, len(verdicts))


def _misses(verdicts: Sequence[tuple[GoldToponym, str]]) -> dict[str, dict[str, int]]:
    counts: dict[str, Counter[str]] = {}
    for toponym, verdict in verdicts:
        if verdict in ("unknown", "elsewhere"):
            kind = toponym.fcode or toponym.type or "?"
            counts.setdefault(kind, Counter())[verdict] += 1
    ordered = sorted(counts.items(), key=lambda item: (-item[1].total(), item[0]))
    return {kind: dict(sorted(counter.items())) for kind, counter in ordered}


def _verdict(
    toponym: GoldToponym, candidates: Sequence[Choice], contains: Callable[[str, float, float], bool]
) -> str:
    """Return near, area, elsewhere (other places of that name) or unknown."""
    assert toponym.lat is not None
    assert toponym.lon is not None
    if not candidates:
        return "unknown"
    points = [(toponym.lat, toponym.lon), *(toponym.alts or ())]
    for candidate in candidates:
        if any(distance_km(lat, lon, candidate.lat, candidate.lon) <= NEAR_KM for lat, lon in points):
            return "near"
    holds = any(_holds(candidate.place, toponym.lat, toponym.lon, contains) for candidate in candidates)
    return "area" if holds else "elsewhere"


def _holds(place: Place, lat: float, lon: float, contains: Callable[[str, float, float], bool]) -> bool:
    """Tell whether an area holds a point: by its polygon, else within its extent."""
    if place.precision in _POINTS:
        return False
    within = place.extent is not None and distance_km(place.lat, place.lon, lat, lon) <= place.extent
    return within or contains(place.id, lat, lon)
