"""Results of any size with full records: quotes, readings and reasons, all from a fixed seed."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Final

from mapper import model
from tests.page import story

TOWNS: Final = (
    ("Seoul", 37.57, 126.98), ("Tokyo", 35.69, 139.69), ("Manila", 14.6, 120.98), ("Hanoi", 21.03, 105.85),
    ("Delhi", 28.61, 77.21), ("Karachi", 24.86, 67.01), ("Tehran", 35.69, 51.39), ("Cairo", 30.04, 31.24),
    ("Lagos", 6.45, 3.39), ("Nairobi", -1.29, 36.82), ("Paris", 48.86, 2.35), ("Kyiv", 50.45, 30.52),
    ("Lima", -12.05, -77.04), ("Bogotá", 4.71, -74.07), ("Mexico City", 19.43, -99.13), ("Chicago", 41.88, -87.63),
)  # fmt: skip
ACTS: Final = (
    "talks",
    "flood",
    "protest",
    "strike",
    "visit",
    "summit",
    "evacuation",
    "arrest",
    "drill",
    "ceasefire",
)
WHO: Final = (
    "ministers",
    "residents",
    "dock workers",
    "teachers",
    "delegates",
    "rescue teams",
    "farmers",
    "drivers",
)
WHY: Final = (
    "a port deal",
    "a water bill",
    "rail tariffs",
    "a fishing zone",
    "school fees",
    "a bridge",
    "fuel prices",
)
STATUSES: Final = (
    "happened",
    "happened",
    "happened",
    "happened",
    "planned",
    "ongoing",
    "cancelled",
    "claimed",
)
FIRST_DAY: Final = date(2025, 1, 1)


def place(name: str, lat: float, lon: float, key: int) -> model.Place:
    return model.Place(
        id=f"own:{key}", name=name, kind="city", lat=round(lat, 4), lon=round(lon, 4), precision="city", country="FR",
        admin1=f"Province {key % 60}", population=1000 * key, source="made",
    )  # fmt: skip


def event_map(count: int, *, per_article: int = 20) -> model.EventMap:
    """Return a result with that many events."""
    chance = random.Random(7)
    articles = [
        _article(chance, number, min(per_article, count - number * per_article))
        for number in range(-(-count // per_article))
    ]
    return model.EventMap(run=story.RUN, articles=tuple(articles))


def _article(chance: random.Random, number: int, count: int) -> model.ArticleMap:
    toponyms, events, quotes, links = [], [], [], []
    at = 0
    day = FIRST_DAY + timedelta(days=chance.randrange(400))
    for i in range(count):
        toponym, event, quote = _event(chance, number * 1000 + i, at, day)
        toponyms.append(toponym)
        events.append(event)
        quotes.append(quote)
        at = quote.end + 1
        if i and chance.random() < 0.3:
            links.append(model.Link(source=f"e{i - 1}", target=f"e{i}", kind="follow-up", confidence=0.7))
    return model.ArticleMap(
        run=story.RUN,
        article=model.Article(
            id=f"report-{number}", title=f"Report {number} on {chance.choice(WHY)}", source="Made Wire", published=day
        ),
        toponyms=tuple(toponyms), events=tuple(events), quotes=tuple(quotes), links=tuple(links),
    )  # fmt: skip


def _event(
    chance: random.Random, key: int, at: int, day: date
) -> tuple[model.Toponym, model.Event, model.Span]:
    town, lat, lon = chance.choice(TOWNS)
    act, who, why = chance.choice(ACTS), chance.choice(WHO), chance.choice(WHY)
    quote = (
        f"The {act} over {why} in {town} drew {chance.randrange(20, 9000)} {who}, officials said on the record, and "
        f"the next step was left to a meeting of the {chance.choice(WHO)} there."
    )
    start, named = at + quote.index(act), at + quote.index(town)
    home = place(town, lat + chance.gauss(0, 1.5), lon + chance.gauss(0, 2.5), key % 5000)
    other = [place(f"{town} {n}", lat + n, lon - n, (key + n) % 5000) for n in (2, 3)]
    first = day + timedelta(days=chance.randrange(-20, 20))
    toponym = model.Toponym(
        id=f"t{key % 1000}", start=named, end=named + len(town), text=town, role="literal", place=home,
        confidence=0.6 + chance.random() * 0.4,
        alternatives=tuple(model.Alternative(p, round(chance.random(), 2)) for p in (home, *other)),
        reasons=(model.Reason("found:gazetteer", 0.9), model.Reason("most-prominent", chance.randrange(2, 9))),
    )  # fmt: skip
    event = model.Event(
        id=f"e{key % 1000}", type="OTHER", label=f"{act} over {why}", status=chance.choice(STATUSES),
        mentions=(model.Span(start, start + len(act), act),),
        participants=(model.Participant(text=who, role="actor"),),
        location=model.Location(toponym.id, town, home.lat, home.lon, "city", "in"),
        begin=first, end=first + timedelta(days=chance.randrange(3)), date_precision="days",
        confidence=0.5 + chance.random() * 0.5, evidence=(model.Extent(at, at + len(quote)),),
        reasons=(model.Reason("trigger", act), model.Reason("status.happened.default"), model.Reason("place.attached", town)),
    )  # fmt: skip
    return toponym, event, model.Span(at, at + len(quote), quote)
