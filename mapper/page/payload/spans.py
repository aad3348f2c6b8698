"""Code points to UTF-16 units, and absolute spans to places inside the quotes, once, at build."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from msgspec import UNSET

if TYPE_CHECKING:
    from mapper.model import ArticleMap
    from mapper.page.payload.records import Mark

GAP = 2
"""A quote continues the one before it when no more than this many characters lie between."""


def utf16(text: str, position: int) -> int:
    """Return the number of UTF-16 units before a code point position."""
    head = text[:position]
    return position if head.isascii() else position + sum(character > "\uffff" for character in head)


class Quotes:
    """The sentences of an article that the page may show, and where spans lie in them.

    Without stored quotes the full text, when there is one, serves as the only quote.
    """

    def __init__(self, article_map: ArticleMap) -> None:
        text = article_map.article.text
        self.full = None if text is UNSET else text
        spans = sorted((quote.start, quote.end, quote.text) for quote in article_map.quotes)
        if not spans and self.full:
            spans = [(0, len(self.full), self.full)]
        self.texts = tuple(text for _, _, text in spans)
        self._starts = [start for start, _, _ in spans]
        self._ends = [end for _, end, _ in spans]

    def index_at(self, position: int) -> int | None:
        """Return the quote that holds a position of the text."""
        index = bisect_right(self._starts, position) - 1
        return index if index >= 0 and position < self._ends[index] else None

    def mark(self, start: int | None, end: int | None) -> Mark | None:
        """Return where a span lies, or None when no quote holds all of it."""
        if start is None or end is None:
            return None
        index = self.index_at(start)
        if index is None or end > self._ends[index]:
            return None
        text, origin = self.texts[index], self._starts[index]
        return index, utf16(text, start - origin), utf16(text, end - origin)

    def covering(self, start: int, end: int) -> tuple[int, ...]:
        """Return the quotes that a stretch of the text touches."""
        return tuple(i for i, first in enumerate(self._starts) if first < end and self._ends[i] > start)

    def starts16(self) -> tuple[int, ...]:
        """Return where each quote begins in the full text, in UTF-16 units."""
        return tuple(utf16(self.full, start) for start in self._starts) if self.full else ()
