"""Map gold articles and score what comes out."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping

import msgspec
from msgspec import UNSET

from mapper.atomic import atomic_path
from mapper.errors import MapperError
from mapper.evaluation.events.gold import GoldArticle
from mapper.evaluation.events.predictions import scored
from mapper.evaluation.events.score import EventDetails, EventScore, score_events
from mapper.model import Article, ArticleMap, EventMap, Failure, Record, to_json


class EventReport(Record, frozen=True):
    """The figures, what is behind them, and what could not be mapped."""

    score: EventScore
    details: EventDetails
    failures: tuple[Failure, ...] = ()


def evaluate_events(
    gold: Mapping[str, GoldArticle],
    map_articles: Callable[[list[Article]], EventMap],
    *,
    predictions: str | os.PathLike[str] | None = None,
) -> EventReport:
    """Score a mapper on annotated articles.

    Parameters
    ----------
    gold
        The articles, as `read_event_gold` returns them.
    map_articles
        Maps all of them together, as `EventMapper.map`.
    predictions
        Where to write the records, one a line, without the texts.

    Raises
    ------
    ExportError
        If the predictions cannot be written.
    """
    articles, failures = _articles(gold.values())
    result = map_articles(articles)
    if predictions is not None:
        _write(result.articles, predictions)
    wanted = {key: article.scored() for key, article in gold.items()}
    said = {record.article.id: scored(record) for record in result.articles}
    score, details = score_events(wanted, said)
    return EventReport(score, details, (*failures, *result.failures))


def _articles(gold: Iterable[GoldArticle]) -> tuple[list[Article], list[Failure]]:
    articles, failures = [], []
    for annotated in gold:
        try:
            articles.append(annotated.article())
        except MapperError as error:
            failures.append(Failure(annotated.id, str(error)))
    return articles, failures


def _write(records: Iterable[ArticleMap], path: str | os.PathLike[str]) -> None:
    with atomic_path(path) as unfinished, unfinished.open("wb") as stream:
        for record in records:
            head = msgspec.structs.replace(record.article, text=UNSET)
            stream.write(to_json(msgspec.structs.replace(record, article=head)) + b"\n")
