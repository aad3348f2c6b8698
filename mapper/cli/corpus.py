"""``mapper parse … --into STORE``: a corpus into a file that grows, by one process, several or a cluster."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from mapper.model import EventMap, Run

if TYPE_CHECKING:
    from collections.abc import Callable

    from mapper.store import Store
    from mapper.store.corpus import Tally
    from mapper.store.workers import Workforce

NOTHING = Run("", "", "", "")

Into = Annotated[
    Path | None,
    typer.Option(dir_okay=False, metavar="STORE", help="Keep the records in this file; what it has stays."),
]
Jobs = Annotated[int, typer.Option(min=1, max=256, help="Processes, with --into.")]
Dask = Annotated[
    str | None, typer.Option(metavar="ADDRESS", help="Scheduler of a Dask cluster that maps, with --into.")
]


def stored(sources: list[str]) -> EventMap | None:
    """Return what a store holds if that is the only source."""
    from mapper.store import Store, is_store

    if len(sources) != 1 or not is_store(sources[0]):
        return None
    with Store.open(sources[0]) as store:
        return store.event_map()


def check_options(into: Path | None, jobs: int, dask: str | None) -> None:
    """Refuse options that go with a store only, or not together."""
    if into is None and (jobs > 1 or dask is not None):
        msg = "--jobs and --dask need --into STORE."
        raise typer.BadParameter(msg)
    if jobs > 1 and dask is not None:
        msg = "Give --jobs or --dask, not both."
        raise typer.BadParameter(msg)


class Target(NamedTuple):
    """The file the records go to, and what is wanted of it."""

    path: Path
    full_text: bool
    whole: bool


class Workers(NamedTuple):
    """Who maps, and the options of the mapper."""

    options: dict[str, Any]
    jobs: int
    dask: str | None

    def workforce(self) -> Workforce:
        """Return the workforce the options ask for."""
        from mapper.pipeline import EventMapper
        from mapper.store.workers import Alone, Cluster, Processes

        make = partial(EventMapper, **self.options)
        if self.dask is not None:
            return Cluster(make, self.dask)
        return Alone(make) if self.jobs == 1 else Processes(make, self.jobs)


def fill_store(sources: list[str], target: Target, workers: Workers, max_chars: int) -> EventMap:
    """Map what a store does not hold yet; an interrupted run can go on later.

    Returns
    -------
    EventMap
        All the store holds if the whole is wanted, else the failures alone.
    """
    from mapper.store import Store
    from mapper.store.corpus import fill

    with Store.open(target.path, full_text=target.full_text) as store:
        try:
            with _progress(sources) as progress:
                tally = fill(store, sources, workers.workforce(), max_chars=max_chars, progress=progress)
        except KeyboardInterrupt:
            note = f"stopped with {len(store)} articles in {target.path.name}; run it again to go on."
            typer.echo(f"mapper: {note}", err=True)
            raise typer.Exit(130) from None
        typer.echo(f"mapper: {_summary(store, tally, target.path.name)}", err=True)
        return store.event_map() if target.whole else EventMap(NOTHING, failures=tuple(store.failures()))


@contextmanager
def _progress(sources: list[str]) -> Iterator[Callable[[int], None]]:
    """Show how far the run is, where a person looks on."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    columns = (TextColumn("mapping"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("mapping", total=expected(sources) if console.is_terminal else None)
        yield lambda done: bar.update(task, completed=done)


def expected(sources: list[str]) -> int:
    """Return about how many articles there are: a line of a .jsonl file, or a file, each."""
    return sum(_articles_in(path) for source in sources for path in _files(Path(source)))


def _files(source: Path) -> Iterator[Path]:
    if not source.is_dir():
        yield source
        return
    for folder, folders, names in os.walk(source):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(folder, name) for name in names if not name.startswith("."))


def _articles_in(path: Path) -> int:
    if path.suffix.lower() != ".jsonl":
        return 1
    try:
        with path.open("rb") as file:
            return sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b""))
    except OSError:
        return 0


def _summary(store: Store, tally: Tally, name: str) -> str:
    duplicates, near = (sum(1 for _ in found) for found in (store.duplicates(), store.near_duplicates()))
    return (
        f"{len(store)} articles in {name}: {tally.mapped} mapped, {tally.held} held before; "
        f"{duplicates} duplicates, {near} pairs nearly the same."
    )
