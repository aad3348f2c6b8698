"""Which predicted event is which gold event."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

from mapper.evaluation.events.assignment import assign
from mapper.evaluation.events.records import ScoredArticle, ScoredEvent
from mapper.evaluation.spans import overlap

Edges: TypeAlias = dict[tuple[int, int], tuple[ScoredEvent, ScoredEvent]]


@dataclass
class Outcome:
    """What became of the events of one article; neutral ones count on neither side."""

    gold: ScoredArticle
    predicted: ScoredArticle
    matched: list[tuple[ScoredEvent, ScoredEvent]] = field(default_factory=list)
    missed: list[ScoredEvent] = field(default_factory=list)
    false: list[ScoredEvent] = field(default_factory=list)
    duplicates: list[ScoredEvent] = field(default_factory=list)
    swallowed: list[ScoredEvent] = field(default_factory=list)
    neutral_gold: list[ScoredEvent] = field(default_factory=list)
    neutral_predicted: list[ScoredEvent] = field(default_factory=list)


def match_events(gold: ScoredArticle, predicted: ScoredArticle) -> Outcome:
    """Assign predicted events to gold events they share a mention with, one-to-one.

    Of all assignments the one is taken that matches most gold events that are not optional, then
    most events, then most triggers, then most equal types, then most mentions.
    """
    edges: Edges = {
        (i, j): (g, p)
        for i, g in enumerate(gold.events)
        for j, p in enumerate(predicted.events)
        if _meet(g, p)
    }
    base = 1 + sum(len(event.mentions) for event in gold.events)
    pairs = assign({key: _weight(*pair, base) for key, pair in edges.items()})
    outcome = Outcome(gold, predicted)
    for i, j in pairs:
        g, p = gold.events[i], predicted.events[j]
        if g.optional or p.optional:
            outcome.neutral_gold.append(g)
            outcome.neutral_predicted.append(p)
        else:
            outcome.matched.append((g, p))
    _sort_gold_left_over(outcome, edges, {i for i, _ in pairs})
    _sort_predicted_left_over(outcome, edges, {j for _, j in pairs})
    return outcome


def _meet(gold: ScoredEvent, predicted: ScoredEvent) -> bool:
    return any(overlap(a, b) for a in gold.mentions for b in predicted.mentions)


def _weight(gold: ScoredEvent, predicted: ScoredEvent, base: int) -> int:
    """Return a number in which an earlier criterion outweighs all later ones."""
    criteria = (
        not (gold.optional or predicted.optional),
        True,
        overlap(gold.mentions[0], predicted.mentions[0]) > 0,
        gold.type == predicted.type,
        sum(any(overlap(a, b) for b in predicted.mentions) for a in gold.mentions),
    )
    weight = 0
    for criterion in criteria:
        weight = weight * base + criterion
    return weight


def _all_optional(events: Iterable[ScoredEvent]) -> bool:
    met = list(events)
    return bool(met) and all(event.optional for event in met)


def _sort_gold_left_over(outcome: Outcome, edges: Edges, paired: set[int]) -> None:
    for i, event in enumerate(outcome.gold.events):
        if i in paired:
            continue
        met = [p for (k, _), (_, p) in edges.items() if k == i]
        if event.optional or _all_optional(met):
            outcome.neutral_gold.append(event)
            continue
        outcome.missed.append(event)
        if met:
            outcome.swallowed.append(event)


def _sort_predicted_left_over(outcome: Outcome, edges: Edges, paired: set[int]) -> None:
    for j, event in enumerate(outcome.predicted.events):
        if j in paired:
            continue
        met = [g for (_, k), (g, _) in edges.items() if k == j]
        if event.optional or _all_optional(met):
            outcome.neutral_predicted.append(event)
            continue
        outcome.false.append(event)
        if met:
            outcome.duplicates.append(event)
