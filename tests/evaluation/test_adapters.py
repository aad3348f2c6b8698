"""The parts of a real mapper that are evaluated one by one, without a language model."""

from datetime import date

import pytest

from mapper.evaluation import time_finder, toponym_finder, toponym_resolver
from mapper.model import Article, Span

TEXT = "SEOUL, Jan 21 (Example Wire) - Ministers met in Kuala Lumpur on Monday."


@pytest.fixture(scope="module")
def mapper(gazetteer):
    from mapper.pipeline import EventMapper

    return EventMapper(gazetteer=gazetteer, model="none")


@pytest.fixture
def article():
    return Article("a", text=TEXT, language="en", published=date(2026, 1, 21))


def test_toponyms_are_found_and_given_ones_resolved(mapper, article):
    found = toponym_finder(mapper)(article)
    assert {"SEOUL", "Kuala Lumpur"} <= {t.text for t in found}
    spans = [Span(TEXT.index("Kuala"), TEXT.index(" on"), "Kuala Lumpur"), Span(31, 40, "Ministers")]
    resolved = toponym_resolver(mapper)(article, spans)
    assert [t.text for t in resolved] == ["Ministers", "Kuala Lumpur"]
    assert resolved[1].place.country == "MY"


def test_times_are_found_from_the_dateline(mapper, article):
    (monday,) = [t for t in time_finder(mapper)(article) if t.text.endswith("Monday")]
    assert monday.begin == date(2026, 1, 19)
