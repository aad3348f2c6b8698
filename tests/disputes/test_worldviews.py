"""Points of view: names, lines and countries."""

from __future__ import annotations

import pytest

from mapper.disputes import worldview, worldviews
from mapper.errors import InputError


def test_neutral_takes_no_side(register):
    view = worldview()
    for row in register.territories:
        assert view.label(row) == row.neutral_name
        assert view.country(row) is None
        assert view.line_style(row) in {"dashed", "dotted", "none"} or row.settled()


@pytest.mark.parametrize(
    ("code", "label", "country"),
    [
        ("neutral", "Liancourt Rocks", None),
        ("de-facto", "Dokdo (Liancourt Rocks)", "KR"),
        ("JP", "Takeshima (Liancourt Rocks)", "JP"),
        ("KR", "Dokdo (Liancourt Rocks)", "KR"),
        ("kp", "Tokdo (Liancourt Rocks)", "KP"),
        ("FR", "Liancourt Rocks", None),
    ],
)
def test_a_view_names_and_places_the_rocks_its_way(code, label, country):
    view = worldview(code)
    assert view.label("liancourt-rocks") == label
    assert view.country("liancourt-rocks") == country


def test_a_view_puts_its_own_name_first_and_keeps_the_rest():
    names = worldview("KR").names("liancourt-rocks")
    assert names[0] == ("KR/ko", "독도 (Dokdo)")
    assert {key for key, _ in names} == {key for key, _ in worldview("JP").names("liancourt-rocks")}
    assert list(worldview().names("liancourt-rocks")) == sorted(worldview().names("liancourt-rocks"))


def test_third_states_follow_natural_earth():
    assert worldview("US").country("kosovo") == "XK"
    assert worldview("GB").country("kosovo") == "XK"
    assert worldview("RU").country("kosovo") == "RS"
    assert worldview("TR").country("western-sahara") == "MA"
    assert worldview("RU").country("taiwan") == "CN"
    assert worldview("US").country("taiwan") is None


def test_a_claim_to_a_part_does_not_take_the_whole():
    assert worldview("CN").country("kashmir") is None
    assert worldview("CN").country("aksai-chin") == "CN"
    assert worldview("IN").country("kashmir") == "IN"
    assert worldview("PH").country("spratly-islands") is None
    assert worldview("PH").country("thitu-island") == "PH"


def test_lines(register):
    neutral, facto, india = worldview(), worldview("de-facto"), worldview("IN")
    assert neutral.line_style("crimea") == "dashed"
    assert neutral.line_style("kashmir") == "dotted"
    assert neutral.line_style("durand-line") == "dotted"
    assert neutral.line_style("south-china-sea") == "none"
    assert neutral.line_style("south-china-sea", sea=True) == "dashed"
    assert neutral.line_style("sea-of-japan-name") == "none"
    assert neutral.line_style("hans-island") == "solid"
    assert facto.line_style("crimea") == "solid"
    assert facto.line_style("western-sahara") == "dotted"
    assert india.line_style("kashmir") == "solid"
    assert india.line_style("crimea") == "dashed"


def test_every_view_answers_for_every_row(register):
    for code, name in worldviews():
        view = worldview(code)
        assert view.name == name
        assert name in view.disclaimer
        for row in register.territories:
            assert view.label(row)
            assert row.neutral_name in view.label(row)
            assert view.line_style(row, sea=True) in {"solid", "dashed", "dotted"}
            country = view.country(row)
            assert country is None or country in register.parties


def test_all_natural_earth_views_and_all_claimants_are_there(register):
    codes = [code for code, _ in worldviews()]
    assert codes[:2] == ["neutral", "de-facto"]
    assert codes[2:] == sorted(codes[2:])
    states = {code for row in register.territories for code in row.claimants if len(code) == 2}
    assert states | {"DE", "US", "PL", "SE"} <= set(codes)


def test_an_unknown_view_is_a_clear_error():
    with pytest.raises(InputError, match="ZZ"):
        worldview("ZZ")


def test_names_without_latin_letters_are_transcribed(register):
    assert worldview("RU", register).label("crimea") == "Respublika Krym (Crimea and Sevastopol)"
    assert worldview("IN", register).label("aksai-chin") == "Aksai Chin"
    for row in register:
        assert row.names_latin.keys() <= row.names.keys(), row.id
        assert all(name.isascii() for name in row.names_latin.values()), row.id
