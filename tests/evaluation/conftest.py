"""Predictions made by damaging gold, and the judges run on the same files."""

import json
import random
import subprocess
import sys
from datetime import date

import pytest

from mapper.model import (
    Article,
    ArticleMap,
    Attribution,
    DisputeFlag,
    Event,
    Link,
    Location,
    Participant,
    Place,
    Run,
    Span,
    TimeExpression,
    Toponym,
)

RUN = Run("0", "g", "m", "r")


@pytest.fixture(scope="session")
def judge(shared):
    """Return a function that runs a judge on files and returns its figures."""

    def run(script, *arguments, out):
        command = [sys.executable, shared / "tools" / script, *arguments, "--json", out]
        subprocess.run([str(part) for part in command], check=True, capture_output=True)
        return json.loads(out.read_text("utf-8"))

    return run


def day(value):
    return date.fromisoformat(value) if value else None


@pytest.fixture
def damage():
    """Return the function that makes predictions out of gold."""
    return damaged_record


def damaged_record(gold, seed):
    """Return a result that is right in part: some events lost, split, merged, moved, mislabelled."""
    rng = random.Random(f"{gold.id}-{seed}")
    toponyms = tuple(_toponym(p, rng) for p in gold.places or () if rng.random() < 0.9)
    known = {t.id for t in toponyms}
    events = [_event(e, known, rng) for e in gold.events or () if rng.random() < 0.85]
    events += [_copy(rng.choice(events), f"x{n}") for n in range(2) if events]
    kinds = ("caused", "follow-up", "during", "same-series")
    links = [
        Link(link.source, link.target, link.kind if rng.random() < 0.7 else rng.choice(kinds), 1.0)
        for link in gold.links or ()
        if link.kind in kinds and rng.random() < 0.8
    ]
    links.append(Link("nowhere", "x0", "caused", 1.0))
    if len(events) > 1:
        links.append(Link(events[0].id, events[-1].id, rng.choice(kinds), 1.0))
    times = tuple(_time(n, t, rng) for n, t in enumerate(gold.times or ()) if rng.random() < 0.9)
    return ArticleMap(RUN, Article(gold.id), toponyms, times, tuple(events), tuple(links))


def _toponym(p, rng):
    shift = rng.choice([0, 0, 0, 1])
    place = None
    if p.lat is not None and rng.random() < 0.9:
        name = rng.choice([p.name, p.name, "Elsewhere"]) or "?"
        lat = max(-90.0, min(90.0, p.lat + rng.choice([0, 0, 0.3, 3])))
        place = Place(
            "x:1", name, p.kind or "city", lat, p.lon, "city", country=rng.choice([p.country, None, "XK"])
        )
    flag = DisputeFlag("t", "in") if rng.random() < 0.1 or p.disputed else None
    role = rng.choice([p.role, p.role, "metonym"])
    return Toponym(p.id, p.start + shift, p.end + shift, p.text, role, place, dispute=flag)


def _event(e, known, rng):
    mentions = tuple(Span(m.start, m.end, m.text or "") for m in e.mentions)
    location = None
    if e.places and rng.random() < 0.8:
        first = e.places[0]
        ident = next((i for i in first.place_ids or () if i in known), None)
        lat = max(-90.0, min(90.0, (first.lat or 0.0) + rng.choice([0, 0, 0.2, 2])))
        location = Location(ident, first.name or "", lat, first.lon or 0.0, "city", "in")
    begin, end = day(e.date_start), day(e.date_end)
    if rng.random() < 0.3:
        begin, end = rng.choice([(None, None), (date(2026, 1, 1), date(2026, 12, 31)), (begin, begin)])
    return Event(
        e.id,
        e.type if rng.random() < 0.8 else "OTHER",
        "label",
        mentions[: rng.randint(1, len(mentions))],
        e.status if rng.random() < 0.8 else "happened",
        tuple(Participant(text, "actor") for text in (*(e.participants or ()), "the Ministers")),
        location,
        begin=begin,
        end=end,
        attribution=Attribution(rng.choice([e.attribution, "officials"]) or "x", 0, 1)
        if rng.random() < 0.5
        else None,
        cluster=rng.choice([e.cluster, "one", None]),
    )


def _copy(event, ident):
    return Event(ident, event.type, "copy", event.mentions, event.status, location=event.location)


def _time(n, t, rng):
    begin, end = day(t.begin), day(t.finish)
    if rng.random() < 0.3:
        begin, end = rng.choice([(None, None), (begin, None), (date(2026, 1, 1), date(2026, 1, 1))])
    return TimeExpression(
        f"t{n}", t.start, t.end + rng.choice([0, 0, 1]), t.text or "", "DATE", None, begin, end
    )
