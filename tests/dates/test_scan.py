"""The engine: heads, rule ids, and the notation of patterns."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mapper.dates.grammar import ATOMS, JOINS
from mapper.dates.scan import scan, view_of
from mapper.dates.words import HEAD, compiled, expand, read_number, singular


def test_rule_ids_are_plain_and_no_two_atoms_share_one():
    ids = [atom.id for atom in ATOMS]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule) for rule in (*ids, *(j.id for j in JOINS)))


def test_joins_speak_of_kinds_that_exist():
    kinds = {atom.kind for atom in ATOMS}
    forms = [re.sub(r"\{\w+\}", r"\\w+", kind) for kind in kinds]
    made = {join.kind for join in JOINS if join.kind}
    for join in JOINS:
        for kind in join.left | join.right:
            assert kind in made or any(re.fullmatch(form, kind) for form in forms), (join.id, kind)


def _without_looks(pattern):
    """Cut lookaheads and lookbehinds out of a pattern."""
    while match := re.search(r"\(\?<?[=!]", pattern):
        end, depth = match.end(), 1
        while depth:
            step = re.compile(r"\\.|\[(?:\\.|[^\]])*\]|.", re.DOTALL).match(pattern, end)
            depth += {"(": 1, ")": -1}.get(step.group(), 0)
            end = step.end()
        pattern = pattern[: match.start()] + pattern[end:]
    return pattern


@pytest.mark.parametrize("atom", ATOMS, ids=lambda atom: atom.id)
def test_whatever_an_atom_matches_begins_with_a_word_the_scan_looks_for(atom):
    """The scan tries the grammar only where `HEAD` matches: no atom may begin otherwise."""
    strategy = st.from_regex(re.compile(_without_looks(expand(atom.pattern)), re.ASCII), fullmatch=True)

    @given(strategy)
    @settings(max_examples=15, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    def begins(words):
        assert re.match(HEAD, words.lower()), words

    begins()


def test_a_space_in_a_pattern_is_a_gap_that_may_hold_one_line_break():
    gap = compiled("last week")
    assert gap.fullmatch("last week")
    assert gap.fullmatch("last\n            week")
    assert not gap.fullmatch("last\n\nweek")
    assert not gap.fullmatch("lastweek")


def test_line_breaks_in_a_pattern_mean_nothing():
    assert expand("a\n    b|\n  c") == "ab|c"


@pytest.mark.parametrize(
    ("words", "number"),
    [("three", 3), ("twenty-five", 25), ("1,200", 1200), ("2.5", 2.5), ("a hundred", 100), ("two", 2), ("half a", 0.5),
     ("half a dozen", 6), ("a dozen", 12), ("twelve", 12), ("a couple of", 2), ("several", None), ("0", 0)],
)  # fmt: skip
def test_numbers_are_read(words, number):
    assert read_number(words) == number


def test_units_have_a_singular():
    assert [singular(u) for u in ("days", "day", "centuries", "century")] == [
        "day",
        "day",
        "century",
        "century",
    ]


def test_the_view_has_plain_quotes_dashes_and_spaces():
    assert view_of("“Jan 1–3” — it’s\u00a0ON\tÉ") == '"jan 1-3" - it\'s on É'


def test_weak_words_count_only_when_asked_for():
    text = "Wed"
    assert scan(text, view_of(text)) == ()
    assert [item.kind for item in scan(text, view_of(text), sure=False)] == ["weekday"]
