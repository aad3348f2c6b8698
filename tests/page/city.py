"""A story inside one city, in Latin or Arabic letters, with long labels: a local map, and text from right to left."""

from __future__ import annotations

from datetime import date
from typing import Final

from mapper import model
from tests.page import story

PLACES: Final = (
    ("Tahrir Square", "ميدان التحرير", 30.0444, 31.2357), ("Zamalek", "الزمالك", 30.0609, 31.2197),
    ("Giza", "الجيزة", 29.9870, 31.2118), ("Heliopolis", "مصر الجديدة", 30.0900, 31.3300),
    ("Maadi", "المعادي", 29.9600, 31.2570),
)  # fmt: skip
EVENTS: Final = (
    (0, "Water main bursts under the eastern side of the square", "انفجار أنبوب المياه الرئيسي تحت الجانب الشرقي من الميدان", "happened", 3),
    (0, "Metro station closed", "إغلاق محطة المترو", "ongoing", 3),
    (3, "Pumps brought from the northern works", "نقل المضخات من المحطة الشمالية", "happened", 4),
    (1, "Residents queue at tankers", "السكان يصطفون أمام الصهاريج", "claimed", 4),
    (2, "School exams moved", "تأجيل امتحانات المدارس", "planned", 9),
    (4, "Festival on the corniche called off", "إلغاء المهرجان على الكورنيش", "cancelled", 6),
)  # fmt: skip
LINKS: Final = ((0, 1, "caused"), (0, 2, "follow-up"), (0, 3, "caused"), (0, 5, "caused"))


def event_map(language: str = "en") -> model.EventMap:
    """Return the story in English or, with ``ar``, in Arabic."""
    arabic = language == "ar"
    toponyms, events, quotes = [], [], []
    at = 0
    for i, (where, *labels, status, day) in enumerate(EVENTS):
        name, label = PLACES[where][arabic], labels[arabic]
        quote = f"{label}: {name}."
        start = at + len(label) + 2
        toponyms.append(_toponym(i, where, name, start))
        events.append(_event(i, label, status, date(2026, 6, day), at, len(quote)))
        quotes.append(model.Span(at, at + len(quote), quote))
        at += len(quote) + 1
    record = model.ArticleMap(
        run=story.RUN,
        article=model.Article(
            id="city",
            title="انقطاع المياه في وسط القاهرة بعد انفجار أنبوب" if arabic else "Water off in central Cairo after a main bursts under Tahrir Square",
            source="جريدة مخترعة" if arabic else "Made Daily",
            language="ar" if arabic else "en",
            published=date(2026, 6, 5),
        ),
        toponyms=tuple(toponyms), events=tuple(events), quotes=tuple(quotes),
        links=tuple(model.Link(source=f"e{a}", target=f"e{b}", kind=kind, confidence=0.8) for a, b, kind in LINKS),
    )  # fmt: skip
    return story.event_map(record)


def _toponym(i: int, where: int, name: str, start: int) -> model.Toponym:
    _, _, lat, lon = PLACES[where]
    place = model.Place(
        id=f"own:{where}", name=name, kind="district", lat=lat, lon=lon, precision="point", country="EG"
    )
    return model.Toponym(
        id=f"t{i}", start=start, end=start + len(name), text=name, role="literal", place=place, confidence=0.9
    )  # fmt: skip


def _event(i: int, label: str, status: str, day: date, at: int, length: int) -> model.Event:
    _, _, lat, lon = PLACES[EVENTS[i][0]]
    here = model.Location(f"t{i}", PLACES[EVENTS[i][0]][0], lat, lon, "point", "in")
    origin = model.Location(None, PLACES[4][0], PLACES[4][2], PLACES[4][3], "point", "in") if i == 2 else None
    first = label.split(maxsplit=1)[0]
    return model.Event(
        id=f"e{i}", type="DISASTER", label=label, status=status, mentions=(model.Span(at, at + len(first), first),),
        location=here, origin=origin, begin=day, end=day, date_precision="days", confidence=0.9,
        evidence=(model.Extent(at, at + length),),
    )  # fmt: skip
