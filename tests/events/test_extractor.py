"""Whole articles: the record's promises, hostile texts, and the parts no table shows."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.gold_feed import article_of, read_gold, times_of, toponyms_of
from mapper.events import EventExtractor, RuleExtractor
from mapper.language import ParsedArticle, Parser
from mapper.language.plain import PlainParser
from mapper.links import link_events
from mapper.model import Article, DisputeFlag, Event, ReferenceDate, Toponym
from tests.events.markup import Marked, read_marked

STORY = """<l LIMA>, Jan 21 (Wire) - Thousands [marched]{1} through <Lima> on <t Tuesday=2026-01-20/2026-01-20>, \
and 58 people were [arrested]{2} near <Plaza Bolivar>, police said.

A second [march]{3} is planned for <t Friday=2026-01-23/2026-01-23> in <Cusco>. Interior Minister Ana Vega \
[met]{4} union leaders on <t Monday=2026-01-19/2026-01-19>. Vega [denied]{5} that shots had been fired."""


def run(marked: Marked, parser: Parser) -> tuple[Event, ...]:
    return RuleExtractor().extract(marked.parsed(parser), marked.toponyms, marked.times)


@pytest.fixture(params=["installed", "plain"])
def any_parser(request: pytest.FixtureRequest, parser: Parser) -> Parser:
    return parser if request.param == "installed" else PlainParser()


def test_the_protocol_is_kept() -> None:
    extractor: EventExtractor = RuleExtractor()
    assert extractor.name == "rules"


def test_records_hold_their_promises(any_parser: Parser) -> None:
    marked = read_marked(STORY)
    events = run(marked, any_parser)
    assert events
    assert [event.id for event in events] == [f"e{n}" for n in range(1, len(events) + 1)]
    toponyms = {toponym.id for toponym in marked.toponyms}
    for event in events:
        for mention in event.mentions:
            assert marked.text[mention.start : mention.end] == mention.text
        assert 0 < event.confidence <= 1
        assert event.label == event.label.strip() != ""
        assert event.evidence
        assert event.reasons[0].code == "trigger"
        assert any(reason.code.startswith("status.") for reason in event.reasons)
        assert event.location is None or event.location.toponym in toponyms
        assert not (event.begin and event.end and event.end < event.begin)
        covered = [(extent.start, extent.end) for extent in event.evidence]
        assert all(any(a <= m.start and m.end <= b for a, b in covered) for m in event.mentions)


def test_the_same_article_gives_the_same_events(any_parser: Parser) -> None:
    marked = read_marked(STORY)
    assert run(marked, any_parser) == run(marked, any_parser)


def test_a_story_is_told_whole(parser: Parser) -> None:
    if parser.name == "none":
        pytest.skip("no language model is installed")
    by_trigger = {event.mentions[0].text: event for event in run(read_marked(STORY), parser)}
    assert by_trigger["marched"].begin == date(2026, 1, 20)
    assert by_trigger["arrested"].figures[0].value == 58
    assert by_trigger["march"].status == "planned"
    assert by_trigger["march"].location is not None
    assert by_trigger["march"].location.name == "Cusco"
    assert by_trigger["denied"].participants[0].text == "Ana Vega"
    assert "fired" not in by_trigger


def test_without_places_times_and_report_day_nothing_is_said(any_parser: Parser) -> None:
    text = "Rebels attacked a convoy."
    parsed = ParsedArticle(Article("x", text=text), any_parser.parse(text))
    assert RuleExtractor().extract(parsed, (), ()) == ()


def test_undated_events_of_a_report_without_a_day_stay_undated(parser: Parser) -> None:
    marked = read_marked("Rebels [attacked]{1} a convoy in <Goma>.")
    parsed = ParsedArticle(Article("x", text=marked.text), parser.parse(marked.text))
    (event,) = RuleExtractor().extract(parsed, marked.toponyms, ())
    assert event.begin is None
    assert event.end is None


@pytest.mark.parametrize(
    ("place_id", "preposition", "relation"),
    [
        ("dt:long-reef", "near", "near"),
        ("gn:1", "near", "in"),  # a town of it: near the town is still inside
        ("gn:1", "off", "near"),
        ("dt:long-reef", "in", "in"),
    ],
)
def test_a_disputed_place_says_how_it_is_touched(
    parser: Parser, place_id: str, preposition: str, relation: str
) -> None:
    marked = read_marked(
        f"A cutter [rammed]{{1}} a boat {preposition} <Long Reef> on <t Monday=2026-01-19/2026-01-19>."
    )
    (toponym,) = marked.toponyms
    assert toponym.place is not None
    place = msgspec.structs.replace(toponym.place, id=place_id)
    flag = DisputeFlag("long-reef", "mention")
    flagged = Toponym(
        toponym.id, toponym.start, toponym.end, toponym.text, "literal", place, 0.9, dispute=flag
    )
    (event,) = RuleExtractor().extract(marked.parsed(parser), [flagged], marked.times)
    assert [(found.territory, found.relation) for found in event.disputes] == [("long-reef", relation)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Police [arrested]{1} 58 people in <Lima>.", [(58.0, "people")]),
        ("A quake [killed]{1} two thousand people in <Tonga>.", [(2000.0, "people")]),
        ("The storm [killed]{1} 1,200 farmers in <Beira>.", [(1200.0, "farmers")]),
        ("Guards [wounded]{1} nine clerks in <Lima>, and 12 were held.", [(9.0, "clerks")]),
        ("The council in <Gary> [voted]{1} 7-3 to close the pool.", [(7.0, "votes"), (3.0, "votes")]),
        ("Police [arrested]{1} a 42-year-old man in <Lima>.", []),
        ("More than 60,000 [fled]{1} the fighting in <Goma>.", []),
        ("In <Lima>, 12 were [detained]{1} after a brawl.", [(12.0, "detained")]),
        ("Police [arrested]{1} a man in <Lima> on <t May 3=2026-05-03/2026-05-03>.", []),
    ],
)
def test_figures(text: str, values: list[tuple[float, str]], parser: Parser) -> None:
    if parser.name == "none":
        pytest.skip("no language model is installed")
    marked = read_marked(text)
    word = marked.triggers[0][0].text
    event = next(e for e in run(marked, parser) if any(m.text == word for m in e.mentions))
    assert [(figure.value, figure.unit) for figure in event.figures] == values
    assert all(any(char.isalnum() for char in marked.text[f.start : f.end]) for f in event.figures)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The two ministers held phone [talks]{1} on <t Monday=2026-01-19/2026-01-19>.", "phone talks"),
        ("Rebels [shelled]{1} a village near <Goma>.", "shelling of village"),
        ("The army [seized]{1} a tanker off <Lagos>.", "seizure of tanker"),
        ("A planned general [strike]{1} in <Lima> was called off.", "general strike in Lima"),
        ("Police [arrested]{1} two smugglers in <Oran>.", "arrest of two smugglers"),
        ("Nine miners were [rescued]{1} in <Lota>.", "rescue of nine miners"),
    ],
)
def test_labels_name_the_event_without_tense(text: str, label: str, parser: Parser) -> None:
    if parser.name == "none":
        pytest.skip("no language model is installed")
    marked = read_marked(text)
    assert run(marked, parser)[0].label == label


HOSTILE = [
    "{{ 7*7 }} ${alert(1)} </script><script>alert(1)</script> `x` \\ rebels attacked Goma",
    "\x00\x01\ufeff rebels\u202e attacked \U0001f4a3 a convoy\u2028 in Goma.",
    "Rebels " * 400 + "attacked.",
    "(" * 500 + "attack" + ")" * 500,
    "",
    "\n\n \t",
    "攻撃された。警察は逮捕した。",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_do_no_harm(text: str, any_parser: Parser) -> None:
    parsed = ParsedArticle(
        Article("x", text=text, reference_date=ReferenceDate(date(2026, 1, 21), "option")),
        any_parser.parse(text),
    )
    events = RuleExtractor().extract(parsed, (), ())
    assert all(text[m.start : m.end] == m.text for event in events for m in event.mentions)
    link_events(parsed, events)


WORDS = st.sampled_from(
    "the rebels police attacked arrested signed a treaty talks were held in not will because of after , . ; \n "
    'storm killed nine people and said that was planned cancelled 😀 é " ( ) another first since Rome'.split(
        " "
    )
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(WORDS, max_size=60))
def test_any_order_of_words_is_read(pieces: list[str]) -> None:
    text = " ".join(pieces)
    article = Article("x", text=text, reference_date=ReferenceDate(date(2026, 1, 21), "option"))
    parsed = ParsedArticle(article, PlainParser().parse(text))
    events = RuleExtractor().extract(parsed, (), ())
    for event in events:
        assert all(text[m.start : m.end] == m.text for m in event.mentions)
    ids = {event.id for event in events}
    for link in link_events(parsed, events):
        assert {link.source, link.target} <= ids
        assert link.cue is not None
        assert text[link.cue.start : link.cue.end] == link.cue.text


@pytest.fixture(scope="module")
def sample(parser: Parser) -> tuple[Event, ...]:
    """Return the events of the agency report the project began with, places and days given."""
    import os

    folder = Path(os.environ.get("MAPPER_SHARED", Path(__file__).resolve().parents[3] / "shared"))
    if parser.name == "none" or not (folder / "gold" / "seed.json").exists():
        pytest.skip("the report or a language model is not here")
    (gold,) = read_gold(folder / "gold" / "seed.json")
    parsed = ParsedArticle(article_of(gold), parser.parse(gold["text"]))
    return RuleExtractor().extract(parsed, toponyms_of(gold), times_of(gold))


def found(events: tuple[Event, ...], word: str, place: str | None = None) -> Event:
    return next(
        event
        for event in events
        if any(word in mention.text for mention in event.mentions)
        and (place is None or (event.location is not None and event.location.name == place))
    )


@pytest.mark.shared
def test_the_first_report_is_read_right(sample: tuple[Event, ...]) -> None:
    assert found(sample, "refuel").status == "cancelled"
    visit = found(sample, "trip")
    assert (visit.status, visit.begin, visit.end) == ("planned", date(2026, 1, 29), date(2026, 1, 31))
    met = found(sample, "met", "Nara")
    assert met.status == "happened"
    assert met.begin == date(2026, 1, 1)
    autumn = found(sample, "talks", "Kuala Lumpur")
    assert (autumn.begin, autumn.end) == (date(2025, 11, 1), date(2025, 11, 10))
    tokyo = found(sample, "visited", "Tokyo")
    assert (tokyo.begin, tokyo.end) == (date(2024, 7, 1), date(2024, 7, 31))
    drills = found(sample, "drills")
    assert drills.location is not None
    assert drills.location.relation == "near"
