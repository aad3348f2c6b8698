"""Bytes to text: what is taken for text, and what is refused."""

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mapper.articles.decoding import decode
from mapper.articles.problem import Unreadable

TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1)


@given(TEXTS, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_marked_and_utf8_texts_come_back(text, encoding):
    assert decode(text.encode(encoding)) in (text, text.removeprefix("\ufeff"))


MARKS = {
    b"",
    codecs.BOM_UTF8,
    codecs.BOM_UTF16_BE,
    codecs.BOM_UTF16_LE,
    codecs.BOM_UTF32_BE,
    codecs.BOM_UTF32_LE,
}


@settings(deadline=None)  # the first call imports the detector
@given(st.binary())
def test_bytes_give_text_or_a_reason(data):
    text, problem = attempt(data)
    if problem is None:
        assert text or data in MARKS
    else:
        assert problem.message.endswith(".")
        assert problem.line is None or 1 <= problem.line <= data.count(b"\n") + 1


def attempt(data):
    try:
        return decode(data), None
    except Unreadable as problem:
        return None, problem


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"%PDF-1.7", "PDF"),
        (b"PK\x03\x04rest", "zip"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"\x89PNG\r\n", "image"),
        (b"\xff\xd8\xff\xe0", "image"),
        (b"SQLite format 3\x00", "database"),
        (b"{\\rtf1", "RTF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "office"),
        (b"a\x00b\x00\x00\x00", "binary"),
        (b"text\x00more", "binary"),
        (b"\x01\x02\x03", "binary"),
        ("Zürich é".encode() + b"\xe9 and more", "not valid UTF-8"),
        (b"broken \xc3( here", "not valid UTF-8"),
        (b"\xfe\xff\x00", "damaged"),
        (b"\xff\xfe\x00\xd8", "damaged"),
    ],
)
def test_refused(data, says):
    with pytest.raises(Unreadable, match=says):
        decode(data)


def test_the_line_of_the_first_broken_byte():
    with pytest.raises(Unreadable) as caught:
        decode(b"one\ntwo \xe9\xe9 \xc3(\nthree \xff")
    assert caught.value.line == 2


def test_declared_encoding_is_tried_before_a_guess():
    data = "Škoda".encode("iso-8859-2")
    assert decode(data, declared="iso-8859-2") == "Škoda"
    assert decode("Škoda".encode(), declared="iso-8859-2") == "Škoda"
    for nonsense in ("no-such-encoding", "hex", "utf-8"):
        assert isinstance(decode("café".encode("cp1252"), declared=nonsense), str)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark(encoding):
    assert decode("A ferry left Oslo for São Tomé.".encode(encoding)) == "A ferry left Oslo for São Tomé."
