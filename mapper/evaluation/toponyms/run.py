"""Run a geoparser over gold documents and score what it says."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence

from mapper.errors import MapperError
from mapper.evaluation.bootstrap import Interval
from mapper.evaluation.halves import in_halves
from mapper.evaluation.toponyms.calibration import Calibration, calibration
from mapper.evaluation.toponyms.gold import GoldDocument
from mapper.evaluation.toponyms.predictions import PredictedToponym, predicted, write_predictions
from mapper.evaluation.toponyms.score import ToponymScore, score_toponyms
from mapper.model import Article, Failure, Record, Span, Toponym


class ToponymReport(Record, frozen=True):
    """The figures of a corpus and of either half of it, intervals by document, and what could not be read.

    `calibration` is there where the mentions were given.
    """

    corpus: str
    score: ToponymScore
    intervals: dict[str, Interval]
    halves: dict[str, ToponymScore]
    calibration: Calibration | None = None
    failures: tuple[Failure, ...] = ()


def evaluate_toponyms(
    gold: Mapping[str, GoldDocument],
    *,
    find: Callable[[Article], Sequence[Toponym]] | None = None,
    resolve: Callable[[Article, Sequence[Span]], Sequence[Toponym]] | None = None,
    alts: bool = False,
    adj: bool = False,
    predictions: str | os.PathLike[str] | None = None,
    corpus: str = "",
) -> ToponymReport:
    """Score a geoparser.

    Parameters
    ----------
    gold
        The documents, as `read_toponym_gold` returns them.
    find
        Finds and resolves the toponyms of an article.
    resolve
        Resolves the gold mentions of an article instead; then only resolution is scored.
    alts, adj
        Accept alternative points; score demonyms.
    predictions
        Where to write what was said, in the shape of the gold.
    corpus
        Name for the report.

    Raises
    ------
    ExportError
        If the predictions cannot be written.
    """
    said: dict[str, Sequence[PredictedToponym]] = {}
    failures: list[Failure] = []
    for key, document in gold.items():
        try:
            said[key] = predicted(_toponyms(document, find, resolve), demonyms=resolve is not None)
        except MapperError as error:
            failures.append(Failure(key, str(error)))
    if predictions is not None:
        write_predictions(said, predictions)
    return toponym_report(
        gold, said, gold_mentions=resolve is not None, alts=alts, adj=adj, corpus=corpus, failures=failures
    )


def toponym_report(
    gold: Mapping[str, GoldDocument],
    said: Mapping[str, Sequence[PredictedToponym]],
    *,
    gold_mentions: bool = False,
    alts: bool = False,
    adj: bool = False,
    corpus: str = "",
    failures: Sequence[Failure] = (),
) -> ToponymReport:
    """Score what a geoparser said; options as for `score_toponyms`."""
    score, intervals = score_toponyms(gold, said, gold_mentions=gold_mentions, alts=alts, adj=adj)
    halves = {
        half: score_toponyms(some, said, gold_mentions=gold_mentions, alts=alts, adj=adj)[0]
        for half, some in in_halves(gold).items()
    }
    sure = calibration(gold, said, alts=alts, adj=adj) if gold_mentions else None
    return ToponymReport(corpus, score, intervals, halves, sure, tuple(failures))


def _toponyms(
    document: GoldDocument,
    find: Callable[[Article], Sequence[Toponym]] | None,
    resolve: Callable[[Article, Sequence[Span]], Sequence[Toponym]] | None,
) -> Sequence[Toponym]:
    article = document.article()
    if resolve is None:
        assert find is not None, "find or resolve must be given"
        return find(article)
    text = document.text or ""
    spans = sorted({(t.start, t.end) for t in document.toponyms})
    return resolve(article, [Span(start, end, text[start:end]) for start, end in spans])
