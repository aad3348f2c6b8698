"""The peoples and the abbreviations of every country, by the packaged index."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapper.gazetteer import Gazetteer

TABLE = Path(__file__).parents[1] / "cases" / "countries.txt"


def rows() -> Iterator[tuple[str, list[str], list[str]]]:
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            code, peoples, abbreviations = (field.strip() for field in line.split("|"))
            yield code, words(peoples), words(abbreviations)


def words(field: str) -> list[str]:
    return [] if field == "-" else [word.strip() for word in field.split(",")]


FORMS = [
    pytest.param(code, form, kind, id=f"{code}-{form}")
    for code, peoples, abbreviations in rows()
    for kind, forms in (("demonym", peoples), ("abbreviation", abbreviations))
    for form in forms
]


@pytest.mark.parametrize(("code", "form", "kind"), FORMS)
def test_a_people_or_an_abbreviation_means_its_country(
    gazetteer: Gazetteer, code: str, form: str, kind: str
) -> None:
    best = gazetteer.lookup(form)[0]
    assert best.row == gazetteer.rows.row_of_country(code)
    assert best.name_kind == kind
    assert best.match in {"exact", "folded"}, "accents and points may be left out"


def test_every_member_of_the_united_nations_is_in_the_table(gazetteer: Gazetteer) -> None:
    asked = {code for code, _, _ in rows()}
    towns_only = {code for code in gazetteer.rows.countries if code not in asked}
    people = {gazetteer.rows.population(gazetteer.rows.row_of_country(code) or 0) for code in towns_only}
    assert len(asked) >= 193
    assert max(people) < 3_500_000, "only territories and the smallest states are left out"


def test_no_country_has_a_people_as_a_plain_name(gazetteer: Gazetteer) -> None:
    wrong = [
        form
        for code, peoples, _ in rows()
        for form in peoples
        for candidate in gazetteer.folded(form)
        if candidate.row == gazetteer.rows.row_of_country(code) and candidate.name_kind == "alternate"
    ]
    assert wrong == []


def table(name: str, kind_column: str) -> Iterator[dict[str, str]]:
    path = Path(__file__).parents[2] / "gazetteer" / "tables" / f"{name}.csv"
    with path.open(encoding="utf-8", newline="") as stream:
        yield from (row for row in csv.DictReader(stream) if row[kind_column] == "country")


def test_no_people_of_the_tables_is_a_plain_name_of_its_country(gazetteer: Gazetteer) -> None:
    forms = [
        (row["form"], row["iso2"])
        for row in table("demonyms", "place_kind")
        if row["kind"] != "language_only"
    ]
    assert len(forms) > 900
    for form, code in forms:
        country = gazetteer.rows.row_of_country(code)
        kinds = {found.name_kind for found in gazetteer.folded(form) if found.row == country}
        assert kinds <= {"demonym", "primary", "abbreviation"}, form


def test_every_abbreviation_of_a_state_is_one(gazetteer: Gazetteer) -> None:
    forms = [
        (form, row["code"])
        for row in table("abbreviations", "kind")
        for form in (row["form"], row["dotted"])
        if row["code"] and form.replace(".", "").isupper() and form.replace(".", "").isalpha()
    ]
    assert len(forms) > 80
    for form, code in forms:
        best = gazetteer.exact(form)[0]
        assert (best.row, best.name_kind) == (gazetteer.rows.row_of_country(code), "abbreviation"), form
