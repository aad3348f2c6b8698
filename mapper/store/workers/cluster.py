"""The workers of a Dask cluster map the articles; the scheduler gives a lost worker's to the others."""

from __future__ import annotations

import pickle
import threading
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from typing import Any, Final, cast

from mapper.errors import ExtraMissingError, StoreError
from mapper.store.workers.force import Chunk, Given, MakeMapper, Mapper, Outcome, chunks, killed, mapped

_AHEAD: Final = 2
"""Chunks in hand for each thread of the cluster, so that none waits."""

_ONE_AT_A_TIME: Final = threading.Lock()
"""A model is loaded once a process, and not made for threads."""


class Cluster:
    """A workforce of the workers at a Dask scheduler's address.

    Every worker process loads model and index once. This package and its data must be installed there.

    Raises
    ------
    ExtraMissingError
        If distributed is not installed.
    """

    def __init__(self, make: MakeMapper, address: str) -> None:
        _distributed()
        self._make = pickle.dumps(make)
        self._address = address

    def outcomes(self, articles: Iterable[Given]) -> Iterator[tuple[Given, Outcome]]:
        """Yield each article with its result or failure, as they are done.

        Raises
        ------
        StoreError
            If the scheduler cannot be reached.
        """
        try:
            client = _distributed().Client(self._address, set_as_default=False)
        except (OSError, ValueError) as error:
            msg = f"No Dask scheduler answers at {self._address!r}: {error}."
            raise StoreError(msg) from error
        with client:
            yield from self._gather(client, chunks(articles))

    def _gather(self, client: Any, fresh: Iterator[Chunk]) -> Iterator[tuple[Given, Outcome]]:
        doing: dict[Any, Chunk] = {}
        done = _distributed().as_completed(loop=client.loop)

        def submit(chunk: Chunk) -> None:
            future = client.submit(map_chunk, self._make, chunk, pure=False)
            doing[future] = chunk
            done.add(future)

        def submit_ahead() -> None:
            ahead = _AHEAD * max(1, sum(client.nthreads().values()))
            while len(doing) < ahead and (chunk := next(fresh, None)):
                submit(chunk)

        submit_ahead()
        for future in done:
            chunk = doing.pop(future)
            if _brought_workers_down(future) and len(chunk) > 1:
                for given in chunk:
                    submit((given,))
            elif _brought_workers_down(future):
                yield chunk[0], killed(chunk[0])
            else:
                yield from zip(chunk, future.result(), strict=True)
            submit_ahead()


def _distributed() -> Any:
    """Return the module, which says nothing of its types."""
    try:
        return import_module("distributed")
    except ImportError as cause:
        error = ExtraMissingError.for_extra("dask", "distributed")
        raise error from cause


def _brought_workers_down(future: Any) -> bool:
    """Tell whether several workers died of a task.

    Raises
    ------
    StoreError
        If the cluster let go of the task.
    """
    if future.cancelled():
        msg = "The Dask scheduler has ended or dropped the work: run again to go on."
        raise StoreError(msg)
    return future.status == "error" and isinstance(future.exception(), _distributed().KilledWorker)


@cache
def _mapper(make: bytes) -> Mapper:
    """Return the mapper of this process, loaded at its first chunk."""
    return cast("MakeMapper", pickle.loads(make))()  # noqa: S301 - what the client sends, as all of Dask's work


def map_chunk(make: bytes, chunk: Chunk) -> list[Outcome]:
    """Map a chunk on a worker; of a worker's threads one maps at a time."""
    with _ONE_AT_A_TIME:
        return mapped(_mapper(make), chunk)
