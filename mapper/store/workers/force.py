"""What a workforce does, and what all kinds of it share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Final, Protocol, TypeAlias

from mapper.model import Article, ArticleMap, Failure

Given: TypeAlias = Article | ArticleMap
Outcome: TypeAlias = ArticleMap | Failure
Chunk: TypeAlias = tuple[Given, ...]

CHUNK: Final = 8
"""Articles handed over at once: enough for the language model to work in batches, few to do again."""


class Mapper(Protocol):
    """Maps articles one by one, as `EventMapper.outcomes`."""

    def outcomes(self, sources: Iterable[Given]) -> Iterator[Outcome]:
        """Yield a result or a failure for each, in their order."""
        ...


MakeMapper: TypeAlias = Callable[[], Mapper]
"""Loads model and index; called once by every process, so it must survive being pickled."""


class Workforce(Protocol):
    """Maps articles in whatever order they are done, each with what it was made from."""

    def outcomes(self, articles: Iterable[Given]) -> Iterator[tuple[Given, Outcome]]:
        """Yield each article with its result or failure; none is lost when a process dies."""
        ...


def chunks(articles: Iterable[Given]) -> Iterator[Chunk]:
    """Yield the articles in small lots."""
    articles = iter(articles)
    while chunk := tuple(islice(articles, CHUNK)):
        yield chunk


def mapped(mapper: Mapper, chunk: Chunk) -> list[Outcome]:
    """Return what becomes of each article; one that breaks its chunk fails alone."""
    try:
        return list(mapper.outcomes(chunk))
    except Exception as error:  # noqa: BLE001 - one article must not end the run
        if len(chunk) == 1:
            return [Failure(name_of(chunk[0]), f"{type(error).__name__}: {error}")]
        return [outcome for given in chunk for outcome in mapped(mapper, (given,))]


def name_of(given: Given) -> str:
    """Return an article's name, for messages."""
    return given.article.id if isinstance(given, ArticleMap) else given.id


def killed(given: Given) -> Failure:
    """Return the failure of an article that brought its process down, twice."""
    return Failure(name_of(given), "The process that mapped it died, and died again when it was tried alone.")
