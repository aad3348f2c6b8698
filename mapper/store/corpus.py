"""A whole corpus into a store: what is missing is mapped, what fails is kept as failed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from mapper.articles import read_articles
from mapper.errors import RecordError
from mapper.model import Article, ArticleMap, Failure, Record
from mapper.store.store import Store
from mapper.store.workers import Workforce
from mapper.store.workers.force import Given, name_of

Progress: TypeAlias = Callable[[int], None]
"""Called with how many articles are settled so far."""


class Tally(Record, frozen=True):
    """What a run did: articles mapped, articles whose text was held already, inputs that failed."""

    mapped: int
    held: int
    failed: int


def fill(
    store: Store,
    sources: Iterable[str],
    workforce: Workforce,
    *,
    max_chars: int = 5_000_000,
    progress: Progress = lambda _: None,
) -> Tally:
    """Map the articles of some files and folders that a store does not hold, and keep them.

    The run may be stopped at any moment and started again: nothing is lost and nothing is kept twice.

    Parameters
    ----------
    store
        Where the records go; only this process writes to it.
    sources
        Files and folders.
    workforce
        Who maps them.
    max_chars
        Longest article.
    progress
        Called as articles are settled.

    Raises
    ------
    InputError
        If the store's records were made with other versions or options.
    StoreError
        If the store cannot be written.
    """
    return _Run(store, progress).through(sources, workforce, max_chars)


class _Run:
    """One run through a corpus, and what it has counted."""

    def __init__(self, store: Store, progress: Progress) -> None:
        self._store = store
        self._progress = progress
        self._read = self._sent = self._mapped = self._held = self._failed = 0

    def through(self, sources: Iterable[str], workforce: Workforce, max_chars: int) -> Tally:
        self._store.forget_failures()
        failures: list[Failure] = []
        articles = self._counted(read_articles(sources, max_chars=max_chars, failures=failures))
        for given, outcome in workforce.outcomes(self._missing(articles)):
            failures += self._settle(given, outcome)
            self._keep(failures)
        self._keep(failures)
        return Tally(self._mapped, self._read - self._sent + self._held, self._failed)

    def _counted(self, articles: Iterable[Given]) -> Iterator[Given]:
        for article in articles:
            self._read += 1
            yield article

    def _missing(self, articles: Iterable[Given]) -> Iterator[Given]:
        for article in self._store.missing(articles):
            self._sent += 1
            yield article

    def _settle(self, given: Given, outcome: ArticleMap | Failure) -> Iterator[Failure]:
        """Keep a result; yield a failure."""
        if isinstance(outcome, Failure):
            yield outcome
            return
        if isinstance(given, Article):
            self._store.agree_on(outcome.run)
        try:
            is_new = self._store.add(outcome) in ("new", "replaced")
        except RecordError as error:
            yield Failure(name_of(given), str(error))
        else:
            self._mapped += is_new
            self._held += not is_new

    def _keep(self, failures: list[Failure]) -> None:
        for failure in failures:
            self._store.fail(failure)
        self._failed += len(failures)
        failures.clear()
        self._progress(self._read - self._sent + self._mapped + self._held + self._failed)
