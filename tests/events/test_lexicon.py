"""The lexicon: sound tables, and every row proved on its own example."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mapper.errors import LexiconError
from mapper.events.lexicon import load_lexicon, match_phrase, parse_phrase
from mapper.events.lexicon.patterns import parse_pattern, parse_values
from mapper.events.lexicon.tables import (
    CounterexampleRow,
    NotEventRow,
    ReportingVerbRow,
    StatusCueRow,
    TriggerRow,
    read_table,
)
from mapper.events.lexicon.words import form_index, inflections
from mapper.events.mention import Mention
from mapper.events.scene import Scene, set_scene
from mapper.events.triggers import find_mentions
from mapper.language import ParsedArticle, Parser
from mapper.links.presupposed import PresuppositionRow
from mapper.model import Article

if TYPE_CHECKING:
    import msgspec

ROOT = Path(__file__).resolve().parents[2]
FIRING = 0.97
"""Share of rows that must fire on their own example; a small parser misreads a few short sentences."""


def scenes(parser: Parser, sentences: list[str]) -> list[Scene]:
    if parser.name == "none":
        pytest.skip("no language model is installed")
    return [set_scene(ParsedArticle(Article("x"), parse), (), ()) for parse in parser.parse_all(sentences)]


def test_rows_fire_on_their_examples(parser: Parser) -> None:
    rows = load_lexicon().rows
    found = scenes(parser, [row.example for row in rows])
    silent = [
        f"{row.lemma}: {row.example}"
        for row, scene in zip(rows, found, strict=True)
        if not any(mention.type == row.type for mention in find_mentions(scene))
    ]
    assert len(silent) <= (1 - FIRING) * len(rows), silent


def test_phrases_that_are_no_events_stay_silent(parser: Parser) -> None:
    rows = read_table("not_events", NotEventRow)
    found = scenes(parser, [row.example for row in rows])
    loud = [
        row.example
        for row, scene in zip(rows, found, strict=True)
        for mention in find_mentions(scene)
        if any(row.trigger in scene.words[i] for i in mention.tokens)
    ]
    assert len(loud) <= (1 - 0.99) * len(rows), loud


def fires(mention: Mention, row: CounterexampleRow, scene: Scene) -> bool:
    """Tell whether a mention is what the row says must not be found; recalling a known event is no find."""
    if mention.back:
        return False
    if row.pos == "MWE":
        return mention.type == row.type and mention.trigger.rule.startswith(f"{row.lemma}/")
    return mention.type == row.type and any(row.lemma in scene.words[i] for i in mention.tokens)


def test_trigger_words_that_report_nothing_stay_silent(parser: Parser) -> None:
    rows = read_table("counterexamples", CounterexampleRow)
    found = scenes(parser, [row.example for row in rows])
    loud = [
        f"{row.lemma}: {row.example}"
        for row, scene in zip(rows, found, strict=True)
        if any(fires(mention, row, scene) for mention in find_mentions(scene))
    ]
    assert len(loud) <= (1 - 0.99) * len(rows), loud


def test_counterexamples_belong_to_rows() -> None:
    rows = {(row.lemma, row.pos, row.type) for row in load_lexicon().rows}
    kept = read_table("counterexamples", CounterexampleRow)
    assert {(row.lemma, row.pos, row.type) for row in kept} <= rows
    assert len({(row.lemma, row.type, row.example) for row in kept}) == len(kept)


def test_modes_are_those_of_the_definitions() -> None:
    text = (ROOT / "data" / "lexicon" / "TYPES.md").read_text(encoding="utf-8")
    modes: dict[str, set[str]] = {}
    for section in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        line = next(line for line in section.splitlines() if line.startswith("Modes: "))
        modes[section.split()[0]] = set(re.findall(r"`([a-z_]+)`", line))
    assert {row.type for row in load_lexicon().rows} == set(modes)
    assert all(row.mode in modes[row.type] for row in load_lexicon().rows)


def test_every_pattern_compiles_and_every_trigger_is_found_by_its_first_word() -> None:
    lexicon = load_lexicon()
    orders = {trigger.order for found in lexicon.triggers.values() for trigger in found}
    assert orders == set(range(len(lexicon.rows)))
    assert lexicon.cues
    assert lexicon.idioms


def test_rows_are_unique() -> None:
    keys = Counter((row.lemma, row.pos, row.type, row.mode, row.pattern) for row in load_lexicon().rows)
    examples = Counter(row.example for row in load_lexicon().rows)
    assert not [key for key, count in (keys + examples).items() if count > 1]


def test_most_of_the_news_has_as_many_triggers_as_the_rest_of_a_type() -> None:
    counts = Counter(row.type for row in load_lexicon().rows)
    assert min(counts.values()) >= 50
    everyday = counts["DISASTER"] + counts["OTHER"]
    assert everyday >= sum(counts.values()) - everyday


@pytest.mark.parametrize(
    "kind",
    [TriggerRow, StatusCueRow, ReportingVerbRow, PresuppositionRow],
)
def test_cells_of_the_wrong_kind_are_refused(kind: type[msgspec.Struct]) -> None:
    with pytest.raises(LexiconError, match=r"word_lists.tsv, line 2"):
        read_table("word_lists", kind)


@pytest.mark.parametrize("text", ["verb:run", "obj:", "obj:@nobody", "subj:a||b", "obj"])
def test_unknown_clauses_are_refused(text: str) -> None:
    with pytest.raises(LexiconError):
        parse_pattern(text, {})


def test_a_class_that_contains_itself_is_refused() -> None:
    with pytest.raises(LexiconError, match="contains itself"):
        parse_values("@a", {"a": ("@b",), "b": ("@a",)})


def test_values_spell_out_classes_labels_phrases_and_hyphens() -> None:
    values = parse_values("@ship|#GPE|tear_gas|24-hour|*", {"ship": ("boat", "@big"), "big": ("tanker",)})
    assert values.words >= {"boat", "tanker"}
    assert values.labels == {"GPE"}
    assert values.phrases == {("tear", "gas"), ("24", "-", "hour")}
    assert values.anything


def test_alternatives_and_negated_clauses() -> None:
    pattern = parse_pattern("obj:boat;prep:in/!form:passive", {})
    assert [[clause.key for clause in option] for option in pattern] == [["obj", "prep"], ["form"]]
    assert pattern[1][0].negated


def words(text: str) -> list[frozenset[str]]:
    return [frozenset((word,)) for word in text.split()]


@pytest.mark.parametrize(
    ("phrase", "gap", "text", "want"),
    [
        ("call off", 0, "they call off it", (1, 2)),
        ("call off", 0, "they call it off", ()),
        ("call off", 1, "they call it off", (1, 3)),
        ("give the green light", 0, "give green light", (0, 1, 2)),
        ("give green light", 0, "give a green light", (0, 2, 3)),
        ("take … by storm", 0, "take the whole city by storm", (0, 4, 5)),
        ("by-election", 0, "by - election", (0, 1, 2)),
    ],
)
def test_phrases(phrase: str, gap: int, text: str, want: tuple[int, ...]) -> None:
    tokens = words(text)
    starts = [match_phrase(parse_phrase(phrase, gap), tokens, i, len(tokens)) for i in range(len(tokens))]
    assert next(filter(None, starts), ()) == want


def test_blanks_inside_a_phrase_are_passed_over() -> None:
    tokens = [*words("held captive"), frozenset[str](), *words("by")]
    tokens.insert(1, frozenset())
    assert match_phrase(parse_phrase("held captive by"), tokens, 0, len(tokens)) == (0, 2, 4)


def test_phrases_are_found_over_a_line_break(parser: Parser) -> None:
    (scene,) = scenes(parser, ["Police say he held a woman\n            against her will in Turin."])
    assert "hold against will/ASSAULT.abduct" in [mention.trigger.rule for mention in find_mentions(scene)]


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("arrest", {"arrests", "arrested", "arresting"}),
        ("carry", {"carries", "carried"}),
        ("stop", {"stopped", "stopping"}),
        ("die", {"died", "dying"}),
        ("seize", {"seized", "seizing"}),
        ("panic", {"panicked"}),
        ("retake", {"retook", "retaken"}),
        ("crash", {"crashes"}),
    ],
)
def test_inflections(word: str, forms: set[str]) -> None:
    assert forms <= inflections(word)
    assert all(word in form_index([word])[form] for form in forms)


def test_the_shared_checker_finds_nothing(shared: Path) -> None:
    checker = shared / "lexicon" / "check_lexicon.py"
    run = subprocess.run(
        [sys.executable, str(checker), str(ROOT / "data" / "lexicon")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout
