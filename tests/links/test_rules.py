"""Rules that find the two events beside a cue."""

from __future__ import annotations

import pytest

from mapper.events import RuleExtractor
from mapper.events.scene import set_scene
from mapper.language import Parser
from mapper.links import link_events
from mapper.links.stage import Stage
from mapper.links.within import _CONFIDENCE
from mapper.model import Link
from tests.events.markup import read_marked


@pytest.fixture
def stage_of(parser: Parser):
    if parser.name == "none":
        pytest.skip("no language model is installed")

    def stage(text: str) -> Stage:
        marked = read_marked(text)
        parsed = marked.parsed(parser)
        events = RuleExtractor().extract(parsed, marked.toponyms, marked.times)
        return Stage(set_scene(parsed, (), ()), events)

    return stage


@pytest.fixture
def links_of(parser: Parser):
    if parser.name == "none":
        pytest.skip("no language model is installed")

    def links(text: str) -> list[tuple[str, str, str, Link]]:
        marked = read_marked(text)
        parsed = marked.parsed(parser)
        events = RuleExtractor().extract(parsed, marked.toponyms, marked.times)
        names = {event.id: event.mentions[0].text for event in events}
        return [(names[k.source], k.kind, names[k.target], k) for k in link_events(parsed, events)]

    return links


@pytest.mark.parametrize(
    ("text", "source", "kind", "target", "code"),
    [
        (
            "The parade in <Bergen> was cancelled because of a storm.",
            "storm", "caused", "parade", "link.connective:because of",
        ),
        ("A quake hit <Tonga>, killing nine people.", "quake", "caused", "killing", "link.consequence:kill"),
        ("Heavy rain triggered a landslide in <Jijel>.", "Heavy rain", "caused", "landslide", "link.verb:trigger"),
        (
            "The governor accused the militia of burning a school in <Jos>.",
            "burning", "caused", "accused", "link.reproach:accuse of",
        ),
        (
            "The ministers met on the sidelines of a summit in <Davos>.",
            "met", "during", "summit", "link.connective:on the sidelines of",
        ),
        (
            "Gunmen attacked a bus near <Jos>. Another attack hit <Bauchi> at dawn.",
            "attack", "same-series", "attacked", "link.series:another",
        ),
        (
            "The envoys met in <Doha>. The next day they signed a truce.",
            "met", "follow-up", "signed", "link.next-sentence:the next day",
        ),
        (
            "<m Rome> scrapped the visit to <Tunis>.",
            "scrapped", "caused", "visit", "link.cancelling",
        ),
        (
            "A ferry sank off <Cebu>. Divers rescued six sailors.",
            "sank", "caused", "rescued", "link.presupposed:AID.rescue",
        ),
    ],
)  # fmt: skip
def test_each_rule(links_of, text: str, source: str, kind: str, target: str, code: str) -> None:
    found = {(a, k, b, link.reasons[0].code) for a, k, b, link in links_of(text)}
    assert (source, kind, target, code) in found


def test_days_apart_make_a_series(links_of) -> None:
    found = links_of(
        "<m Kenya=KE> attacked <Kismayo> in <t May=2025-05-01/2025-05-31>. "
        "<m Kenya=KE> attacked <Jilib> on <t Monday=2026-01-19/2026-01-19>."
    )
    assert [kind for _, kind, _, _ in found] == ["same-series"]


def test_words_said_again_are_no_series(links_of) -> None:
    found = links_of(
        "<m Kenya=KE> accused <m Uganda=UG> of bias in <t May=2025-05-01/2025-05-31>. "
        "<m Kenya=KE> accused <m Uganda=UG> of theft on <t Monday=2026-01-19/2026-01-19>."
    )
    assert "same-series" not in [kind for _, kind, _, _ in found]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked a bus near <Jos>. A fire destroyed a mill in <Porto>.",
        "A quake hit <Tonga>. The king opened a museum in <Petra>.",
        "The leaders will meet in <Rome>. A storm hit <Malta>.",
    ],
)
def test_no_cue_no_link(links_of, text: str) -> None:
    assert links_of(text) == []


def test_a_plan_has_no_consequences(links_of) -> None:
    assert not links_of(
        "Students will march in <Lima> on <t Friday=2026-01-23/2026-01-23>. Police arrested a man."
    )


def test_confidence_follows_the_cue(links_of) -> None:
    (*_, firm) = links_of("The parade in <Bergen> was cancelled because of a storm.")[0]
    (*_, loose) = links_of("A ferry sank off <Cebu>. Divers rescued six sailors.")[0]
    assert firm.confidence == _CONFIDENCE[3] > loose.confidence == _CONFIDENCE[2]


def test_events_by_token_type_and_sentence(stage_of) -> None:
    stage = stage_of(
        "A quake hit <Tonga>. Gunmen attacked a bus near <Jos>. Rebels have attacked the town of <Bama>."
    )
    assert [event.type for event in stage.events] == ["DISASTER", "ASSAULT", "ASSAULT"]
    assert stage.by_type == {"DISASTER": [0], "ASSAULT": [1, 2]}
    assert stage.by_first_sentence[0] == [0]
    assert sorted(n for found in stage.by_first_sentence.values() for n in found) == [0, 1, 2]
    assert list(stage.earlier_of_type(2)) == [1]
    assert stage.main_event(0) == 0
    assert stage.kind_of(1).startswith("ASSAULT.")
    assert stage.is_harm(0)
    assert not stage.is_effect(0)
