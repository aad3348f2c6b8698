"""A run may be stopped at any moment: after it is run again the store equals an uninterrupted run's."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from mapper.store import Store
from tests.store.fakes import write_articles

ROOT = Path(__file__).parents[2]
FAKES = Path(__file__).with_name("fakes.py")


def start(store, source, jobs=1, delay=0.0):
    command = [sys.executable, str(FAKES), str(store), str(source), str(jobs), str(delay)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def run(*arguments):
    process = start(*arguments)
    out, err = process.communicate()
    assert process.returncode == 0, err
    return out.split()


def dump(path):
    with Store.open(path) as store:
        return list(store.dump())


@pytest.fixture(scope="module")
def source(tmp_path_factory, maps):
    path = tmp_path_factory.mktemp("articles") / "articles.jsonl"
    write_articles(path, maps)
    return path


@pytest.fixture(scope="module")
def expected(tmp_path_factory, source, maps):
    path = tmp_path_factory.mktemp("whole") / "s.db"
    assert run(path, source) == [str(len(maps)), "0", "0"]
    return dump(path)


def wait_for(path, process):
    """Wait until the run has begun to write."""
    while not (path.exists() and path.stat().st_size) and process.poll() is None:
        time.sleep(0.005)


@pytest.mark.parametrize(("jobs", "seed"), [(1, 3), (1, 8), (2, 5)])
def test_killed_and_run_again(tmp_path, source, expected, maps, jobs, seed):
    chance = random.Random(seed)
    path = tmp_path / "s.db"
    process = start(path, source, jobs, 0.01)
    wait_for(path, process)
    time.sleep(chance.uniform(0, 0.4))
    process.kill()
    process.communicate()
    mapped, held, failed = map(int, run(path, source))
    assert (mapped + held, failed) == (len(maps), 0)
    assert dump(path) == expected


def test_interrupted_by_hand_ends_at_once_and_goes_on(tmp_path, source, expected, maps):
    path = tmp_path / "s.db"
    process = start(path, source, 2, 0.05)
    wait_for(path, process)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=20)
    assert process.returncode != 0
    assert err.count("KeyboardInterrupt") <= 2  # one traceback, the parent's; its processes end in silence
    run(path, source)
    assert dump(path) == expected
