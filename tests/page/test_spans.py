from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mapper import model
from mapper.page.payload.spans import Quotes, utf16
from tests.page import story

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


def as_javascript(text: str, start: int, end: int) -> str:
    """Cut as JavaScript does: by UTF-16 units."""
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


def article(text: str, quotes: list[tuple[int, int]]) -> model.ArticleMap:
    return model.ArticleMap(
        run=story.RUN,
        article=model.Article(id="a"),
        quotes=tuple(model.Span(a, b, text[a:b]) for a, b in quotes),
    )


@given(ANY_TEXT, st.data())
def test_utf16_counts_units(text: str, data: st.DataObject) -> None:
    position = data.draw(st.integers(0, len(text)))
    assert utf16(text, position) == len(text[:position].encode("utf-16-le")) // 2


@given(ANY_TEXT, ANY_TEXT, ANY_TEXT, st.data())
def test_a_mark_cuts_the_same_words_in_the_browser(
    before: str, quote: str, after: str, data: st.DataObject
) -> None:
    text = before + quote + after
    first = len(before)
    start = data.draw(st.integers(first, first + len(quote)))
    end = data.draw(st.integers(start, first + len(quote)))
    mark = Quotes(article(text, [(first, first + len(quote))])).mark(start, end)
    if mark is None:
        assert start == first + len(quote)
    else:
        index, a, b = mark
        assert as_javascript((quote,)[index], a, b) == text[start:end]


def test_a_span_over_two_quotes_has_no_mark() -> None:
    quotes = Quotes(article("One here. Two there.", [(0, 9), (10, 20)]))
    assert quotes.mark(4, 13) is None
    assert quotes.mark(10, 13) == (1, 0, 3)
    assert quotes.mark(9, 10) is None
    assert quotes.mark(None, 3) is None


def test_quotes_that_a_stretch_touches() -> None:
    quotes = Quotes(article("One here. Two there.", [(0, 9), (10, 20)]))
    assert quotes.covering(4, 13) == (0, 1)
    assert quotes.covering(10, 12) == (1,)
    assert quotes.covering(9, 10) == ()


def test_without_quotes_the_text_is_one() -> None:
    text = "😀 Seoul"
    quotes = Quotes(model.ArticleMap(run=story.RUN, article=model.Article(id="a", text=text)))
    assert quotes.texts == (text,)
    assert quotes.mark(2, 7) == (0, 3, 8)
    assert quotes.starts16() == (0,)


def test_quotes_know_where_they_begin_in_the_text() -> None:
    text = "😀😀 One. Two."
    record = model.ArticleMap(
        run=story.RUN,
        article=model.Article(id="a", text=text),
        quotes=(model.Span(8, 12, "Two."), model.Span(3, 7, "One.")),
    )
    quotes = Quotes(record)
    assert quotes.texts == ("One.", "Two.")
    assert quotes.starts16() == (5, 10)
