"""Figures of the geoparser on a corpus, from numbers fitted without that corpus."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

import msgspec

from benchmarks.corpora import GoldDocument
from benchmarks.shared import FITTED_ON, NEWS
from benchmarks.toponyms.figure import Figure
from mapper.evaluation.coverage import NEAR_KM, Choice
from mapper.evaluation.events.spread import figure_at
from mapper.evaluation.toponyms import GoldDocument as Gold
from mapper.evaluation.toponyms import GoldToponym, PredictedToponym, ToponymReport, predicted, toponym_report
from mapper.gazetteer import Gazetteer
from mapper.geo import distance_km
from mapper.model import Extent, Record
from mapper.toponyms import Geoparser
from mapper.toponyms.fitted import parameters_of

Said: TypeAlias = dict[str, tuple[PredictedToponym, ...]]
Keep: TypeAlias = Callable[[GoldToponym], bool]


class Resolution(Record, frozen=True):
    """How well gold mentions are resolved: shares within 161 km, and how far confidence can be believed.

    `known` and `near` leave out mentions whose name the gazetteer does not have, or has for no place within
    161 km of the gold's; the two shares before them say how many are left.
    """

    mentions: int
    all: Figure
    known_share: float
    known: Figure
    near_share: float
    near: Figure
    error: float
    sure_share: float
    sure_right: Figure


class Reading(Record, frozen=True):
    """How well names are found in raw text, and found and resolved."""

    exact: Figure
    overlap: Figure
    end_to_end: Figure


class CorpusFigures(Record, frozen=True):
    """All figures of one corpus."""

    documents: int
    resolution: Resolution
    reading: Reading | None = None


@contextlib.contextmanager
def numbers_for(corpus: str, held_out: Path) -> Iterator[None]:
    """Take the numbers fitted without a corpus; the shipped ones where it was never fitted on."""
    with parameters_of(held_out / corpus) if corpus in FITTED_ON else contextlib.nullcontext():
        yield


def corpus_figures(
    corpus: str,
    documents: Sequence[GoldDocument],
    geoparser: Geoparser,
    index: Gazetteer,
    keep: Keep | None = None,
) -> CorpusFigures:
    """Return the figures of a corpus; `keep` chooses the gold mentions that count for resolution."""
    gold = {item.id: item.gold for item in documents}
    given = _resolved(geoparser, documents)
    wanted = gold if keep is None else _only(gold, keep)
    reading = None
    if corpus in NEWS and keep is None:
        reading = reading_figures(gold, _found(geoparser, documents))
    return CorpusFigures(len(documents), _resolution(wanted, given, index), reading)


def _resolved(geoparser: Geoparser, documents: Sequence[GoldDocument]) -> Said:
    said = {}
    for item in documents:
        spans = [Extent(t.start, t.end) for t in item.gold.toponyms]
        said[item.id] = predicted(geoparser.resolve(item.parsed, spans), demonyms=True)
    return said


def _found(geoparser: Geoparser, documents: Sequence[GoldDocument]) -> Said:
    return {item.id: predicted(geoparser.toponyms(item.parsed)) for item in documents}


def reading_figures(gold: Mapping[str, Gold], said: Mapping[str, Sequence[PredictedToponym]]) -> Reading:
    """Return recognition and end-to-end figures, demonyms left out."""
    report = toponym_report(gold, said, alts=True, adj=False)
    return Reading(
        exact=_figure(report, "recognition.exact.f1", ""),
        overlap=_figure(report, "recognition.overlap.f1", "recognition"),
        end_to_end=_figure(report, "end_to_end.f1", "end_to_end"),
    )


def _resolution(gold: Mapping[str, Gold], given: Said, index: Gazetteer) -> Resolution:
    report = toponym_report(gold, given, gold_mentions=True, alts=True, adj=True)
    lists = _Lists(index)
    known = toponym_report(_only(gold, lists.knows), given, gold_mentions=True, alts=True, adj=True)
    near = toponym_report(_only(gold, lists.knows_near), given, gold_mentions=True, alts=True, adj=True)
    count, sure = _mentions(report), report.calibration
    assert sure is not None
    return Resolution(
        mentions=count,
        all=_figure(report, "resolution.all.acc161", "acc161"),
        known_share=_mentions(known) / count,
        known=_figure(known, "resolution.all.acc161", "acc161"),
        near_share=_mentions(near) / count,
        near=_figure(near, "resolution.all.acc161", "acc161"),
        error=sure.error,
        sure_share=sure.sure.acc or 0.0,
        sure_right=Figure(sure.sure_right.acc or 0.0, sure.sure_interval),
    )


def _mentions(report: ToponymReport) -> int:
    return report.score.resolution.all.n if report.score.resolution.all is not None else 0


def _only(gold: Mapping[str, Gold], keep: Keep) -> dict[str, Gold]:
    """Return gold with those mentions only, texts without any left out."""
    kept = {
        key: msgspec.structs.replace(document, toponyms=tuple(filter(keep, document.toponyms)))
        for key, document in gold.items()
    }
    return {key: document for key, document in kept.items() if document.toponyms}


class _Lists:
    """What the gazetteer lists under the gold's names."""

    def __init__(self, index: Gazetteer) -> None:
        self._index = index
        self._names: dict[str, Sequence[Choice]] = {}

    def _choices(self, toponym: GoldToponym) -> Sequence[Choice]:
        name = toponym.text or ""
        if name not in self._names:
            self._names[name] = self._index.lookup(name)
        return self._names[name]

    def knows(self, toponym: GoldToponym) -> bool:
        return toponym.lat is not None and bool(self._choices(toponym))

    def knows_near(self, toponym: GoldToponym) -> bool:
        if toponym.lat is None or toponym.lon is None:
            return False
        points = [(toponym.lat, toponym.lon), *(toponym.alts or ())]
        return any(
            distance_km(lat, lon, choice.lat, choice.lon) <= NEAR_KM
            for choice in self._choices(toponym)
            for lat, lon in points
        )


def _figure(report: ToponymReport, path: str, name: str) -> Figure:
    value = figure_at(report.score, path)
    assert isinstance(value, float)
    halves = (figure_at(half, path) for half in report.halves.values())
    return Figure(
        value,
        report.intervals.get(name),
        tuple(half if isinstance(half, float) else None for half in halves),
    )
