"""The evidence for a name, group by group."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pytest

from mapper.toponyms import evidence
from mapper.toponyms.decide import agreed, decide, span_scores
from mapper.toponyms.evidence import casing, context, gazetteer, model, person, repetition, syntax
from mapper.toponyms.spans import proposals
from mapper.toponyms.spans.proposal import Proposal
from mapper.toponyms.vocabulary import classes, first_name_level, members, surname_level

if TYPE_CHECKING:
    from .making import Maker


def values(group, make: Maker, text: str, word: str, **labels: str) -> dict[str, float]:
    """Return the evidence of one group for a word of a text, by name."""
    document = make(text, **labels)
    found = group.features(document, make.at(document, word))
    assert len(found) == len(group.NAMES)
    return dict(zip(group.NAMES, found, strict=True))


@pytest.mark.parametrize("group", evidence.GROUPS)
def test_every_group_names_what_it_returns(make: Maker, group) -> None:
    found = values(group, make, "SEOUL, May 2 (AP) - Talks in Nara, Japan, failed.", "Nara", Japan="GPE")
    assert all(math.isfinite(value) for value in found.values())


def test_the_row_holds_all_groups(make: Maker) -> None:
    document = make("Talks in Nara failed.")
    rows = evidence.evidence(document, [make.at(document, "Nara"), make.at(document, "Talks")])
    assert rows.shape == (2, len(evidence.NAMES))
    assert evidence.evidence(document, []).shape == (0, len(evidence.NAMES))


# -- casing


@pytest.mark.parametrize(
    ("text", "word", "name", "value"),
    [
        ("Talks in New York.", "New York", "words", 2.0),
        ("Talks in NARA.", "NARA", "all_capitals", 1.0),
        ("Talks in Nara.", "Nara", "all_capitals", 0.0),
        ("Nara spoke.", "Nara", "opens_sentence", 1.0),
        ("Then Nara spoke.", "Nara", "opens_sentence", 0.0),
        ("Police met.", "Police", "common_word", 1.0),
        ("Nara met.", "Nara", "common_word", 0.0),
        ("Split is a town; they split.", "Split", "stands_in_lower_case", 1.0),
        ("The U.S. left.", "U.S.", "has_point", 1.0),
        ("TALKS IN NARA FAIL", "NARA", "line_of_capitals", 1.0),
        ("Minister Leaves Nara Today", "Nara", "line_of_titles", 1.0),
    ],
)
def test_casing(make: Maker, text: str, word: str, name: str, value: float) -> None:
    assert values(casing, make, text, word)[name] == value


# -- context


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Talks in Nara.", "Nara", "preposition_before"),
        ("To the Nara road.", "Nara", "article_before"),
        ("Across western Nara.", "Nara", "compass_before"),
        ("The frigate Nara.", "Nara", "vessel_before"),
        ("From Osaka, Nara.", "Nara", "comma_before"),
        ("From Nara, yes.", "Nara", "comma_behind"),
        ("A Nara-based firm.", "Nara", "hyphen_behind"),
        ("A pro-Nara vote.", "Nara", "hyphen_before"),
        ("It (Nara) won.", "Nara", "bracket_before"),
        ("In Nara's streets.", "Nara", "possessive_behind"),
        ("The city of Nara.", "Nara", "of_before"),
        ("The city of Nara.", "Nara", "area_of_before"),
        ("The government of Nara.", "Nara", "organisation_of_before"),
        ("In Nara province.", "Nara", "area_behind"),
        ("In Nara River.", "Nara River", "water_last"),
        ("The Nara police.", "Nara", "noun_organisation_behind"),
        ("The Nara mayor.", "Nara", "noun_title_behind"),
        ("The Nara virus.", "Nara", "noun_namesake_behind"),
        ("In Nara", "Nara", "ends_line"),
        ("Nara: it rains.", "Nara", "colon_behind"),
        ("Flight Nara 12.", "Nara", "digit_behind"),
    ],
)
def test_context(make: Maker, text: str, word: str, name: str) -> None:
    assert values(context, make, text, word)[name] == 1.0
    assert values(context, make, "Nobody saw Nara again then", "Nara")[name] == 0.0


def test_a_list_with_a_place_speaks_for_a_place(make: Maker) -> None:
    found = values(context, make, "In Osaka and Nara.", "Nara", Osaka="GPE")
    assert found["listed_with_place"] == 1.0
    assert values(context, make, "In Osaka and Nara.", "Nara", Osaka="ORG")["listed_with_place"] == 0.0


# -- gazetteer


def test_the_gazetteer_knows_or_does_not(make: Maker) -> None:
    assert set(values(gazetteer, make, "In Zzyzxqq.", "Zzyzxqq").values()) == {0.0}
    japan = values(gazetteer, make, "In Japan.", "Japan")
    assert japan["known"] == japan["kind_country"] == japan["name_primary"] == japan["spelled_exactly"] == 1.0
    assert japan["best_population"] > 8


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("Texas", "kind_admin1"),
        ("Danube", "kind_water"),
        ("Everest", "kind_relief"),
        ("Nara", "kind_populated"),
    ],
)
def test_the_kind_of_the_first_choice(make: Maker, word: str, name: str) -> None:
    assert values(gazetteer, make, f"In {word}.", word)[name] == 1.0


# -- model


@pytest.mark.parametrize("label", model.LABELS)
def test_the_models_label(make: Maker, label: str) -> None:
    found = values(model, make, "In Nara.", "Nara", Nara=label)
    assert found[f"label_{label.lower()}"] == found["has_model"] == found["is_entity"] == 1.0
    assert sum(found[f"label_{other.lower()}"] for other in model.LABELS) == 1.0


def test_a_name_inside_a_longer_entity(make: Maker) -> None:
    found = values(model, make, "The Nara Times won.", "Nara", Nara_Times="ORG")
    assert (found["inside_entity"], found["is_entity"], found["letters_behind_in_entity"]) == (1.0, 0.0, 6.0)


def test_no_model_says_nothing(make: Maker) -> None:
    assert set(values(model, make, "In Nara.", "Nara").values()) == {0.0}


# -- person


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("It was Mr Nara.", "Nara", "honorific_before"),
        ("It was John Nara.", "Nara", "first_name_before"),
        ("It was J. Nara.", "Nara", "initial_before"),
        ("It was Nara, 45, who won.", "Nara", "age_behind"),
        ("It was Nara Smith.", "Nara", "surname_behind"),
        ("It was Nara Smith.", "Nara", "capital_behind"),
        ("John Nara won. Nara left.", "Nara", "in_persons"),
    ],
)
def test_person(make: Maker, text: str, word: str, name: str) -> None:
    labels = {"John_Nara": "PERSON"} if name == "in_persons" else {}
    assert values(person, make, text, word, **labels)[name] > 0
    assert values(person, make, "Talks in Nara failed.", "Nara")[name] == 0


def test_an_article_is_no_first_name(make: Maker) -> None:
    assert values(person, make, "The Nara road.", "Nara")["capital_before"] == 0


def test_lists_of_common_names() -> None:
    assert first_name_level("John") > first_name_level("Smith")
    assert surname_level("Smith") > surname_level("zzz") == 0


# -- repetition


def test_repetition_counts_the_document(make: Maker) -> None:
    text = "Talks in Nara. Nara, Japan, hosts. Nara rests."
    found = values(repetition, make, text, "Nara", Japan="GPE")
    assert found["occurrences"] == 2.0
    assert found["share_behind_preposition"] == pytest.approx(1 / 3)
    assert found["country_in_document"] == 1.0
    document = make(text, Japan="GPE")
    assert document.has_unit_behind(make.at(document, "Nara", nth=1))
    assert not document.has_unit_behind(make.at(document, "Nara", nth=0))


def test_a_unit_is_named_behind_a_comma_only(make: Maker) -> None:
    document = make("They left Nara. Japan won.", Japan="GPE")
    assert not document.has_unit_behind(make.at(document, "Nara"))


# -- syntax


def test_syntax_without_a_parse_reads_the_words_beside(make: Maker) -> None:
    found = values(syntax, make, "Talks in Nara failed.", "Nara")
    assert found["dep_pobj"] == found["prep_in"] == 1.0
    assert values(syntax, make, "Nara denied it.", "Nara")["verb_speech"] == 1.0


# -- decisions


def test_scores_are_drawn_to_those_of_the_same_spelling() -> None:
    spans = [Proposal(i, i + 1, text, i, i + 1, "model") for i, text in enumerate("aab")]
    assert agreed(spans, np.array([2.0, -2.0, 3.0])).tolist() == [1.0, -1.0, 3.0]
    assert agreed([], np.zeros(0)).tolist() == []


def test_trusted_strategies_stand(make: Maker) -> None:
    document = make("XQZW, May 3 (Reuters) - Ships near Dokdo.")
    found = [d.proposal.text for d in decide(document, proposals(document))]
    assert found == ["XQZW", "Dokdo"]


def test_decisions_never_overlap(make: Maker) -> None:
    document = make("In New York City Hall, New York.", New_York_City_Hall="FAC")
    taken = [(d.proposal.first, d.proposal.last) for d in decide(document, proposals(document))]
    assert all(a[1] <= b[0] for a, b in pairwise(taken))


def test_initials_of_a_state_are_helped(make: Maker) -> None:
    document = make("The UAE signed.")
    span = make.at(document, "UAE", source="abbreviation")
    other = make.at(document, "UAE", source="disputed")
    helped, trusted = span_scores(document, [span, other])
    assert trusted == 9.0
    assert helped > -2


@pytest.mark.parametrize(
    ("text", "helped"),
    [
        ("It fell near Poti today.", True),
        ("They met in Poti.", True),
        ("They met in the Poti.", False),
        ("They left Poti.", False),
        ("They met in Poti Hall.", False),
    ],
)
def test_a_name_right_behind_a_locative_is_helped(
    make: Maker, monkeypatch: pytest.MonkeyPatch, text: str, helped: bool
) -> None:
    document = make(text)
    spans = [make.at(document, "Poti")]
    (with_help,) = span_scores(document, spans)
    monkeypatch.setattr("mapper.toponyms.decide.BEHIND_LOCATIVE", 0.0)
    (without,) = span_scores(document, spans)
    assert (with_help > without) == helped


# -- vocabulary


@pytest.mark.parametrize("name", ["words", "nouns", "verbs", "cues", "people"])
def test_lists_are_lower_case_words(name: str) -> None:
    known = classes(name)
    assert len(known) > 40
    assert all(word == word.lower() and " " not in word for word in known)
    assert all(labels for labels in known.values())


def test_the_members_of_a_class() -> None:
    assert "police" in members("nouns", "organisation")
    assert "toyota" in members("words", "maker")
    assert members("nouns", "no such class") == frozenset()
