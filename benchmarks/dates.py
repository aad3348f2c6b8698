"""Accuracy and speed of the dates room: ``python -m benchmarks.dates [--model none|sm|md|auto] [--errors]``.

Errors are listed only for articles of the even half; the other half shows whether what was learned from
them holds.
"""

from __future__ import annotations

import argparse
import time

from rich.console import Console

from benchmarks.shared import EVENT_GOLD
from mapper.dates import find_times
from mapper.evaluation import evaluate_dates, read_event_gold, render, time_finder
from mapper.evaluation.halves import half_of
from mapper.language import load_parser
from mapper.pipeline import EventMapper

SETS = {"seed and dev": ("seed", "dev"), "real-dev": ("real-dev",)}
LONG = 100_000
"""Characters of the one long text that is timed."""


def speed(texts: list[str]) -> str:
    """Time the dates room alone: texts are parsed (without a model) before the clock starts."""
    parser = load_parser("none")
    big = "\n\n".join(texts * (1 + LONG // sum(map(len, texts))))
    parses = [parser.parse(text) for text in texts] * 5
    rates = []
    for sample in (parses, [parser.parse(big)]):
        start = time.process_time()
        for parse in sample:
            find_times(parse, reference=None)
        rates.append(sum(len(p.text) for p in sample) / (time.process_time() - start))
    return f"articles {rates[0]:,.0f}, one text of {len(big):,} characters {rates[1]:,.0f} characters/s"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--model", default="auto", choices=["auto", "md", "sm", "none"])
    options.add_argument("--errors", action="store_true")
    chosen = options.parse_args()
    mapper = EventMapper(model=chosen.model)
    texts: list[str] = []
    print(f"model: {mapper.parser.name}")
    for name, parts in SETS.items():
        gold = read_event_gold([EVENT_GOLD[part] for part in parts])
        texts += [article.text or "" for article in gold.values()]
        report = evaluate_dates(gold, time_finder(mapper))
        print(f"\n{name}")
        Console(width=120).print(render(report))
        if chosen.errors:
            print("\n".join(line for line in report.wrong if half_of(line.partition(":")[0]) == "even"))
    print(f"speed: {speed(texts)}")


if __name__ == "__main__":
    main()
