"""The day that "yesterday" is counted from: dateline, else published, else the user's; never today's."""

from __future__ import annotations

from datetime import date

import pytest

from mapper.dates import reference_date
from mapper.model import Article, Dateline, ReferenceDate, Span


def _article(text, dated=None, *, published=None, start=0):
    dateline = None
    if dated is not None:
        at = text.index(dated)
        dateline = Dateline(
            start, at + len(dated), text[start : at + len(dated)], date=Span(at, at + len(dated), dated)
        )
    return Article("a", published=published, dateline=dateline, text=text)


@pytest.mark.parametrize(
    ("text", "dated", "published", "expected"),
    [
        ("SEOUL, Jan 21 (IANS) - Rain fell.", "Jan 21", date(2026, 1, 22), date(2026, 1, 21)),
        ("SEOUL, Dec 31 (AP) — Rain fell.", "Dec 31", date(2026, 1, 1), date(2025, 12, 31)),
        ("SEOUL, Jan 1 (AP) — Rain fell.", "Jan 1", date(2025, 12, 31), date(2026, 1, 1)),
        ("SEOUL, 21 January 2020 — Rain fell.", "21 January 2020", date(2026, 1, 22), date(2020, 1, 21)),
        ("SEOUL, Wed (IANS) - Rain fell.", "Wed", date(2026, 1, 23), date(2026, 1, 21)),
        ("SEOUL, Wednesday (IANS) - Rain fell.", "Wednesday", date(2026, 1, 20), date(2026, 1, 21)),
        ("SEOUL, MAY 9 (IANS) - Rain fell.", "MAY 9", date(2026, 5, 9), date(2026, 5, 9)),
        ("SEOUL, 2026-01-21 - Rain fell.", "2026-01-21", None, date(2026, 1, 21)),
    ],
)
def test_the_dateline_comes_first(text, dated, published, expected):
    found = reference_date(_article(text, dated, published=published), option=date(1999, 1, 1))
    assert found == ReferenceDate(expected, "dateline")


def test_a_header_with_the_full_date_gives_the_year():
    text = " date 2026-01-20 MENAFN - IANS) Seoul, Jan 21 (IANS) Ministers met."
    start = text.index("Seoul")
    assert reference_date(_article(text, "Jan 21", start=start)) == ReferenceDate(
        date(2026, 1, 21), "dateline"
    )
    assert reference_date(_article(text, "Jan 21")) == ReferenceDate(date(2026, 1, 21), "dateline")


def test_the_header_is_nearer_than_the_published_date():
    text = "2019-12-31 SEOUL, Jan 1 - Rain fell."
    article = _article(text, "Jan 1", published=date(2026, 1, 1))
    assert reference_date(article) == ReferenceDate(date(2020, 1, 1), "dateline")


def test_a_dateline_without_a_year_needs_something_near_it():
    article = _article("SEOUL, Jan 21 (IANS) - Rain fell.", "Jan 21")
    assert reference_date(article) is None
    assert reference_date(article, option=date(2024, 3, 1)) == ReferenceDate(date(2024, 1, 21), "dateline")


def test_then_the_published_date_then_the_option():
    plain = _article("Rain fell.")
    assert reference_date(plain) is None
    assert reference_date(plain, option=date(2024, 3, 1)) == ReferenceDate(date(2024, 3, 1), "option")
    published = _article("Rain fell.", published=date(2026, 1, 22))
    assert reference_date(published, option=date(2024, 3, 1)) == ReferenceDate(date(2026, 1, 22), "published")


@pytest.mark.parametrize("dated", ["Feb 30", "yesterday", "32 Smarch", "Jan", "!"])
def test_a_dateline_that_names_no_day_is_passed_over(dated):
    article = _article(f"SEOUL, {dated} - Rain fell.", dated, published=date(2026, 1, 22))
    assert reference_date(article) == ReferenceDate(date(2026, 1, 22), "published")


def test_an_article_without_its_text_has_only_its_published_date():
    article = Article("a", published=date(2026, 1, 22), dateline=Dateline(0, 5, "SEOUL"))
    assert reference_date(article) == ReferenceDate(date(2026, 1, 22), "published")
    bare = Article(
        "a", published=date(2026, 1, 22), dateline=Dateline(0, 5, "SEOUL"), text="SEOUL - Rain fell."
    )
    assert reference_date(bare) == ReferenceDate(date(2026, 1, 22), "published")


def test_the_ends_of_the_calendar_do_no_harm():
    article = _article("SEOUL, Jan 1 - Rain.", "Jan 1", published=date.min)
    assert reference_date(article) == ReferenceDate(date(1, 1, 1), "dateline")
    assert reference_date(_article("SEOUL, Wed - Rain.", "Wed", published=date.max)).date.year == 9999


def test_the_dateline_finder_and_the_resolver_fit_together():
    from mapper.articles import find_dateline

    text = "SEOUL, Jan 21 (IANS) - Ministers met on Tuesday."
    article = Article("a", published=date(2026, 1, 22), dateline=find_dateline(text), text=text)
    assert reference_date(article) == ReferenceDate(date(2026, 1, 21), "dateline")
