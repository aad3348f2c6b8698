"""The dateline reader against its table, and on arbitrary text."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.articles import find_dateline
from mapper.articles.dateline import HEAD_CHARS

CASES = Path(__file__).parents[1] / "cases" / "datelines.txt"


def unescape(cell):
    return cell.encode("latin-1", "backslashreplace").decode("unicode_escape")


def rows():
    for line in CASES.read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        still_open = line.startswith("?")
        cells = line.removeprefix("?").replace("\\p", "\0").split(" | ")
        text, places, date, agency = (cells + ["-"] * 4)[:4]
        marks = [pytest.mark.xfail(reason="open")] if still_open else []
        yield pytest.param(unescape(text).replace("\0", "|"), places, date, agency, marks=marks, id=text[:40])


def written(span):
    return "-" if span is None else span.text


@pytest.mark.parametrize(("marked", "places", "date", "agency"), list(rows()))
def test_table(marked, places, date, agency):
    end = marked.find("¦")
    text = marked.replace("¦", "")
    found = find_dateline(text)
    if end < 0:
        assert found is None
        return
    assert found is not None
    assert (";".join(p.text for p in found.places) or "-", written(found.date), written(found.agency)) == (
        places, date, agency,
    )  # fmt: skip
    assert found.end == end


def spans(found):
    return [s for s in (found, *found.places, found.date, found.agency) if s is not None]


HEADS = st.sampled_from(
    ["SEOUL, Jan 21 (IANS) -", "LONDON (Reuters) -", "(CNN) — ", "By A B, ROME —", "/", "--"]
)


@given(st.lists(st.text() | HEADS).map("".join))
def test_spans_hold_in_any_text(text):
    found = find_dateline(text)
    for span in spans(found) if found else []:
        assert text[span.start : span.end] == span.text
        assert found.start <= span.start < span.end <= found.end


def test_offsets_count_code_points():
    found = find_dateline("🔥🔥 Fire\nATHENS (AP) — Fires raged.")
    assert found.places[0].start == 8


def test_only_the_head_is_searched():
    filler = "A short line of text.\n" * (HEAD_CHARS // 20)
    assert find_dateline(filler + "LONDON (AP) — Far down.") is None


def test_hostile_input_takes_no_time():
    for text in (
        "A " * 200_000,
        "A, " * 100_000,
        "A" * 500_000,
        "(" * 100_000,
        "By " + "A " * 99_999,
        "-" * 99_999,
    ):
        assert find_dateline(text) is None
