"""The smaller parts: who is named, what is prose, what is blocked, what is worth an event."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mapper.events import RuleExtractor
from mapper.events.blocking import is_blocked
from mapper.events.confidence import confidence_of
from mapper.events.extractor import _drafts
from mapper.events.people import People
from mapper.events.prose import prose_sentences
from mapper.events.scene import Scene, set_scene
from mapper.events.selection import is_event, supports
from mapper.events.triggers import find_mentions
from mapper.language import Parser
from mapper.language.plain import PlainParser
from mapper.model import Event
from tests.events.markup import read_marked


@pytest.fixture
def scene_of(parser: Parser):
    if parser.name == "none":
        pytest.skip("no language model is installed")

    def scene(text: str) -> Scene:
        marked = read_marked(text)
        return set_scene(marked.parsed(parser), marked.toponyms, marked.times)

    return scene


@pytest.fixture
def events_of(parser: Parser):
    if parser.name == "none":
        pytest.skip("no language model is installed")

    def events(text: str) -> tuple[Event, ...]:
        marked = read_marked(text)
        return RuleExtractor().extract(marked.parsed(parser), marked.toponyms, marked.times)

    return events


def at(scene: Scene, word: str, nth: int = 0) -> int:
    return [token.i for token in scene.tokens if token.text == word][nth]


def test_a_person_keeps_the_fullest_name(scene_of) -> None:
    scene = scene_of("President Ana Silva spoke in <Lima>. Silva then left. Mr Silva returned.")
    people = People(scene)
    assert {people.at[at(scene, "Silva", n)].name for n in range(3)} == {"Ana Silva"}


def test_a_hyphenated_name_stays_whole(scene_of) -> None:
    scene = scene_of("Defence Minister Ahn Gyu-back arrived in <Oslo>.")
    people = People(scene)
    assert "Ahn Gyu-back" in {person.name for person in people.at.values()}


@pytest.mark.parametrize(
    ("text", "pronoun", "stands_for"),
    [
        ("Ana Silva came to <Lima>. She resigned.", "She", "Silva"),
        ("Rebels took a town. They burned it.", "They", "Rebels"),
        ("<m Norway=NO> quit the pact. It gave no reason.", "It", "Norway"),
        ("It rained in <Lima>.", "It", None),
    ],
)
def test_pronouns(scene_of, text: str, pronoun: str, stands_for: str | None) -> None:
    scene = scene_of(text)
    found = People(scene).antecedent(at(scene, pronoun))
    assert (scene.tokens[found].text if found is not None else None) == stands_for


PROSE = "Rebels attacked a convoy near Goma."


@pytest.mark.parametrize(
    "text",
    [
        "Did rebels attack a convoy near Goma?",
        "1. Rebels attack the convoy of another.\n2. Rebels attack it again.",
        "The storm has struck the shutter,\nthe rebels took the town,\nthe river seized the cutter,\nthe king gave up his crown",
        "You attacked the dragon. Your army has seized its gold.",
        "Quake: a shaking of the earth has come.\nFlood: a river has burst its banks.\nWar: a fight has begun.",
        "attacked " * 300 + ".",
        "Storm damage. No flights. Long queues.",
    ],
)
def test_what_is_no_prose(text: str, parser: Parser) -> None:
    for reader in (parser, PlainParser()):
        marked = read_marked(text)
        scene = set_scene(marked.parsed(reader), (), ())
        assert list(prose_sentences(scene)) == []


def test_prose_beside_a_list_is_kept(parser: Parser) -> None:
    text = f"{PROSE}\n\n1. Bread\n2. Salt\n\n{PROSE}"
    scene = set_scene(read_marked(text).parsed(parser), (), ())
    assert sum(PROSE[:7] in text[s.start : s.end] for s in prose_sentences(scene)) == 2


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The meeting room in <Bern> was empty.", "meeting"),
        ("A fire-damaged house in <Hull> was sold.", "fire"),
        ("You strike a deal in <Rome> and leave.", "strike"),
        ("Flood the pot with water from <Rome>.", "Flood"),
        ("The law strikes a balance in <Rome>.", "strikes"),
    ],
)
def test_blocked_words(scene_of, text: str, word: str) -> None:
    scene = scene_of(text)
    assert not any(at(scene, word) in mention.tokens for mention in find_mentions(scene))


def test_a_name_that_holds_a_trigger_is_no_event(scene_of) -> None:
    scene = scene_of("The <Fire Island> ferry was sold. <t March 3=2026-03-03/2026-03-03> was a holiday.")
    assert not any(is_blocked(scene, mention) for mention in find_mentions(scene))
    assert not {at(scene, "Fire"), at(scene, "March")} & {i for m in find_mentions(scene) for i in m.tokens}


def test_wishes_need_a_day_or_a_place(events_of) -> None:
    vague = events_of("He urged the rebels to release the hostages.")
    dated = events_of("He urged the rebels to release the hostages by <t Friday=2026-01-23/2026-01-23>.")
    assert not [event for event in vague if event.mentions[0].text == "release"]
    assert [event.status for event in dated if event.mentions[0].text == "release"] == ["planned"]


def test_calling_off_without_a_name_is_only_a_status(events_of) -> None:
    found = events_of("The concert in <Turin> was called off. <m Rome> scrapped the tax.")
    assert not [event for event in found if event.mentions[0].text == "called off"]


def test_more_support_means_more_confidence(scene_of) -> None:
    bare = list(_drafts(scene_of("Rebels attacked a convoy.")))
    full = list(
        _drafts(scene_of("Rebels attacked a convoy near <Goma> on <t Monday=2026-01-19/2026-01-19>."))
    )
    assert confidence_of(bare) < confidence_of(full) <= 1
    unsure = replace(full[0], verdict=replace(full[0].verdict, certainty=0.5))
    assert confidence_of([unsure]) < confidence_of(full)


def test_support_is_counted(scene_of) -> None:
    scene = scene_of("<m Kenya=KE> attacked 40 lorries near <Goma> on <t Monday=2026-01-19/2026-01-19>.")
    group = list(_drafts(scene))[:1]
    assert supports(scene, group) == 4
    assert is_event(scene, group)


def test_what_the_other_side_says_is_a_claim(events_of) -> None:
    told = events_of("<m Manila=PH> said <d Chinese=CN> ships had rammed a boat near <Long Reef>.")
    own = events_of("<m Manila=PH> said its ships had rammed a boat near <Long Reef>.")
    assert [event.status for event in told if event.type == "ASSAULT"] == ["claimed"]
    assert [event.status for event in own if event.type == "ASSAULT"] == ["happened"]


def test_what_is_denied_afterwards_is_a_claim(events_of) -> None:
    found = events_of(
        "The coast guard said <d Chinese=CN> ships had fired water cannon at a boat. <m Beijing=CN> denied the report."
    )
    assert "claimed" in {event.status for event in found if event.type == "ASSAULT"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Gunmen attacked a bus near <Jos>. Two people died.", "ASSAULT"),
        ("A bus plunged into a ravine near <Puno>. Two people died.", "DISASTER"),
        ("Nine people were hurt in <Jos>. A bomb had exploded in the market.", "ASSAULT"),
    ],
)
def test_deaths_take_the_type_of_their_cause(events_of, text: str, kind: str) -> None:
    found = [event for event in events_of(text) if event.reasons[0].value.endswith(".casualties")]
    assert [event.type for event in found] == [kind]


def test_harm_in_a_participle_takes_day_and_place_from_the_act(events_of) -> None:
    found = events_of("A quake hit <Tonga> on <t Monday=2026-01-19/2026-01-19>, injuring nine farmers.")
    hurt = next(event for event in found if event.mentions[0].text == "injuring")
    assert hurt.location is not None
    assert hurt.location.name == "Tonga"
    assert hurt.begin == hurt.end != None  # noqa: E711
    assert [p.text for p in hurt.participants if p.role == "target"] == ["nine farmers"]


def test_acts_no_row_knows_are_shown_when_dated_and_named(events_of) -> None:
    found = events_of("Ana Silva drove to <Lima> on <t Monday=2026-01-19/2026-01-19>. She likes tea.")
    assert [(event.type, event.mentions[0].text) for event in found] == [("OTHER", "drove")]


@pytest.mark.parametrize(
    ("text", "reports"),
    [
        ("Cities burn and treaties are signed in <Rome>, only to be broken again.", 0),
        ("In this book a spy is shot in <Vienna> by a rival clerk.", 0),
        ("A spy was shot in <Vienna> by a rival clerk.", 1),
        ("Crews are searching a canal in <Ghent> for two boys.", 1),
        ("The king is expected in <Riga> <t on Friday=2026-01-23/2026-01-23> for two days.", 1),
        ("Is hail covered? Hail in <Rome> was never covered. Are floods? Floods were, once.", 0),
    ],
)
def test_what_reports_without_a_model(text: str, reports: int) -> None:
    marked = read_marked(text)
    scene = set_scene(marked.parsed(PlainParser()), marked.toponyms, marked.times)
    assert len(list(prose_sentences(scene))) == reports
