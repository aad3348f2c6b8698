"""What is parsed at once: long texts in pieces, a dateline by itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.language import Parser
from mapper.language.spacy_parser import CHUNK_CHARS, _chunks

REPORTS = st.lists(
    st.sampled_from(["SEOUL, Jan 21 (Wire) - ", "BEIJING -- ", "Two men met. ", "\n\n", " ", "x" * 70_000]),
    max_size=6,
).map("".join)


@given(st.one_of(st.text(max_size=300), REPORTS))
def test_pieces_make_up_the_text(text: str) -> None:
    pieces = list(_chunks(text))
    assert "".join(piece for piece, _, _ in pieces) == text
    assert [last for _, _, last in pieces] == [False] * (len(pieces) - 1) + [True]
    assert all(text.startswith(piece, offset) for piece, offset, _ in pieces)
    assert all(len(piece) <= CHUNK_CHARS for piece, _, _ in pieces)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("SEOUL, Jan 21 (Wire) - Envoys met in Nara.", "SEOUL, Jan 21 (Wire) - "),
        ("BEIJING -- At least nine people are missing.", "BEIJING -- "),
        ("Envoys met in Nara.", "Envoys met in Nara."),
        ("SEOUL, Jan 21 (Wire) - ", "SEOUL, Jan 21 (Wire) - "),
    ],
)
def test_a_dateline_is_a_piece_of_its_own(text: str, first: str) -> None:
    assert next(_chunks(text))[0] == first


def test_the_first_sentence_is_parsed_without_its_dateline(parser: Parser) -> None:
    if parser.name == "none":
        pytest.skip("no language model is installed")
    text = "NEW DELHI, June 4 (Wire) - India and Nepal on Thursday postponed talks."
    parse = parser.parse(text)
    (verb,) = (token for token in parse.tokens if token.text == "postponed")
    assert "India" in {child.text for child in parse.children(verb.i) if child.dep == "nsubj"}
    assert all(text[token.start : token.end] == token.text for token in parse.tokens)
    assert [sentence.i for sentence in parse.sentences] == [0, 1]
