"""What is counted, article by article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from mapper.evaluation.events.assignment import assign
from mapper.evaluation.events.closeness import day_jaccard, intervals_meet, same_area, within
from mapper.evaluation.events.matching import Outcome
from mapper.evaluation.events.names import share_word
from mapper.evaluation.events.records import NO_DATE, ScoredEvent
from mapper.evaluation.spans import match_spans, without_repeats

TOPONYM_KM: Final = 161.0
PLACE_KM: Final = 50.0
_UNDIRECTED: Final = frozenset({"same-series", "same-participants"})
_LEFT_OUT: Final = frozenset({"same-participants"})

Link: TypeAlias = tuple[object, object, str | None]


@dataclass
class Counts:
    """Numbers by name, labels by (what, gold, predicted), and the sum of shared days."""

    numbers: Counter[str] = field(default_factory=Counter)
    labels: Counter[tuple[str, str | None, str | None]] = field(default_factory=Counter)
    days: float = 0.0

    def __getitem__(self, name: str) -> int:
        return self.numbers[name]

    def add(self, name: str, number: int = 1) -> None:
        """Count on."""
        self.numbers[name] += number

    def update(self, other: Counts) -> None:
        """Take in the counts of another article."""
        self.numbers.update(other.numbers)
        self.labels.update(other.labels)
        self.days += other.days


def total_of(counts: Iterable[Counts]) -> Counts:
    """Return the counts of several articles together."""
    total = Counts()
    for one in counts:
        total.update(one)
    return total


def count(outcome: Outcome) -> Counts:
    """Return the counts of one article."""
    counts = Counts()
    _count_toponyms(counts, outcome)
    count_times(counts, outcome)
    _count_events(counts, outcome)
    _count_links(counts, outcome)
    return counts


def _count_toponyms(c: Counts, outcome: Outcome) -> None:
    gold, predicted = outcome.gold.toponyms, without_repeats(outcome.predicted.toponyms)
    pairs = match_spans(gold, predicted)
    for name in ("exact", "overlap"):
        c.add(f"top.{name}.gold", len(gold))
        c.add(f"top.{name}.pred", len(predicted))
    c.add("top.overlap.tp", len(pairs))
    c.add("top.disputed.gold", sum(g.disputed for g in gold))
    c.add("top.disputed.pred", sum(p.disputed for p in predicted))
    unlocated = {j for i, j in pairs if not gold[i].located}
    for name in ("e2e", "e2e_areas"):
        c.add(f"top.{name}.gold", sum(g.located for g in gold))
        c.add(f"top.{name}.pred", sum(p.located for j, p in enumerate(predicted) if j not in unlocated))
    for i, j in pairs:
        g, p = gold[i], predicted[j]
        c.add("top.exact.tp", (g.start, g.end) == (p.start, p.end))
        c.labels["role", g.role, p.role] += 1
        c.add("top.disputed.tp", g.disputed and p.disputed)
        if g.place is not None and p.place is not None and g.located and p.located:
            near = within(g.place, p.place, TOPONYM_KM)
            c.add("top.e2e.tp", near)
            c.add("top.e2e_areas.tp", near or same_area(g.place, p.place))


def count_times(c: Counts, outcome: Outcome) -> None:
    """Count the time expressions."""
    gold, predicted = outcome.gold.times, without_repeats(outcome.predicted.times)
    pairs = match_spans(gold, predicted)
    c.add("time.overlap.gold", len(gold))
    c.add("time.overlap.pred", len(predicted))
    c.add("time.overlap.tp", len(pairs))
    for i, j in pairs:
        g, p = gold[i].interval, predicted[j].interval
        if g != NO_DATE:
            c.add("time.interval.of")
            c.add("time.exact.right", g == p)
            c.add("time.begin.right", p[0] is not None and intervals_meet(g, (p[0], p[0])))


def verdict(gold_has: bool, predicted_has: bool, right: bool) -> str:  # noqa: FBT001 - three facts
    """Return right, wrong, missing, given (though gold has none) or none (rightly)."""
    if gold_has and predicted_has:
        return "right" if right else "wrong"
    if gold_has:
        return "missing"
    return "given" if predicted_has else "none"


def date_verdict(g: ScoredEvent, p: ScoredEvent) -> str:
    """Return how a predicted date fares."""
    return verdict(g.interval != NO_DATE, p.interval != NO_DATE, intervals_meet(g.interval, p.interval))


def place_verdict(g: ScoredEvent, p: ScoredEvent, *, areas: bool) -> str:
    """Return how a predicted place fares, with areas by name or by distance alone."""
    right = any(within(a, b, PLACE_KM) or (areas and same_area(a, b)) for a in g.places for b in p.places)
    return verdict(bool(g.places), bool(p.places), right)


def labels_right(g: ScoredEvent, p: ScoredEvent) -> bool:
    """Tell whether type, status and date are right."""
    return g.type == p.type and g.status == p.status and date_verdict(g, p) in ("right", "none")


def _count_events(c: Counts, outcome: Outcome) -> None:
    c.add("event.neutral", len(outcome.neutral_predicted))
    c.add("event.duplicates", len(outcome.duplicates))
    c.add("event.swallowed", len(outcome.swallowed))
    for name in ("found", "usable", "usable_areas"):
        c.add(f"event.{name}.gold", len(outcome.matched) + len(outcome.missed))
        c.add(f"event.{name}.pred", len(outcome.matched) + len(outcome.false))
    c.add("event.found.tp", len(outcome.matched))
    for g, p in outcome.matched:
        c.labels["type", g.type, p.type] += 1
        c.labels["status", g.status, p.status] += 1
        _count_when(c, g, p)
        _count_who(c, g, p)
        for name, areas in (("place", False), ("place_areas", True)):
            where = place_verdict(g, p, areas=areas)
            c.add(f"event.{name}.{where}")
            usable = labels_right(g, p) and where in ("right", "none")
            c.add("event.usable_areas.tp" if areas else "event.usable.tp", usable)


def _count_when(c: Counts, g: ScoredEvent, p: ScoredEvent) -> None:
    c.add(f"event.date.{date_verdict(g, p)}")
    c.add("event.date_exact.right", g.interval != NO_DATE and g.interval == p.interval)
    if None not in g.interval:
        c.add("event.days.of")
        c.days += day_jaccard(g.interval, p.interval)


def _count_who(c: Counts, g: ScoredEvent, p: ScoredEvent) -> None:
    if g.source:
        c.add("event.source.of")
        c.add("event.source.right", bool(p.source) and share_word(g.source, p.source or ""))
    else:
        c.add("event.source.given", p.source is not None)
    c.add("event.people.gold", len(g.participants))
    c.add("event.people.pred", len(p.participants))
    pairs = {
        (i, j): 1.0
        for i, a in enumerate(g.participants)
        for j, b in enumerate(p.participants)
        if share_word(a, b)
    }
    c.add("event.people.tp", len(assign(pairs)))


def _count_links(c: Counts, outcome: Outcome) -> None:
    gold, predicted = _links(c, outcome)
    matched = {("gold", g.id) for g, _ in outcome.matched}
    between = [[x for x in links if x[0] in matched and x[1] in matched] for links in (gold, predicted)]
    causes, said = ({x for x in links if x[2] == "caused"} for links in between)
    c.add("link.caused.pred", len(said))
    c.add("link.caused.tp", len(causes & said))
    for reading, sides in (("matched", between), ("all", [gold, predicted])):
        for level in ("pair", "kind", "direction"):
            a, b = ({_key(link, level) for link in links} for links in sides)
            name = f"link.{reading}.{level}"
            c.add(f"{name}.gold", len(a))
            c.add(f"{name}.pred", len(b))
            c.add(f"{name}.tp", len(a & b))


def _links(c: Counts, outcome: Outcome) -> tuple[list[Link], list[Link]]:
    """Return the links that count, predicted ends named by the gold events they are matched with."""
    neutral = {("gold", g.id) for g in outcome.neutral_gold} | {
        ("pred", p.id) for p in outcome.neutral_predicted
    }
    node = {("pred", p.id): ("gold", g.id) for g, p in outcome.matched}
    known = {("pred", p.id) for p in outcome.predicted.events if p.id is not None}
    found: dict[str, list[Link]] = {"gold": [], "pred": []}
    for side, article in (("gold", outcome.gold), ("pred", outcome.predicted)):
        for source, target, kind in article.links:
            ends = [(side, source), (side, target)]
            if side == "pred" and (not known.issuperset(ends) or source == target):
                c.add("link.bad_ends")
            elif kind not in _LEFT_OUT and not neutral.intersection(ends):
                first, second = (node.get(end, end) for end in ends)
                found[side].append((first, second, kind))
    return found["gold"], found["pred"]


def _key(link: Link, level: str) -> object:
    source, target, kind = link
    pair = frozenset((source, target))
    if level == "pair":
        return pair
    directed = level == "direction" and kind not in _UNDIRECTED
    return ((source, target) if directed else pair, kind)
