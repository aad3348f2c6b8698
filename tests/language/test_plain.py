"""Sentences and tokens by rule, for any language and any text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mapper.language import load_parser

PLAIN = load_parser("none")
PIECES = st.lists(
    st.sampled_from(
        ["Mr.", "U.S.", "p.m.", "Jan.", "21", "3,000.50", "The", "he", "said", ".", "!", "?", "…", '"', "“", "”", "'s", "’s",
         "(", ")", "\n", "\n\n", " ", "  ", "。", "」", "é", "e\u0301", "🎉", "नमस्ते", "A.", "-", "—", "\u200b", "\u00a0"]),
    max_size=40).map("".join)  # fmt: skip


def _sentences(text):
    parse = PLAIN.parse(text)
    return [text[s.start : s.end] for s in parse.sentences]


def _tokens(text):
    return [token.text for token in PLAIN.parse(text).tokens]


ONE = [
    "Mr. Smith of St. Louis met Gen. Brown.",
    "Const. Jones and Sgt. Doe were there.",
    "J. R. Smith and George W. Bush met.",
    "The U.S. Army and the U.K. Navy met.",
    "It began at 9 p.m. on Monday.",
    "It happened on Jan. 21, near Mt. Fuji.",
    "Room No. 5 of Acme Inc. was empty.",
    "It grew by 3.5 percent to 3,000.50 units.",
    "Wait... he said, it is true.",
    "Yahoo! said it would stay.",
    "They came, e.g. from Rome, i.e. the capital.",
    "The visit of Sen. Roe, R-Calif. and a Democrat, was short.",
    "See www.example.com for more.",
    'He said "no" and left.',
    "It rained vs. it snowed.",
]
TWO = [
    ("It rained. ", "It snowed."),
    ("It rained! ", "It snowed?"),
    ("It ended. ", '"We won," he said.'),
    ("It ended. ", "“We won,” he said."),
    ("“Go.” ", "He left."),
    ('"It rained." ', "She left."),
    ("(It rained.) ", "They left."),
    ("He lives in the U.S. ", "The army left."),
    ("It was 9 p.m. ", "He left."),
    ("He works at Acme Inc. ", "The firm is big."),
    ("It takes vitamin C. ", "This is known."),
    ("He left on Jan. 21. ", "She stayed."),
    ("It cost $3.5. ", "It was cheap."),
    ("He left… ", "She stayed."),
    ("What?! ", "Yes."),
    ("A title without a stop\n\n", "The text begins."),
    ("A title\n   \n", "the text begins."),
    ("今日は雨です。", "明日は晴れです。"),
    ("“雨です。”", "明日は晴れです。"),
    ("यह है। ", "वह है।"),
    ("هل هذا صحيح؟ ", "نعم."),
    ("It ended in 2024. ", "2025 was better."),
    ("No. ", "The answer is no."),
    ("Ça va. ", "Évidemment."),
]  # fmt: skip


@pytest.mark.parametrize("text", ONE)
def test_a_full_stop_inside_a_sentence_does_not_end_it(text):
    assert _sentences(text) == [text]


@pytest.mark.parametrize(("first", "second"), TWO)
def test_a_sentence_ends_where_people_end_it(first, second):
    assert _sentences(first + second) == [first.rstrip(), second]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("It's John’s dog.", ["It", "'s", "John", "’s", "dog", "."]),
        ("the U.S. at 9 p.m.", ["the", "U.S.", "at", "9", "p.m."]),
        ("3,000.50 of 1,200,000", ["3,000.50", "of", "1,200,000"]),
        ("1,2 or 12,34", ["1", ",", "2", "or", "12", ",", "34"]),
        ("Port-au-Prince, AT&T", ["Port-au-Prince", ",", "AT&T"]),
        ("O’Neill don't", ["O’Neill", "don't"]),
        ("e\u0301te\u0301", ["e\u0301te\u0301"]),
        ("नमस्ते दुनिया।", ["नमस्ते", "दुनिया", "।"]),
        ("🎉🎉 ok", ["🎉", "🎉", "ok"]),
        ("a@b.com (x)", ["a", "@", "b.com", "(", "x", ")"]),
        ("", []),
        (" \n ", []),
    ],
)
def test_tokens(text, tokens):
    assert _tokens(text) == tokens


@given(st.one_of(st.text(), PIECES))
@settings(max_examples=300, deadline=None)
def test_tokens_cover_everything_but_space_in_order(text):
    parse = PLAIN.parse(text)
    covered = set()
    for token in parse.tokens:
        assert text[token.start : token.end] == token.text != ""
        covered.update(range(token.start, token.end))
    assert all(a.end <= b.start for a, b in pairwise(parse.tokens))
    assert all(text[k].isspace() for k in range(len(text)) if k not in covered)


@given(st.one_of(st.text(), PIECES))
@settings(max_examples=300, deadline=None)
def test_sentences_hold_all_tokens_in_order(text):
    parse = PLAIN.parse(text)
    assert parse.sentences
    assert parse.sentences[0].first == 0
    assert parse.sentences[-1].last == len(parse.tokens)
    assert all(a.last == b.first and a.end <= b.start for a, b in pairwise(parse.sentences))
    for sentence in parse.sentences:
        inside = parse.tokens[sentence.first : sentence.last]
        assert all(token.sentence == sentence.i for token in inside)
        if inside:
            assert (sentence.start, sentence.end) == (inside[0].start, inside[-1].end)


@given(st.one_of(st.text(), PIECES))
@settings(max_examples=100, deadline=None)
def test_nothing_is_said_of_syntax(text):
    parse = PLAIN.parse(text)
    assert not parse.has_syntax
    assert parse.model == "none"
    assert parse.entities == ()
    assert all(t.head == t.i and not (t.pos or t.tag or t.dep or t.entity) for t in parse.tokens)


@given(st.lists(st.text(max_size=40), max_size=5))
@settings(deadline=None)
def test_many_texts_are_parsed_like_each_alone(texts):
    assert list(PLAIN.parse_all(texts)) == [PLAIN.parse(text) for text in texts]


@pytest.mark.parametrize(
    "text", ["." * 50000, '"' * 50000, "a." * 25000, "\n" * 50000, "'s" * 25000, "A. " * 20000]
)
def test_hostile_rows_end(text):
    assert PLAIN.parse(text).text == text


def test_tokens_in_a_span_are_found_from_any_place():
    parse = PLAIN.parse("One two three. Four five.")
    assert [t.text for t in parse.tokens_in(4, 9)] == ["two", "three"]
    assert [t.text for t in parse.tokens_in(5, 6)] == ["two"]
    assert parse.tokens_in(3, 4) == ()
    assert [t.text for t in parse.tokens_in(15, 99)] == ["Four", "five", "."]
    assert PLAIN.parse("").tokens_in(0, 5) == ()


def test_the_sentence_of_a_place_is_the_one_it_is_in_or_behind():
    parse = PLAIN.parse("One two. Three.")
    assert [parse.sentence_at(k).i for k in (0, 7, 8, 9, 99)] == [0, 0, 0, 1, 1]


def test_the_root_of_a_span_without_syntax_is_its_first_word():
    parse = PLAIN.parse("One two three.")
    assert parse.root_of(4, 13).text == "two"
    assert parse.root_of(3, 4) is None
