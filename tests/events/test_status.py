"""Status rules: each says its name and the words it rests on."""

from __future__ import annotations

from pathlib import Path

import pytest

from mapper.events.mention import Mention
from mapper.events.scene import Scene, set_scene
from mapper.events.status import RULES, judge
from mapper.events.status.cues import clause_cues, head_cues, is_negated, noun_cues
from mapper.events.triggers import find_mentions
from mapper.language import Parser
from mapper.language.plain import PlainParser
from tests.events.markup import read_marked, table

CASES = Path(__file__).resolve().parent.parent / "cases"
PLAIN_FLOOR = 0.6
"""Share of the table's statuses that must come out right without a parser."""


@pytest.fixture
def syntax(parser: Parser) -> Parser:
    if parser.name == "none":
        pytest.skip("no language model is installed")
    return parser


def look(text: str, parser: Parser) -> tuple[Scene, Mention]:
    marked = read_marked(text)
    scene = set_scene(marked.parsed(parser), marked.toponyms, marked.times)
    span = marked.triggers[0][0]
    mention = next(
        m for m in find_mentions(scene) if m.span(scene).start < span.end and span.start < m.span(scene).end
    )
    return scene, mention


@pytest.mark.parametrize(
    ("text", "rule", "cue"),
    [
        ("The union called off the [strike]{1} in <Lima>.", "cancelled.governor:call off", "called off"),
        (
            "Fans of the cancelled [concert]{1} in <Lima> got refunds.",
            "cancelled.governor:cancel",
            "cancelled",
        ),
        ("The [election]{1} will not take place in <Bissau>.", "cancelled.not-held", "take"),
        (
            "The jets were to [land]{1} in <Palermo>, but <m Rome> scrapped the plan.",
            "cancelled.plan:scrap",
            "scrapped",
        ),
        ("Rebels did not [attack]{1} the convoy near <Goma>.", "negated.verb", "attack"),
        ("No [talks]{1} were held in <Doha>.", "negated.noun:no", "No"),
        ("The ministers failed to [sign]{1} the treaty.", "negated.governor:fail to", "failed"),
        ("If rebels [attack]{1} the town, many would flee.", "hypothetical.condition", "If"),
        ("People live in fear of an [attack]{1} on <Goma>.", "hypothetical.noun:fear of", "fear"),
        ("The ministry claims that rebels [shelled]{1} a market.", "claimed.speech:claim", "claims"),
        ("He is charged with the [murder]{1} of a judge.", "claimed.of:charge", "charged"),
        ("Troops reportedly [shelled]{1} a market in <Taiz>.", "claimed.adverb:reportedly", "reportedly"),
        ("The alleged [attack]{1} on a convoy took place at dawn.", "claimed.modifier:alleged", "alleged"),
        ("The leaders will [meet]{1} in <Geneva>.", "planned.modal:will", "will"),
        ("Parliament is set to [vote]{1} on the budget.", "planned.governor:set to", "set"),
        ("A [referendum]{1} is to be held in <Malta>.", "planned.be-to", "is"),
        ("An upcoming [visit]{1} by the king to <Oslo> is planned.", "planned.governor:plan", "planned"),
        ("Ministers are [meeting]{1} in <Brussels>.", "ongoing.progressive", "are"),
        ("A [search]{1} is under way for three sailors.", "ongoing.clause:under way", "under way"),
        ("Rebels [attacked]{1} a convoy near <Goma>.", "happened.default", None),
    ],
)
def test_each_rule_says_its_name_and_its_words(text: str, rule: str, cue: str | None, syntax: Parser) -> None:
    scene, mention = look(text, syntax)
    verdict = judge(scene, mention)
    assert verdict.rule == rule
    words = [scene.tokens[i].text for i in verdict.cue]
    assert " ".join(words) == (cue or "")


def test_rules_come_in_the_order_promised() -> None:
    groups = [rule.__module__.rpartition(".")[2] for rule in RULES]
    order = list(dict.fromkeys(groups))
    assert order == ["cancelled", "negated", "claimed", "planned", "ongoing"]


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("Rebels did not [attack]{1} the convoy.", True),
        ("Rebels not only [attacked]{1} the convoy but burned it.", False),
        ("Rebels never [attacked]{1} the convoy.", True),
        ("Rebels [attacked]{1} the convoy.", False),
    ],
)
def test_negation(text: str, *, negated: bool, syntax: Parser) -> None:
    scene, mention = look(text, syntax)
    assert is_negated(scene, mention.anchor) is negated


def test_cues_above_on_and_beside_a_noun(syntax: Parser) -> None:
    scene, mention = look("The union still plans an unconfirmed [strike]{1} in <Lima>.", syntax)
    assert "plan" in {cue.row.cue for cue, _, _ in head_cues(scene, mention)}
    assert "unconfirmed" in {cue.row.cue for cue, _ in noun_cues(scene, mention)}
    assert "still" in {cue.row.cue for cue, _ in clause_cues(scene, mention)}


def test_a_blocked_cue_says_nothing(syntax: Parser) -> None:
    scene, mention = look("Residents abandoned their cars after the [flood]{1} in <Derna>.", syntax)
    assert judge(scene, mention).status == "happened"


def test_the_status_of_a_verb_does_not_reach_what_is_known(syntax: Parser) -> None:
    scene, mention = look("Police will investigate the [crash]{1} near <Tula>.", syntax)
    assert judge(scene, mention).status == "happened"


def test_without_a_parser_most_statuses_hold() -> None:
    right = total = 0
    for case in table(CASES / "events_status.txt"):
        marked = read_marked(str(case.values[0]))
        scene = set_scene(marked.parsed(PlainParser()), marked.toponyms, marked.times)
        found = find_mentions(scene)
        for span, want in marked.triggers:
            spans = [(m, m.span(scene)) for m in found]
            statuses = [
                judge(scene, m).status or "none"
                for m, s in spans
                if s.start < span.end and span.start < s.end
            ]
            total += want != "any"
            right += want != "any" and want in (statuses or ["none"])
    assert right >= PLAIN_FLOOR * total, (right, total)


def test_the_month_of_may_is_no_modal_verb(syntax: Parser) -> None:
    text = (
        "Drone strike [kills]{1} three drivers in <Western Sahara>\n\n"
        "RABAT, May 12, 2026 - A drone strike killed three truck drivers on Monday."
    )
    scene, mention = look(text, syntax)
    assert "modal" not in judge(scene, mention).rule
    scene, mention = look("The union may [strike]{1} in <Lima>.", syntax)
    assert judge(scene, mention).rule == "planned.modal:may"
