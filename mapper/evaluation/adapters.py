"""The parts of an `EventMapper` that are evaluated one by one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from mapper.dates import find_times
from mapper.model import Article, Span, TimeExpression, Toponym

if TYPE_CHECKING:
    from mapper.pipeline import EventMapper


def toponym_finder(mapper: EventMapper) -> Callable[[Article], Sequence[Toponym]]:
    """Return what finds the toponyms of an article, without its events."""
    return lambda article: mapper.geoparser.toponyms(mapper.prepare(article))


def toponym_resolver(mapper: EventMapper) -> Callable[[Article, Sequence[Span]], Sequence[Toponym]]:
    """Return what resolves given mentions of an article."""
    return lambda article, spans: mapper.geoparser.resolve(mapper.prepare(article), spans)


def time_finder(mapper: EventMapper) -> Callable[[Article], Sequence[TimeExpression]]:
    """Return what finds the time expressions of an article."""

    def find(article: Article) -> Sequence[TimeExpression]:
        parsed = mapper.prepare(article)
        return find_times(parsed.parse, reference=parsed.article.reference_date)

    return find
