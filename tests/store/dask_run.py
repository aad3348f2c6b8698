"""Fill a store by a Dask cluster of two worker processes on this computer, one of which is killed half-way.

python tests/store/dask_run.py STORE SOURCE
"""

import os
import signal
import sys
from functools import partial

from mapper.store import Store
from mapper.store.corpus import fill
from mapper.store.workers import Cluster
from tests.store.fakes import FakeMapper


def main():
    import distributed

    path, source = sys.argv[1:]
    options = {"n_workers": 2, "threads_per_worker": 1, "dashboard_address": None, "silence_logs": 50}
    with distributed.LocalCluster(**options) as cluster, Store.open(path) as store:
        pids = [worker.pid for worker in cluster.workers.values()]

        def kill_one(done):
            if done > 8 and pids:
                os.kill(pids.pop(), signal.SIGKILL)
                pids.clear()

        work = Cluster(partial(FakeMapper, 0.02), cluster.scheduler_address)
        tally = fill(store, [source], work, progress=kill_one)
        sys.stdout.write(f"{tally.mapped} {tally.failed} {len(pids)}\n")


if __name__ == "__main__":
    main()
