"""Event figures on small cases, gold files, errors for people, runs with a fake mapper."""

import itertools
import json
from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.errors import GoldError
from mapper.evaluation.events import evaluate_events, read_event_gold, score_events
from mapper.evaluation.events.assignment import assign
from mapper.evaluation.events.closeness import day_jaccard, intervals_meet
from mapper.evaluation.events.merging import coreference
from mapper.evaluation.events.names import content_words, plain, share_word
from mapper.evaluation.events.predictions import scored
from mapper.evaluation.events.spread import figure_at
from mapper.model import (
    Article,
    ArticleMap,
    Attribution,
    Event,
    EventMap,
    Failure,
    Link,
    Location,
    Place,
    Run,
    Span,
    Toponym,
)

TEXT = "Ministers met in Nara on Monday after a protest."
GOLD = {
    "schema": "event-gold/1",
    "id": "a",
    "text": TEXT,
    "dct": "2026-01-21",
    "places": [{"id": "p1", "start": 17, "end": 21, "text": "Nara", "role": "literal", "lat": 34.68, "lon": 135.8, "kind": "city"}],
    "times": [{"start": 25, "end": 31, "text": "Monday", "type": "DATE", "begin": "2026-01-19", "finish": "2026-01-19"}],
    "events": [
        {"id": "e1", "type": "CONSULT", "status": "happened", "mentions": [{"start": 10, "end": 13, "text": "met"}],
         "participants": ["Ministers"], "places": [{"lat": 34.68, "lon": 135.8, "place_ids": ["p1"]}],
         "date_start": "2026-01-19", "date_end": "2026-01-19", "attribution": "officials", "cluster": "x"},
        {"id": "e2", "type": "PROTEST", "status": "happened", "mentions": [{"start": 40, "end": 47}], "optional": True},
    ],
    "links": [{"from": "e2", "to": "e1", "kind": "follow-up"}],
}  # fmt: skip
NARA = Place("gn:1", "Nara", "city", 34.7, 135.8, "city")
RUN = Run("0", "g", "m", "r")


def write_gold(folder, **changes):
    path = folder / "a.json"
    path.write_text(json.dumps(GOLD | changes), "utf-8")
    return path


@pytest.fixture
def gold(tmp_path):
    return read_event_gold([write_gold(tmp_path)])


def record(**changes):
    fields = {
        "type": "CONSULT",
        "label": "talks",
        "mentions": (Span(10, 13, "met"),),
        "status": "happened",
        "location": Location("t1", "Nara", 34.7, 135.8, "city", "in"),
        "begin": date(2026, 1, 19),
        "end": date(2026, 1, 25),
    }
    toponym = Toponym("t1", 17, 21, "Nara", "literal", NARA)
    event = Event("x", **(fields | changes))
    return ArticleMap(RUN, Article("a"), (toponym,), events=(event,), links=(Link("x", "x", "caused", 1.0),))


def score(gold, *records):
    return score_events({k: a.scored() for k, a in gold.items()}, {r.article.id: scored(r) for r in records})


def test_usable(gold):
    figures, details = score(gold, record())
    events = figures.overall.events
    assert (events.usable.tp, events.usable.n_pred, events.usable.n_gold) == (1, 1, 1)
    assert events.date_exact.acc == 0.0
    assert events.days_in_common.acc == pytest.approx(1 / 7)
    assert figures.notes == {"predicted links with an unknown end or to itself (ignored)": 1}
    assert details.errors == {"a": ["source     e1 CONSULT 'met': source None for 'officials'"]}
    assert details.intervals == {}  # one article has none
    assert (details.caused.right, details.caused.of) == (0, 0)
    assert details.halves["even"] == figures.overall
    assert details.halves["odd"].events.found.n_gold == 0


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({"type": "OTHER"}, "type other for consult"),
        ({"status": "planned"}, "status planned for happened"),
        ({"begin": None, "end": None}, "date missing none for 2026-01-19..2026-01-19"),
        ({"begin": date(2026, 2, 1), "end": None}, "date wrong 2026-02-01.. for 2026-01-19..2026-01-19"),
        ({"location": None}, "place missing none for nara (34.68,135.80)"),
        (
            {"location": Location("t1", "Nara", 10.0, 10.0, "city", "in")},
            "place wrong nara (10.00,10.00) for nara",
        ),
    ],
)
def test_not_usable(gold, changes, line):
    figures, details = score(gold, record(**changes))
    assert figures.headline_usable_event_f1 == 0.0
    assert figures.overall.events.found.f1 == 1.0
    assert line in details.errors["a"][0]
    assert details.errors["a"][0].startswith("unusable")


