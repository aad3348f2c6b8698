"""The register for people."""

from __future__ import annotations

from datetime import date

import pytest

from mapper.disputes import compared, describe, findings, listing
from mapper.errors import InputError


def test_the_list_is_sorted_and_never_names_a_bare_country(register):
    lines = listing(register)
    assert [line.id for line in lines] == sorted(row.id for row in register)
    assert all(
        line.countries.startswith(("disputed (", "claimed by no one", "formerly disputed ("))
        for line in lines
    )
    assert {line.id: line.flagged for line in lines}["hans-island"] is False
    assert {line.id: line.flagged for line in listing(register, date=date(2020, 1, 1))}["hans-island"] is True


def test_an_entry_shows_names_parties_status_and_sources(register):
    text = describe(register, "liancourt-rocks")
    for part in (
        "독도 (Dokdo)",
        "竹島 (Takeshima)",
        "claimants: Japan, North Korea, South Korea",
        "as of 2026-11",
        "sources:",
    ):
        assert part in text
    assert "editors' knowledge" in text


def test_every_entry_can_be_shown(register):
    for row in register:
        lines = describe(register, row.id).splitlines()
        assert lines[0].endswith(f"[{row.id}]")
        assert len(lines) >= 6


def test_an_unknown_entry_is_a_clear_error(register):
    with pytest.raises(InputError, match="mapper disputes list"):
        describe(register, "atlantis")


def test_findings_say_where_and_why(register):
    text = "Drills began near Dokdo, and Tokyo protested."
    (found,) = findings(register, text)
    assert text[found.start : found.end] == found.text == "Dokdo"
    assert (found.flag.territory, found.flag.relation) == ("liancourt-rocks", "near")
    assert [reason.code for reason in found.reasons] == ["name", "relation"]
    assert findings(register, "Nothing here.") == ()
    assert findings(register, "On Hans Island", date=date(2026, 1, 1)) == ()


def test_points_of_view_side_by_side(register):
    rocks = compared(register, "liancourt-rocks")
    assert [(seen.view, seen.country) for seen in rocks] == [
        ("neutral", None), ("de facto control", "KR"), ("Japan", "JP"), ("North Korea", "KP"), ("South Korea", "KR"),
    ]  # fmt: skip
    assert rocks[2].label.startswith("Takeshima")
    assert {seen.line for seen in rocks[1:]} == {"solid"}
    assert [seen.country for seen in compared(register, "crimea", ["UA", "RU"])] == ["UA", "RU"]


def test_every_territory_can_be_compared(register):
    for row in register:
        seen = compared(register, row.id)
        assert seen[0].country is None
        assert all(view.label for view in seen)
