"""On a Dask cluster: the same result, though a worker is lost on the way."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from mapper.errors import StoreError
from mapper.store import Store
from mapper.store.corpus import fill
from mapper.store.workers import Alone, Cluster
from tests.store.fakes import FakeMapper, write_articles

pytest.importorskip("distributed", reason="distributed is not installed: pip install 'event-mapper[dask]'")

ROOT = Path(__file__).parents[2]


def test_two_workers_one_of_them_killed(tmp_path, maps):
    source = tmp_path / "articles.jsonl"
    write_articles(source, maps)
    command = [
        sys.executable,
        str(Path(__file__).with_name("dask_run.py")),
        str(tmp_path / "d.db"),
        str(source),
    ]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == [str(len(maps)), "0", "0"]
    with Store.open(tmp_path / "a.db") as alone, Store.open(tmp_path / "d.db") as store:
        fill(alone, [str(source)], Alone(FakeMapper))
        assert list(store.dump()) == list(alone.dump())


def test_no_scheduler_is_a_clear_error(monkeypatch):
    import distributed

    def refuse(*_, **__):
        msg = "Timed out"
        raise OSError(msg)

    monkeypatch.setattr(distributed, "Client", refuse)
    with pytest.raises(StoreError, match=r"No Dask scheduler answers at 'tcp://127\.0\.0\.1:1'"):
        list(Cluster(FakeMapper, "tcp://127.0.0.1:1").outcomes([]))
