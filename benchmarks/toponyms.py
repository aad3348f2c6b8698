"""Accuracy, speed and memory of the geoparser: ``python -m benchmarks.toponyms [--help]``.

Every figure comes from the judge ``score.py`` beside the corpora, with the same settings for every
corpus (``--no-adj``; ``--alts`` changes only GeoVirus, the one corpus with alternative points).
"""

from __future__ import annotations

import argparse
import contextlib
import importlib.util
import json
import resource
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from benchmarks.corpora import FITTED_ON, NEWS, SHARED, GoldDocument, documents
from mapper.model import Extent
from mapper.toponyms import Geoparser
from mapper.toponyms.fitted import parameters_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from types import ModuleType

    from mapper.model import Toponym

BINS: Final = 15


def judge() -> ModuleType:
    """Return the scorer beside the corpora."""
    spec = importlib.util.spec_from_file_location("score", SHARED / "tools" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def prediction(toponyms: Iterable[Toponym], *, demonyms: bool) -> list[dict[str, Any]]:
    """Return toponyms in the shape of the gold files."""
    return [
        {
            "start": t.start, "end": t.end, "text": t.text, "role": t.role, "confidence": t.confidence,
            "lat": t.place and t.place.lat, "lon": t.place and t.place.lon,
            "geonames_id": t.place and t.place.geonames_id, "country_code": t.place and t.place.country,
        }
        for t in toponyms
        if demonyms or t.role != "demonym"
    ]  # fmt: skip


def found(geoparser: Geoparser, gold: Sequence[GoldDocument]) -> dict[str, dict[str, Any]]:
    """Return what the geoparser finds in each document."""
    return {
        item.id: {"id": item.id, "toponyms": prediction(geoparser.toponyms(item.parsed), demonyms=False)}
        for item in gold
    }


def resolved(geoparser: Geoparser, gold: Sequence[GoldDocument]) -> dict[str, dict[str, Any]]:
    """Return what the geoparser takes each gold mention for."""
    return {
        item.id: {
            "id": item.id,
            "toponyms": prediction(
                geoparser.resolve(item.parsed, (Extent(t["start"], t["end"]) for t in item.toponyms)),
                demonyms=True,
            ),
        }
        for item in gold
    }


def calibration(
    gold: Sequence[GoldDocument], predictions: dict[str, dict[str, Any]], score: ModuleType
) -> dict[str, float]:
    """Return the calibration error over resolved gold mentions, and how confidence of .9 and more does."""
    pairs = []
    for item in gold:
        known = {(p["start"], p["end"]): p for p in predictions[item.id]["toponyms"]}
        for mention in item.toponyms:
            p = known.get((mention["start"], mention["end"]))
            if mention.get("lat") is None or p is None or p["lat"] is None:
                continue
            points = [(mention["lat"], mention["lon"]), *(mention.get("alts") or [])]
            pairs.append((p["confidence"], min(score.hav(*q, p["lat"], p["lon"]) for q in points) <= 161))
    error = 0.0
    for i in range(BINS):
        inside = [x for x in pairs if i / BINS <= x[0] < (i + 1) / BINS or (i == BINS - 1 and x[0] == 1)]
        if inside:
            gap = sum(right for _, right in inside) / len(inside) - sum(sure for sure, _ in inside) / len(
                inside
            )
            error += len(inside) / len(pairs) * abs(gap)
    high = [right for sure, right in pairs if sure >= 0.9]
    return {
        "ece": round(error, 4),
        "share_at_.9": round(len(high) / max(len(pairs), 1), 4),
        "right_at_.9": round(sum(high) / max(len(high), 1), 4),
    }


def figures(
    corpus: str, gold: Sequence[GoldDocument], geoparser: Geoparser, score: ModuleType
) -> dict[str, Any]:
    """Return every figure of one corpus, for all documents and for both halves."""
    started = time.process_time()
    full = found(geoparser, gold) if corpus in NEWS else {}
    seconds = time.process_time() - started
    given = resolved(geoparser, gold)
    result: dict[str, Any] = {
        "documents": len(gold),
        "documents_per_second": round(len(gold) / max(seconds, 1e-9), 1),
    }
    for half, kept in (
        ("all", gold),
        ("even", [g for g in gold if g.is_even]),
        ("odd", [g for g in gold if not g.is_even]),
    ):
        keys = {item.id: item.record for item in kept}
        row = {"a161": score.score(keys, given, gold_mentions=True, alts=True)["resolution"]["all"]["acc161"]}
        if full:
            whole = score.score(keys, full, alts=True, no_adj=True)
            row |= {
                "exact": whole["recognition"]["exact"]["f1"],
                "overlap": whole["recognition"]["overlap"]["f1"],
                "end_to_end": whole["end_to_end"]["f1"],
            }
        result[half] = row
    return result | calibration(gold, given, score)


def main() -> None:
    """Print a table and, if asked, write the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", nargs="*", default=list(NEWS))
    parser.add_argument("--model", default="md", choices=("md", "sm", "none"))
    parser.add_argument("--cache", type=Path)
    parser.add_argument(
        "--held-out", type=Path, help="numbers fitted without each corpus, by benchmarks.train"
    )
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    score, table = judge(), {}
    for corpus in options.corpora:
        gold = documents(corpus, options.model, options.cache)
        apart = options.held_out is not None and corpus in FITTED_ON
        with parameters_of(options.held_out / corpus) if apart else contextlib.nullcontext():
            table[corpus] = figures(corpus, gold, Geoparser(), score)
        print(corpus, json.dumps(table[corpus]), flush=True)
    print("peak memory", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, "MB")
    if options.json is not None:
        options.json.write_text(json.dumps(table, indent=1), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
