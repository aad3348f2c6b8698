"""Plain text: one article a file."""

from __future__ import annotations

from collections.abc import Iterator

from mapper.articles.decoding import decode
from mapper.articles.fields import from_fields
from mapper.articles.problem import too_large
from mapper.articles.stream import Stream, read_bounded
from mapper.model import Article


def read(stream: Stream, stem: str, max_chars: int) -> Iterator[Article]:
    """Yield the article a text file holds."""
    text = decode(read_bounded(stream, max_chars))
    yield bounded_article({"text": text}, stem, max_chars)


def bounded_article(fields: dict[str, object], stem: str, max_chars: int) -> Article:
    """Return the article of these fields unless its text is too long."""
    if len(str(fields["text"])) > max_chars:
        raise too_large(max_chars)
    return from_fields(fields, default_id=stem)
