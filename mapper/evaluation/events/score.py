"""The whole run: matching, counts, figures, merging, notes.

A predicted event is *found* when a mention of it overlaps a mention of a gold event, one-to-one. It is
*usable* when type, status, date (the periods share a day, or both have none) and place (within 50 km,
or both have none) are right as well. Gold events marked optional are neutral. "Areas by name" takes a
country, state or sea for right by its name too, as two gazetteers put its point far apart.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Final, Literal

from mapper.evaluation.bootstrap import Interval
from mapper.evaluation.events.counts import count, total_of
from mapper.evaluation.events.errors import errors
from mapper.evaluation.events.figures import Figures, figures
from mapper.evaluation.events.matching import Outcome, match_events
from mapper.evaluation.events.merging import Merging, merging
from mapper.evaluation.events.records import ScoredArticle
from mapper.evaluation.events.spread import intervals
from mapper.evaluation.halves import in_halves
from mapper.evaluation.measures import Accuracy, accuracy
from mapper.model import Record

LONG_MENTION: Final = 80
"""Longer event mentions are warned about: they overlap too much."""


class EventScore(Record, frozen=True):
    """All figures of a set of articles."""

    articles: int
    articles_predicted: int
    headline_usable_event_f1: float | None
    notes: dict[str, int]
    overall: Figures
    merging: dict[str, Merging]
    schema: Literal["event-score/1"] = "event-score/1"


class EventDetails(Record, frozen=True):
    """What is behind the figures.

    `intervals` by the path of a figure, `halves` the figures of either half, `caused` how many of the
    predicted causal links between matched events stand in the gold, with their direction; figures by
    article, and what went wrong where.
    """

    intervals: dict[str, Interval]
    halves: dict[str, Figures]
    caused: Accuracy
    per_article: dict[str, Figures]
    errors: dict[str, list[str]]


def score_events(
    gold: Mapping[str, ScoredArticle], predicted: Mapping[str, ScoredArticle]
) -> tuple[EventScore, EventDetails]:
    """Score predictions; a gold article without one counts as empty.

    Parameters
    ----------
    gold, predicted
        Articles by id.
    """
    notes: Counter[str] = Counter()
    notes["gold articles without a prediction (counted as empty)"] = len(gold.keys() - predicted.keys())
    notes["predicted articles not in the gold (ignored)"] = len(predicted.keys() - gold.keys())
    outcomes = []
    for key, article in gold.items():
        said = predicted.get(key) or ScoredArticle(key)
        _check(article, said, notes)
        outcomes.append(match_events(article, said))
    counts = [count(outcome) for outcome in outcomes]
    total = total_of(counts)
    notes["predicted links with an unknown end or to itself (ignored)"] = total["link.bad_ends"]
    overall = figures(total)
    score = EventScore(
        len(gold),
        len(gold.keys() & predicted.keys()),
        overall.events.usable.f1,
        {note: n for note, n in notes.items() if n},
        overall,
        _merging(outcomes),
    )
    per_article = {o.gold.id: figures(c) for o, c in zip(outcomes, counts, strict=True)}
    by_id = {o.gold.id: c for o, c in zip(outcomes, counts, strict=True)}
    details = EventDetails(
        intervals(list(per_article.values())),
        {half: figures(total_of(some.values())) for half, some in in_halves(by_id).items()},
        accuracy(total["link.caused.tp"], total["link.caused.pred"]),
        per_article,
        {o.gold.id: errors(o) for o in outcomes},
    )
    return score, details


def _check(gold: ScoredArticle, said: ScoredArticle, notes: Counter[str]) -> None:
    """Count what looks wrong about a prediction although it can be scored."""
    if gold.text is not None:
        notes["predicted texts that are not the text at their offsets"] += sum(
            gold.text[start:end] != text for start, end, text in said.quotes
        )
    notes[f"predicted event mentions longer than {LONG_MENTION} characters"] += sum(
        end - start > LONG_MENTION for event in said.events for start, end in event.mentions
    )
    notes["predicted events without a mention (they cannot match)"] += sum(
        not event.mentions for event in said.events
    )


def _merging(outcomes: list[Outcome]) -> dict[str, Merging]:
    groups: dict[str | None, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        groups[outcome.gold.group].append(outcome)
    merged = {f"group {name}": merging(some) for name, some in groups.items() if name and len(some) > 1}
    if len(outcomes) > 1:
        merged["all articles"] = merging(outcomes)
    return merged
