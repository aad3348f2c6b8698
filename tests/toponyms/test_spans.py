"""What may be a name: one strategy at a time, and the signs against a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mapper.toponyms.spans import proposals
from mapper.toponyms.spans.abbreviation import abbreviation_spans
from mapper.toponyms.spans.dateline import dateline_spans
from mapper.toponyms.spans.disputed import disputed_spans
from mapper.toponyms.spans.model import model_spans, undressed
from mapper.toponyms.spans.pattern import pattern_spans
from mapper.toponyms.spans.scan import scan_spans
from mapper.toponyms.spans.vetoes import vetoed

if TYPE_CHECKING:
    from .making import Maker


def texts(found) -> list[str]:
    return [proposal.text for proposal in found]


# -- the model's names


@pytest.mark.parametrize(
    ("text", "name", "pieces"),
    [
        ("They met in the Nara district today.", "Nara district", ["Nara"]),
        ("The Netherlands won.", "The Netherlands", ["Netherlands"]),
        ("France's army left.", "France's", ["France"]),
        ("From Lyon, Turin and Graz.", "Lyon, Turin and Graz", ["Lyon", "Turin", "Graz"]),
        ("Near Phoenix, Arizona (USA).", "Phoenix, Arizona (USA", ["Phoenix", "Arizona", "USA"]),
        ("Rome – here.", "Rome –", ["Rome"]),
    ],
)
def test_an_entity_is_cut_to_its_names(make: Maker, text: str, name: str, pieces: list[str]) -> None:
    document = make(text, **{name.replace(" ", "_"): "GPE"})
    assert texts(model_spans(document)) == pieces


@pytest.mark.parametrize("label", ["ORG", "PERSON", "DATE", "EVENT"])
def test_other_entities_are_left_to_the_gazetteer(make: Maker, label: str) -> None:
    assert texts(model_spans(make("Nara won.", Nara=label))) == []


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("the Alps", "Alps"), ("the", None), ("Kenya’s", "Kenya"), ("U.S.", "U.S."), ("Nara city", "Nara"),
        ("…", None), ("Kansas -", "Kansas"), ("here", None), ("日本", "日本"), ("this Rome", "Rome"),
    ],
)  # fmt: skip
def test_articles_endings_and_signs_are_taken_off(text: str, left: str | None) -> None:
    span = undressed(text, 0, len(text))
    assert (text[slice(*span)] if span else None) == left


# -- the gazetteer's names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He left Addis Ababa today.", ["Addis Ababa"]),
        ("He saw New York City Hall.", ["New York City"]),
        ("the nice lady", []),
        ("The Hague ruled.", ["The Hague"]),
        ("Prices in N'Djamena fell.", ["N'Djamena"]),
        ("Rain in Port-au-Prince.", ["Port-au-Prince"]),
        ("Paris, London", ["Paris", "London"]),
    ],
)
def test_the_longest_name_is_taken(make: Maker, text: str, found: list[str]) -> None:
    assert texts(scan_spans(make(text))) == found


def test_a_part_that_the_model_marks_is_proposed_too(make: Maker) -> None:
    document = make("He saw York Minster there.", Minster="FAC")
    assert texts(scan_spans(document))[0].startswith("York")


# -- abbreviations


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The U.S. warned the UAE.", ["U.S.", "UAE"]),
        ("A plane landed in Phoenix, AZ, today.", ["AZ"]),
        ("He was In and Out, Or so he said.", []),
        ("Police in Cambridge, Mass., said so.", ["Mass."]),
        ("us and uae", []),
    ],
)
def test_short_names_count_in_their_own_spelling(make: Maker, text: str, found: list[str]) -> None:
    assert texts(abbreviation_spans(make(text))) == found


# -- patterns


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Deputies of Quimby County came.", ["Quimby County"]),
        ("They camped at Lake Zork.", ["Lake Zork"]),
        ("The Blue Zork River rose.", ["Zork River"]),
        ("the county", []),
        ("County", []),
    ],
)
def test_a_word_for_a_kind_makes_a_name(make: Maker, text: str, found: list[str]) -> None:
    assert [t.removeprefix("The ") for t in texts(pattern_spans(make(text)))] == [
        f.removeprefix("The ") for f in found
    ]


# -- datelines


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("SEOUL, Jan 21 (IANS) - They met.", ["SEOUL"]),
        ("PARIS, Texas (AP) - It rained.", ["PARIS", "Texas"]),
        ("Old news.\n\nLONDON -- Shares fell.\n\nTOKYO — The yen rose.", ["LONDON", "TOKYO"]),
        ("Photo by Ana Cruz. JAKARTA (Reuters) - It sank.", ["JAKARTA"]),
        ("It was said. MANILA, Philippines – Prices rose.", ["MANILA", "Philippines"]),
        ("He said it. ENOUGH – that was all.", []),
        ("They left London -- and Paris -- early.", []),
        ("SHOPPING -- Five tips.", []),
    ],
)
def test_datelines_at_the_head_and_inside(make: Maker, text: str, found: list[str]) -> None:
    document = make(text)
    assert texts(dateline_spans(document)) == found
    assert all(document.in_dateline(proposal) for proposal in dateline_spans(document))


def test_only_the_first_dateline_is_the_articles(make: Maker) -> None:
    document = make("LONDON, May 3 (Reuters) - Shares fell.\n\nTOKYO — The yen rose.")
    london, tokyo = make.at(document, "LONDON"), make.at(document, "TOKYO")
    assert document.is_article_dateline(london)
    assert not document.is_article_dateline(tokyo)
    assert document.mention(london).is_dateline
    assert not document.mention(tokyo).is_dateline


# -- disputed names


def test_the_register_names_its_territories(make: Maker) -> None:
    (found,) = disputed_spans(make("Ships circled Dokdo on Monday."))
    assert (found.text, found.territory, found.whole) == ("Dokdo", "liancourt-rocks", True)


# -- all together


def test_proposals_are_in_order_and_none_twice(make: Maker) -> None:
    found = proposals(make("SEOUL, Jan 21 (IANS) - Dokdo, New York and the U.S. in Kenya.", Kenya="GPE"))
    spans = [(proposal.start, proposal.end) for proposal in found]
    assert spans == sorted(set(spans))
    assert {proposal.source for proposal in found} >= {"dateline", "disputed", "gazetteer", "model"}


def test_nothing_is_proposed_inside_coordinates(make: Maker) -> None:
    document = make("It fell at 10.5 degrees South, 20.5 degrees East, in Angola.")
    assert texts(proposals(document)) == ["Angola"]


# -- signs against a name


@pytest.mark.parametrize(
    ("text", "word", "sign"),
    [
        ("USS Boise left.", "Boise", "ship"),
        ("The frigate Lancaster left.", "Lancaster", "ship"),
        ("Ms Lancaster left.", "Lancaster", "titled-person"),
        ("They left for Lancaster.", "Lancaster", ""),
        ("Lyme disease spread.", "Lyme", "namesake"),
        ("The Schengen Agreement holds.", "Schengen", "namesake"),
        ("A Schengen agreement holds.", "Schengen", ""),
        ("Mr Houston sued.", "Houston", "titled-person"),
        ("the mayor Houston", "Houston", ""),
        ("Virginia Kowalczyk spoke.", "Virginia", "first-name"),
        ("Sydney Harbour shone.", "Sydney", ""),
        ("He bought a Toyota Tacoma.", "Tacoma", "model"),
        ("The Toyota Georgetown plant grew.", "Georgetown", ""),
        ("The talks in Tacoma failed.", "Tacoma", ""),
        ("Xinhua said so.", "Xinhua", "agency"),
        ("He told Yonhap of it.", "Yonhap", "agency"),
        ("It rained, according to Xinhua.", "Xinhua", "agency"),
        ("They met in Xinhua yesterday.", "Xinhua", ""),
        ("He moved to Easton, PA, in May.", "PA", ""),
    ],
)
def test_signs(make: Maker, text: str, word: str, sign: str) -> None:
    document = make(text)
    assert vetoed(document, make.at(document, word)) == sign


@pytest.mark.parametrize(
    ("text", "label", "sign"),
    [
        ("He owned a Labrador.", "GPE", "one-of-many"),
        ("He owned another Labrador, she said.", "GPE", "one-of-many"),
        ("It was a Labrador town.", "GPE", ""),
        ("It was the Labrador.", "GPE", ""),
        ("He owned a Labrador.", "NORP", ""),
    ],
)
def test_a_counted_name_is_a_thing(make: Maker, text: str, label: str, sign: str) -> None:
    document = make(text, Labrador=label)
    assert vetoed(document, make.at(document, "Labrador")) == sign


@pytest.mark.parametrize(
    ("text", "nth", "sign"),
    [
        ("Michael Bristol resigned. Bristol lied.", 1, "surname"),
        ("Michael Bristol resigned in Bristol.", 1, ""),
        ("Michael Bristol resigned. Bristol, England, was calm.", 1, ""),
        ("Michael Bristol resigned. Bristol city was calm.", 1, ""),
        ("Bristol lied. Michael Bristol resigned.", 0, "surname"),
    ],
)
def test_a_surname_stays_one_unless_words_beside_it_speak_of_a_place(
    make: Maker, text: str, nth: int, sign: str
) -> None:
    document = make(text, Michael_Bristol="PERSON")
    assert vetoed(document, make.at(document, "Bristol", nth=nth)) == sign


def test_a_country_named_before_its_namesake_stays_a_place(make: Maker) -> None:
    document = make(
        "Jordan closed its border. Michael Jordan left. Jordan won.", Michael_Jordan="PERSON", Jordan="GPE"
    )
    assert vetoed(document, make.at(document, "Jordan", nth=0)) == ""
    assert vetoed(document, make.at(document, "Jordan", nth=2)) == "surname"
