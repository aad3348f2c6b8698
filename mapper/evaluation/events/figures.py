"""Figures from counts."""

from __future__ import annotations

from collections import Counter

from mapper.evaluation.events.counts import Counts
from mapper.evaluation.measures import Accuracy, LabelAccuracy, Prf, accuracy, prf, ratio
from mapper.model import Record


class ToponymFigures(Record, frozen=True):
    """Place names: spans, roles, distances, disputes."""

    exact: Prf
    overlap: Prf
    role: LabelAccuracy
    end_to_end: Prf
    end_to_end_areas: Prf
    disputed: Prf


class TimeFigures(Record, frozen=True):
    """Time expressions."""

    overlap: Prf
    exact_interval: Accuracy
    begin_inside: Accuracy


class SourceAccuracy(Record, frozen=True):
    """Attribution, and how often one was given though gold has none."""

    acc: float | None
    right: int
    of: int
    given: int


class Verdicts(Record, frozen=True):
    """How dates or places fare, see `counts.verdict`."""

    right: int
    wrong: int
    missing: int
    given: int
    none: int


class EventFigures(Record, frozen=True):
    """Events; everything behind `neutral` is over matched pairs."""

    usable: Prf
    usable_areas: Prf
    found: Prf
    duplicates: int
    swallowed: int
    neutral: int
    type: LabelAccuracy
    status: LabelAccuracy
    status_always_happened: Accuracy
    date_overlap: Accuracy
    date_exact: Accuracy
    days_in_common: Accuracy
    dates: Verdicts
    place: Accuracy
    place_areas: Accuracy
    places: Verdicts
    attribution: SourceAccuracy
    participants: Prf


class LinkFigures(Record, frozen=True):
    """Links by how much of them must be right."""

    pair: Prf
    kind: Prf
    direction: Prf


class LinkReadings(Record, frozen=True):
    """Links over matched events only, and over all."""

    matched: LinkFigures
    all: LinkFigures


class Figures(Record, frozen=True):
    """All figures of one or more articles."""

    toponyms: ToponymFigures
    times: TimeFigures
    events: EventFigures
    links: LinkReadings


def figures(c: Counts) -> Figures:
    """Return all figures of the counts."""
    return Figures(
        _toponyms(c), time_figures(c), _events(c), LinkReadings(_links(c, "matched"), _links(c, "all"))
    )


def _prf(c: Counts, name: str) -> Prf:
    return prf(c[f"{name}.tp"], c[f"{name}.pred"], c[f"{name}.gold"])


def _labels(c: Counts, what: str) -> LabelAccuracy:
    pairs = {(g, p): n for (kind, g, p), n in c.labels.items() if kind == what}
    count = sum(pairs.values())
    right = sum(n for (g, p), n in pairs.items() if g == p)
    gold: Counter[str | None] = Counter()
    predicted: Counter[str | None] = Counter()
    for (g, p), n in pairs.items():
        gold[g] += n
        predicted[p] += n
    chance = sum(gold[label] * predicted[label] for label in gold)  # expected agreement times n squared
    wrong = sorted(((n, f"{g}->{p}") for (g, p), n in pairs.items() if g != p), key=lambda x: (-x[0], x[1]))
    kappa = ratio(right * count - chance, count * count - chance)
    return LabelAccuracy(ratio(right, count), right, count, kappa, {text: n for n, text in wrong})


def _toponyms(c: Counts) -> ToponymFigures:
    return ToponymFigures(
        exact=_prf(c, "top.exact"),
        overlap=_prf(c, "top.overlap"),
        role=_labels(c, "role"),
        end_to_end=_prf(c, "top.e2e"),
        end_to_end_areas=_prf(c, "top.e2e_areas"),
        disputed=_prf(c, "top.disputed"),
    )


def time_figures(c: Counts) -> TimeFigures:
    """Return the figures of time expressions alone."""
    return TimeFigures(
        overlap=_prf(c, "time.overlap"),
        exact_interval=accuracy(c["time.exact.right"], c["time.interval.of"]),
        begin_inside=accuracy(c["time.begin.right"], c["time.interval.of"]),
    )


def _verdicts(c: Counts, name: str) -> Verdicts:
    return Verdicts(**{key: c[f"event.{name}.{key}"] for key in Verdicts.__struct_fields__})


def _events(c: Counts) -> EventFigures:
    found = c["event.found.tp"]
    dates, places = _verdicts(c, "date"), _verdicts(c, "place")
    dated = dates.right + dates.wrong + dates.missing
    happened = sum(n for (kind, g, _), n in c.labels.items() if kind == "status" and g == "happened")
    sources = c["event.source.right"], c["event.source.of"]
    return EventFigures(
        usable=_prf(c, "event.usable"),
        usable_areas=_prf(c, "event.usable_areas"),
        found=_prf(c, "event.found"),
        duplicates=c["event.duplicates"],
        swallowed=c["event.swallowed"],
        neutral=c["event.neutral"],
        type=_labels(c, "type"),
        status=_labels(c, "status"),
        status_always_happened=accuracy(happened, found),
        date_overlap=accuracy(dates.right, dated),
        date_exact=accuracy(c["event.date_exact.right"], dated),
        days_in_common=accuracy(c.days, c["event.days.of"]),
        dates=dates,
        place=accuracy(places.right + places.none, found),
        place_areas=accuracy(c["event.place_areas.right"] + places.none, found),
        places=places,
        attribution=SourceAccuracy(ratio(*sources), *sources, c["event.source.given"]),
        participants=_prf(c, "event.people"),
    )


def _links(c: Counts, reading: str) -> LinkFigures:
    return LinkFigures(*(_prf(c, f"link.{reading}.{level}") for level in ("pair", "kind", "direction")))
