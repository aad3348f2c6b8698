"""A result with everything in it that is hard to write down."""

from datetime import date

import pytest

from mapper.model import (
    Article,
    ArticleMap,
    Attribution,
    Cluster,
    ClusterLink,
    DisputeFlag,
    Event,
    EventDispute,
    EventMap,
    EventRef,
    Extent,
    Figure,
    Link,
    Location,
    Participant,
    Place,
    Run,
    Span,
    Toponym,
)

TEXT = (
    '=HYPERLINK("x") drills near Dokdo. Ministers met in Suva </script> & flew to Apia\0. A plan {{ 7*7 }}.'
)
FLAG = DisputeFlag(
    "liancourt-rocks",
    "near",
    claimants=("JP", "KP", "KR"),
    administered_by=("KR",),
    names={"KR/ko": "독도", "JP/ja": "竹島"},
    status="active",
    as_of="2026-01",
)


def span(text):
    start = TEXT.index(text)
    return Span(start, start + len(text), text)


def toponym(ident, text, place, dispute=None, role="literal"):
    where = span(text)
    return Toponym(ident, where.start, where.end, text, role, place, 0.9, dispute=dispute)


def place(ident, name, lat, lon, country):
    return Place(
        ident, name, "city", lat, lon, "city", country=country, admin1="Admin", population=7, geonames_id=5
    )


DOKDO = place("dt:liancourt-rocks", "Dokdo", 37.24, 131.87, "KR")  # a side that must never be shown
SUVA = place("gn:1", "Suva", -18.14, 178.44, "FJ")
APIA = place("gn:2", "Apia", -13.83, -171.77, "WS")


def location(ident, where, relation="in"):
    return Location(ident, where.name, where.lat, where.lon, "city", relation)


@pytest.fixture
def result():
    first = span(TEXT[: TEXT.index("Ministers")].strip())
    second = Span(first.end + 1, len(TEXT), TEXT[first.end + 1 :])
    drill, meeting, flight = span("drills"), span("met"), span("flew")
    events = (
        Event(
            "e1", "MOBILIZE", "=drills", (drill,), "planned", (Participant("@Navy", "actor"),),
            location("t1", DOKDO, "near"), begin=date(2026, 1, 5), end=date(2026, 1, 7), date_precision="days",
            disputes=(EventDispute("liancourt-rocks", "near", "t1"),), figures=(Figure(58, "ships", 0, 1),),
            evidence=(Extent(drill.start, drill.end),), confidence=0.5,
        ),
        Event(
            "e2", "CONSULT", "talks <b>", (meeting,), "happened", (Participant("Fiji", "target"),),
            location("t2", SUVA), attribution=Attribution("Yonhap", 0, 3), cluster="c1", begin=date(2026, 1, 1),
        ),
        Event("e3", "CONSULT", "-flight", (flight,), "cancelled", (), location("t3", APIA), corrected=True),
        Event("e4", "OTHER", "plan", (span("plan"),), "claimed"),
    )  # fmt: skip
    article = ArticleMap(
        Run("0", "g", "m", "r"),
        Article(
            "a/1",
            "Title <i>",
            "+Source",
            "example.org",
            "https://example.org/1",
            date(2026, 1, 8),
            "en",
            text=TEXT,
        ),
        (
            toponym("t1", "Dokdo", DOKDO, FLAG),
            toponym("t2", "Suva", SUVA),
            toponym("t3", "Apia", APIA),
            toponym("t4", "plan", None),
        ),
        events=events,
        links=(
            Link("e2", "e3", "follow-up", 0.8, cue=span("flew to")),
            Link("e1", "e4", "caused", 0.7),
            Link("e3", "e2", "during", 0.7),
        ),
        quotes=(first, second),
    )
    other = ArticleMap(
        article.run, Article("b", text="Nothing."), events=(Event("e1", "AID", "aid", (), "happened"),)
    )
    return EventMap(
        article.run,
        (article, other),
        clusters=(
            Cluster("c1", (EventRef("b", "e1"), EventRef("a/1", "e2"))),
            Cluster("c2", (EventRef("a/1", "e1"),)),
        ),
        links=(ClusterLink("c1", "c2", "caused", 0.5), ClusterLink("c1", "c9", "caused", 0.5)),
    )


@pytest.fixture
def nothing():
    return EventMap(Run("0", "g", "m", "r"))
