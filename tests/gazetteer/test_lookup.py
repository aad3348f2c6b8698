"""Names on a small world, and the table of cases on the packaged index."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mapper.geo import distance_km

if TYPE_CHECKING:
    from mapper.gazetteer import Gazetteer

TABLE = Path(__file__).parents[1] / "cases" / "lookup.txt"


def cases() -> list[pytest.ParameterSet]:
    found = []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            fields = [field.strip() for field in line.removeprefix("?").split("|")]
            marks = [pytest.mark.xfail] if line.startswith("?") else []
            found.append(
                pytest.param(*fields[:1], fields[1:] + [""] * (7 - len(fields)), marks=marks, id=fields[0])
            )
    return found


@pytest.mark.parametrize(("name", "expected"), cases())
def test_best_candidate_of_the_packaged_index(gazetteer: Gazetteer, name: str, expected: list[str]) -> None:
    kind, country, lat, lon, km, name_kind = expected
    found = gazetteer.lookup(name)
    if kind == "-":
        assert found == []
        return
    best = found[0]
    assert (best.kind, best.country or "") == (kind, country)
    if lat:
        assert distance_km(best.lat, best.lon, float(lat), float(lon)) <= float(km)
    if name_kind:
        assert best.name_kind == name_kind


def idents(found: list) -> list[str]:
    return [candidate.id for candidate in found]


def test_a_country_beats_a_village_of_its_name(world: Gazetteer) -> None:
    assert idents(world.lookup("Norland"))[:2] == ["gn:1", "gn:103"]


def test_the_larger_town_comes_first(world: Gazetteer) -> None:
    assert idents(world.lookup("springfield")) == ["gn:102", "gn:101"]


@pytest.mark.parametrize(
    "name", ["Saint Ambrose", "St. Ambrose", "St Ambrose", "ST AMBROSE", "Sankt Ambros", "Ft. Ambrose"]
)
def test_spellings_of_one_town(world: Gazetteer, name: str) -> None:
    assert idents(world.lookup(name, variants=False)) == ["gn:100"]


def test_matches_are_named(world: Gazetteer) -> None:
    def best(name: str) -> tuple[str, str]:
        found = world.lookup(name)[0]
        return found.match, found.name_kind

    assert best("Saint Ambrose") == ("exact", "primary")
    assert best("saint ambrose") == ("folded", "primary")
    assert best("City of Saint Ambrose") == ("variant", "primary")
    assert best("Fort Ambrose") == ("exact", "former")
    assert best("Norlander") == ("exact", "demonym")
    assert best("노를란드") == ("exact", "alternate")


def test_a_variant_scores_less_than_the_name(world: Gazetteer) -> None:
    assert world.lookup("Springfield City")[0].score < world.lookup("Springfield")[0].score


def test_parts_are_tried_only_for_unknown_names(world: Gazetteer) -> None:
    assert idents(world.lookup("northern Sudland")) == ["gn:2"]
    assert idents(world.lookup("North County")) == ["gn:10"]
    assert world.lookup("northern Sudland", variants=False) == []


def test_codes_and_abbreviations_keep_their_case(world: Gazetteer) -> None:
    assert idents(world.lookup("NL")) == ["gn:1"]
    assert idents(world.lookup("N.L.")) == ["gn:1"]
    assert world.lookup("nl") == world.lookup("Nl") == []


def test_two_letters_count_only_as_spelled(world: Gazetteer) -> None:
    assert idents(world.lookup("Us")) == ["gn:104"]
    assert world.lookup("us") == world.lookup("US") == []


def test_exact_and_folded(world: Gazetteer) -> None:
    assert idents(world.exact("Springfield")) == ["gn:102", "gn:101"]
    assert world.exact("springfield") == []
    assert idents(world.folded("springfield")) == ["gn:102", "gn:101"]
    assert len(world.lookup("Springfield", limit=1)) == 1


def test_membership(world: Gazetteer) -> None:
    assert world.has("SPRINGFIELD")
    assert not world.has("Spring")
    assert world.has_prefix("Spring")
    assert not world.has_prefix("Springer")


@pytest.mark.parametrize(
    "name", ["", " ", "'", "...", "x" * 121, "a" * 5000, "%00", "'; DROP TABLE places; --", "{{7*7}}"]
)
def test_what_is_no_name_finds_nothing(world: Gazetteer, name: str) -> None:
    assert world.lookup(name) == world.exact(name) == world.folded(name) == world.fuzzy(name) == []
    assert not world.has(name)


@settings(deadline=None)
@given(st.text(max_size=40))
def test_any_text_is_answered_without_an_error(world: Gazetteer, text: str) -> None:
    for candidate in (*world.lookup(text), *world.fuzzy(text), *world.prefix(text)):
        assert candidate.place.id == candidate.id


def test_lone_surrogates_are_answered(world: Gazetteer) -> None:
    assert world.lookup("Seoul\udc80") == []


def test_what_a_candidate_tells(world: Gazetteer) -> None:
    town = world.lookup("Saint Ambrose")[0]
    assert (town.name, town.kind, town.lat, town.lon, town.population) == (
        "Saint Ambrose",
        "city",
        57.0,
        4.0,
        40_000,
    )
    assert (town.country, town.prominence, town.extent) == ("NL", 4.6, 0.0)
    rows = world.rows
    assert [rows.ident(row or 0) for row in (town.admin2_row, town.admin1_row, town.country_row)] == [
        "gn:12",
        "gn:10",
        "gn:1",
    ]
    assert town == world.exact("Saint Ambrose")[0]
    assert town != world.lookup("saint ambrose")[0]
    assert len({town, world.exact("Saint Ambrose")[0]}) == 1
    assert "Saint Ambrose" in repr(town)


def test_a_disputed_place_has_no_country(world: Gazetteer) -> None:
    rock = world.lookup("Einfels")[0]
    assert (rock.kind, rock.country, rock.country_row, rock.place.country) == ("disputed", None, None, None)


def test_a_merged_place_answers_to_its_old_id(world: Gazetteer) -> None:
    assert world.place("gn:999").id == "dt:rock"
