"""Days and places: which words give them, and what is only carried to an event."""

from __future__ import annotations

from datetime import date

import pytest

from mapper.events import RuleExtractor
from mapper.events.scene import set_scene
from mapper.language import Parser
from mapper.model import Event
from tests.events.markup import read_marked


@pytest.fixture
def read(parser: Parser):
    if parser.name == "none":
        pytest.skip("no language model is installed")

    def events(text: str) -> dict[str, Event]:
        marked = read_marked(text)
        found = RuleExtractor().extract(marked.parsed(parser), marked.toponyms, marked.times)
        return {mention.text: event for event in found for mention in event.mentions}

    return events


def how(event: Event, what: str) -> str:
    return next(
        (r.code.removeprefix(f"{what}.") for r in event.reasons if r.code.startswith(f"{what}.")), "none"
    )


MONDAY, TUESDAY = date(2026, 1, 19), date(2026, 1, 20)


@pytest.mark.parametrize(
    ("text", "trigger", "code", "begin"),
    [
        ("Rebels [attacked]{} a convoy on <t Monday=2026-01-19/2026-01-19>.", "attacked", "attached", MONDAY),
        (
            "Officials said on <t Tuesday=2026-01-20/2026-01-20> that rebels had [attacked]{} a convoy.",
            "attacked", "report-window.inferred", date(2026, 1, 18),
        ),
        (
            "On <t Monday=2026-01-19/2026-01-19>, rebels [attacked]{} <Goma>. Six people were [killed]{}.",
            "killed", "carried-over.inferred", MONDAY,
        ),
        (
            ("Ties cooled after a refuelling incident in <t May=2025-05-01/2025-05-31>. "
            "The jets had [refuelled]{} at a base near <Naha>."),
            "refuelled", "echo.inferred", date(2025, 5, 1),
        ),
        (
            ("Ties have hardly moved since a quarrel in <t May=2025-05-01/2025-05-31>. "
            "In that quarrel, guards [attacked]{} a depot near <Naha>."),
            "attacked", "echo.inferred", date(2025, 5, 1),
        ),
        (
            ("Ties have hardly moved since a quarrel in <t May=2025-05-01/2025-05-31>. "
            "In the quarry, guards [attacked]{} a depot near <Naha>."),
            "attacked", "report-window.inferred", date(2026, 1, 18),
        ),
        (
            "The quake [hit]{} <Tonga> at <t 6 am=2026-01-19/2026-01-19> (<t 1700 GMT Sunday=2026-01-18/2026-01-18>).",
            "hit", "attached", MONDAY,
        ),
        (
            "The league postponed the [match]{} in <Leeds> on <t Monday=2026-01-19/2026-01-19>.",
            "match", "none", None,
        ),
        (
            "The league postponed the [match]{} in <Leeds> until <t Tuesday=2026-01-20/2026-01-20>.",
            "match", "attached", None,
        ),
        (
            "The port has been [blocked]{} since <t Monday=2026-01-19/2026-01-19> by farmers near <Calais>.",
            "blocked", "attached", MONDAY,
        ),
        (
            "Nine people were [killed]{} and dozens injured when a bus left the road late on <t Monday=2026-01-19/2026-01-19>.",
            "killed", "inner-clause.inferred", MONDAY,
        ),
        (
            "Two men were [killed]{} and a third lost a leg when a shell hit a bus on <t Monday=2026-01-19/2026-01-19>.",
            "killed", "inner-clause.inferred", MONDAY,
        ),
        (
            "Six homes were [destroyed]{} and a guard was hurt when a gas tank burst on <t Tuesday=2026-01-20/2026-01-20>.",
            "destroyed", "inner-clause.inferred", TUESDAY,
        ),
    ],
)  # fmt: skip
def test_days(read, text: str, trigger: str, code: str, begin: date | None) -> None:
    event = read(text)[trigger]
    assert how(event, "date") == code
    assert event.begin == begin


def test_a_claim_that_stands_has_no_day(read) -> None:
    event = read("<m Ankara> and <m Athens> both [claim]{} the islet of <Imia>.")["claim"]
    assert (event.begin, event.end) == (None, None)


def test_what_goes_on_ends_with_the_report(read) -> None:
    event = read("Firefighters are [battling]{} a blaze in <Attica>.")["battling"]
    assert (event.begin, event.end) == (None, date(2026, 1, 21))


