"""Cross-article merging: B-cubed, MUC, CEAF-e and their mean (Pradhan et al. 2014; general knowledge)."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from typing import TypeAlias

from mapper.evaluation.events.assignment import assign
from mapper.evaluation.events.matching import Outcome
from mapper.evaluation.measures import f1_of, ratio
from mapper.model import Record

Clustering: TypeAlias = Mapping[str, Hashable]


class PlainPrf(Record, frozen=True):
    """Precision, recall and F1 that come from no single counts."""

    p: float | None
    r: float | None
    f1: float | None


class Coreference(Record, frozen=True):
    """The usual measures of two clusterings; `conll` is the mean of the three F1."""

    b3: PlainPrf
    muc: PlainPrf
    ceafe: PlainPrf
    conll: float | None


class Pairs(Record, frozen=True):
    """Pairs of events put together."""

    tp: int
    fp: int
    fn: int
    right: list[str]
    wrong: list[str]
    missed: list[str]


class Reading(Record, frozen=True):
    """The system against the gold, and the baseline that merges nothing."""

    system: Coreference
    all_singletons: Coreference
    pairs: Pairs


class Merging(Record, frozen=True):
    """Merging over some articles, with the errors of finding events and without them."""

    articles: int
    end_to_end: Reading
    matched_only: Reading


def merging(outcomes: Sequence[Outcome]) -> Merging:
    """Return the figures of the given articles taken together."""
    gold: dict[str, Hashable] = {}
    said: dict[str, Hashable] = {}
    matched: set[str] = set()
    for outcome in outcomes:
        for g in [g for g, _ in outcome.matched] + outcome.missed:
            item = f"{outcome.gold.id}:{g.label}"
            gold[item] = g.cluster or ("single", item)
        for g, p in outcome.matched:
            item = f"{outcome.gold.id}:{g.label}"
            said[item] = _cluster(p.cluster, item)
            matched.add(item)
        for p in outcome.false:
            item = f"{outcome.gold.id}:not in gold: {p.label}"
            said[item] = _cluster(p.cluster, item)
    inside = [{item: c for item, c in x.items() if item in matched} for x in (gold, said)]
    return Merging(len(outcomes), _reading(gold, said), _reading(*inside))


def _cluster(cluster: Hashable, item: str) -> Hashable:
    return ("cluster", cluster) if cluster is not None else ("single", item)


def _reading(gold: Clustering, said: Clustering) -> Reading:
    wanted, made = _pairs(gold), _pairs(said)
    nothing: dict[str, Hashable] = {item: ("single", item) for item in said}
    pairs = Pairs(
        tp=len(wanted & made),
        fp=len(made - wanted),
        fn=len(wanted - made),
        right=_listed(wanted & made),
        wrong=_listed(made - wanted),
        missed=_listed(wanted - made),
    )
    return Reading(coreference(gold, said), coreference(gold, nothing), pairs)


def _pairs(clustering: Clustering) -> set[frozenset[str]]:
    return {
        frozenset(pair)
        for items in _sets(clustering).values()
        for pair in itertools.combinations(sorted(items), 2)
    }


def _listed(pairs: set[frozenset[str]]) -> list[str]:
    return sorted(" + ".join(sorted(pair)) for pair in pairs)


def _sets(clustering: Clustering) -> dict[Hashable, set[str]]:
    sets: dict[Hashable, set[str]] = defaultdict(set)
    for item, cluster in clustering.items():
        sets[cluster].add(item)
    return sets


def coreference(gold: Clustering, said: Clustering) -> Coreference:
    """Return the measures of two clusterings; their items may differ."""
    wanted, made = _sets(gold), _sets(said)
    both = [(wanted[gold[item]], made[said[item]]) for item in gold if item in said]
    phi = _entity_similarity(gold, said, wanted, made)
    b3 = _plain(
        ratio(sum(len(a & b) / len(b) for a, b in both), len(said)),
        ratio(sum(len(a & b) / len(a) for a, b in both), len(gold)),
    )
    muc = _plain(_kept(made, gold), _kept(wanted, said))
    ceafe = _plain(ratio(phi, len(made)), ratio(phi, len(wanted)))
    three = [b3.f1, muc.f1, ceafe.f1]
    known = [f1 for f1 in three if f1 is not None]
    return Coreference(b3, muc, ceafe, sum(known) / 3 if len(known) == 3 else None)


def _plain(p: float | None, r: float | None) -> PlainPrf:
    return PlainPrf(p, r, f1_of(p, r))


def _kept(sets: Mapping[Hashable, set[str]], other: Clustering) -> float | None:
    """Return MUC: the share of a clustering's links that the other one keeps."""
    links = sum(len(items) - 1 for items in sets.values())
    kept = sum(len(items) - len({other.get(m, ("alone", m)) for m in items}) for items in sets.values())
    return ratio(kept, links)


def _entity_similarity(
    gold: Clustering, said: Clustering, wanted: Mapping[Hashable, set[str]], made: Mapping[Hashable, set[str]]
) -> float:
    """Return the similarity 2|A&B|/(|A|+|B|) of the best one-to-one pairs of clusters, added up."""
    rows, columns = {c: i for i, c in enumerate(wanted)}, {c: j for j, c in enumerate(made)}
    similarity: dict[tuple[int, int], float] = {}
    for item in gold:
        if item in said:
            a, b = wanted[gold[item]], made[said[item]]
            similarity[rows[gold[item]], columns[said[item]]] = 2 * len(a & b) / (len(a) + len(b))
    return sum(similarity[pair] for pair in assign(similarity))
