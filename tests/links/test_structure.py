"""Links that records and grammar give without a connective."""

from __future__ import annotations

import pytest

from mapper.events import RuleExtractor
from mapper.language import Parser
from mapper.links import link_events
from tests.events.markup import read_marked


@pytest.fixture(scope="module")
def told(parser: Parser):
    """Return the links of a text: kind, rule, and the triggers they join."""
    if parser.name == "none":
        pytest.skip("no language model is installed")

    def links(line: str) -> set[tuple[str, str, str, str]]:
        marked = read_marked(line)
        parsed = marked.parsed(parser)
        events = RuleExtractor().extract(parsed, marked.toponyms, marked.times)
        names = {event.id: event.mentions[0].text for event in events}
        return {
            (link.kind, link.reasons[0].code, names[link.source], names[link.target])
            for link in link_events(parsed, events)
        }

    return links


def rules(links: set[tuple[str, str, str, str]]) -> set[str]:
    return {rule for _, rule, _, _ in links}


JANUARY, MAY = "<t on January 19=2026-01-19/2026-01-19>", "<t in May=2025-05-01/2025-05-31>"


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        (f"A summit was held in <Bari> {JANUARY}. A rally was held in <Bari> {MAY}.", False),
        (f"A rally was held in <Bari> {JANUARY}. A rally {MAY} closed the port of <Bari>.", True),
        (f"A strike hit <Bari> {JANUARY}. The strike {JANUARY} closed the port.", False),
        (f"<m Chile=CL> held a summit in <Oslo> {JANUARY}. <m Mali=ML> held a summit {MAY}.", False),
    ],
)
def test_one_noun_on_two_days_is_a_series(told, text: str, *, linked: bool) -> None:
    assert ("link.same-noun" in rules(told(text))) is linked


def test_other_acts_of_one_person_are_no_series(told) -> None:
    found = told(f"Ana Ruiz opened a shop in <York> {JANUARY}. Ana Ruiz married in <Bath> {MAY}.")
    assert "link.repeated" not in rules(found)


def test_the_same_act_of_one_side_on_two_days_is_a_series(told) -> None:
    found = told(f"Rebels shelled <Gao> {JANUARY}. Rebels had shelled <Mopti> {MAY}.")
    assert ("same-series", "link.repeated", "shelled", "shelled") in found


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("A mine hurt five sailors near <Aden>. Night fell. The injured men were evacuated.", True),
        ("A mine hurt five sailors near <Aden>. Night fell. Forty villagers were evacuated.", False),
        ("Injured men were evacuated from <Aden>. A mine hurt five sailors near <Aden>.", False),
    ],
)
def test_known_victims_lead_back_to_the_harm(told, text: str, *, linked: bool) -> None:
    assert ("link.victims" in rules(told(text))) is linked


def test_calling_off_causes_the_end_of_a_plan(told) -> None:
    found = told("<m Oslo> postponed talks that were due in <Bern>.")
    assert ("caused", "link.cancelling", "postponed", "talks") in found


def test_one_pair_has_one_link(told) -> None:
    found = told("A quake hit <Tonga>, killing nine people; nine people died because of the quake.")
    pairs = [frozenset((a, b)) for _, _, a, b in found]
    assert len(pairs) == len(set(pairs))


@pytest.mark.parametrize(
    "text",
    [
        "A quake hit <Tonga>.",
        "Night fell over <Tonga>.",
        "The premier slept in <Bern>. A dog barked in <Oslo>.",
    ],
)
def test_single_events_have_no_links(told, text: str) -> None:
    assert told(text) == set()
