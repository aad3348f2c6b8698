"""How well and how fast reports of one event are put together.

    python -m benchmarks.merge [--gold FOLDER] [--articles N…] [--skip-scale]

Prints, for the annotated articles of a group told by several reports, CoNLL of the merge on gold events
beside three baselines; the share of right pairs in tests/cases/merge*.tsv; and time and memory of
merging generated events: a stream of constant rate that lasts ten times longer, and the same span ten
times as dense.
"""

from __future__ import annotations

import argparse
import gc
import time
from collections.abc import Callable, Hashable, Iterator, Sequence
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

from benchmarks.gold_feed import article_of, read_gold, toponyms_of
from mapper.evaluation.events.merging import Coreference, coreference
from mapper.links.across import merge
from mapper.links.across.report import Report, reports_of
from mapper.model import ArticleMap, Event, EventMap, Location, Participant, Reason, Run, Span
from tests.links.merge_notation import article, rows
from tests.store.generated import article_maps

RUN = Run("benchmark", "", "none", "gold")
Key = tuple[str, str]


def gold_maps(folder: Path) -> tuple[list[ArticleMap], dict[Key, Hashable]]:
    """Return the annotated articles that belong to a group, and the cluster of each event."""
    maps, clusters = [], {}
    for gold in read_gold(folder):
        if not gold.get("group"):
            continue
        toponyms = toponyms_of(gold)
        placed = {toponym.id: toponym for toponym in toponyms}
        events = tuple(_event(raw, placed) for raw in gold["events"])
        maps.append(ArticleMap(RUN, article_of(gold), toponyms, events=events))
        for raw in gold["events"]:
            key = gold["id"], raw["id"]
            clusters[key] = (gold["group"], raw["cluster"]) if raw["cluster"] else key
    return maps, clusters


def _event(raw: dict[str, Any], placed: dict[str, Any]) -> Event:
    people = [Participant(name, "actor") for name in raw["participants"]]
    people += [Participant(name, "target") for name in raw["recipients"]]
    kind = f"{raw['type']}.{raw['mode'] or ''}"
    return Event(
        raw["id"], raw["type"], raw["trigger"],
        tuple(Span(m["start"], m["end"], m["text"]) for m in raw["mentions"]), raw["status"], tuple(people),
        _location(raw, placed), begin=_day(raw["date_start"]), end=_day(raw["date_end"]), confidence=1.0,
        reasons=(Reason("trigger", f"gold/{kind}"),),
    )  # fmt: skip


def _location(raw: dict[str, Any], placed: dict[str, Any]) -> Location | None:
    ids = [ident for place in raw["places"] for ident in place["place_ids"]]
    toponym = next((placed[ident] for ident in ids if ident in placed and placed[ident].place), None)
    if toponym is None:
        return None
    place = toponym.place
    return Location(toponym.id, place.name, place.lat, place.lon, place.precision, "in")


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def merged(maps: Sequence[ArticleMap]) -> dict[Key, Hashable]:
    """Return the merge's cluster of each event."""
    result = merge(EventMap(RUN, tuple(maps)))
    return {
        (a.article.id, e.id): e.cluster or (a.article.id, e.id) for a in result.articles for e in a.events
    }


def singletons(maps: Sequence[ArticleMap]) -> dict[Key, Hashable]:
    """Merge nothing."""
    return {report.key: report.key for report in _reports(maps)}


def same_trigger(maps: Sequence[ArticleMap]) -> dict[Key, Hashable]:
    """Put events of one trigger together."""
    return {(a.article.id, e.id): e.mentions[0].text.casefold() for a in maps for e in a.events}


def type_and_place(maps: Sequence[ArticleMap]) -> dict[Key, Hashable]:
    """Put events of one type and one place together."""
    return {r.key: (r.type, r.where.name) if r.where else r.key for r in _reports(maps)}


def _reports(maps: Sequence[ArticleMap]) -> Iterator[Report]:
    return (report for each in maps for report in reports_of(each))


SCHEMES: dict[str, Callable[[Sequence[ArticleMap]], dict[Key, Hashable]]] = {
    "singletons": singletons,
    "same trigger": same_trigger,
    "type + place": type_and_place,
    "merge": merged,
}


def print_gold(folder: Path) -> None:
    """Print CoNLL and pairs of every scheme on the annotated group."""
    maps, gold = gold_maps(folder)
    print(f"Gold events of {len(maps)} articles: CoNLL (B3 / MUC / CEAF-e), pairs right / proposed / gold")
    for name, scheme in SCHEMES.items():
        said = scheme(maps)
        score = coreference(_named(gold), _named(said))
        right, made, wanted = _pairs(gold) & _pairs(said), _pairs(said), _pairs(gold)
        print(f"  {name:14} {_conll(score)}  {len(right)} / {len(made)} / {len(wanted)}")


def _named(clusters: dict[Key, Hashable]) -> dict[str, Hashable]:
    return {"/".join(key): cluster for key, cluster in clusters.items()}


def _pairs(clusters: dict[Key, Hashable]) -> set[frozenset[Key]]:
    return {frozenset(pair) for pair in combinations(clusters, 2) if clusters[pair[0]] == clusters[pair[1]]}


def _conll(score: Coreference) -> str:
    parts = " / ".join(f"{part.f1 or 0:.3f}" for part in (score.b3, score.muc, score.ceafe))
    return f"{score.conll or 0:.3f} ({parts})"


def print_cases() -> None:
    """Print how many pairs of the tables each scheme gets right."""
    for table in ("merge.tsv", "merge_hard.tsv"):
        pairs = [
            (expected == "same", [article("a", a), article("b", b)]) for expected, a, b, _ in rows(table)
        ]
        print(f"{table}: {len(pairs)} pairs, {sum(same for same, _ in pairs)} of them of one event; right:")
        for name, scheme in SCHEMES.items():
            right = sum((len(set(scheme(maps).values())) == 1) == same for same, maps in pairs)
            print(f"  {name:14} {right} ({right / len(pairs):.1%})")


def print_scale(sizes: Sequence[int]) -> None:
    """Print processor time and memory of merging generated articles, as a longer stream and a denser one."""
    for title, rate in (("constant rate, longer span", 30.0), ("one year, denser", None)):
        print(f"Generated articles, {title}:")
        before = None
        for size in sizes:
            days = round(size / rate) if rate else 365
            seconds, text = _scaled(size, days)
            growth = f", {seconds / before:.1f} times the time before" if before else ""
            print(f"  {size:7} articles, {days} days: {seconds:.1f} s{growth}; {text}")
            before = seconds


def _scaled(size: int, days: int) -> tuple[float, str]:
    maps = tuple(article_maps(size, days=days))
    events = sum(len(each.events) for each in maps)
    gc.collect()
    start = time.process_time()
    result = merge(EventMap(RUN, maps))
    seconds = time.process_time() - start
    return (
        seconds,
        f"{events} events in {len(result.clusters)} clusters, {len(result.possible)} pairs open, {_peak()}",
    )


def _peak() -> str:
    import resource

    return f"at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB"


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--gold", type=Path, help="folder of annotated articles with a group")
    options.add_argument("--articles", nargs="+", type=int, default=[10_000, 100_000])
    options.add_argument("--skip-scale", action="store_true")
    given = options.parse_args()
    if given.gold:
        print_gold(given.gold)
    print_cases()
    if not given.skip_scale:
        print_scale(given.articles)


if __name__ == "__main__":
    main()
