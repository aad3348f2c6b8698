"""Whether a confidence of .8 is right eight times in ten."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from mapper.evaluation.bootstrap import Interval, interval
from mapper.evaluation.measures import Accuracy, accuracy
from mapper.evaluation.spans import match_spans
from mapper.evaluation.toponyms.gold import GoldDocument
from mapper.evaluation.toponyms.predictions import PredictedToponym
from mapper.evaluation.toponyms.score import NEAR_KM, error_km
from mapper.model import Record

BINS: Final = 15
"""Bins of equal width, as in Guo et al. 2017 (general knowledge)."""
SURE: Final = 0.9


class Calibration(Record, frozen=True):
    """The expected calibration error, and what becomes of confidence from .9 on.

    Over gold mentions with coordinates that were resolved: `error` is the mean gap between confidence
    and accuracy over the bins, weighed by their size; `sure` how many mentions reach .9, `sure_right`
    how many of these lie within 161 km, with its interval by document.
    """

    error: float
    sure: Accuracy
    sure_right: Accuracy
    sure_interval: Interval | None


def calibration(
    gold: Mapping[str, GoldDocument],
    predictions: Mapping[str, Sequence[PredictedToponym]],
    *,
    alts: bool = False,
    adj: bool = True,
) -> Calibration | None:
    """Return how far confidences can be believed, None where nothing was resolved; options as for `tally`."""
    verdicts = [_verdicts(d, predictions.get(key, ()), alts=alts, adj=adj) for key, d in gold.items()]
    every = [verdict for document in verdicts for verdict in document]
    if not every:
        return None
    sure = [[right for confidence, right in document if confidence >= SURE] for document in verdicts]
    count, right = sum(map(len, sure)), sum(map(sum, sure))
    return Calibration(
        _error(every),
        accuracy(count, len(every)),
        accuracy(right, count),
        interval([sum(document) for document in sure], [len(document) for document in sure]),
    )


def _verdicts(
    document: GoldDocument, said: Sequence[PredictedToponym], *, alts: bool, adj: bool
) -> list[tuple[float, bool]]:
    """Return confidence and whether it is right, for each resolved gold mention."""
    found = []
    wanted = [toponym for toponym in document.toponyms if adj or not toponym.adj]
    for i, j in match_spans(wanted, said):
        away, confidence = error_km(wanted[i], said[j], alts=alts), said[j].confidence
        if away is not None and confidence is not None:
            found.append((confidence, away <= NEAR_KM))
    return found


def _error(verdicts: Sequence[tuple[float, bool]]) -> float:
    bins: dict[int, list[tuple[float, bool]]] = {}
    for verdict in verdicts:
        bins.setdefault(min(int(verdict[0] * BINS), BINS - 1), []).append(verdict)
    gaps = (abs(sum(right - sure for sure, right in inside)) for _, inside in sorted(bins.items()))
    return sum(gaps) / len(verdicts)
