"""Grammar read off a tree, and guessed without one."""

from __future__ import annotations

import pytest

from mapper.events.syntax import Relations, relations_of
from mapper.language import Parse, Parser
from mapper.language.plain import PlainParser


class Grammar:
    """Answers by word instead of by index."""

    def __init__(self, parse: Parse) -> None:
        self.parse = parse
        self.relations: Relations = relations_of(parse)

    def at(self, word: str) -> int:
        return next(token.i for token in self.parse.tokens if token.text == word)

    def words(self, found: tuple[int, ...]) -> list[str]:
        return [self.parse.tokens[i].text for i in found]


@pytest.fixture
def read(parser: Parser):
    if parser.name == "none":
        pytest.skip("no language model is installed")
    return lambda text: Grammar(parser.parse(text))


@pytest.mark.parametrize(
    ("text", "verb", "subjects", "objects"),
    [
        ("Rebels attacked a convoy near Goma.", "attacked", ["Rebels"], ["convoy"]),
        ("A man was arrested by police in Ghent.", "arrested", ["police"], ["man"]),
        ("The boat that rebels seized has sunk.", "seized", ["rebels"], ["boat"]),
        ("A ship seized by rebels lies in Oran.", "seized", ["rebels"], ["ship"]),
        ("He urged drivers to stay at home.", "stay", ["drivers"], []),
        ("The storm hit Leyte, killing nine people.", "killing", ["storm"], ["people"]),
        ("The governor accused the militia of burning a school.", "burning", ["militia"], ["school"]),
        ("Police arrested a man and charged him.", "charged", ["Police"], ["him"]),
        ("The president is due to visit Kigali.", "visit", ["president"], ["Kigali"]),
    ],
)
def test_subjects_and_objects(read, text: str, verb: str, subjects: list[str], objects: list[str]) -> None:
    grammar = read(text)
    assert grammar.words(grammar.relations.subjects(grammar.at(verb))) == subjects
    assert grammar.words(grammar.relations.objects(grammar.at(verb))) == objects


def test_the_way_up_stops_at_clauses(read) -> None:
    grammar = read("Officials said the army would withdraw from the town.")
    assert grammar.relations.chain(grammar.at("withdraw")) == ()
    assert grammar.words(grammar.relations.speech(grammar.at("withdraw"))) == ["said"]


def test_the_way_up_goes_through_infinitives_and_prepositions(read) -> None:
    grammar = read("The union dropped plans for a strike.")
    steps = grammar.relations.chain(grammar.at("strike"))
    assert [(grammar.parse.tokens[step.i].text, step.via) for step in steps] == [
        ("plans", "prep:for"), ("dropped", "dobj"),
    ]  # fmt: skip


def test_modifiers_stay_inside_the_phrase(read) -> None:
    grammar = read("The second military exercise ended.")
    assert grammar.words(grammar.relations.modifiers(grammar.at("exercise"))) == ["The", "second", "military"]
    assert grammar.relations.modifiers(grammar.at("ended")) == ()


@pytest.fixture
def plain():
    return lambda text: Grammar(PlainParser().parse(text))


def test_without_a_parser_the_words_near_by_count(plain) -> None:
    grammar = plain("Rebels attacked a convoy near Goma, officials said.")
    verb = grammar.at("attacked")
    assert grammar.words(grammar.relations.subjects(verb)) == ["Rebels"]
    assert "convoy" in grammar.words(grammar.relations.objects(verb))
    assert "officials" not in grammar.words(grammar.relations.objects(verb))


def test_without_a_parser_forms_of_be_make_a_passive(plain) -> None:
    grammar = plain("Two men were arrested by police.")
    verb = grammar.at("arrested")
    assert grammar.relations.has_form(verb, "passive")
    assert "police" in grammar.words(grammar.relations.subjects(verb))
    assert "men" in grammar.words(grammar.relations.objects(verb))


def test_without_a_parser_a_noun_is_told_by_its_determiner(plain) -> None:
    grammar = plain("The attack failed.")
    assert not grammar.relations.is_verb(grammar.at("attack"))
    assert grammar.relations.is_verb(grammar.at("failed"))
