"""Toponym figures on a case worked out by hand, readers, predictions and runs with a fake geoparser."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.errors import ArticleError, ExportError, GoldError
from mapper.evaluation.bootstrap import interval
from mapper.evaluation.halves import half_of, in_halves
from mapper.evaluation.toponyms import (
    GoldDocument,
    GoldToponym,
    PredictedToponym,
    evaluate_toponyms,
    predicted,
    read_toponym_gold,
    score_toponyms,
)
from mapper.evaluation.toponyms.calibration import calibration
from mapper.model import DisputeFlag, Place, Toponym

TEXT = "Paris and Lyon and the French of Nowhere"
GOLD = {
    "a": GoldDocument(
        "a",
        (
            GoldToponym(0, 5, "Paris", 48.85, 2.35, geonames_id=2988507, cc="FR"),
            GoldToponym(10, 14, "Lyon", 45.76, 4.84),
            GoldToponym(23, 29, "French", 46.0, 2.0, adj=True),
            GoldToponym(33, 40, "Nowhere"),
        ),
        text=TEXT,
    )
}
FOUND = Place("gn:1", "Paris", "city", 48.86, 2.34, "city", country="FR", geonames_id=2988507)


def test_by_hand():
    said = {
        "a": [
            PredictedToponym(0, 5, "Paris", 48.86, 2.34, geonames_id=2988507, cc="FR"),
            PredictedToponym(10, 18, "Lyon and", 0.0, 0.0),
            PredictedToponym(10, 18, "Lyon and", 45.76, 4.84),  # a repeat does not count
            PredictedToponym(33, 40, "Nowhere", 1.0, 1.0),  # gold has no point: neither right nor wrong
            PredictedToponym(15, 18, "and", 1.0, 1.0),
        ]
    }
    score, intervals = score_toponyms(GOLD, said, adj=False)
    twice = {"a": GOLD["a"], "b": GOLD["a"]}
    assert (score.recognition.exact.tp, score.recognition.exact.n_pred, score.recognition.exact.n_gold) == (
        2,
        4,
        3,
    )
    assert score.recognition.overlap.tp == 3
    assert (score.end_to_end.tp, score.end_to_end.n_pred, score.end_to_end.n_gold) == (1, 3, 2)
    assert score.resolution.all.acc161 == 0.5
    assert (score.country_acc.acc, score.geonames_exact.acc) == (1.0, 1.0)
    assert intervals == {}  # one document has none
    _, intervals = score_toponyms(twice, {"a": said["a"], "b": said["a"]}, adj=False)
    assert intervals["end_to_end"].value == pytest.approx(0.4)
    assert intervals["acc161"].low == intervals["acc161"].high == 0.5
    with_demonyms, _ = score_toponyms(GOLD, said)
    assert with_demonyms.recognition.exact.n_gold == 4


def test_nothing_said_and_nothing_to_say():
    score, _ = score_toponyms(GOLD, {})
    assert (score.docs, score.docs_pred, score.end_to_end.f1) == (1, 0, 0.0)
    assert score.resolution.all.mean_km == 20039.0
    assert score.resolution.answered is None
    empty, intervals = score_toponyms({}, {})
    assert empty.resolution.all is None
    assert intervals == {}


def test_predictions_take_no_side_and_leave_demonyms_out():
    flag = DisputeFlag("t", "in")
    toponyms = [
        Toponym("1", 0, 5, "Paris", "literal", FOUND, dispute=flag),
        Toponym("2", 23, 29, "French", "demonym", FOUND),
        Toponym("3", 33, 40, "Nowhere", "literal"),
    ]
    first, last = predicted(toponyms)
    assert (first.lat, first.cc, first.country) == (48.86, None, None)
    assert (last.lat, last.lon, last.place) == (None, None, None)
    assert len(predicted(toponyms, demonyms=True)) == 3


@pytest.mark.parametrize("kind", ["coordinates", "offset"])
def test_described_points_are_no_names(kind):
    place = Place("xy:36.38,37.16", "20 km north of Aleppo", kind, 36.38, 37.16, "point")
    said = [Toponym("t1", 0, 11, "20 km north", "literal", place)]
    assert predicted(said) == ()
    assert len(predicted(said, demonyms=True)) == 1


def test_run(tmp_path):
    path = tmp_path / "said.jsonl"
    report = evaluate_toponyms(
        GOLD, find=lambda article: [Toponym("1", 0, 5, article.text[:5], "literal", FOUND)], predictions=path
    )
    assert report.score.end_to_end.tp == 1
    (line,) = path.read_text("utf-8").splitlines()
    assert json.loads(line)["toponyms"][0]["geonames_id"] == 2988507

    def resolve(_, spans):
        assert [s.text for s in spans] == ["Paris", "Lyon", "French", "Nowhere"]
        return [Toponym(str(s.start), s.start, s.end, s.text, "demonym", FOUND) for s in spans]

    given_mentions = evaluate_toponyms(GOLD, resolve=resolve, adj=True)
    assert not given_mentions.score.recognition
    assert given_mentions.score.resolution.answered_share == 1.0
    with pytest.raises(ExportError):
        evaluate_toponyms(GOLD, find=lambda _: [], predictions=tmp_path / "no" / "x")


def test_one_bad_document_does_not_stop_the_run():
    def find(article):
        if article.id == "a":
            msg = "broken"
            raise ArticleError(msg)
        return []

    gold = GOLD | {"b": GoldDocument("b", (), text="x"), "c": GoldDocument("c", ())}
    report = evaluate_toponyms(gold, find=find)
    assert [f.input for f in report.failures] == ["a", "c"]
    assert report.score.docs_pred == 1


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{", "line 2: This is not a document"),
        ('{"id": "x", "toponyms": [{"start": "0", "end": 1}]}', "line 2: .*Expected `int`"),
        (
            '{"id": "x", "text": "abc", "toponyms": [{"start": 0, "end": 1, "text": "b"}]}',
            "not the text at its",
        ),
    ],
)
def test_bad_gold(tmp_path, line, says):
    path = tmp_path / "gold.jsonl"
    path.write_text(f'\ufeff{{"id": "a", "toponyms": []}}\n{line}\n', "utf-8")
    with pytest.raises(GoldError, match=says):
        read_toponym_gold([path])
    with pytest.raises(GoldError, match=r"none\.jsonl: The gold cannot be read"):
        read_toponym_gold([tmp_path / "none.jsonl"])


def test_interval_is_steady_and_holds_the_figure():
    parts, wholes = [1, 0, 1, 1, 0, 1] * 20, [1] * 120
    first = interval(parts, wholes)
    assert first == interval(parts, wholes)
    assert first.low < first.value < first.high
    assert first.low > 0.5
    assert first.high < 0.8
    assert interval([0, 0], [0, 0]) is None
    assert interval([1, 1], [2, 2]).low == interval([1, 1], [2, 2]).high == 0.5
    assert interval([1], [2]) is None


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(1, 5)).map(sorted), min_size=2, max_size=30))
def test_interval_stays_a_share(rows):
    found = interval([a for a, _ in rows], [b for _, b in rows])
    assert 0 <= found.low <= found.high <= 1


def test_calibration_by_hand():
    def said(start, end, confidence, lat=48.85):
        return PredictedToponym(start, end, "x", lat, 2.35, confidence=confidence)

    first = GoldDocument(
        "a", (GoldToponym(0, 5, lat=48.85, lon=2.35), GoldToponym(6, 9, lat=48.85, lon=2.35))
    )
    second = GoldDocument("b", (GoldToponym(0, 5, lat=48.85, lon=2.35, adj=True), GoldToponym(6, 9)))
    predictions = {
        "a": [said(0, 5, 0.95), said(6, 9, 0.95, lat=0.0)],  # one right, one wrong: a gap of .45
        "b": [said(0, 5, 0.31), said(6, 9, 0.99)],  # right with .31; gold without a point is left out
    }
    found = calibration({"a": first, "b": second}, predictions)
    assert found.error == pytest.approx((0.9 + 0.69) / 3)
    assert (found.sure.right, found.sure.of) == (2, 3)
    assert (found.sure_right.right, found.sure_right.of) == (1, 2)
    without = calibration({"a": first, "b": second}, predictions, adj=False)
    assert without.error == pytest.approx(0.45)
    assert calibration({"a": first}, {}) is None


def test_halves_and_calibration_stand_in_the_report():
    gold = {key: GoldDocument(key, GOLD["a"].toponyms, text=TEXT) for key in "abcdef"}

    def resolve(article, spans):
        right = article.id in "abc"
        place = FOUND if right else Place("gn:2", "Paris", "city", 33.66, -95.55, "city")
        return [Toponym("1", 0, 5, "Paris", "literal", place, confidence=0.99)]

    report = evaluate_toponyms(gold, resolve=resolve, adj=True)
    halves = in_halves(gold)
    assert report.score.resolution.all.acc161 == pytest.approx(3 / 18, abs=1e-4)
    for half, score in report.halves.items():
        right = sum(key in "abc" for key in halves[half])
        assert score.docs == len(halves[half])
        assert score.resolution.all.acc161 == pytest.approx(right / (3 * len(halves[half])), abs=1e-4)
    assert sorted(key for half in halves.values() for key in half) == list("abcdef")
    assert all(half_of(key) == half for half, some in halves.items() for key in some)
    assert report.calibration.sure_right.acc == 0.5
    assert report.calibration.error == pytest.approx(0.49)