def test_optional_events_are_neutral_and_duplicates_are_not(gold):
    figures, details = score(gold, record(mentions=(Span(40, 47, "protest"),)))
    events = figures.overall.events
    assert (events.neutral, events.found.n_pred, events.found.tp) == (1, 0, 0)
    assert details.errors["a"] == ["missed     e1 CONSULT 'met'"]
    wide, other = record(mentions=(Span(10, 47, "met"),)), record()
    both = ArticleMap(RUN, Article("a"), wide.toponyms, events=(wide.events[0], *_renamed(other)))
    figures, _ = score(gold, both)
    assert figures.overall.events.found.tp == 1


def _renamed(record):
    return tuple(msgspec.structs.replace(event, id=f"{event.id}2") for event in record.events)


def test_an_event_at_a_toponym_that_is_not_there(gold):
    broken = record(location=Location("t9", "Nara", 1, 1, "city", "in"))
    with pytest.raises(GoldError, match="'t9', which is not there"):
        score(gold, broken)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"schema": "other"}, "schema event-gold/1"),
        ({"times": [{"start": 3, "end": 3}]}, "0 <= start < end"),
        ({"links": [{"from": "e1", "to": "e9", "kind": "caused"}]}, "unknown event: e1 to e9"),
        ({"events": [GOLD["events"][0]] * 2}, "given twice"),
        ({"events": [GOLD["events"][0] | {"date_end": "2025-01-01"}]}, "ends before it begins"),
        ({"events": [GOLD["events"][0] | {"date_end": "January"}]}, "written YYYY-MM-DD"),
        ({"places": []}, "names the place 'p1'"),
    ],
)
def test_bad_gold(tmp_path, changes, says):
    with pytest.raises(GoldError, match=says):
        read_event_gold([write_gold(tmp_path, **changes)])


def test_gold_files_and_folders(tmp_path):
    path = write_gold(tmp_path)
    assert read_event_gold([tmp_path]) == read_event_gold([path])
    with pytest.raises(GoldError, match="given twice"):
        read_event_gold([tmp_path, path])
    with pytest.raises(GoldError, match="cannot be read"):
        read_event_gold([tmp_path / "none.json"])
    (tmp_path / "empty").mkdir()
    with pytest.raises(GoldError, match=r"no \*\.json"):
        read_event_gold([tmp_path / "empty"])


def test_run(gold, tmp_path):
    def map_articles(articles):
        (article,) = articles
        assert (article.text, article.published) == (TEXT, date(2026, 1, 21))
        whole = ArticleMap(RUN, article, record().toponyms, events=record().events)
        return EventMap(RUN, (whole,), failures=(Failure("z", "broken"),))

    path = tmp_path / "said.jsonl"
    report = evaluate_events(gold, map_articles, predictions=path)
    assert report.score.headline_usable_event_f1 == 1.0
    assert [f.input for f in report.failures] == ["z"]
    assert TEXT not in path.read_text("utf-8")
    assert json.loads(path.read_text("utf-8"))["article"]["id"] == "a"


