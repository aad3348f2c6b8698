"""The behaviour table: which names are places, in which role, and where."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mapper.articles import find_dateline
from mapper.language import ParsedArticle
from mapper.language.plain import PlainParser
from mapper.model import Article

from .case_table import Case, complaints, read_cases

if TYPE_CHECKING:
    from mapper.language import Parser
    from mapper.toponyms import Geoparser

TABLE = Path(__file__).parent.parent / "cases" / "toponyms.txt"
CASES = read_cases(TABLE)


def params(cases: list[Case]) -> list[pytest.param]:
    marks = [[pytest.mark.xfail(reason="open")] if case.is_open else [] for case in cases]
    return [pytest.param(case, id=case.id, marks=m) for case, m in zip(cases, marks, strict=True)]


def parsed(case: Case, parser: Parser) -> ParsedArticle:
    article = Article(id="case", text=case.text, dateline=find_dateline(case.text))
    return ParsedArticle(article, parser.parse(case.text))


def test_table_is_large_and_well_formed() -> None:
    assert len(CASES) >= 160
    for case in CASES:
        assert "|" not in case.text
        assert "[" not in case.text, case.line


@pytest.mark.parametrize("case", params(CASES))
def test_with_the_medium_model(case: Case, parser: Parser, geoparser: Geoparser) -> None:
    if "md" not in parser.name:
        pytest.skip("the table is written for the medium language model")
    assert complaints(case, geoparser.toponyms(parsed(case, parser))) == []


@pytest.mark.parametrize("case", params([case for case in CASES if case.is_plain]))
def test_without_a_model(case: Case, geoparser: Geoparser) -> None:
    found = geoparser.toponyms(parsed(case, PlainParser()))
    assert complaints(case, found, with_roles=False) == []
