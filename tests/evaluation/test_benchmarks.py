"""What the accuracy benchmark is made of, without corpora."""

import csv
import re

import msgspec
import pytest

from benchmarks.shared import ALL, NEWS, TITLES
from benchmarks.toponyms.events import ROWS, EventFigures
from benchmarks.toponyms.figure import Figure, halves, plain, table, whole
from benchmarks.toponyms.measure import CorpusFigures, Reading, Resolution
from benchmarks.toponyms.memory import peak_mb
from benchmarks.toponyms.peers import look_up, occurrences
from benchmarks.toponyms.report import PUBLISHED, TABLES, markdown
from benchmarks.toponyms.results import Peer, Ratio, Results
from mapper.evaluation.bootstrap import Interval
from mapper.evaluation.measures import LabelAccuracy, accuracy, prf

HALF = Figure(0.5, Interval(0.5, 0.4, 0.6), (0.55, None))


def test_occurrences_are_whole_words_and_the_longest():
    points = {"York": (1.0, 1.0), "New York": (2.0, 2.0), "a.b": None}
    text = "New York, York, Yorkshire, a.b and axb"
    found = [(text[start:end], point) for start, end, point in occurrences(text, points)]
    assert found == [("New York", (2.0, 2.0)), ("York", (1.0, 1.0)), ("a.b", None)]
    assert list(occurrences(text, {})) == []


def test_look_up_takes_the_longest_run_of_capitalised_words():
    known = {"New York City": (1.0, 1.0), "New York": (2.0, 2.0), "City": None, "Paris": (3.0, 3.0)}
    text = "In New York City, the city of New York. Paris's City\nParis"
    found = [(text[s:e], p) for s, e, p in look_up(text, lambda name: (name in known, known.get(name)))]
    assert found == [
        ("New York City", (1.0, 1.0)),
        ("New York", (2.0, 2.0)),
        ("Paris", (3.0, 3.0)),
        ("City", None),
        ("Paris", (3.0, 3.0)),
    ]


def test_figures_as_tables_show_them():
    assert (plain(0.8784), plain(1.0), plain(None)) == (".878", "1.000", "-")
    assert whole(HALF) == ".500 (.400 to .600)"
    assert (whole(Figure(0.25)), whole(None)) == (".250", "-")
    assert (halves(HALF), halves(Figure(0.25)), halves(None)) == (".550 / -", "-", "-")
    lines = table(("a", "long"), [("x", "y"), ("wide", "z")]).splitlines()
    assert lines[1] == "|------|------|"
    assert len({len(line) for line in lines}) == 1


def test_published_figures_are_shares_with_a_source():
    with PUBLISHED.open(encoding="utf-8") as stream:
        rows = list(csv.DictReader((line for line in stream if not line.startswith("#")), delimiter="\t"))
    assert {row["table"] for row in rows} == TABLES.keys()
    for row in rows:
        figures = [row[corpus] for corpus in ALL if corpus in row]
        assert row["source"], row
        assert row["system"], row
        assert any(figure != "-" for figure in figures), row
        assert all(re.fullmatch(r"-|\.\d{2,3}", figure) for figure in figures), row


def test_peak_memory_is_that_of_this_process():
    assert 10 < peak_mb() < 100_000


@pytest.fixture
def results():
    resolution = Resolution(10, HALF, 0.9, HALF, 0.8, HALF, 0.03, 0.7, Figure(0.98, HALF.interval))
    reading = Reading(Figure(0.6), HALF, HALF)
    corpora = {c: CorpusFigures(5, resolution, reading if c in NEWS else None) for c in ALL}
    corpora |= {"lgl, learned homes": corpora["lgl"], "toporesolve, GPE": corpora["toporesolve"]}
    events = EventFigures(
        3,
        dict.fromkeys(ROWS, HALF) | {"type": None},
        prf(8, 9, 10),
        LabelAccuracy(0.5, 4, 8, 0.1, {}),
        accuracy(1, 2),
    )
    peer = Peer(dict.fromkeys(NEWS, reading), 123.4, 56.7)
    return Results(
        versions={"spacy": "3"},
        corpora=corpora,
        roles={"GWN": HALF},
        peers={"ours, full": peer, "geotext": peer},
        missing={"localis": "No module named 'localis'"},
        ratio=Ratio(27.0, 60.0, 20.0, 40.0, load=3.5, cores=2),
        events={"seed": events, "dev": events},
    )


def test_the_page_names_every_corpus_peer_and_measure(results):
    page = markdown(results)
    for title in TITLES.values():
        assert f"| {title} " in page
    for text in (
        "LGL, learned homes", "geotext 0.4.0", "localis was not installed", "**1.35 times**", "1.50 times", "2 cores and a load average of 3.5",
        "seed and dev together: 8 of 16 roles right (.500)", "8 of 10 place names found, 1 others given; 4 of 8 roles right; 1 of 2 `caused`", "| 123 ", "Mordecai 3",
    ):  # fmt: skip
        assert text in page
    assert page.startswith("# Accuracy")
    assert page.endswith("\n")
    assert all(re.search(r"\S$", line) for line in page.splitlines() if line)


def test_results_survive_json(results):
    assert msgspec.json.decode(msgspec.json.encode(results), type=Results) == results
