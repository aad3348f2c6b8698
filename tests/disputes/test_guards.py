"""Rules by which a name is something else."""

from __future__ import annotations

import pytest

from mapper.disputes.guards import RULES, guarded


def rule(sentence, name, *, weak=False, own=()):
    start = sentence.index(name)
    return guarded(sentence, start, start + len(name), weak=weak, own=own)


@pytest.mark.parametrize(
    ("sentence", "name", "expected"),
    [
        ("He served on HMS Gibraltar.", "Gibraltar", "ship-prefix"),
        ("A Dokdo-class vessel sailed.", "Dokdo", "ship-class"),
        ("The frigate Crimea sank.", "Crimea", "ship-noun"),
        ("The Dokdo, a new landing ship, sailed.", "Dokdo", "ship-apposition"),
        ("The Kosovo was torpedoed in 1917.", "Kosovo", "ship-action"),
        ("Zorya Luhansk won again.", "Luhansk", "team-prefix"),
        ("Kherson United won again.", "Kherson", "team-suffix"),
        ("The Kosovo goalkeeper was injured.", "Kosovo", "team-noun"),
        ("Gibraltar lost to Malta 0-2.", "Gibraltar", "sport-result"),
        ("A 3-0 win over Kosovo sent them through.", "Kosovo", "sport-opponent"),
        ("Slice the Jerusalem artichoke.", "Jerusalem", "lexicalised"),
        ("Jerusalem syndrome strikes visitors.", "Jerusalem", "lexicalised"),
        ("Her new album, Crimea, is out.", "Crimea", "title-of-work"),
        ("The novel My Road to Kosovo sold well.", "Kosovo", "words-in-title"),
        ("The choir sang Jerusalem.", "Jerusalem", "sung-or-played"),
        ("The orchestra played Led Zeppelin's “Kashmir”.", "Kashmir", "quoted-title"),
        ("She lives in Gibraltar Street.", "Gibraltar", "street"),
        ("Boulevard de Crimea is closed.", "Crimea", "street-before"),
        ("Ms. Anna Kashmir resigned.", "Kashmir", "title"),
        ("Diego Garcia, a midfielder, scored.", "Diego Garcia", "person-apposition"),
        ("Anna Melilla paints.", "Melilla", "given-name"),
        ("Taiwan Semiconductor rose.", "Taiwan", "organisation"),
        ("The Bank of Taiwan cut rates.", "Taiwan", "organisation-before"),
        ("A fire in Jerusalem, Ohio, spread.", "Jerusalem", "namesake-state"),
        ("Operation Gibraltar failed.", "Gibraltar", "code-name"),
        ("Jerusalem is a town in Yates County, New York.", "Jerusalem", "namesake-definition"),
        ("A cyclone hit Gaza province, Mozambique.", "Gaza", "namesake-country"),
        ("As steady as Gibraltar, he said.", "Gibraltar", "simile"),
        ("Melilla beat Teruel in the third division.", "Melilla", "sport-match"),
        ("Kashmir blue, said the label, or Ceuta white.", "Ceuta", "colour"),
        ("The singer Crimea Jones won.", "Crimea", "person-noun"),
        ("The Kingdom of Jerusalem fell.", "Jerusalem", "realm"),
        ("The Taiwan Noodle House in Perth closed.", "Taiwan", "business-elsewhere"),
        ("A cow named Crimea won.", "Crimea", "named-thing"),
    ],
)
def test_a_rule_speaks_for_itself(sentence, name, expected):
    assert rule(sentence, name) == expected


@pytest.mark.parametrize(
    ("sentence", "name", "expected"),
    [
        ("Hebron said he was sorry.", "Hebron", "person-verb"),
        ("Hebron, 34, was fined.", "Hebron", "age"),
        ("Officer Jericho drew his gun.", "Jericho", "title-word"),
        ("Stanley Kubrick's film", "Stanley", "given-to-surname"),
        ("Mount Hebron opened.", "Hebron", "longer-name"),
        ("Hebron High School won.", "Hebron", "institution"),
        ("a crate of Stanley peppers", "Stanley", "food-plant-animal"),
        ("the mill in Hebron, CT", "Hebron", "namesake-state-weak"),
        ("the oasis of Dakhla, Egypt", "Dakhla", "namesake-country"),
    ],
)
def test_rules_for_weak_names_spare_the_others(sentence, name, expected):
    assert rule(sentence, name, weak=True) == expected
    assert rule(sentence, name, weak=False) is None


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Fans in Kosovo lost power in the final hours.", "Kosovo"),
        ("A village named Crimea burned.", "Crimea"),
        ("The Gaza soup kitchen ran out of gas.", "Gaza"),
        ("Kashmir interior minister Khan resigned.", "Kashmir"),
        ("Ukraine kept red and blue lines off the Crimea map.", "Crimea"),
        ("The actor Khan landed in Taiwan.", "Taiwan"),
    ],
)
def test_the_newer_rules_spare_the_territory(sentence, name):
    assert rule(sentence, name) is None


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Air strikes hit Gaza overnight.", "Gaza"),
        ("Wars in Gaza, Ukraine and Sudan went on.", "Gaza"),
        ("Near Dokdo, a Chinese vessel was seen.", "Dokdo"),
        ("Taiwan, Washington and Tokyo agreed.", "Taiwan"),
        ("Off Kinmen, a fishing boat capsized.", "Kinmen"),
        ("In Gaza, a student was killed.", "Gaza"),
        ("In Gaza, 12-year-old Ahmed waits.", "Gaza"),
        ("Singapore as well as Taiwan agreed.", "Taiwan"),
        ("Gaza lost 10-15 percent of its homes.", "Gaza"),
        ("The ship sailed for Dokdo.", "Dokdo"),
        ("A film crew reached Kosovo.", "Kosovo"),
        ("Talks of 2022-23 with Kosovo failed.", "Kosovo"),
        ("General staff in Crimea met.", "Crimea"),
        ("Major Gaza hospital hit", "Gaza"),
    ],
)
def test_no_rule_strikes_where_none_should(sentence, name):
    assert rule(sentence, name) is None


def test_a_party_of_the_dispute_is_no_namesake():
    assert rule("in Dakhla, Morocco", "Dakhla", weak=True, own={"Morocco"}) is None
    assert rule("in Dakhla, Morocco", "Dakhla", weak=True) == "namesake-country"


def test_a_sentence_before_does_not_count():
    assert rule("He loved the song. Kashmir was cold.", "Kashmir") is None


def test_rule_ids_are_unique():
    assert len({guard.id for guard in RULES}) == len(RULES)
