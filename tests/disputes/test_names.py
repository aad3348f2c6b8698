"""Names in a text: longest first, context, vetoes, dates, offsets."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.disputes import DisputeRegister


def ids(register, text, **options):
    return [match.territory for match in register.find_names(text, **options)]


def words(register, text, **options):
    return [match.text for match in register.find_names(text, **options)]


def test_the_longest_name_wins(register):
    assert words(register, "Fighting spread through Pakistan-administered Kashmir.") == [
        "Pakistan-administered Kashmir"
    ]
    assert ids(register, "Azad Kashmir and Kashmir") == ["azad-kashmir", "kashmir"]
    assert ids(register, "the Crimean Bridge in Crimea") == ["sea-of-azov-kerch", "crimea"]


def test_two_islands_joined_by_and_are_both_found(register):
    assert ids(register, "Fences in Ceuta and Melilla") == ["ceuta", "melilla"]


def test_a_name_inside_a_word_is_none(register):
    assert ids(register, "Gazastrip, Gazans, preCrimea, Kosovos") == []


def test_punctuation_and_endings_may_follow(register):
    assert ids(register, "Crimea's beaches; (Kosovo), “Gaza”. Taiwan-based") == [
        "crimea",
        "kosovo",
        "gaza-strip",
        "taiwan",
    ]


def test_names_are_case_sensitive_but_capitals_count(register):
    assert ids(register, "a kashmir shawl and a stanley knife") == []
    assert ids(register, "HARGEISA, Somalia - Votes were counted.") == ["somaliland"]
    assert ids(register, "GAZA CITY: Two killed") == ["gaza-strip"]


def test_curly_apostrophes_and_odd_spaces_are_the_same(register):
    assert words(register, "planes over Ren’ai Reef") == ["Ren’ai Reef"]
    assert words(register, "in the West\u00a0Bank") == ["West\u00a0Bank"]
    assert words(register, "in the South China\nSea") == ["South China\nSea"]
    assert words(register, "Nagorno\u2011Karabakh", date=date(2020, 10, 1)) == ["Nagorno\u2011Karabakh"]


def test_a_blank_line_parts_a_name(register):
    assert words(register, "the South China\n\nSea") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("日本政府は竹島の領有権を主張した。", ["liancourt-rocks"]),
        ("중국 해경이 독도는 우리 땅이라고", ["liancourt-rocks"]),
        ("中国海警船进入钓鱼岛附近海域", ["senkaku-islands"]),
        ("Взрывы прогремели в Севастополь", ["crimea"]),
        ("قصف على غزة وفي رام الله", ["gaza-strip", "west-bank"]),
        ("תקיפה בעזה", ["gaza-strip"]),
    ],
)
def test_names_in_other_scripts(register, text, expected):
    assert ids(register, text) == expected


def test_a_weak_name_needs_a_second_cue(register):
    assert ids(register, "Floods closed the road to Hebron.") == []
    assert ids(register, "Israeli soldiers closed the road to Hebron.") == ["west-bank"]
    assert ids(register, "Floods closed the road to Stanley.") == []
    assert ids(register, "Floods closed the road to Stanley in the Falklands.") == ["falkland-islands"] * 2


def test_the_cue_is_named(register):
    (match,) = register.find_names("Israeli soldiers closed the road to Hebron.")
    assert (match.reasons[0].code, match.reasons[0].value) == ("party", "IL")
    match = register.find_names("Shelling near Poonch, officials in Srinagar said.")[0]
    assert (match.reasons[0].code, match.reasons[0].value) == ("named-too", "jammu-and-kashmir")


def test_a_known_point_inside_is_a_cue(register):
    text = "The council met in Stanley."
    assert ids(register, text, points=[(-51.69, -57.86)]) == ["falkland-islands"]
    assert ids(register, text, points=[(44.2, -114.9)]) == []


def test_a_common_party_alone_is_no_cue(register):
    assert ids(register, "A British couple bought a house in Stanley.") == []
    assert ids(register, "Chinese restaurants in Scarborough won awards.") == []


def test_a_cue_far_away_is_none(register):
    text = "Israel voted. " + "Nothing else happened that day. " * 30 + "The mayor of Hebron resigned."
    assert ids(register, text) == []


def test_a_veto_holds_for_its_row_only(register):
    assert ids(register, "The Quds Force met in Jerusalem.") == ["jerusalem"]
    assert ids(register, "Workers of the Jerusalem Post met in Gaza.") == ["gaza-strip"]


def test_dates_decide(register):
    text = "A patrol landed on Hans Island."
    assert ids(register, text, date=date(2021, 3, 1)) == ["hans-island"]
    assert ids(register, text, date=date(2022, 6, 14)) == ["hans-island"]
    assert ids(register, text, date=date(2022, 6, 15)) == []
    assert ids(register, text) == []
    assert ids(register, "A patrol sailed off Crimea.", date=date(2012, 1, 1)) == []


def test_quiet_finds_what_is_not_flagged_unasked(register):
    text = "A patrol landed on Hans Island and sailed into the Sea of Japan."
    assert ids(register, text) == []
    assert ids(register, text, quiet=True) == ["hans-island", "sea-of-japan-name"]


def test_a_name_of_part_and_whole_is_the_part_with_the_whole_beside_it(register):
    match = next(
        m
        for m in register.find_names("A UN convoy reached Tifariti in Western Sahara.")
        if m.text == "Tifariti"
    )
    assert match.territory == "sadr-free-zone"
    assert match.inside


def test_a_shared_weak_name_goes_where_the_cue_points(register):
    assert (
        ids(register, "Vietnam said Chinese ships left the East Sea near the Paracels.")[0]
        == "south-china-sea"
    )


def test_a_person_once_introduced_is_meant_again(register):
    text = "Susan Hebron, an Israeli coach, won. Israeli fans cheered Hebron."
    assert ids(register, text) == []


def test_no_text_and_no_name_give_nothing(register):
    assert register.find_names("") == ()
    assert register.find_names("Nothing happened in Paris.") == ()


NAMES = [
    "Crimea",
    "Kashmir",
    "竹島",
    "Dokdo",
    "South China Sea",
    "Hebron",
    "غزة",
    "Ren'ai Reef",
    "Israel",
    "🚢",
    "é",
    "\n",
]


@given(st.lists(st.one_of(st.sampled_from(NAMES), st.text(max_size=8)), max_size=12).map(" ".join))
def test_offsets_hold_and_matches_do_not_overlap(text):
    register = DisputeRegister.load()
    end = 0
    for match in register.find_names(text, quiet=True):
        assert text[match.start : match.end] == match.text
        assert match.start >= end
        end = match.end
        assert match.territory in register


@given(st.text(max_size=60))
def test_any_text_around_a_sure_name_finds_it_or_a_rule_forbids_it(text):
    register = DisputeRegister.load()
    found = register.find_names(f"{text}\n\nShelling hit Bakhmut.")
    assert found[-1].text == "Bakhmut"