def test_the_dateline_gives_neither_day_nor_place(parser: Parser) -> None:
    marked = read_marked(
        "<LIMA>, <t Jan 21=2026-01-21/2026-01-21> (Wire) - The league condemned a ban on <t Monday=2026-01-19/2026-01-19>."
    )
    scene = set_scene(marked.parsed(parser), marked.toponyms, marked.times)
    assert [toponym.role for toponym in scene.toponyms] == ["dateline"]
    assert [time.text for time in scene.times] == ["Monday"]


@pytest.mark.parametrize(
    ("text", "trigger", "code", "place"),
    [
        ("Rebels [attacked]{} a convoy near <Goma>.", "attacked", "attached", "Goma"),
        ("A <Leeds> man was [arrested]{} on <t Monday=2026-01-19/2026-01-19>.", "arrested", "clause", "Leeds"),
        ("Police [arrested]{} two men when they cleared a camp near <Calais>.", "arrested", "inner-clause", "Calais"),
        ("Rebels [attacked]{} <Goma>. Six people were [killed]{}.", "killed", "cause", "Goma"),
        ("Rebels [attacked]{} <Goma>. Police [arrested]{} a guard.", "arrested", "carried-over", "Goma"),
        (
            ("A landslide [hit]{} a hamlet near <Jijel> on <t Monday=2026-01-19/2026-01-19>. "
            "The rains went on. Dozens of people are [missing]{}."),
            "missing", "cause", "Jijel",
        ),
        (
            ("Flames ripped through a mill in <Porto>. The mill had been empty for years. Neighbours slept. "
            "Police [arrested]{} a guard."),
            "arrested", "story", "Porto",
        ),
        (
            "A mill burned in <Ghent>. Police [arrested]{} two men in the city.",
            "arrested", "taken-up", "Ghent",
        ),
        (
            "A court in <Lima> jailed a banker. Police raided a farm in <Cusco>. Guards [arrested]{} two men near the court.",
            "arrested", "taken-up", "Lima",
        ),
        ("<m Braga> postponed its [festival]{}.", "festival", "host", "Braga"),
        ("<Xinhua> reported that a mine had [collapsed]{}.", "collapsed", "story", "Xinhua"),
    ],
)  # fmt: skip
def test_places(read, text: str, trigger: str, code: str, place: str) -> None:
    event = read(text)[trigger]
    assert event.location is not None
    assert (how(event, "place"), event.location.name) == (code, place)


def test_somewhere_without_a_name_is_no_place_before(read) -> None:
    event = read("A storm [flooded]{} <Porto>. A curfew was [imposed]{} in four towns.")["imposed"]
    assert (event.location, how(event, "place")) == (None, "unnamed")


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        (
            "The banker was arrested in <t May 2024=2024-05-01/2024-05-31> after police [raided]{} his home in <Multan>.",
            "raided",
        ),
        (
            "The mine closed in <t 2019=2019-01-01/2019-12-31> after a tunnel [collapsed]{} near <Kolda>.",
            "collapsed",
        ),
        (
            "The mayor resigned in <t June=2025-06-01/2025-06-30> after guards [killed]{} two students in <Derna>.",
            "killed",
        ),
    ],
)
def test_what_came_before_something_long_past_is_no_news(read, text: str, trigger: str) -> None:
    event = read(text)[trigger]
    assert (event.begin, event.end) == (None, None)


def test_a_plan_does_not_take_a_day_gone_by(read) -> None:
    event = read(
        "The firm [opened]{} a plant in <Pecs> in <t May=2025-05-01/2025-05-31> and plans to [open]{} a mine near <Cali>."
    )["open"]
    assert (event.status, event.begin, event.end) == ("planned", None, None)


def test_words_are_not_set_where_others_acted(read) -> None:
    found = read("Rebels [attacked]{} <Goma>. The league [condemned]{} the raid.")
    assert found["condemned"].location is None


def test_the_finer_place_wins(read) -> None:
    found = read("A [quake]{} hit <Chad>. The [quake]{} levelled a school in <Abeche>.")
    assert {event.location.name for event in found.values() if event.location} == {"Abeche"}


def test_a_place_next_door_does_not_win(read) -> None:
    event = read("A bomb [exploded]{} in <Yokosuka> near <Tokyo>.")["exploded"]
    assert event.location is not None
    assert (event.location.name, event.location.relation) == ("Yokosuka", "in")


def test_background_is_not_set_where_the_story_plays(read) -> None:
    found = read(
        "Flames ripped through a mill in <Porto>. The mill had been empty for years. Nobody was hurt. "
        "In <t 2019=2019-01-01/2019-12-31> police [arrested]{} a guard."
    )
    assert found["arrested"].location is None
