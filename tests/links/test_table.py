"""The behaviour table of links, line by line."""

from __future__ import annotations

from pathlib import Path

import pytest

from mapper.events import RuleExtractor
from mapper.language import Parser
from mapper.links import link_events
from tests.events.markup import read_marked, table

CASES = Path(__file__).resolve().parent.parent / "cases"


@pytest.mark.parametrize("line", table(CASES / "links.txt"))
def test_links(line: str, parser: Parser) -> None:
    if parser.name == "none":
        pytest.skip("no language model is installed")
    text, _, wanted = line.partition(" => ")
    marked = read_marked(text)
    parsed = marked.parsed(parser)
    events = RuleExtractor().extract(parsed, marked.toponyms, marked.times)
    numbers = {
        event.id: number
        for span, number in marked.triggers
        for event in events
        if any(m.start < span.end and span.start < m.end for m in event.mentions)
    }
    found = {
        f"{numbers.get(link.source, '?')} {link.kind} {numbers.get(link.target, '?')}"
        for link in link_events(parsed, events)
    }
    want = set() if wanted.strip() == "none" else {wanted.strip()}
    if "same-series" in wanted:
        found |= {" ".join(reversed(link.split())) for link in found if "same-series" in link}
        assert want <= found
        assert all("same-series" in link for link in found), found
    else:
        assert found == want
