"""Who took part, as far as two reports can be compared by it."""

import pytest

from mapper.links.across.parties import Reader, Who, at_odds, in_common, overlap, share_words
from mapper.links.across.words import content_stems, content_words, names_in, small_words, stem
from mapper.model import Article, ArticleMap, Event, Participant, Place, Run, Span, Toponym

RUN = Run("0", "0", "none", "test")
TEXT = "Police held a Russian envoy. Fargo officials met the police of Moscow."


def place(precision):
    return Place("own:1", "Somewhere", "city", 0.0, 0.0, precision, country="RU")


def reader(*toponyms, text=TEXT):
    made = tuple(Toponym(f"t{n}", *span, "x", "demonym", place(p)) for n, (span, p) in enumerate(toponyms))
    return Reader(ArticleMap(RUN, Article("a"), made, quotes=(Span(0, len(text), text),)))


def told(read, text, country=None, *, whole=TEXT):
    start = whole.find(text)
    span = (None, None) if start < 0 else (start, start + len(text))
    event = Event("e1", "CONSULT", "talks", (), "happened", (Participant(text, "actor", country, *span),))
    (who,) = read.who(event, "actor")
    return who


def test_a_country_takes_part_where_the_words_name_it():
    read = reader(((14, 21), "country"), ((29, 34), "city"))
    assert told(read, "Russian envoy", "RU").country == "RU"
    assert "=RU" in told(read, "Russian envoy", "RU").names
    assert told(read, "Fargo officials", "US").country is None
    assert told(read, "Fargo officials", "US").names == {"fargo"}
    assert told(reader(), "Nowhere in the text", "RU").country == "RU"


def test_a_capital_alone_makes_no_name():
    read = reader()
    assert told(read, "Police").names == frozenset()
    assert told(read, "Police").nouns == {stem("police")}
    assert told(read, "Moscow").names == {"moscow"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Prime Minister Marta Olivares", ["marta", "olivares"]),
        ("Kenton County Police Department", ["kenton"]),
        ("a Paris man", ["paris"]),
        ("José Ñandú", ["jose", "nandu"]),
        ("the officials", []),
    ],
)
def test_names(text, names):
    assert names_in(text, frozenset()) == names


def test_words_of_titles_and_light_verbs():
    assert content_words("Prime Minister Lee") == {"lee"}
    assert content_words("the Minister") == {"minister"}
    assert content_stems(["set fire"]) == {"fire"}
    assert content_stems(["took"]) == {"took"}
    assert small_words(["Police and police, May"]) == {"and", "police"}


FRANCE, CHINA = (
    Who(frozenset({"=FR", "french"}), frozenset(), "FR"),
    Who(frozenset({"=CN"}), frozenset(), "CN"),
)
MACRON, XI, MODI = (Who(frozenset({name})) for name in ("macron", "xi", "modi"))
POLICE, CROWD = (Who(frozenset(), frozenset({word})) for word in ("polic", "crowd"))
ARMY = Who(frozenset({"=FR"}), frozenset({"army"}), "FR")
COURT = Who(frozenset({"=FR"}), frozenset({"court"}), "FR")


def test_at_odds_needs_two_of_the_like():
    assert at_odds([MACRON, XI], [MACRON, MODI])
    assert at_odds([FRANCE], [CHINA])
    assert not at_odds([MACRON], [FRANCE])
    assert not at_odds([MACRON, XI], [MACRON])
    assert not at_odds([POLICE], [CROWD])
    assert not at_odds([], [CROWD])


def test_overlap_is_of_the_side_with_fewer_and_the_same_both_ways():
    for a, b, expected in [
        ([MACRON, XI], [XI], 1.0),
        ([MACRON, XI], [XI, POLICE], (1 + 0.3) / 2),  # Macron may be one of the police, told otherwise
        ([MACRON, XI], [MODI, XI], 0.5),
        ([POLICE], [CROWD], 0.0),
        ([ARMY], [COURT], 0.5),
        ([ARMY], [FRANCE], 1.0),
        ([], [XI], 0.0),
    ]:
        assert overlap(a, b) == overlap(b, a) == pytest.approx(expected)


def test_in_common_and_shared_words():
    assert in_common([MACRON, XI], [XI, MODI, MACRON]) == 2
    assert in_common([], [XI]) == 0
    assert share_words([MACRON, POLICE], [POLICE])
    assert not share_words([MACRON], [POLICE])
