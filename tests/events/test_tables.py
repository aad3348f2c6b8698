"""The behaviour tables of events, line by line."""

from __future__ import annotations

from pathlib import Path

import pytest

from mapper.events import RuleExtractor
from mapper.language import Parser
from mapper.language.plain import PlainParser
from mapper.model import Event, Location, Span
from tests.events.markup import Marked, read_marked, table

CASES = Path(__file__).resolve().parent.parent / "cases"


@pytest.fixture(scope="module")
def syntax(parser: Parser) -> Parser:
    if parser.name == "none":
        pytest.skip("no language model is installed")
    return parser


def extract(marked: Marked, parser: Parser) -> tuple[Event, ...]:
    return RuleExtractor().extract(marked.parsed(parser), marked.toponyms, marked.times)


def overlaps(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def events_at(events: tuple[Event, ...], span: Span) -> list[Event]:
    return [event for event in events if any(overlaps(mention, span) for mention in event.mentions)]


@pytest.mark.parametrize("line", table(CASES / "events_status.txt"))
def test_status(line: str, syntax: Parser) -> None:
    marked = read_marked(line)
    events = extract(marked, syntax)
    for span, want in marked.triggers:
        if want != "any":
            found = [event.status for event in events_at(events, span)] or ["none"]
            assert want in found, span.text


def describe(event: Event) -> set[str]:
    """Return the place of an event as the table writes it."""
    ends = {f"from {event.origin.name}" for _ in [0] if event.origin}
    ends |= {f"to {event.destination.name}" for _ in [0] if event.destination}
    if ends:
        return ends
    place: Location | None = event.location
    return {f"{place.relation} {place.name}"} if place else {"-"}


@pytest.mark.parametrize("line", table(CASES / "events_place.txt"))
def test_place(line: str, syntax: Parser) -> None:
    marked = read_marked(line)
    events = extract(marked, syntax)
    for span, want in marked.triggers:
        found = [describe(event) for event in events_at(events, span)]
        assert set(want.split(", ")) in found, (span.text, found)


@pytest.mark.parametrize("line", table(CASES / "events_attribution.txt"))
def test_attribution(line: str, syntax: Parser) -> None:
    marked = read_marked(line)
    events = extract(marked, syntax)
    for span, want in marked.triggers:
        found = [event.attribution.source if event.attribution else "-" for event in events_at(events, span)]
        assert any(want.casefold() in source.casefold() for source in found), (span.text, found)


@pytest.mark.parametrize("line", table(CASES / "events_coreference.txt"))
def test_coreference(line: str, syntax: Parser) -> None:
    marked = read_marked(line)
    events = extract(marked, syntax)
    owners: dict[str, set[str]] = {}
    for span, number in marked.triggers:
        found = events_at(events, span)
        assert found, span.text
        owners.setdefault(number, set()).add(found[0].id)
    assert all(len(ids) == 1 for ids in owners.values()), owners
    assert len({min(ids) for ids in owners.values()}) == len(owners), owners


def names(side: str) -> list[str]:
    return [name.strip() for name in side.split("+") if name.strip()]


@pytest.mark.parametrize("line", table(CASES / "events_participants.txt"))
def test_participants(line: str, syntax: Parser) -> None:
    marked = read_marked(line)
    events = extract(marked, syntax)
    for span, want in marked.triggers:
        actors, targets = map(names, want.split(">"))
        found = events_at(events, span)
        assert found, span.text
        for role, wanted in (("actor", actors), ("target", targets)):
            given = [p.text for p in found[0].participants if p.role == role]
            assert len(given) == len(wanted), (span.text, role, given)
            for name in wanted:
                whole = name.startswith("=")
                assert any(
                    text == name[1:] if whole else name.casefold() in text.casefold() for text in given
                ), (span.text, role, given)


QUIET = [pytest.param(path, id=path.stem) for path in sorted((CASES / "no_events").glob("*.txt"))]


def invented(path: Path, parser: Parser) -> list[tuple[str, str]]:
    """Every capitalised word counts as a place and the text has a date: nothing else holds events back."""
    text = path.read_text(encoding="utf-8")
    line = text.replace("<", "(").replace("[", "(").replace("{", "(")
    marked = read_marked(line + "\n\n<Rome>, <t today=2026-01-21/2026-01-21>")
    return [(event.mentions[0].text, event.type) for event in extract(marked, parser)]


@pytest.mark.parametrize("path", QUIET)
def test_no_event_is_invented(path: Path, parser: Parser) -> None:
    assert not invented(path, parser)


@pytest.mark.parametrize("path", QUIET)
def test_no_event_is_invented_without_a_model(path: Path) -> None:
    assert not invented(path, PlainParser())


@pytest.mark.parametrize("line", table(CASES / "events_types.txt"))
def test_type(line: str, syntax: Parser) -> None:
    marked = read_marked(line)
    events = extract(marked, syntax)
    for span, want in marked.triggers:
        found = [event.type for event in events_at(events, span)] or ["-"]
        assert want in found or want == "any", (span.text, found)


@pytest.mark.parametrize("line", table(CASES / "events_labels.txt"))
def test_label(line: str, syntax: Parser) -> None:
    marked = read_marked(line)
    events = extract(marked, syntax)
    for span, want in marked.triggers:
        assert want in [event.label for event in events_at(events, span)], span.text
