"""Articles from files, folders, standard input and memory."""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Iterator
from typing import Final

import msgspec

from mapper.articles.problem import Unreadable
from mapper.articles.sources import Item, Outcome, Source, outcomes, upload
from mapper.model import Article, ArticleMap, Failure

MAX_CHARS: Final = 5_000_000


def read_articles(
    sources: Source | Iterable[Source], *, max_chars: int = MAX_CHARS, failures: list[Failure] | None = None
) -> Iterator[Item]:
    """Yield the articles of any number of sources, in order.

    Parameters
    ----------
    sources
        Paths of files (.txt, .html, .htm, .jsonl) and folders (with all below, in order of their
        names, hidden ones left out), ``"-"`` for standard input, or articles, which pass through.
        A string that holds a line break, or several words and no file of that name, is a text.
    max_chars
        Longest text of one article, in characters.
    failures
        Collects what cannot be read, and reading goes on; without it the first failure is raised.

    Yields
    ------
    Article or ArticleMap
        A JSONL line with ``schema`` is a finished record. Ids are made unique in order of reading.

    Raises
    ------
    ArticleError
        Without `failures`, if a source cannot be read; the message names the file and the line.
    ExtraMissingError
        Likewise, for a web page, if the extra ``text`` is not installed.
    """
    given = [sources] if isinstance(sources, str | os.PathLike | Article | ArticleMap) else sources
    found = (pair for source in given for pair in outcomes(source, max_chars))
    return _deliver(found, failures)


def read_data(
    data: bytes, name: str, *, max_chars: int = MAX_CHARS, failures: list[Failure] | None = None
) -> Iterator[Item]:
    """Yield the articles of an uploaded file, by the ending of its name.

    Raises
    ------
    ArticleError
        As `read_articles`.
    """
    return _deliver(upload(io.BytesIO(data), name, max_chars), failures)


def _deliver(found: Iterable[tuple[str, Outcome]], failures: list[Failure] | None) -> Iterator[Item]:
    """Yield the articles; raise the failures or collect them."""
    taken: set[str] = set()
    for name, outcome in found:
        if not isinstance(outcome, Unreadable):
            yield _with_unique_id(outcome, taken)
        elif failures is None:
            raise outcome.error(name)
        else:
            failures.append(outcome.failure(name))


def _with_unique_id(item: Item, taken: set[str]) -> Item:
    """Return the article, a second one of the same id as ``id-2`` and so on."""
    article = item.article if isinstance(item, ArticleMap) else item
    name, count = article.id, 1
    while name in taken:
        count += 1
        name = f"{article.id}-{count}"
    taken.add(name)
    if name == article.id:
        return item
    renamed = msgspec.structs.replace(article, id=name)
    return msgspec.structs.replace(item, article=renamed) if isinstance(item, ArticleMap) else renamed
