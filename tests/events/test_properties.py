"""What holds for the events and links of any text whatever."""

from __future__ import annotations

from datetime import date
from itertools import combinations

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mapper.events import RuleExtractor
from mapper.events.placing import FIRMNESS
from mapper.language import Parser
from mapper.language.plain import PlainParser
from mapper.links import link_events
from mapper.model import Event, Link
from tests.events.markup import Marked, read_marked

SUBJECTS = (
    "Rebels|<m Norway=NO>|Police|Prime Minister Lena Dahl|A 40-year-old baker|Thousands of farmers|It|They|"
    "The <d Turkish=TR> army|A landslide|The storm|<Lima> council|Dahl, speaking in <Quito>,|No group|58 people"
).split("|")
VERBS = (
    "attacked|met|[arrested]{1}|signed a treaty with|denied|said police had seized|will visit|postponed talks with|"
    "killed nine people and injured|marched with|accused the mayor of shelling|flooded|evacuated|opened|has rescued"
).split("|")
OBJECTS = (
    "a convoy|the envoys of <m Chile=CL> and <m Peru=PE>|Karl Roth|them|two villagers|the village|a tanker|her|"
    "the talks|the <d Swiss=CH> envoy, Eva Lind,|the attack|58"
).split("|")
SETTINGS = (
    "|in <Lima>|near <Goma>, <Chad>|on <t Monday=2026-01-19/2026-01-19>|after an attack in <Jos>|"
    "off <Zanzibar> a week after a strike in <Gao>|in connection with the blast|, killing three|"
    "on <t January 30=2026-01-30/2026-01-30>|, police said|where they <t last year=2025-01-01/2025-12-31> met"
).split("|")
HEADS = ("", "<l OSLO>, Jan 21 (Wire) - ", "🎉 é\n\n")

SENTENCES = st.tuples(*(st.sampled_from(words) for words in (SUBJECTS, VERBS, OBJECTS, SETTINGS))).map(
    lambda words: " ".join(word for word in words if word).replace(" ,", ",") + "."
)
REPORTS = st.tuples(st.sampled_from(HEADS), st.lists(SENTENCES, min_size=1, max_size=4)).map(
    lambda report: report[0] + " ".join(report[1])
)
SCOPED = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


@pytest.fixture(scope="module", params=["installed", "plain"])
def reader(request: pytest.FixtureRequest, parser: Parser) -> Parser:
    return parser if request.param == "installed" else PlainParser()


def read(marked: Marked, reader: Parser) -> tuple[tuple[Event, ...], tuple[Link, ...]]:
    parsed = marked.parsed(reader)
    events = RuleExtractor().extract(parsed, marked.toponyms, marked.times)
    return events, link_events(parsed, events)


def check_spans(event: Event, text: str) -> None:
    for span in event.mentions:
        assert text[span.start : span.end] == span.text
    for extent in (*event.evidence, *event.figures):
        assert 0 <= extent.start < extent.end <= len(text)
    for who in event.participants:
        assert who.start is not None
        assert who.end is not None
        assert 0 <= who.start < who.end <= len(text)
        assert who.text.strip() == who.text != ""
    if event.attribution is not None and event.attribution.start is not None:
        assert event.attribution.start < event.attribution.end <= len(text)


def check_place(event: Event, marked: Marked) -> None:
    """A place comes from a literal toponym or the dateline and says how it was found."""
    known = {toponym.id: toponym for toponym in marked.toponyms}
    ways = {r.code.split(".")[1] for r in event.reasons if r.code.startswith("place.")}
    for location in (event.location, event.origin, event.destination):
        if location is not None:
            toponym = known[location.toponym]
            assert toponym.role in ("literal", "dateline")
            assert toponym.place is not None
            assert location.name == toponym.place.name
    assert bool(ways) == (event.location is not None)
    assert ways <= set(FIRMNESS)


@settings(max_examples=40, deadline=None, suppress_health_check=SCOPED)
@given(REPORTS)
def test_records_are_sound(reader: Parser, report: str) -> None:
    marked = read_marked(report)
    events, _ = read(marked, reader)
    assert [event.id for event in events] == [f"e{n}" for n in range(1, len(events) + 1)]
    starts = [event.mentions[0].start for event in events]
    assert starts == sorted(starts)
    for event in events:
        check_spans(event, marked.text)
        check_place(event, marked)
        assert event.begin is None or event.end is None or event.begin <= event.end
        assert 0 < event.confidence <= 1
        names = [who.text.casefold() for who in event.participants]
        assert len(names) == len(set(names))


@settings(max_examples=40, deadline=None, suppress_health_check=SCOPED)
@given(REPORTS)
def test_no_words_mention_two_events(reader: Parser, report: str) -> None:
    events, _ = read(read_marked(report), reader)
    for one, other in combinations(events, 2):
        for a in one.mentions:
            assert not any(a.start == b.start and a.end == b.end for b in other.mentions)


@settings(max_examples=40, deadline=None, suppress_health_check=SCOPED)
@given(REPORTS)
def test_links_join_two_events_once(reader: Parser, report: str) -> None:
    marked = read_marked(report)
    events, links = read(marked, reader)
    ids = {event.id for event in events}
    pairs = [frozenset((link.source, link.target)) for link in links]
    assert len(set(pairs)) == len(pairs)
    for link in links:
        assert {link.source, link.target} <= ids
        assert link.source != link.target
        assert link.cue is not None
        assert marked.text[link.cue.start : link.cue.end] == link.cue.text
        assert link.reasons


@settings(max_examples=20, deadline=None, suppress_health_check=SCOPED)
@given(REPORTS)
def test_a_second_reading_says_the_same(reader: Parser, report: str) -> None:
    marked = read_marked(report)
    assert read(marked, reader) == read(marked, reader)


@settings(max_examples=20, deadline=None, suppress_health_check=SCOPED)
@given(REPORTS)
def test_places_are_never_guessed_without_literal_names(reader: Parser, report: str) -> None:
    marked = read_marked(report)
    silent = tuple(msgspec.structs.replace(t, role="metonym") for t in marked.toponyms)
    events = RuleExtractor().extract(marked.parsed(reader), silent, marked.times)
    assert all(event.location is None for event in events if "place.dateline" not in _codes(event))


def _codes(event: Event) -> set[str]:
    return {reason.code for reason in event.reasons}


@settings(max_examples=20, deadline=None, suppress_health_check=SCOPED)
@given(SENTENCES)
def test_days_that_were_inferred_say_so(reader: Parser, sentence: str) -> None:
    """Without a time expression every day of an event is inferred from the day of the report."""
    marked = read_marked(sentence)
    events = RuleExtractor().extract(marked.parsed(reader), marked.toponyms, ())
    for event in events:
        dated = [code for code in _codes(event) if code.startswith("date.")]
        assert all(code.endswith(".inferred") for code in dated)
        assert bool(dated) == (event.begin is not None or event.end is not None)
        assert event.end is None or event.end <= date(2026, 1, 21)
