"""The table of sentences: what is found, and which days it means, without a model and with one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from mapper.dates import find_times
from mapper.dates.grammar import ATOMS, JOINS
from mapper.language import load_parser
from mapper.model import ReferenceDate, TimeExpression

TABLE = Path(__file__).resolve().parent.parent / "cases" / "dates.txt"
PLAIN = load_parser("none")


@dataclass(frozen=True)
class Case:
    line: int
    reference: ReferenceDate | None
    text: str
    expected: tuple[tuple[int, int, str], ...]
    known_open: bool

    def __str__(self) -> str:
        return f"{self.line}: {self.text[:50]}"


def read_table() -> list[Case]:
    lines = enumerate(TABLE.read_text("utf-8").splitlines(), 1)
    return [read_line(number, line) for number, line in lines if line.strip() and not line.startswith("#")]


def read_line(number: int, line: str) -> Case:
    columns = [column.strip(" ") for column in line.split("|")]
    known_open = columns[0].startswith("?")
    day = columns[0].lstrip("? ")
    reference = None if day == "-" else ReferenceDate(date.fromisoformat(day), "published")
    text, spans = unbraced(columns[1])
    readings = [" ".join(r.split()) for r in columns[2].split(";")] if len(columns) > 2 else []
    assert len(spans) == len(readings), f"line {number}: {len(spans)} braces, {len(readings)} readings"
    expected = tuple((a, b, reading) for (a, b), reading in zip(spans, readings, strict=True))
    return Case(number, reference, text, expected, known_open)


def unbraced(marked: str) -> tuple[str, list[tuple[int, int]]]:
    text, spans = "", []
    for k, piece in enumerate(re.split(r"[{}]", marked)):
        if k % 2:
            spans.append((len(text), len(text) + len(piece)))
        text += piece
    return text, spans


def written(time: TimeExpression) -> tuple[int, int, str]:
    days = "-"
    if time.begin is not None:
        days = str(time.begin) if time.begin == time.end_date else f"{time.begin}..{time.end_date}"
    parts = ("" if time.type == "DATE" else time.type, time.value or "-", days, time.modifier or "")
    return time.start, time.end, " ".join(part for part in parts if part)


CASES = read_table()


def _marked(case):
    reason = "known not to pass"
    return pytest.param(
        case, marks=[pytest.mark.xfail(reason=reason)] if case.known_open else [], id=str(case)
    )


@pytest.mark.parametrize("case", [_marked(case) for case in CASES])
def test_a_sentence_holds_these_times(case):
    found = find_times(PLAIN.parse(case.text), reference=case.reference)
    assert tuple(map(written, found)) == case.expected


def test_the_table_is_large_and_has_sentences_without_a_time():
    assert len(CASES) >= 400
    assert sum(not case.expected for case in CASES) >= 50
    assert sum(case.known_open for case in CASES) <= 0.03 * len(CASES)


def test_with_a_model_the_table_holds_as_well(parser):
    if parser.name == "none":
        pytest.skip("no language model is installed")
    sure = [case for case in CASES if not case.known_open]
    parses = parser.parse_all(case.text for case in sure)
    wrong = [
        str(case)
        for case, parse in zip(sure, parses, strict=True)
        if tuple(map(written, find_times(parse, reference=case.reference))) != case.expected
    ]
    assert len(wrong) <= 0.03 * len(sure), wrong


def test_every_rule_is_shown_by_a_sentence():
    shown = {
        reason.code
        for case in CASES
        for time in find_times(PLAIN.parse(case.text), reference=case.reference)
        for reason in time.reasons
    }
    rules = {f"time:{atom.id}" for atom in ATOMS if atom.kind != "none"} | {
        f"time:{join.id}" for join in JOINS
    }
    assert rules <= shown, sorted(rules - shown)


def test_every_decision_names_its_rule_where_it_stands():
    for case in CASES:
        for time in find_times(PLAIN.parse(case.text), reference=case.reference):
            rules = [reason for reason in time.reasons if reason.code.startswith("time:")]
            assert rules
            assert all(time.start <= r.start < r.end <= time.end for r in rules), (case, rules)
