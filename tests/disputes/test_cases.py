"""What the register says of sentences: the behaviour table, and the development cases beside the checkout."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from mapper.disputes import assess

FOLDER = Path(__file__).resolve().parents[1] / "cases"
PLAIN_SHARE = 0.95
"""Sentences whose relation the words around a name must tell without a language model."""


def read_table(name):
    for line in (FOLDER / name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            expectation, day, sentence = line.split("\t")
            still_open = expectation.startswith("?")
            expected = {tuple(pair.split(":")) for pair in expectation.lstrip("? ").split() if pair != "none"}
            yield expected, None if day == "-" else date.fromisoformat(day), sentence, still_open


CASES = list(read_table("disputes.txt"))
MORE = list(read_table("disputes_more.txt"))
WIDE = [case for name in ("wide", "fresh", "third", "fourth") for case in read_table(f"disputes_{name}.txt")]


def _parameters(cases=CASES):
    for expected, day, sentence, still_open in cases:
        marks = [pytest.mark.xfail(strict=True, reason="open in the table")] if still_open else []
        yield pytest.param(expected, day, sentence, marks=marks, id=sentence[:60])


def test_the_table_is_large_enough_and_has_negatives():
    negatives = [case for case in CASES if not case[0]]
    assert len(CASES) >= 130
    assert len(negatives) >= 55
    assert sum(case[3] for case in CASES) <= 0.03 * len(CASES)


@pytest.mark.parametrize(("expected", "day", "sentence"), list(_parameters()))
def test_the_territories_of_a_sentence(register, expected, day, sentence):
    found = assess(sentence, date=day, register=register)
    assert {territory for territory, _ in found} == {territory for territory, _ in expected}


@pytest.mark.parametrize(
    ("expected", "day", "sentence", "still_open"), MORE, ids=[case[2][:60] for case in MORE]
)
def test_the_territories_of_further_sentences(register, expected, day, sentence, still_open):
    found = assess(sentence, date=day, register=register)
    assert {territory for territory, _ in found} == {territory for territory, _ in expected}


@pytest.mark.parametrize(("expected", "day", "sentence"), list(_parameters(WIDE)))
def test_the_territories_all_over_the_register(register, expected, day, sentence):
    found = assess(sentence, date=day, register=register)
    assert {territory for territory, _ in found} == {territory for territory, _ in expected}


def test_the_wide_table_names_most_of_the_register(register):
    named = {territory for table in (CASES, MORE, WIDE) for case in table for territory, _ in case[0]}
    assert named <= {row.id for row in register}
    assert len(named) >= 0.7 * len(register)
    assert sum(not case[0] for case in WIDE) >= 60


def test_most_relations_all_over_the_register_hold(register, parser):
    for one, share in ((None, 0.88), (parser, 0.88 if parser.name == "none" else 0.93)):
        found = [set(assess(s, date=day, parser=one, register=register)) for _, day, s, _ in WIDE]
        right = sum(got == case[0] for got, case in zip(found, WIDE, strict=True))
        assert right >= share * len(WIDE)


def test_most_relations_of_further_sentences_hold_without_a_model(register):
    right = sum(set(assess(s, date=day, register=register)) == expected for expected, day, s, _ in MORE)
    assert right >= 0.9 * len(MORE)


@pytest.fixture(scope="module")
def parsed(parser, register):
    """The assessments with the installed model, parsed in one go."""
    if parser.name == "none":
        pytest.skip("no language model is installed: relations by syntax cannot be tested")
    return {
        sentence: set(assess(sentence, date=day, parser=parser, register=register))
        for _, day, sentence, _ in CASES
    }


@pytest.mark.parametrize(("expected", "day", "sentence"), list(_parameters()))
def test_the_relation_by_syntax(parsed, parser, expected, day, sentence):
    if "_md" not in parser.name:
        pytest.skip("the relations of single sentences are stated for the medium model")
    assert parsed[sentence] == expected


def test_most_relations_hold_with_any_model(parsed):
    right = sum(parsed[sentence] == expected for expected, _, sentence, _ in CASES)
    assert right >= PLAIN_SHARE * len(CASES)


def test_most_relations_hold_without_a_model(register):
    right = sum(set(assess(s, date=day, register=register)) == expected for expected, day, s, _ in CASES)
    assert right >= PLAIN_SHARE * len(CASES)


@pytest.mark.shared
def test_the_development_cases(shared, register, parser):
    lines = (shared / "disputed" / "disputed_cases_dev.jsonl").read_text("utf-8").splitlines()
    flags = relations = 0
    for case in map(json.loads, lines):
        found = dict(assess(case["text"], parser=parser, register=register))
        expected = case["expected"]
        flagged = set(found) == set(expected["ids"])
        flags += flagged
        relations += flagged and (set(found.values()) or {"none"}) == {expected["relation"]}
    assert flags >= 19
    assert relations >= 17
