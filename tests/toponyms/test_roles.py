"""In which role a name stands, and the relations read from the words beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from mapper.toponyms.roles import roles
from mapper.toponyms.roles.features import NAMES, role_rows
from mapper.toponyms.roles.relation import Relation
from mapper.toponyms.roles.relations import relation_of
from mapper.toponyms.roles.rules import ACTORS, ASSOCIATIVE, BEFORE, EVIDENCE, Sign
from mapper.toponyms.words import Words

from .making import plain

if TYPE_CHECKING:
    from mapper.language import Parser

    from .making import Maker


def surface(text: str, name: str) -> Relation:
    start = text.index(name)
    return relation_of(Words(plain(text).parse), start, start + len(name))


@pytest.mark.parametrize(
    ("text", "dep", "preposition"),
    [
        ("Talks in Nara failed.", "pobj", "in"),
        ("Talks near the Nara failed.", "pobj", "near"),
        ("Nara denied it.", "nsubj", ""),
        ("Nara's mayor left.", "poss", ""),
        ("The Nara police came.", "compound", ""),
        ("Nara.", "", ""),
    ],
)
def test_the_words_beside_a_name_stand_for_syntax(text: str, dep: str, preposition: str) -> None:
    found = surface(text, "Nara")
    assert (found.dep, found.preposition) == (dep, preposition)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Nara police came.", "organisation"),
        ("The Nara mayor came.", "title"),
        ("Nara's new defence chief came.", "title"),
        ("The Nara harbour froze.", "place"),
        ("The Nara summit ended.", "event"),
    ],
)
def test_the_noun_behind_a_name(text: str, kind: str) -> None:
    found = surface(text, "Nara")
    assert kind in found.noun
    assert found.noun_start is not None


@pytest.mark.parametrize(
    "text", ["Nara, police said.", "Nara in the police car.", "Nara Zork police.", "Nara"]
)
def test_a_noun_is_not_looked_for_behind_signs_and_other_names(text: str) -> None:
    assert surface(text, "Nara").noun == frozenset()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Nara denied it.", "speech"),
        ("Nara denies it.", "speech"),
        ("Nara said it.", ""),
        ("Nara beats Lyon.", "sport"),
        ("Nara slowly.", ""),
    ],
)
def test_the_verb_behind_a_name_in_any_form(text: str, kind: str) -> None:
    verb = surface(text, "Nara").verb
    assert (kind in verb) if kind else verb == frozenset()


@pytest.mark.parametrize(
    ("text", "word"), [("A Nara-based firm", "based"), ("Nara-led", "led"), ("Nara - led", "")]
)
def test_a_word_joined_by_a_hyphen(text: str, word: str) -> None:
    assert surface(text, "Nara").hyphenated == word


def test_a_possessive_is_seen_behind_either_apostrophe() -> None:
    for text in ("Nara's streets", "Nara’s streets", "Paris' streets"):
        assert surface(text, text.split("'")[0].split("’")[0]).possessive


# -- signs


@pytest.mark.parametrize(
    ("conditions", "relation", "holds"),
    [
        ({"dep": frozenset({"poss"})}, Relation(dep="poss"), True),
        ({"dep": frozenset({"poss"})}, Relation(dep="pobj"), False),
        ({"noun": frozenset({"office"})}, Relation(noun=frozenset({"office", "title"})), True),
        ({"noun": frozenset({"office"})}, Relation(), False),
        ({"verb": frozenset({"speech"})}, Relation(verb=frozenset({"speech"})), True),
        ({"preposition": frozenset({"to"})}, Relation(preposition="in"), False),
        ({"carrier": frozenset({"ORG"})}, Relation(carrier="ORG"), True),
        ({"label": frozenset({"ORG"})}, Relation(label="GPE"), False),
        ({"noun_label": frozenset({"ORG"})}, Relation(noun_label="ORG"), True),
        ({"hyphenated": True}, Relation(hyphenated="led"), True),
        ({"hyphenated": True}, Relation(hyphenated="based"), False),
        ({"dateline": True}, Relation(), False),
        ({"demonym": False}, Relation(), True),
        ({"unit_behind": True}, Relation(), False),
        ({}, Relation(), True),
    ],
)
def test_a_sign_asks_for_all_its_conditions(conditions: dict, relation: Relation, holds: bool) -> None:
    assert Sign("test", **conditions).holds(relation) == holds


def test_signs_have_ids_of_their_own() -> None:
    for signs in (BEFORE, ASSOCIATIVE, EVIDENCE):
        ids = [sign.id for sign in signs]
        assert len(set(ids)) == len(ids)
    assert set(ACTORS) <= set(EVIDENCE)
    assert ASSOCIATIVE[-1].holds(Relation())


# -- roles


@pytest.mark.parametrize(
    ("text", "name", "role", "reason"),
    [
        ("NARA, May 2 (AP) - It rained.", "NARA", "dateline", "role:in-dateline"),
        ("It rained.\n\nNARA -- It rained again.", "NARA", "dateline", "role:in-dateline"),
        ("The Swedish king left.", "Swedish", "demonym", "role:demonym"),
        ("The Nara police came.", "Nara", "part-of-organisation", "role:before-body"),
        ("The Nara mayor came.", "Nara", "part-of-organisation", "role:before-office"),
        ("A Nara-led drive won.", "Nara", "metonym", "role:joined-to-deed"),
        ("They stayed in Nara.", "Nara", "literal", "role:literal"),
    ],
)
def test_roles_without_a_model(make: Maker, text: str, name: str, role: str, reason: str) -> None:
    document = make(text)
    ((found, why),) = roles(document, [make.at(document, name)])
    assert (found, why.code) == (role, reason)


def test_the_reason_points_at_the_noun(make: Maker) -> None:
    text = "The Tamil Nadu government protested."
    document = make(text, Tamil_Nadu_government="ORG")
    ((role, why),) = roles(document, [make.at(document, "Tamil Nadu")])
    assert role == "part-of-organisation"
    if why.start is not None:
        assert text[why.start : why.end] == why.value


def test_a_name_with_its_unit_is_a_location(make: Maker) -> None:
    document = make("Gdansk, Poland, hosted the race.", Gdansk="GPE", Poland="GPE")
    ((role, why),) = roles(document, [make.at(document, "Gdansk")])
    assert (role, why.code) == ("literal", "role:named-with-unit")


def test_no_names_have_no_roles(make: Maker) -> None:
    assert roles(make("Nothing."), []) == []
    assert role_rows(make("Nothing."), []).shape == (0, len(NAMES))


def test_role_features_are_numbers_with_names(make: Maker) -> None:
    document = make("The Cavan County Council met in Nara, Japan.", Japan="GPE")
    rows = role_rows(document, [make.at(document, "Cavan County Council"), make.at(document, "Nara")])
    assert rows.shape == (2, len(NAMES))
    assert np.isfinite(rows).all()
    assert rows[:, NAMES.index("holds_organisation")].tolist() == [1, 0]
    assert rows[:, NAMES.index("unit_behind")].tolist() == [0, 1]
    assert rows[:, NAMES.index("prep_in")].tolist() == [0, 1]


# -- with a model


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Officials of the bank arrived in Nara.", "Nara", {"dep": "pobj", "preposition": "in"}),
        ("Talks between Kenya and Uganda failed.", "Uganda", {"preposition": "between", "listed": True}),
        ("Kenya's army left.", "Kenya", {"dep": "poss", "possessive": True}),
        ("Kenya denied the claim.", "Kenya", {"dep": "nsubj"}),
    ],
)
def test_relations_from_syntax(parser: Parser, text: str, name: str, expected: dict) -> None:
    if parser.name == "none":
        pytest.skip("no language model is installed")
    start = text.index(name)
    found = relation_of(Words(parser.parse(text)), start, start + len(name))
    assert {key: getattr(found, key) for key in expected} == expected
