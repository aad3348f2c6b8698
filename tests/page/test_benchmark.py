"""The benchmark of the page measures what it says it measures."""

from __future__ import annotations

import re
from typing import Any

import pytest

from benchmarks import page as benchmark
from mapper.page import write_html
from tests.page import many

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("name", "write", "ready"),
    [("page", write_html, "[data-ready]"), ("markers", benchmark.write_markers, None)],
)
def test_a_line_of_the_table(browser: Any, name: str, write: Any, ready: str | None) -> None:
    result = many.event_map(40)
    line = benchmark.run(browser, name, 40, lambda path: write(result, path), ready)
    numbers = [float(number) for number in re.findall(r"[\d.]+", line)]
    count, built, size, opened, zoom, _ = numbers
    assert count == 40
    assert built > 0
    assert 0.1 < size < 1.5
    assert 0 < opened < 60
    assert 0 < zoom < 10


def test_the_events_are_full_records() -> None:
    article = many.event_map(40).articles[0]
    assert min(len(quote.text) for quote in article.quotes) >= 120
    assert all(len(toponym.alternatives) == 3 and toponym.reasons for toponym in article.toponyms)
    assert all(event.reasons for event in article.events)
