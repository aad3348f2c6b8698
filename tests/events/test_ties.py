"""How closely a place or day is tied to a trigger."""

from __future__ import annotations

import pytest

from mapper.events.mention import Mention
from mapper.events.scene import Scene, set_scene
from mapper.events.ties import Tie, Tied, tie_between
from mapper.events.triggers import find_mentions
from mapper.language import Parser
from mapper.language.plain import PlainParser
from tests.events.markup import read_marked


def scene_of(line: str, parser: Parser) -> Scene:
    marked = read_marked(line)
    return set_scene(marked.parsed(parser), marked.toponyms, marked.times)


def mention_of(scene: Scene, word: str) -> Mention:
    return next(
        mention for mention in find_mentions(scene) if word in {scene.tokens[i].text for i in mention.tokens}
    )


def tied_to(scene: Scene, word: str) -> Tied | None:
    """Return the tie of the first place or time named to the trigger."""
    mention = mention_of(scene, word)
    others = frozenset(
        i for other in find_mentions(scene) for i in other.tokens if other is not mention
    ) - set(mention.tokens)
    spans = [*scene.toponyms_by_sentence.values(), *scene.times_by_sentence.values()]
    _, first, last = spans[0][0]
    return tie_between(scene, mention, first, last, others)


@pytest.fixture(scope="module")
def syntax(parser: Parser) -> Parser:
    if parser.name == "none":
        pytest.skip("no language model is installed")
    return parser


@pytest.mark.parametrize(
    ("text", "word", "tie"),
    [
        ("Rebels attacked a convoy in <Goma>.", "attacked", Tie.ATTACHED),
        ("The talks in <Goma> ended.", "talks", Tie.ATTACHED),
        ("In <Goma>, rebels attacked a convoy.", "attacked", Tie.ATTACHED),
        ("Police in <Goma> arrested a man.", "arrested", Tie.ATTACHED),
        ("They held talks in <Goma>.", "talks", Tie.ATTACHED),
        ("The talks that are to take place in <Goma> were welcomed.", "talks", Tie.ATTACHED),
        ("The summit, to be held in <Goma>, was praised.", "summit", Tie.CLAUSE),
        ("Nine people were wounded by shelling in <Goma>.", "wounded", Tie.CLAUSE),
        ("The premier, speaking in <Goma>, urged calm.", "urged", Tie.CLAUSE),
        ("They held talks in <Goma>, where they signed a pact.", "signed", Tie.CLAUSE),
        ("Nine people were wounded when shells hit a market in <Goma>.", "wounded", Tie.INNER),
        ("They postponed talks after an attack on a bus in <Goma>.", "postponed", Tie.BESIDE),
        ("Officials in <Goma> said rebels attacked a convoy.", "attacked", Tie.REPORT),
    ],
)
def test_ties_by_syntax(syntax: Parser, text: str, word: str, tie: Tie) -> None:
    found = tied_to(scene_of(text, syntax), word)
    assert found is not None
    assert found.tie == tie


def test_another_sentence_ties_nothing(syntax: Parser) -> None:
    scene = scene_of("Night fell in <Goma>. Rebels attacked a convoy.", syntax)
    assert tied_to(scene, "attacked") is None


@pytest.mark.parametrize(
    ("text", "preposition"),
    [
        ("Rebels attacked a convoy near <Goma>.", "near"),
        ("A ship sank off the coast of <Goma>.", "off of"),
        ("Rebels attacked <Goma>.", ""),
    ],
)
def test_the_words_that_lead_to_a_place(syntax: Parser, text: str, preposition: str) -> None:
    word = "sank" if "sank" in text else "attacked"
    found = tied_to(scene_of(text, syntax), word)
    assert found is not None
    assert set(preposition.split()) <= set(found.preposition.split())


def test_words_that_only_describe_the_subject(syntax: Parser) -> None:
    described = tied_to(scene_of("A man from <Leeds> was arrested.", syntax), "arrested")
    acting = tied_to(scene_of("<Leeds> hosted a summit.", syntax), "summit")
    assert described is not None
    assert described.in_subject
    assert acting is not None
    assert not acting.in_subject


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Rebels attacked a convoy near <Goma>.", Tie.ATTACHED),
        ("Night fell on <Goma>; much later in the day rebels attacked a convoy.", Tie.SENTENCE),
    ],
)
def test_ties_by_word_order(text: str, tie: Tie) -> None:
    found = tied_to(scene_of(text, PlainParser()), "attacked")
    assert found is not None
    assert found.tie == tie


def test_every_tie_has_a_name_in_the_reasons() -> None:
    from mapper.events.placing import FIRMNESS

    names = ("attached", "clause", "outer-clause", "inner-clause", "beside", "sentence")
    assert names == tuple(name for name in FIRMNESS if name in names)
    assert [tie.value for tie in Tie] == list(range(len(Tie)))
