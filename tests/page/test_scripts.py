"""Pure parts of the page's script, run in the browser one module at a time."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

from mapper.page import assets
from mapper.page.shapes import encode

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def run(browser: Any) -> Any:
    """Return a function that evaluates an expression with a module's names in reach."""
    page = browser.new_page()

    def evaluate(module: str, expression: str, value: Any = None) -> Any:
        source = f"const TEXTS={assets.texts()};\n{assets.bundle(module)}\nreturn ({expression});"
        return page.evaluate("([source, value]) => new Function('value', source)(value)", [source, value])

    yield evaluate
    page.close()


def test_lines_decode_as_they_were_encoded(run: Callable[..., Any]) -> None:
    points = [(-179.99, -90.0), (0.0, 0.0), (0.01, -0.01), (139.69, 35.69), (180.0, 83.6), (-180.0, 12.345)]
    for steps in (100, 1000):
        flat = run("shapes.js", "decodeLine(value[0], value[1])", [encode(points, steps), steps])
        expected = [round(v * steps) / steps for point in points for v in point]
        assert flat == pytest.approx(expected, abs=1e-9)


def test_coast_leaves_out_cuts(run: Callable[..., Any]) -> None:
    ring = [0, 0, 10, 0, 10, 10, 0, 10, 0, 0]
    lines = run("shapes.js", "coastOf(value, { x: new Set([10]), y: new Set([0]) })", ring)
    assert lines == [[10, 10, 0, 10, 0, 0]]


def test_a_scale_goes_both_ways(run: Callable[..., Any]) -> None:
    spans = [[0, 30], [400, 420], [430, 460]]
    found = run(
        "timescale.js",
        "(s => [s.parts.length, s.at(s.from), s.at(s.to), ...[3, 20, 200, 410, 455].map(d => s.inverse(s.at(d)))])"
        "(makeScale(value, 1000, true))",
        spans,
    )
    assert found[:3] == pytest.approx([2, 0, 1000])
    assert found[3:] == pytest.approx([3, 20, 200, 410, 455])


def test_empty_time_is_folded_only_when_it_is_long(run: Callable[..., Any]) -> None:
    def parts(spans: list[list[int]], *, folded: bool = True) -> int:
        return int(run("timescale.js", f"makeScale(value, 900, {str(folded).lower()}).parts.length", spans))

    assert parts([[0, 10], [60, 70]]) == 1
    assert parts([[0, 10], [100, 110]]) == 2
    assert parts([[0, 10], [100, 110]], folded=False) == 1
    assert parts([[0, 2000], [1, 5]]) == 2  # the middle of a long span is empty, too
    assert parts([[i * 400, i * 400 + 1] for i in range(40)]) <= 8


def test_no_dates_no_scale(run: Callable[..., Any]) -> None:
    assert run("timescale.js", "makeScale([], 900, true)") is None


def test_blocks_stack_without_overlap(run: Callable[..., Any]) -> None:
    blocks = [{"x0": i * 7 % 90, "x1": i * 7 % 90 + 25, "order": i} for i in range(30)]
    placed = run("timescale.js", "(stack(value), value)", blocks)
    for a in placed:
        for b in placed:
            if a is not b and a["lane"] == b["lane"]:
                assert a["x1"] <= b["x0"] or b["x1"] <= a["x0"]


@pytest.mark.parametrize(
    ("when", "status", "short", "long"),
    [
        ({}, "happened", "no date", "no date"),
        ({}, "ongoing", "continuing", "continuing"),
        ({"end": 20422}, "ongoing", "continuing", "continuing"),
        ({"begin": 20474, "end": 20474}, "happened", "21 Jan 2026", "21 January 2026"),
        ({"begin": 20482, "end": 20484}, "planned", "29–31 Jan 2026", "29–31 January 2026"),
        ({"begin": 20393, "end": 20422}, "happened", "Nov 2025", "November 2025, day not given"),
        ({"begin": 20454, "end": 20818}, "planned", "2026", "2026"),
        ({"end": 20422}, "happened", "by 30 Nov 2025", "by 30 November 2025"),
        ({"begin": 20474}, "planned", "from 21 Jan 2026", "from 21 January 2026"),
        ({"begin": 20474}, "happened", "since 21 Jan 2026", "since 21 January 2026"),
    ],
)
def test_dates_in_words(
    run: Callable[..., Any], when: dict[str, int], status: str, short: str, long: str
) -> None:
    both = run(
        "dates.js",
        "(d => [d.phrase(value[0], value[1]), d.phrase(value[0], value[1], true)])(dateWriter('en', translator('en')))",
        [when, status],
    )
    assert [text.replace("\u2009", " ") for text in both] == [short, long]


