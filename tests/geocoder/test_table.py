"""Every line of the table of queries."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.geocoder.table import faults, read_cases

CASES = list(read_cases(Path(__file__).parents[1] / "cases" / "geocode.txt"))


def _parameter(case):
    marks = [pytest.mark.xfail(reason="open in the table", strict=True)] if case.open else []
    return pytest.param(case, marks=marks, id=f"{case.line}")


@pytest.mark.parametrize("case", [_parameter(case) for case in CASES])
def test_answers_as_the_table_says(offline, case):
    found = offline.geocode(case.query)
    assert not faults(found, case.expected), (
        case.query[:80],
        case.expected,
        found and (found, found.raw["place"]),
    )


def test_the_table_is_large_enough():
    assert len(CASES) >= 220
    assert sum(case.expected == "-" for case in CASES) >= 35
    assert sum(case.open for case in CASES) <= 0.03 * len(CASES)
