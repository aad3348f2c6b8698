"""The figures equal those of the judges beside the checkout, on the same predictions."""

import json
import random

import msgspec
import pytest

from mapper.evaluation.events import read_event_gold, score_events
from mapper.evaluation.events.predictions import scored
from mapper.evaluation.toponyms import PredictedToponym, read_toponym_gold, score_toponyms, write_predictions
from mapper.model import to_json


def builtins(record):
    return json.loads(msgspec.json.encode(record))


def flat(value, path=""):
    if isinstance(value, dict):
        for key, item in value.items():
            yield from flat(item, f"{path}.{key}")
    else:
        yield path, value


def assert_same(ours, theirs):
    a, b = dict(flat(builtins(ours))), dict(flat(theirs))
    assert a.keys() == b.keys()
    for key, value in b.items():
        assert a[key] == (pytest.approx(value, abs=1e-12) if isinstance(value, float) else value), key


@pytest.mark.parametrize("gold_set", ["seed.json", "dev", "real-dev"])
@pytest.mark.parametrize("seed", [1, 2])
def test_events(shared, judge, damage, tmp_path, gold_set, seed):
    gold = read_event_gold([shared / "gold" / gold_set])
    records = [damage(article, seed) for article in gold.values()]
    if len(records) > 2:
        records = records[1:]  # one article without a prediction
    path = tmp_path / "predictions.jsonl"
    path.write_bytes(b"".join(to_json(record) + b"\n" for record in records))
    theirs = judge("score_events.py", shared / "gold" / gold_set, path, out=tmp_path / "score.json")
    score, details = score_events(
        {key: article.scored() for key, article in gold.items()}, {r.article.id: scored(r) for r in records}
    )
    assert_same(score, theirs)
    per_article = judge(
        "score_events.py",
        shared / "gold" / gold_set,
        path,
        "--per-article",
        "--errors",
        out=tmp_path / "all.json",
    )
    assert builtins(details.errors) == per_article["errors"]
    for key, figures in details.per_article.items():
        assert_same(figures, per_article["per_article"][key])


def damaged_toponyms(document, rng):
    for toponym in document.toponyms:
        if rng.random() < 0.15:
            continue
        shift = rng.choice([0, 0, 0, 2, -1])
        lat = lon = ident = None
        if toponym.lat is not None and rng.random() < 0.9:
            lat, lon = max(-90.0, min(90.0, toponym.lat + rng.choice([0, 0.1, 1, 20]))), toponym.lon
            ident = rng.choice([toponym.geonames_id, 1, None])
        cc = rng.choice([toponym.cc, "US", None])
        start, end = max(0, toponym.start + shift), toponym.end
        yield PredictedToponym(start, end, "x", lat, lon, geonames_id=ident, cc=cc, country=cc)
    for _ in range(2):
        start = rng.randrange(max(1, len(document.text)))
        yield PredictedToponym(start, start + 4, "y", 10.0, 10.0)


@pytest.mark.parametrize("corpus", ["lgl", "trnews", "geovirus", "gwn", "tud", "toporesolve"])
@pytest.mark.parametrize("options", [("--alts", "--no-adj"), ("--gold-mentions",)], ids=" ".join)
def test_toponyms(shared, judge, tmp_path, corpus, options):
    gold_file = shared / "corpora" / "dev" / f"{corpus}.jsonl"
    gold = dict(list(read_toponym_gold([gold_file]).items())[:80])
    some = tmp_path / "gold.jsonl"
    wanted = (line for line in gold_file.read_bytes().strip().split(b"\n") if json.loads(line)["id"] in gold)
    some.write_bytes(b"\n".join(wanted))
    rng = random.Random(corpus)
    said = {
        key: list(damaged_toponyms(document, rng)) for key, document in gold.items() if rng.random() < 0.95
    }
    path = tmp_path / "predictions.jsonl"
    write_predictions(said, path)
    theirs = judge("score.py", some, path, *options, out=tmp_path / "score.json")
    ours, _ = score_toponyms(
        gold,
        said,
        gold_mentions="--gold-mentions" in options,
        alts="--alts" in options,
        adj="--no-adj" not in options,
    )
    assert_same(ours, theirs)
