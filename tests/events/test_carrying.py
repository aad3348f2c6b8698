"""Where events are whose own sentence does not say."""

from __future__ import annotations

from datetime import date

import pytest

from mapper.events import RuleExtractor
from mapper.events.carrying import is_background, same_days, story_place
from mapper.events.dating import Dating
from mapper.events.scene import Scene, set_scene
from mapper.events.triggers import find_mentions
from mapper.language import Parser
from mapper.model import Event
from tests.events.markup import read_marked


@pytest.fixture(scope="module")
def syntax(parser: Parser) -> Parser:
    if parser.name == "none":
        pytest.skip("no language model is installed")
    return parser


@pytest.fixture(scope="module")
def read(syntax: Parser):
    def scene(line: str) -> Scene:
        marked = read_marked(line)
        return set_scene(marked.parsed(syntax), marked.toponyms, marked.times)

    return scene


@pytest.fixture(scope="module")
def placed(syntax: Parser):
    """Return how each event of a text was placed, by its trigger: ``{"killed": "carried-over Bunia"}``."""

    def describe(event: Event) -> str:
        ways = [r.code.split(".")[1] for r in event.reasons if r.code.startswith("place.")]
        return f"{ways[0]} {event.location.name}" if event.location else "-"

    def places(line: str) -> dict[str, str]:
        marked = read_marked(line)
        events = RuleExtractor().extract(marked.parsed(syntax), marked.toponyms, marked.times)
        return {event.mentions[0].text: describe(event) for event in events}

    return places


@pytest.mark.parametrize(
    ("text", "word", "background"),
    [
        ("A ferry sank off <Cebu>, a month after an explosion in <Manila>.", "explosion", True),
        ("It came a week after nine people were killed in <Jos>.", "killed", True),
        ("The strike is the first since a walkout in <Bari>.", "walkout", True),
        ("He robbed a bank in <Bari> before he attacked a guard.", "attacked", False),
        ("A ferry sank off <Cebu>.", "sank", False),
        ("A quake killed nine people in <Tonga> during a storm.", "storm", False),
    ],
)
def test_what_only_frames(read, text: str, word: str, *, background: bool) -> None:
    scene = read(text)
    mention = next(m for m in find_mentions(scene) if scene.tokens[m.anchor].text == word)
    assert is_background(scene, mention) is background


def test_a_place_is_carried_for_two_sentences(placed) -> None:
    near = placed("Rebels attacked <Bunia>. Shops shut. Six people were arrested.")
    assert near["arrested"] == "carried-over Bunia"
    pause = "Shops shut. Rain fell. Nobody spoke. Night came. Dogs barked."
    far = placed(
        f"Rebels attacked <Bunia>. {pause} The army bombed <Goma>. {pause} Six people were arrested."
    )
    assert not far["arrested"].startswith("carried-over")


def test_another_day_and_kind_carries_nothing(placed) -> None:
    found = placed(
        "Rebels attacked <Bunia> <t in May=2025-05-01/2025-05-31>. "
        "The tanker <Isa> ran. A dam collapsed <t on Monday=2026-01-19/2026-01-19>."
    )
    assert not found["collapsed"].startswith("carried-over")


def test_what_came_before_lends_no_place_while_the_story_has_one(placed) -> None:
    found = placed(
        "A ferry sank off <Cebu> on Monday, a month after a collision near <Manila>. Nine people died."
    )
    assert found["died"].endswith("Cebu")


def test_what_came_before_lends_its_place_when_nothing_else_does(placed) -> None:
    found = placed("Rescue teams flew out after a quake near <Xela>. Nine people died.")
    assert found["died"].endswith("Xela")


def test_speech_takes_no_place_over(placed) -> None:
    found = placed("Rebels attacked <Bunia>. The premier condemned the rebels.")
    assert found["condemned"] == "-"


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("<l QUITO>, Jan 20 (Wire) - <m Quito> summoned the envoy of <m Peru=PE>.", "dateline QUITO"),
        ("<l QUITO>, Jan 20 (Wire) - <m Oslo> summoned the envoy of <m Peru=PE>.", "-"),
        ("<m Quito> summoned the envoy of <m Peru=PE>.", "-"),
    ],
)
def test_a_summons_is_delivered_at_the_seat_of_government(placed, text: str, where: str) -> None:
    assert placed(text)["summoned"] == where


@pytest.mark.parametrize(
    ("text", "story"),
    [
        ("<Graz> woke. <Graz> slept. A train left for <Linz>.", "Graz"),
        ("All was calm. <Graz> woke. A train left. It reached <Linz>. Then <Wels>.", "Graz"),
        ("All was calm. Rain fell. Night came. Then <Graz>, <Linz> and <Wels> woke.", None),
        ("<Chad> voted. <Chad> waited.", None),
        ("<l GRAZ>, Jan 20 (Wire) - All was calm. Rain fell in <Linz>. Night came.", "Linz"),
    ],
)
def test_where_a_story_plays(read, text: str, story: str | None) -> None:
    found = story_place(read(text))
    assert (found.place.name if found and found.place else None) == story


def test_the_lead_does_not_count_the_dateline(read) -> None:
    plain = read("Rebels attacked <Bunia>. Shops shut. Night came.")
    headed = read("<l GOMA>, Jan 20 (Wire) - Rebels attacked <Bunia>. Shops shut. Night came.")
    lead = headed.parse.sentences[headed.lead_end - 1]
    assert headed.parse.text[lead.start : lead.end] == "Shops shut."
    assert plain.lead_end == 2


def dated(begin: str | None, end: str | None) -> Dating:
    days = [date.fromisoformat(day) if day else None for day in (begin, end)]
    return Dating(days[0], days[1], None, "attached")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (dated("2026-01-01", "2026-01-02"), dated("2026-01-02", "2026-01-03"), True),
        (dated("2026-01-01", "2026-01-02"), dated("2026-01-03", "2026-01-03"), False),
        (dated("2026-01-03", None), dated("2026-01-01", "2026-01-02"), False),
        (dated(None, "2026-01-05"), dated("2026-01-01", None), True),
        (None, dated("2026-01-01", "2026-01-01"), True),
    ],
)
def test_days_that_do_not_exclude_each_other(one: Dating, other: Dating, *, same: bool) -> None:
    assert same_days(one, other) is same
    assert same_days(other, one) is same


@pytest.mark.parametrize(
    ("text", "word", "where"),
    [
        (
            "A shop was robbed in <Recife>. Planes left <Natal>. Two men were arrested over the robbery.",
            "arrested",
            "cause Recife",
        ),
        ("A quake hit <Xela>. Talks began in <Lima>. Two people are missing.", "missing", "cause Xela"),
        ("A quake hit <Xela>. Nine people were rescued in <Lima>.", "rescued", "attached Lima"),
    ],
)
def test_acts_are_set_where_their_occasion_was(placed, text: str, word: str, where: str) -> None:
    assert placed(text)[word] == where
