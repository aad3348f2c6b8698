"""Whatever a caller has at hand, as single articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

from mapper.articles.fields import article_from_fields
from mapper.errors import InputError
from mapper.model import Article, ArticleMap, EventMap

Given: TypeAlias = str | Article | ArticleMap


def sources_of(articles: Any) -> Iterable[Given]:
    """Return single articles of a text, an article, a record, a map, many of these, or a data frame.

    Raises
    ------
    InputError
        If it is none of these, or a data frame without a column ``text``.
    """
    if isinstance(articles, str | Article | ArticleMap):
        return [articles]
    if isinstance(articles, EventMap):
        return articles.articles
    if hasattr(articles, "columns") and hasattr(articles, "to_dict"):
        return _rows(articles)
    if isinstance(articles, Iterable):
        return articles
    msg = f"Expected texts, articles or a data frame, not {type(articles).__name__}."
    raise InputError(msg)


def _rows(frame: Any) -> Iterator[Article]:
    """Yield the rows of a data frame as articles."""
    if "text" not in frame.columns:
        msg = f"The data frame has no column 'text', only {', '.join(map(str, frame.columns))}."
        raise InputError(msg)
    for index, row in enumerate(frame.to_dict("records")):
        fields = {str(key): value for key, value in row.items() if value is not None and value == value}  # noqa: PLR0124 - NaN
        fields.setdefault("id", f"row-{index}")
        yield article_from_fields(fields)
