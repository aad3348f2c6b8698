"""Several processes of this computer map the articles, each with a model and an index of its own."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from typing import Any, Final, NamedTuple

from mapper.errors import StoreError
from mapper.store.workers.force import Chunk, Given, MakeMapper, Outcome, chunks, killed, mapped

_SPAWN: Final = multiprocessing.get_context("spawn")
_READY: Final = "ready"
_SECONDS_TO_END: Final = 10


class Processes:
    """A workforce of some processes on this computer.

    A process that dies is replaced, and the articles it held are tried again one by one; one that brings
    a process down when it is alone becomes a failure. The processes end when this one does, however it ends.
    """

    def __init__(self, make: MakeMapper, jobs: int) -> None:
        self._make = make
        self._jobs = jobs

    def outcomes(self, articles: Iterable[Given]) -> Iterator[tuple[Given, Outcome]]:
        """Yield each article with its result or failure, as they are done.

        Raises
        ------
        StoreError
            If a process dies before it can begin.
        """
        waiting = _Waiting(chunks(articles))
        workers: list[_Worker] = []
        try:
            while True:
                while len(workers) < self._jobs and (first := waiting.next()):
                    workers.append(_Worker(self._make, first))
                if not workers:
                    return
                ready = wait([worker.connection for worker in workers])
                for worker in [each for each in workers if each.connection in ready]:
                    yield from _heard(worker, waiting)
                workers = [worker for worker in workers if worker.task]
        finally:
            for worker in workers:
                worker.end()


class _Task(NamedTuple):
    """A chunk, and whether it is one article that was in a process that died."""

    chunk: Chunk
    again: bool = False


class _Waiting:
    """Chunks to be done: those to be tried again first."""

    def __init__(self, fresh: Iterator[Chunk]) -> None:
        self._fresh = fresh
        self._again: deque[_Task] = deque()

    def next(self) -> _Task | None:
        """Return the next task, None at the end."""
        if self._again:
            return self._again.popleft()
        chunk = next(self._fresh, None)
        return None if chunk is None else _Task(chunk)

    def died(self, task: _Task) -> Iterator[tuple[Given, Outcome]]:
        """Put the articles of a process that died back, one by one; yield one that was alone again."""
        if task.again:
            yield task.chunk[0], killed(task.chunk[0])
        else:
            self._again += [_Task((given,), again=True) for given in task.chunk]


def _heard(worker: _Worker, waiting: _Waiting) -> Iterator[tuple[Given, Outcome]]:
    """Yield what a process has done and give it more; it has no task left when it ends."""
    task, message = worker.task, worker.receive()
    assert task is not None, "a process without a task has ended"
    if message is None:
        worker.end()
        yield from waiting.died(task)
    elif message != _READY:
        worker.take(waiting.next())
        yield from zip(task.chunk, message, strict=True)


class _Worker:
    """A process with what it is to map; `task` is None when it has ended."""

    def __init__(self, make: MakeMapper, task: _Task) -> None:
        self.connection, theirs = _SPAWN.Pipe()
        self._process = _SPAWN.Process(target=_work, args=(theirs, make), daemon=True)
        self._process.start()
        theirs.close()
        self._is_ready = False
        self.task: _Task | None = task

    def receive(self) -> Any:
        """Return what the process says, None if it has died; when it is ready it gets its task.

        Raises
        ------
        StoreError
            If it died before it could begin.
        """
        try:
            message = self.connection.recv()
        except (EOFError, OSError):
            if not self._is_ready:
                msg = "A process ended while it loaded the model and the place index: is there enough memory?"
                raise StoreError(msg) from None
            return None
        if isinstance(message, Exception):
            raise message
        if not self._is_ready:
            self._is_ready = True
            self.take(self.task)
        return message

    def take(self, task: _Task | None) -> None:
        """Hand over a task; without one the process ends."""
        self.task = task
        if task is None:
            self.end()
            return
        with suppress(OSError):  # it has died: the next receive says so
            self.connection.send(task.chunk)

    def end(self) -> None:
        """Let the process end, and make it if it does not."""
        self.task = None
        self.connection.close()
        self._process.join(_SECONDS_TO_END)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()


def _work(connection: Connection, make: MakeMapper) -> None:
    """Map what comes until nothing more can come; an interrupt is the parent's to handle."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        try:
            mapper = make()
        except Exception as error:  # noqa: BLE001 - whatever it is, the parent is to raise it
            connection.send(error)
            return
        connection.send(_READY)
        while True:
            connection.send(mapped(mapper, connection.recv()))
    except (EOFError, OSError):
        return  # the parent has ended