def test_the_packaged_gold_against_itself(damage):
    from mapper.resources import data_path

    gold = read_event_gold([data_path("data", "articles", "gold")])
    figures, details = score(gold, *(damage(article, 3) for article in gold.values()))
    assert figures.articles == 6
    assert 0.2 < figures.overall.events.found.f1 < 1
    for path in (
        "events.usable",
        "events.status",
        "events.place_areas",
        "links.matched.pair",
        "times.overlap",
    ):
        figure, spread = figure_at(figures.overall, path), details.intervals[path]
        assert spread.value == pytest.approx(figure.f1 if hasattr(figure, "f1") else figure.acc)
        assert spread.low < spread.high
    counts = [half.events.found.n_gold for half in details.halves.values()]
    assert sum(counts) == figures.overall.events.found.n_gold
    assert list(figures.merging) == ["group GA", "all articles"]


@given(st.dictionaries(st.tuples(st.integers(0, 3), st.integers(0, 3)), st.integers(1, 9)))
def test_assignment_is_the_best_of_all(weights):
    pairs = assign(weights)
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
    total = sum(weights[pair] for pair in pairs)
    columns = [0, 1, 2, 3, None, None, None, None]
    best = max(
        sum(weights.get((i, j), 0) for i, j in enumerate(some))
        for some in set(itertools.permutations(columns, 4))
    )
    assert total == best


def test_coreference_of_a_known_example():
    # Key {abc}{d}, response {ab}{cd}: B-cubed P 3/4, R 2/3 (worked out by hand).
    key, said = {"a": 1, "b": 1, "c": 1, "d": 2}, {"a": 1, "b": 1, "c": 2, "d": 2}
    found = coreference(key, said)
    assert found.b3.p == pytest.approx(3 / 4)
    assert found.b3.r == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)
    assert (found.muc.p, found.muc.r) == (0.5, 0.5)
    assert coreference({"a": 1}, {"a": 1}).conll is None


def test_names_and_periods():
    assert plain("The São Tomé!") == "sao tome"
    assert content_words("the U.S. officials of South Korea") == {"us", "official", "south_korea"}
    assert share_word("President Lee", "Lee Jae Myung")
    assert not share_word("President Lee", "President Kim")
    assert share_word("the president", "President Kim")
    first, last = date(2026, 1, 1), date(2026, 1, 31)
    assert intervals_meet((None, first), (first, None))
    assert not intervals_meet((last, last), (None, first))
    assert day_jaccard((first, last), (first, None)) == 0.0
    assert day_jaccard((first, first), (first, first)) == 1.0


def test_attribution_counts_what_was_given_for_nothing(tmp_path):
    event = {key: value for key, value in GOLD["events"][0].items() if key != "attribution"}
    gold = read_event_gold([write_gold(tmp_path, events=[event], links=[])])
    figures, _ = score(gold, record(attribution=Attribution("Yonhap", 0, 3)))
    assert figures.overall.events.attribution.given == 1


@pytest.mark.parametrize(
    ("said", "counts"),
    [
        (("e1", "e3", "caused"), (1, 1)),
        (("e3", "e1", "caused"), (0, 1)),  # the other way round
        (("e3", "e1", "follow-up"), (0, 0)),
        (("e1", "x", "caused"), (0, 0)),  # between events that are not both found
    ],
)
def test_causal_links_are_counted_with_their_direction(tmp_path, said, counts):
    second = GOLD["events"][1] | {"id": "e3", "optional": False}
    links = [{"from": "e1", "to": "e3", "kind": "caused"}]
    gold = read_event_gold([write_gold(tmp_path, events=[GOLD["events"][0], second], links=links)])
    first = record().events[0]
    names = {"e1": (10, 13), "e3": (40, 47), "x": (0, 9)}
    events = tuple(
        msgspec.structs.replace(first, id=name, location=None, mentions=(Span(*span, TEXT[slice(*span)]),))
        for name, span in names.items()
    )
    said = ArticleMap(RUN, Article("a"), events=events, links=(Link(*said, 1.0),))
    _, details = score(gold, said)
    assert (details.caused.right, details.caused.of) == counts
