"""Figures of whole articles on the event gold: roles, dates, events, links."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from benchmarks.toponyms.figure import Figure
from mapper.evaluation import evaluate_events, read_event_gold
from mapper.evaluation.events.spread import figure_at
from mapper.evaluation.measures import Accuracy, LabelAccuracy, Prf
from mapper.model import Record
from mapper.pipeline import EventMapper

ROWS: Final = {
    "place names, overlap F1": "toponyms.overlap",
    "role of a found place": "toponyms.role",
    "date expressions, overlap F1": "times.overlap",
    "date expressions, exact period": "times.exact_interval",
    "usable event F1, areas by name": "events.usable_areas",
    "usable event F1, 50 km": "events.usable",
    "events found, F1": "events.found",
    "type": "events.type",
    "status": "events.status",
    "date overlap": "events.date_overlap",
    "date exact": "events.date_exact",
    "place, areas by name": "events.place_areas",
    "participants F1": "events.participants",
    "links over matched events, pair F1": "links.matched.pair",
}
"""Figures that are shown, by their path."""


class EventFigures(Record, frozen=True):
    """Figures of one set of articles; its place names and their roles, and causal links, with counts."""

    articles: int
    figures: dict[str, Figure | None]
    places: Prf
    roles: LabelAccuracy
    caused: Accuracy


def event_figures(path: Path, mapper: EventMapper) -> EventFigures:
    """Return the figures of a gold file or folder."""
    report = evaluate_events(read_event_gold([path]), mapper.map)
    details = report.details
    figures: dict[str, Figure | None] = {}
    for label, at in ROWS.items():
        value = _value(figure_at(report.score.overall, at))
        halves = tuple(_value(figure_at(half, at)) for half in details.halves.values())
        figures[label] = None if value is None else Figure(value, details.intervals.get(at), halves)
    toponyms = report.score.overall.toponyms
    return EventFigures(report.score.articles, figures, toponyms.overlap, toponyms.role, details.caused)


def _value(figure: object) -> float | None:
    if isinstance(figure, Prf):
        return figure.f1
    assert isinstance(figure, Accuracy | LabelAccuracy)
    return figure.acc