def test_months_over_a_new_year(run: Callable[..., Any]) -> None:
    starts = run("dates.js", "[...monthStarts(20430, 20500)].map(isoOf)")
    assert starts == ["2025-12-01", "2026-01-01", "2026-02-01"]


def test_counts_in_words(run: Callable[..., Any]) -> None:
    assert run("text.js", "[1, 2, 0].map(n => translator('en')('count.events', { n }))") == [
        "1 event",
        "2 events",
        "0 events",
    ]
    assert run("text.js", "translator('ko')('count.events', { n: 1 })") == "사건 1건"
    assert run("text.js", "translator('xx')('close')") == "Close"


def test_reasons_by_family(run: Callable[..., Any]) -> None:
    rows = [
        ["status.planned.governor:expect to", "expected"],
        ["found:model", 0.97],
        ["trigger", "talk/CONSULT.talks"],
        ["status.claimed.speech:claim", ""],
        ["status.claimed.speech:claim", "claimed"],
        ["direction", "past: was asked"],
        ["time:some-new-one", None],
        ["never-heard-of", "x"],
        ["place.attached", "Nara"],
        ["constructor", None],
    ]
    texts = run(
        "text.js",
        "value.map((_, i) => reasonText({ t: translator('en'), model: { reasons: value } }, i))",
        rows,
    )
    assert texts == [
        "“expected” puts it in the future.",
        "Recognised by the language model.",
        "Found by the word “talk”.",
        "Told by one side, not confirmed.",
        "“claimed” marks it as told, not confirmed.",
        "Taken as past: “was asked”.",
        "Read by the rule “some new one”.",
        "Never heard of: x.",
        "“Nara” belongs to it in the sentence.",
        "Constructor.",
    ]


def test_a_great_circle_runs_over_the_date_line_without_a_jump(run: Callable[..., Any]) -> None:
    line = run("geometry.js", "greatCircle([35.7, 139.7], [37.8, -122.4])")
    assert max(abs(a[1] - b[1]) for a, b in pairwise(line)) < 20
    assert line[-1][1] == pytest.approx(237.6, abs=0.01)
    assert max(lat for lat, _ in line) > 45
    assert run("geometry.js", "greatCircle([10, 20], [10, 20])") == [[10, 20], [10, 20]]


def test_a_curve_bends_to_the_left(run: Callable[..., Any]) -> None:
    middle = run("geometry.js", "(c => c[Math.floor(c.length / 2)])(curve([0, 0], [100, 0], 1))")
    assert middle[1] < -5


def test_bars_count_every_event_once(run: Callable[..., Any]) -> None:
    events = [{"first": day, "status": "happened" if day % 2 else "planned"} for day in range(-5, 60)]
    rows = run("bars.js", "countBins(value, [0, 7, 14, 21], 28)", events)
    assert sum(row["total"] for row in rows) == len(events)
    assert rows[0]["total"] == 12
    assert sum(row["by"].get("planned", 0) for row in rows) == sum(
        1 for e in events if e["status"] == "planned"
    )


def test_quotes_are_wrapped_in_order_and_once(run: Callable[..., Any]) -> None:
    pieces = run(
        "quotes.js",
        "wrapped('abcdefgh', [[4, 6], [1, 3], [2, 5]].map(([start, end]) => ({ start, end, wrap: t => '<' + t + '>' })))",
    )
    assert pieces == ["a", "<bc>", "d", "<ef>", "gh"]


def test_only_web_addresses_become_links(run: Callable[..., Any]) -> None:
    given = ["https://a", "HTTP://a", "javascript:alert(1)", " https://a", "//a", "data:x", "", None]
    assert run("dom.js", "value.map(safeHref)", given) == ["https://a", "HTTP://a", *[None] * 6]


def test_packed_data_is_unpacked(browser: Any) -> None:
    from mapper.page.embed import data_constant

    page = browser.new_page()
    packed = data_constant({"words": [f"wörd {i} 한국" for i in range(90_000)]})
    source = f"const TEXTS={{}};\n{assets.bundle('model.js')}\nreturn unpack({packed});"
    size = page.evaluate("source => new Function(source)().then(d => [d.words.length, d.words[7]])", source)
    assert size == [90_000, "wörd 7 한국"]
    page.close()
