"""Speed and coverage of the disputes room: ``python -m benchmarks.disputes``.

Without corpora it times loading, names and points on the behaviour tables; with MAPPER_SHARED (or the
folder beside the checkout) also on the development articles, and lists the names flagged there. It lists
the flagged cities above 300,000 people of the place index.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import time
from collections import Counter
from datetime import date
from pathlib import Path

from mapper.disputes import DisputeRegister, assess
from mapper.gazetteer import Gazetteer
from mapper.language import load_parser

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("MAPPER_SHARED", ROOT.parent / "shared"))
CORPORA = ("lgl", "trnews", "gwn", "geovirus")
LARGE = 300_000
LOADING = """
import time
import mapper.model, mapper.resources, msgspec
start = time.process_time()
from mapper.disputes import DisputeRegister
register = DisputeRegister.load()
register.find_names("x")
names = time.process_time()
import shapely
shapes = time.process_time()
register.at(44.95, 34.1)
print(names - start, time.process_time() - shapes)
"""


def loading() -> None:
    run = subprocess.run(
        [sys.executable, "-c", LOADING], cwd=ROOT, capture_output=True, text=True, check=True
    )
    names, first = (float(part) for part in run.stdout.split())
    print(f"import and load: {1000 * names:.0f} ms of processor time; first point {1000 * first:.1f} ms more")


def tables(register: DisputeRegister) -> None:
    for path in sorted((ROOT / "tests" / "cases").glob("disputes*.txt")):
        table(register, path)


def table(register: DisputeRegister, path: Path) -> None:
    cases = []
    for line in path.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            expectation, day, sentence = line.split("\t")
            pairs = expectation.lstrip("? ").split()
            expected = {tuple(pair.split(":")) for pair in pairs if pair != "none"}
            cases.append((expected, None if day == "-" else date.fromisoformat(day), sentence))
    for parser in (load_parser(), None):
        found = [set(assess(text, date=day, parser=parser, register=register)) for _, day, text in cases]
        ids = sum(
            {i for i, _ in got} == {i for i, _ in exp} for got, (exp, _, _) in zip(found, cases, strict=True)
        )
        exact = sum(got == exp for got, (exp, _, _) in zip(found, cases, strict=True))
        model = parser.name if parser else "no model"
        print(f"{path.stem}, {model}: territories {ids}, with relation {exact} of {len(cases)}")


def development(register: DisputeRegister) -> None:
    path = SHARED / "disputed" / "disputed_cases_dev.jsonl"
    cases = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    parser = load_parser()
    flags = relations = 0
    for case in cases:
        found = dict(assess(case["text"], parser=parser, register=register))
        right = set(found) == set(case["expected"]["ids"])
        flags += right
        relations += right and (set(found.values()) or {"none"}) == {case["expected"]["relation"]}
    print(f"development cases: flag and territory {flags}, with relation {relations} of {len(cases)}")


def articles(register: DisputeRegister) -> None:
    spent, counts, texts = 0.0, Counter(), 0
    for corpus in CORPORA:
        for line in (SHARED / "corpora" / "dev" / f"{corpus}.jsonl").open(encoding="utf-8"):
            article = json.loads(line)
            day = date.fromisoformat(article["date"][:10]) if article.get("date") else None
            start = time.process_time()
            matches = register.find_names(article["text"], date=day)
            spent += time.process_time() - start
            texts += 1
            half = "odd" if int(hashlib.sha1(article["id"].encode()).hexdigest(), 16) % 2 else "even"
            counts[half] += len(matches)
            if half == "even":
                for match in matches:
                    print(f"  {article['id']}: {match.territory} by {match.text!r} ({match.reasons[0].code})")
    print(f"{texts} articles, {1000 * spent / texts:.2f} ms an article; names flagged: {dict(counts)}")


def cities(register: DisputeRegister) -> None:
    rows = Gazetteer.open().rows
    numbers = (i for i, people in enumerate(rows.arrays["population"]) if people > LARGE)
    places = [place for place in map(rows.place, numbers) if place.kind in {"city", "district"}]
    start = time.perf_counter()
    found = [(place, register.flag_place(place)) for place in places]
    spent = time.perf_counter() - start
    flagged = [(place, flag) for place, flag in found if flag is not None]
    for place, flag in sorted(flagged, key=lambda pair: -(pair[0].population or 0)):
        print(f"  {place.name} ({place.population:,}): {', '.join((flag.territory, *flag.also))}")
    micro = 1e6 * spent / len(places)
    print(
        f"{len(flagged)} of {len(places)} cities above {LARGE:,} people are flagged; {micro:.0f} µs a place"
    )


def main() -> None:
    loading()
    register = DisputeRegister.load()
    tables(register)
    if (SHARED / "corpora").is_dir():
        development(register)
        articles(register)
    cities(register)


if __name__ == "__main__":
    main()
