"""Whether time expressions are found and mean the right days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from mapper.errors import MapperError
from mapper.evaluation.bootstrap import Interval
from mapper.evaluation.events.counts import Counts, count_times, total_of
from mapper.evaluation.events.figures import TimeFigures, time_figures
from mapper.evaluation.events.gold import GoldArticle, GoldTime
from mapper.evaluation.events.matching import Outcome
from mapper.evaluation.events.records import NO_DATE, ScoredArticle, ScoredTime
from mapper.evaluation.events.spread import intervals
from mapper.evaluation.halves import in_halves
from mapper.evaluation.measures import Accuracy, accuracy
from mapper.evaluation.spans import match_spans
from mapper.model import Article, Failure, Record, TimeExpression


class DateReport(Record, frozen=True):
    """Figures of time expressions, as in `mapper evaluate events`, and by the type the gold gives.

    Intervals by the name of the figure; `halves` holds the figures of either half.
    """

    articles: int
    times: TimeFigures
    by_type: dict[str, Accuracy]
    intervals: dict[str, Interval]
    halves: dict[str, TimeFigures]
    wrong: tuple[str, ...]
    failures: tuple[Failure, ...] = ()


def evaluate_dates(
    gold: Mapping[str, GoldArticle], find: Callable[[Article], Sequence[TimeExpression]]
) -> DateReport:
    """Score the time expressions that `find` finds in annotated articles."""
    counts: dict[str, Counts] = {}
    types: dict[str, list[bool]] = defaultdict(list)
    wrong: list[str] = []
    failures: list[Failure] = []
    for key, annotated in gold.items():
        try:
            times = find(annotated.article())
        except MapperError as error:
            failures.append(Failure(key, str(error)))
            times = ()
        said = [ScoredTime(t.start, t.end, (t.begin, t.end_date)) for t in times]
        outcome = Outcome(annotated.scored(), ScoredArticle(key, times=said).in_text_order())
        counts[key] = Counts()
        count_times(counts[key], outcome)
        wrong += _compare(annotated, outcome, types)
    return DateReport(
        articles=len(counts),
        times=_figures(counts.values()),
        by_type={name: accuracy(sum(hits), len(hits)) for name, hits in sorted(types.items())},
        intervals=intervals([time_figures(one) for one in counts.values()]),
        halves={half: _figures(some.values()) for half, some in in_halves(counts).items()},
        wrong=tuple(wrong),
        failures=tuple(failures),
    )


def _figures(counts: Iterable[Counts]) -> TimeFigures:
    return time_figures(total_of(counts))


def _compare(annotated: GoldArticle, outcome: Outcome, types: dict[str, list[bool]]) -> list[str]:
    """Sort the expressions by type and return a line for each that is missed or means other days."""
    gold, said = outcome.gold.times, outcome.predicted.times
    marked = {(t.start, t.end): t for t in annotated.times or ()}
    partner = {i: said[j] for i, j in match_spans(gold, said)}
    lines = []
    for i, time in enumerate(gold):
        shown = marked[time.start, time.end]
        found = partner.get(i)
        if found is None:
            lines.append(_line(annotated, shown, "missed"))
        elif time.interval != NO_DATE:
            right = found.interval == time.interval
            types[shown.type or "?"].append(right)
            if not right:
                lines.append(_line(annotated, shown, f"{_days(found)} for {_days(time)}"))
    return lines


def _line(annotated: GoldArticle, time: GoldTime, what: str) -> str:
    return f"{annotated.id}: {time.text!r} at {time.start}: {what}"


def _days(time: ScoredTime) -> str:
    return "..".join(str(day or "") for day in time.interval)
