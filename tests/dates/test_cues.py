"""Past or future: the words around a bare day."""

from __future__ import annotations

import pytest

from mapper.dates.cues import find_cue
from mapper.dates.scan import view_of
from mapper.language import load_parser
from mapper.language.parse import Parse, Sentence, Token

PLAIN = load_parser("none")

FUTURE = [
    "Ministers will meet on <Friday>.",
    "Ministers won't meet on <Friday>.",
    "Ministers are to meet on <Friday>.",
    "Ministers are due to meet on <Friday>.",
    "Ministers plan to meet on <Friday>.",
    "Ministers agreed to meet again on <Friday>.",
    "They have been told to report to the police on <Friday>.",
    "The hearing, set for <Friday>, is the last.",
    "The hearing was adjourned until <Friday>.",
    "The hearing is on <Friday>.",
    "The hearing is at 9 a.m. on <Friday>.",
    "The hearing was moved to <Friday>.",
    "Strikes were called for <Friday>.",
    "By <Friday>, the lake will be dry.",
    "On <Friday>, the lake will be drained.",
    "But on <Friday> the court is expected to rule.",
    "Leaders meet on <Friday>.",
    "The session opens <Friday>.",
    "They are flying to Oslo on <Friday>.",
    "Ahead of a summit on <Friday>, streets were shut.",
    "They need a deal to be signed on <Friday>.",
    "Results are announced on <Friday>.",
    "The upcoming vote on <Friday> splits the party.",
    "He told the court the trial would resume on <Friday>.",
]
PAST = [
    "Ministers met on <Friday>.",
    "Ministers have met since <Friday>.",
    "The road was closed on <Friday>.",
    "The road had been closed on <Friday>.",
    "Police said <Friday> that all was well.",
    "Police said in a statement late <Friday> that they will appeal.",
    "He told reporters on <Friday> that he would resign.",
    "The mayor on <Friday> announced that work will begin soon.",
    "On <Friday>, the lake froze.",
    "By <Friday>, fifty people had died.",
    "The vessels fired on <Friday>.",
    "She left the house on <Friday> and will not return.",
    "The shooting on <Friday> killed two.",
    "They did not vote on <Friday>.",
]
NEAREST = [
    "The concert planned for <Friday> was cancelled.",
    "The match was due to be played on <Friday>.",
    "Talks that had been scheduled for <Friday> did not take place.",
]
NONE = [
    "Rain on <Friday>.",
    "It would have been nice on <Friday>.",
    "He could not be reached on <Friday>.",
    '"We will win"; sun on <Friday>.',
]


def _cue(marked, parse=None):
    start, end = marked.index("<"), marked.index(">") - 1
    text = marked.replace("<", "").replace(">", "")
    return find_cue(view_of(text), parse or PLAIN.parse(text), start, end, exact_day=True), text


@pytest.mark.parametrize("marked", FUTURE)
def test_words_that_look_ahead(marked):
    assert _cue(marked)[0].direction == "future"


@pytest.mark.parametrize("marked", PAST)
def test_words_that_look_back(marked):
    assert _cue(marked)[0].direction == "past"


@pytest.mark.parametrize("marked", NEAREST)
def test_plans_seen_from_afterwards(marked):
    assert _cue(marked)[0].direction == "nearest"


@pytest.mark.parametrize("marked", NONE)
def test_words_that_say_neither(marked):
    assert _cue(marked)[0].direction is None


@pytest.mark.parametrize("marked", FUTURE + PAST + NEAREST)
def test_a_cue_says_where_it_stands(marked):
    cue, text = _cue(marked)
    assert cue.start is not None
    assert text.lower()[cue.start : cue.end].strip() == cue.words


def test_for_a_month_is_no_plan():
    text = "Sales for November fell"
    cue = find_cue(view_of(text), PLAIN.parse(text), 10, 18, exact_day=False)
    assert cue.direction == "past"


def test_the_month_of_may_is_no_modal():
    text = "In May on Friday"
    assert find_cue(view_of(text), PLAIN.parse(text), 10, 16, exact_day=True).direction is None


def _tagged(text, tags):
    """Return a parse with these Penn tags, as a tagger would give them."""
    tokens, at = [], 0
    for i, (word, tag, dep) in enumerate(tags):
        at = text.index(word, at)
        tokens.append(Token(i, at, at + len(word), word, word.lower(), "", tag, dep, i, 0, ""))
        at += len(word)
    return Parse(
        text, "en", "test", tuple(tokens), (Sentence(0, 0, len(text), 0, len(tokens)),), (), has_syntax=True
    )


def test_with_a_tagger_a_participle_before_a_noun_is_no_cue():
    marked = "Talks with leaders elected officials on <Friday>"
    text = marked.replace("<", "").replace(">", "")
    words = text.split()
    verb = [(w, "VBD" if w == "elected" else "NN", "") for w in words]
    adjective = [(w, "VBN" if w == "elected" else "NN", "amod" if w == "elected" else "") for w in words]
    assert _cue(marked, _tagged(text, verb))[0].direction == "past"
    assert _cue(marked, _tagged(text, adjective))[0].direction is None
