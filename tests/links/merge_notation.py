"""Reports written on one line, as in tests/cases/merge*.tsv, made into articles."""

import re
from datetime import date
from pathlib import Path

from msgspec import structs

from mapper.model import (
    Article,
    ArticleMap,
    Event,
    Figure,
    Location,
    Participant,
    Place,
    Reason,
    Run,
    Span,
    Toponym,
)

CASES = Path(__file__).parents[1] / "cases"
RUN = Run("0", "0", "none", "test")
REPORT = re.compile(r'(\w+)(?:\.(\w+))? (\w+) (~?)(\S+) (?:@(\S+)|-) (\S*)>(\S*) "(.+)"')


def rows(name):
    """Return the rows of a table of cases."""
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def _places():
    found = {}
    for key, name, precision, lat, lon, country, province in rows("merge_places.tsv"):
        admin1 = None if province == "-" else province
        home = None if country == "-" else country
        found[key] = Place(f"own:{key}", name, "city", float(lat), float(lon), precision, None, home, admin1)
    return found


PLACES = _places()


def article(name, *reports, published=None, figures=()):
    """Return an article with an event for each report; `figures` are the first one's."""
    toponyms, events = [], []
    for n, report in enumerate(reports, start=1):
        toponym, event = _event(n, report)
        toponyms += [toponym] if toponym else []
        events.append(event if n > 1 or not figures else _with_figures(event, figures))
    day = published or date(2026, 11, 1)
    return ArticleMap(RUN, Article(name, published=day), tuple(toponyms), events=tuple(events))


def _event(n, report):
    kind, mode, status, inferred, days, place, actors, targets, trigger = REPORT.fullmatch(report).groups()
    first, _, last = days.partition("..")
    toponym = location = None
    if place:
        spot = PLACES[place]
        toponym = Toponym(f"t{n}", 0, 1, spot.name, "literal", spot)
        location = Location(f"t{n}", spot.name, spot.lat, spot.lon, spot.precision, "in")
    people = [
        _participant(who, role)
        for side, role in ((actors, "actor"), (targets, "target"))
        for who in side.split("+")
        if who not in ("", "-")
    ]
    reasons = [Reason("trigger", f"words/{kind}.{mode}" if mode else f"words/{kind}")]
    reasons += [Reason("date.report-window.inferred")] if inferred else []
    begin = None if days == "?" else date.fromisoformat(first)
    end = None if days == "?" else date.fromisoformat(last or first)
    event = Event(
        f"e{n}", kind, trigger, (Span(0, len(trigger), trigger),), status, tuple(people), location,
        begin=begin, end=end, confidence=0.8, reasons=tuple(reasons),
    )  # fmt: skip
    return toponym, event


def _participant(who, role):
    name, _, country = who.partition("=")
    return Participant(name.replace("_", " "), role, country or None)


def _with_figures(event, figures):
    return structs.replace(event, figures=tuple(Figure(n, unit, 0, 1) for n, unit in figures))
