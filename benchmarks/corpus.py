"""Whole runs into a store: speed by number of processes, growth, and what is left of a run that is killed.

    python -m benchmarks.corpus [jobs] [dask] [add] [kill] [--articles N] [--kills N] [--folder FOLDER]

jobs   maps generated articles with one process and with two, a few times in turn
dask   maps them with one worker process of a Dask cluster and with two, and with one of two killed
add    fills a store with generated records and measures adding one more article
kill   kills a run of 300 articles at random moments and compares the store with an uninterrupted run's
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from mapper.pipeline import EventMapper
from mapper.store import Store
from mapper.store.corpus import fill
from mapper.store.workers import Alone, Cluster, Processes, Workforce
from tests.store.fakes import write_articles
from tests.store.generated import article_maps, articles

ROOT = Path(__file__).resolve().parents[1]
RUNS = 3


def write_texts(path: Path, size: int) -> None:
    """Write generated articles, one a line."""
    with path.open("w", encoding="utf-8") as file:
        for each in articles(size):
            row = {"id": each.id, "text": each.text, "published": str(each.published), "language": "en"}
            file.write(json.dumps(row) + "\n")


def seconds_of(
    folder: Path, source: Path, workforce: Workforce, progress: Callable[[int], None] = lambda _: None
) -> float:
    """Return how long a run into a new store takes, from the first article done on."""
    path = Path(tempfile.mkdtemp(dir=folder), "s.db")
    first: list[float] = []

    def mark(done: int) -> None:
        first.append(time.perf_counter()) if done and not first else None
        progress(done)

    start = time.perf_counter()
    with Store.open(path) as store:
        tally = fill(store, [str(source)], workforce, progress=mark)
        end = time.perf_counter()
        print(
            f"    {tally.mapped} mapped in {end - start:.1f} s, {end - first[0]:.1f} s of it after the first",
            flush=True,
        )
        assert tally.failed == 0, list(store.failures())[:3]
    return end - first[0]


def compare_jobs(folder: Path, size: int) -> None:
    """Print the time of runs with one process and with two, in turn."""
    source = folder / "texts.jsonl"
    write_texts(source, size)
    times: dict[int, list[float]] = {1: [], 2: []}
    for _ in range(RUNS):
        for jobs, found in times.items():
            print(f"  {jobs} process{'es' if jobs > 1 else ''}:")
            workforce = Alone(EventMapper) if jobs == 1 else Processes(EventMapper, jobs)
            found.append(seconds_of(folder, source, workforce))
    ratios = [one / two for one, two in zip(times[1], times[2], strict=True)]
    print(
        f"two processes are {statistics.median(ratios):.2f} times as fast as one ({_listed(ratios)}); "
        f"load {os.getloadavg()[0]:.1f}"
    )


def _listed(values: list[float]) -> str:
    return ", ".join(f"{value:.2f}" for value in values)


@contextmanager
def local_cluster(workers: int) -> Iterator[Any]:
    import distributed

    options = {"n_workers": workers, "threads_per_worker": 1, "dashboard_address": None, "silence_logs": 50}
    with distributed.LocalCluster(**options) as cluster:
        yield cluster


def compare_dask(folder: Path, size: int) -> None:
    """Print the time of runs by one worker process of a cluster and by two, and by two with one killed."""
    source = folder / "texts.jsonl"
    write_texts(source, size)
    times = {}
    for workers in (1, 2):
        print(f"  Dask, {workers} worker{'s' if workers > 1 else ''}:")
        with local_cluster(workers) as cluster:
            times[workers] = seconds_of(folder, source, Cluster(EventMapper, cluster.scheduler_address))
    print(f"two workers are {times[1] / times[2]:.2f} times as fast as one; load {os.getloadavg()[0]:.1f}")
    with local_cluster(2) as cluster:
        pids = [worker.pid for worker in cluster.workers.values()]

        def kill_one(done: int) -> None:
            if done > size // 3 and len(pids) == 2:
                os.kill(pids.pop(), signal.SIGKILL)

        print("  Dask, 2 workers, one killed after a third:")
        seconds_of(folder, source, Cluster(EventMapper, cluster.scheduler_address), kill_one)
    dumps = {tuple(_dump(path)) for path in folder.glob("*/s.db")}
    print(f"  {'the same' if len(dumps) == 1 else 'NOT the same'} in all stores")


def measure_adding(folder: Path, size: int) -> None:
    """Print how long filling a store takes and adding one more article, and how large it is."""
    path = folder / "large.db"
    maps = article_maps(size + 20, days=max(1, size // 30))
    start = time.perf_counter()
    with Store.open(path) as store:
        for _ in range(size):
            store.add(next(maps))
    print(f"{size} records kept in {time.perf_counter() - start:.0f} s, {path.stat().st_size / 1e6:.0f} MB")
    start = time.perf_counter()
    store = Store.open(path)
    print(f"opened and checked in {time.perf_counter() - start:.2f} s")
    spent = []
    for record in maps:
        start = time.perf_counter()
        store.add(record)
        spent.append(time.perf_counter() - start)
    print(f"one more article: {1000 * statistics.median(spent):.0f} ms, at most {1000 * max(spent):.0f} ms")
    start = time.perf_counter()
    result = store.event_map()
    print(
        f"read whole in {time.perf_counter() - start:.1f} s: "
        f"{len(result.clusters)} events told by several articles"
    )
    store.close()


def kill_often(folder: Path, kills: int, size: int = 300) -> None:
    """Kill a run at random moments, several times on its way, and compare the store in the end."""
    source = folder / "articles.jsonl"
    write_articles(source, article_maps(size, days=10))
    _run(folder / "whole.db", source).wait()
    expected = _dump(folder / "whole.db")
    chance, killed, wrong, round_number = random.Random(1), 0, 0, 0
    while killed < kills:
        path = folder / f"{round_number}.db"
        round_number += 1
        for _ in range(min(5, kills - killed)):
            process = _run(path, source, jobs=chance.choice((1, 2)))
            try:
                process.wait(chance.uniform(0.3, 3))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
                killed += 1
        assert _run(path, source).wait() == 0
        wrong += _dump(path) != expected
    print(
        f"killed {killed} times in {round_number} runs of {size} articles: "
        f"{wrong} stores differ from an uninterrupted run's"
    )


def _run(path: Path, source: Path, jobs: int = 1) -> subprocess.Popen[bytes]:
    command = [
        sys.executable,
        str(ROOT / "tests" / "store" / "fakes.py"),
        str(path),
        str(source),
        str(jobs),
        "0.005",
    ]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)


def _dump(path: Path) -> list[str]:
    with Store.open(path) as store:
        return list(store.dump())


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("what", nargs="*", default=["jobs", "add", "kill"], metavar="jobs|dask|add|kill")
    options.add_argument(
        "--articles", type=int, help="default 120 texts for jobs and dask, 10 000 records for add"
    )
    options.add_argument("--kills", type=int, default=50)
    options.add_argument("--folder", type=Path, help="where the stores go, by default a temporary folder")
    given = options.parse_args()
    measures: dict[str, Callable[[Path], None]] = {
        "jobs": partial(compare_jobs, size=given.articles or 120),
        "dask": partial(compare_dask, size=given.articles or 120),
        "add": partial(measure_adding, size=given.articles or 10_000),
        "kill": partial(kill_often, kills=given.kills),
    }
    for what in given.what:
        with tempfile.TemporaryDirectory(dir=given.folder) as folder:
            measures[what](Path(folder))


if __name__ == "__main__":
    main()
