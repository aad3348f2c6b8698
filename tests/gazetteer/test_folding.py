"""Folding: the table of cases, and what holds for every text."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.gazetteer import fold

TABLE = Path(__file__).parents[1] / "cases" / "fold.txt"


def cases() -> list[pytest.ParameterSet]:
    found = []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            surface, _, folded = line.partition(" | ")
            marks = [pytest.mark.xfail] if surface.startswith("?") else []
            found.append(pytest.param(surface.removeprefix("?"), folded.strip(), marks=marks, id=surface))
    return found


@pytest.mark.parametrize(("surface", "folded"), cases())
def test_fold(surface: str, folded: str) -> None:
    assert fold(surface) == folded


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold(text)
    assert fold(once) in {once, once.removeprefix("the ")}


@given(st.text(max_size=60))
def test_a_fold_is_words_in_composed_form(text: str) -> None:
    folded = fold(text)
    assert folded == " ".join(folded.split())
    assert unicodedata.normalize("NFC", folded) == folded
    assert not any(character in folded for character in "'’.,-/")


@given(st.text(alphabet=st.characters(codec="ascii"), max_size=60))
def test_case_and_normal_form_do_not_matter(text: str) -> None:
    assert fold(text.upper()) == fold(text.lower()) == fold(f"  {text} ")


@given(
    st.sampled_from(["São Tomé", "서울특별시", "Ταΰγετος", "Đắk Lắk", "ガーナ", "القُدس"]),
    st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]),
)
def test_normal_forms_fold_alike(text: str, form: str) -> None:
    assert fold(unicodedata.normalize(form, text)) == fold(text)


def test_a_prefix_of_hangul_is_a_prefix_of_its_fold() -> None:
    assert fold("서울특별시").startswith(fold("서울"))
