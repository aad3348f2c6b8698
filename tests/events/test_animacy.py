"""Who can take part, and whom a name, pronoun or description means."""

from __future__ import annotations

import pytest

from mapper.events.animacy import is_crewed, is_individual, is_party, is_settlement, is_weapon, may_be
from mapper.events.lexicon.tables import WordListRow, read_table
from mapper.events.people import People
from mapper.events.scene import Scene, set_scene
from mapper.language import Parser
from tests.events.markup import read_marked


@pytest.fixture(scope="module")
def read(parser: Parser):
    if parser.name == "none":
        pytest.skip("no language model is installed")

    def scene(line: str) -> Scene:
        marked = read_marked(line)
        return set_scene(marked.parsed(parser), marked.toponyms, marked.times)

    return scene


def at(scene: Scene, word: str, nth: int = 0) -> int:
    return [token.i for token in scene.tokens if token.text == word][nth]


@pytest.mark.parametrize(
    ("text", "word", "party"),
    [
        ("Two villagers drowned in <Beira>.", "villagers", True),
        ("The seismologists flew to <Quito>.", "seismologists", True),
        ("A union called the strike in <Bari>.", "union", True),
        ("Ana Silva spoke in <Lima>.", "Silva", True),
        ("<m Norway=NO> signed the pact.", "Norway", True),
        ("The season ended in <Murcia>.", "season", False),
        ("Nine reservoirs overflowed near <Kano>.", "reservoirs", False),
        ("A rubber bullet hit him in <Lima>.", "bullet", False),
        ("The treaty was signed in <Oslo>.", "treaty", False),
    ],
)
def test_parties(read, text: str, word: str, *, party: bool) -> None:
    scene = read(text)
    assert is_party(scene, at(scene, word)) is party


def test_crews_weapons_and_settlements(read) -> None:
    scene = read("The trawler fired a cannon at the village near <Kismayo>, where drones were seen.")
    assert is_crewed(scene, at(scene, "trawler"))
    assert is_weapon(scene, at(scene, "cannon"))
    assert not is_weapon(scene, at(scene, "drones"))
    assert is_settlement(scene, at(scene, "village"))
    assert not is_settlement(scene, at(scene, "trawler"))


@pytest.mark.parametrize(
    ("word", "individual"), [("nurse", True), ("nurses", False), ("Smith", True), ("crew", False)]
)
def test_individuals(read, word: str, *, individual: bool) -> None:
    scene = read("A nurse, two nurses, John Smith and the crew came to <Vigo>.")
    assert is_individual(scene, at(scene, word)) is individual


@pytest.mark.parametrize(
    ("pronoun", "word", "agrees"),
    [
        ("she", "woman", True),
        ("she", "husband", False),
        ("he", "husband", True),
        ("his", "girl", False),
        ("she", "mayor", True),
        ("they", "husband", True),
    ],
)
def test_agreement(read, pronoun: str, word: str, *, agrees: bool) -> None:
    scene = read("A woman, her husband, a girl and the mayor came to <Vigo>.")
    assert may_be(scene, pronoun, at(scene, word)) is agrees


@pytest.mark.parametrize(
    ("text", "pronoun", "stands_for"),
    [
        ("The smuggler, whose trial opened in <Vigo>, is ill.", "whose", "smuggler"),
        ("A man held a girl in <Turku>. She fled.", "She", "girl"),
        ("The strikes began in <Bari>. They were joined by farmers.", "They", None),
        ("The storm hit <Tampa>. It fled.", "It", None),
        ("The league met in <Bern>. It chose a chairman.", "It", "league"),
    ],
)
def test_antecedents(read, text: str, pronoun: str, stands_for: str | None) -> None:
    scene = read(text)
    found = People(scene).antecedent(at(scene, pronoun))
    assert (scene.tokens[found].text if found is not None else None) == stands_for


def test_a_description_is_taken_back_to_its_first_words(read) -> None:
    scene = read("A young baker fled <Metz>. The baker was found. The other baker stayed.")
    people = People(scene)
    assert people.first_described(at(scene, "baker", 1)) == at(scene, "baker", 0)
    assert people.first_described(at(scene, "baker", 2)) == at(scene, "baker", 2)


def test_a_person_keeps_the_country_named_with_the_name(read) -> None:
    scene = read(
        "<m Japan=JP>'s premier, Aiko Mori, came to <Oslo=NO>. <d Chilean=CL> envoy John Smith left. Mori spoke."
    )
    people = People(scene)
    assert people.countries == {"Aiko Mori": "JP", "John Smith": "CL"}


def test_two_countries_beside_a_name_give_none(read) -> None:
    scene = read("<d Swedish=SE>-<d Finnish=FI> envoy Eva Lind came to <Oslo=NO>.")
    assert "Eva Lind" not in People(scene).countries


def test_the_table_of_parties_is_sound() -> None:
    lists = {row.name: row.members.split("|") for row in read_table("parties", WordListRow)}
    assert set(lists) == {"person", "body", "female", "male"}
    for members in lists.values():
        assert members == sorted(set(members))
    assert not set(lists["female"]) & set(lists["male"])


def test_a_person_from_disputed_land_is_given_no_country(read) -> None:
    """A flagged place has no country, and no other country in the words may stand in for it."""
    scene = read(
        "<m Long Reef> premier John Smith met <d Chilean=CL>-born <m Long Reef> envoys in <Oslo=NO>."
    )
    assert "John Smith" not in People(scene).countries
