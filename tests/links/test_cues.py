"""The tables of link cues and presuppositions, proved on their own examples."""

from __future__ import annotations

from datetime import date

import pytest

from mapper.events import RuleExtractor
from mapper.events.lexicon import load_lexicon
from mapper.events.lexicon.tables import LinkCueRow, read_table
from mapper.events.scene import set_scene
from mapper.language import ParsedArticle, Parser
from mapper.links import link_events
from mapper.links.cues import find_cues
from mapper.links.presupposed import PresuppositionRow
from mapper.model import Article, Link, ReferenceDate

SHOWN = 0.75
"""Share of the presuppositions whose link must be found in their own short example."""


def links_of(text: str, parser: Parser) -> tuple[Link, ...]:
    article = Article("x", text=text, reference_date=ReferenceDate(date(2026, 1, 21), "option"))
    parsed = ParsedArticle(article, parser.parse(text))
    return link_events(parsed, RuleExtractor().extract(parsed, (), ()))


@pytest.fixture
def syntax(parser: Parser) -> Parser:
    if parser.name == "none":
        pytest.skip("no language model is installed")
    return parser


def test_presuppositions_link_their_examples(syntax: Parser) -> None:
    rows = read_table("presuppositions", PresuppositionRow)
    silent = [
        f"{row.trigger}: {row.example}"
        for row in rows
        if row.strength > 1 and not any(link.kind == row.kind for link in links_of(row.example, syntax))
    ]
    assert len(silent) <= (1 - SHOWN) * len(rows), silent


def test_presuppositions_name_modes_of_the_lexicon() -> None:
    modes = {f"{row.type}.{row.mode}" for row in load_lexicon().rows}
    types = {row.type for row in load_lexicon().rows}
    for row in read_table("presuppositions", PresuppositionRow):
        assert row.trigger in modes
        assert all(name in modes or name in types for name in row.antecedent.split("|"))


def test_cues_are_found_in_their_examples(syntax: Parser) -> None:
    rows = read_table("link_cues", LinkCueRow)
    missing = []
    for row, parse in zip(rows, syntax.parse_all([row.example for row in rows]), strict=True):
        scene = set_scene(ParsedArticle(Article("x"), parse), (), ())
        found = {cue.row.cue for sentence in parse.sentences for cue in find_cues(scene, sentence)}
        if row.cue not in found and not any(row.cue.split()[0] in cue for cue in found):
            missing.append(row.cue)
    assert len(missing) <= 0.05 * len(rows), missing


def test_a_link_shows_its_cue_and_reason(syntax: Parser) -> None:
    text = "A quake hit Tonga. Nine people died because of the quake."
    found = links_of(text, syntax)
    for link in found:
        assert link.cue is not None
        assert text[link.cue.start : link.cue.end] == link.cue.text
        assert link.reasons[0].code.startswith("link.")
        assert 0 < link.confidence < 1


def test_one_pair_has_one_link(syntax: Parser) -> None:
    text = "The storm hit Leyte, killing nine people. The nine people died because of the storm."
    pairs = [frozenset((link.source, link.target)) for link in links_of(text, syntax)]
    assert len(pairs) == len(set(pairs))


@pytest.mark.parametrize("text", ["", "Rebels attacked a convoy near Goma."])
def test_fewer_than_two_events_have_no_link(text: str, parser: Parser) -> None:
    assert links_of(text, parser) == ()
