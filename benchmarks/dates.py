"""Measure the dates room: the event gold's time expressions, the table of cases, and speed.

    python benchmarks/dates.py [--model none|sm|md|auto] [--errors]

MAPPER_SHARED names the folder with gold/ and tools/ (by default ``shared`` beside the checkout). Every
article is taken with the gold's own document date as published date. Errors are listed only for articles
whose SHA-1 of the id is even; the other half is there to show whether what was learned from them holds.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import os
import sys
import time
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from mapper.dates import find_times, reference_date  # noqa: E402
from mapper.language import load_parser  # noqa: E402
from mapper.language.parsers import Parser  # noqa: E402
from mapper.model import Article, Dateline, TimeExpression  # noqa: E402

SHARED = Path(os.environ.get("MAPPER_SHARED", ROOT.parent / "shared"))
SETS = {
    "seed + dev": [SHARED / "gold" / "seed.json", *sorted((SHARED / "gold" / "dev").glob("*.json"))],
    "real-dev": sorted((SHARED / "gold" / "real-dev").glob("*.json")),
}


def judge() -> Any:
    spec = importlib.util.spec_from_file_location("score_events", SHARED / "tools" / "score_events.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["score_events"] = module
    spec.loader.exec_module(module)
    return module


def is_even(article: str) -> bool:
    return int(hashlib.sha1(article.encode(), usedforsecurity=False).hexdigest(), 16) % 2 == 0


def dateline_of(text: str) -> Dateline | None:
    try:
        from mapper.articles import find_dateline
    except ImportError:
        return None
    return find_dateline(text)


def read(gold: dict[str, Any], parser: Parser) -> tuple[TimeExpression, ...]:
    article = Article(
        gold["id"],
        published=date.fromisoformat(gold["dct"]),
        dateline=dateline_of(gold["text"]),
        text=gold["text"],
    )
    return find_times(parser.parse(gold["text"]), reference=reference_date(article))


def days(time: TimeExpression) -> tuple[str | None, str | None]:
    return time.begin and time.begin.isoformat(), time.end_date and time.end_date.isoformat()


def record(article: str, times: Iterable[TimeExpression]) -> dict[str, Any]:
    rows = [
        {"start": t.start, "end": t.end, "text": t.text, "begin": days(t)[0], "end_date": days(t)[1]}
        for t in times
    ]
    return {"schema": "event-mapper/1", "article": {"id": article}, "times": rows}


def figures(scorer: Any, golds: list[dict[str, Any]], found: dict[str, tuple[TimeExpression, ...]]) -> str:
    if not golds:
        return "no articles"
    gold = {g["id"]: scorer.parse_gold(g) for g in golds}
    pred = {g["id"]: scorer.parse_prediction(record(g["id"], found[g["id"]])) for g in golds}
    times = scorer.score(gold, pred)[0]["overall"]["times"]
    overlap, exact, inside = times["overlap"], times["exact_interval"], times["begin_inside"]
    return (
        f"overlap P {overlap['p']:.3f} R {overlap['r']:.3f} F1 {overlap['f1']:.3f} "
        f"({overlap['tp']} of {overlap['n_gold']} gold, {overlap['n_pred']} found); "
        f"interval exact {exact['acc']:.3f} ({exact['right']} of {exact['of']}), "
        f"begin inside {inside['acc']:.3f}"
    )


def list_errors(gold: dict[str, Any], found: tuple[TimeExpression, ...]) -> None:
    rows = [(t["start"], t["end"], t["text"], t["begin"], t["finish"]) for t in gold["times"]]
    mine = [(t.start, t.end, t.text, *days(t)) for t in found]
    for start, end, text, begin, finish in rows:
        match = [m for m in mine if m[0] < end and start < m[1]]
        if not match:
            print(f"    {gold['id']}: missed {text!r} {begin}..{finish}")
        elif begin and match[0][3:] != (begin, finish):
            _, _, words, first, last = match[0]
            print(f"    {gold['id']}: {text!r} is {begin}..{finish}, found {words!r} {first}..{last}")
    for start, end, text, begin, finish in mine:
        if not any(start < r[1] and r[0] < end for r in rows):
            print(f"    {gold['id']}: not in the gold {text!r} {begin}..{finish}")


def speed(golds: list[dict[str, Any]]) -> str:
    """Time the dates room alone: texts are parsed (without a model) before the clock starts."""
    parser = load_parser("none")
    texts = [g["text"] for g in golds]
    big = "\n\n".join(texts * (1 + 100_000 // sum(map(len, texts))))
    parses = [parser.parse(text) for text in texts] * 5
    rates = []
    for sample in (parses, [parser.parse(big)]):
        start = time.perf_counter()
        for parse in sample:
            find_times(parse, reference=None)
        rates.append(sum(len(p.text) for p in sample) / (time.perf_counter() - start))
    return f"articles {rates[0]:,.0f}, one text of {len(big):,} characters {rates[1]:,.0f} characters/s"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("--model", default="auto", choices=["auto", "md", "sm", "none"])
    options.add_argument("--errors", action="store_true")
    chosen = options.parse_args()
    scorer, parser = judge(), load_parser(chosen.model)
    print(f"model: {parser.name}")
    everything = []
    for name, files in SETS.items():
        golds = [json.loads(path.read_text("utf-8")) for path in files]
        everything += golds
        found = {g["id"]: read(g, parser) for g in golds}
        print(f"{name}: {figures(scorer, golds, found)}")
        for half in (True, False):
            part = [g for g in golds if is_even(g["id"]) is half]
            print(f"  {'even' if half else 'odd'} half: {figures(scorer, part, found)}")
            if half and chosen.errors:
                for gold in part:
                    list_errors(gold, found[gold["id"]])
    print(f"speed: {speed(everything)}")


if __name__ == "__main__":
    main()
