"""JSON Lines: an article a line, or a finished record that is not parsed again."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any, Final

import msgspec

from mapper.articles.decoding import decode
from mapper.articles.fields import from_fields
from mapper.articles.problem import Unreadable, too_large
from mapper.articles.stream import Stream, read_bounded
from mapper.errors import RecordError
from mapper.model import SCHEMA, Article, ArticleMap, EventMap, from_json

_LINE_BYTES: Final = 12
"""A character takes at most so many bytes in JSON: two escapes of six characters."""
_HOPELESS: Final = 100
"""A file whose first lines all fail is not read to its end."""
_WIDE_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")


def read(stream: Stream, stem: str, max_chars: int) -> Iterator[Article | ArticleMap | Unreadable]:
    """Yield what each line holds; a line that fails does not stop the others."""
    good = bad = 0
    for number, line in _lines(stream, max_chars):
        if isinstance(line, Unreadable):
            bad += 1
            yield line
        elif line.strip():
            try:
                items = _read_line(line, f"{stem}-{number}", max_chars)
            except Unreadable as problem:
                bad += 1
                yield Unreadable(problem.message, line=number, too_large=problem.too_large)
            else:
                good += 1
                yield from items
        if bad == _HOPELESS and not good:
            yield Unreadable(
                f"Its first {number} lines hold no article: is it JSON Lines, one object a line?"
            )
            return
    if not good and not bad:
        yield Unreadable("It is empty.")


def _lines(stream: Stream, max_chars: int) -> Iterator[tuple[int, bytes | Unreadable]]:
    """Yield numbered lines, of a line too long only the complaint."""
    limit = _LINE_BYTES * max_chars + 10_000  # the other fields
    line = stream.readline(limit)
    if line.startswith(_WIDE_MARKS):
        text = decode(line + read_bounded(stream, max_chars))
        stream = io.BytesIO(text.encode("utf-8", "surrogatepass"))
        line = stream.readline(limit)
    line = line.removeprefix(b"\xef\xbb\xbf")
    number = 0
    while line:
        number += 1
        if len(line) == limit and not line.endswith(b"\n"):
            while line and not line.endswith(b"\n"):
                line = stream.readline(limit)
            yield number, too_large(max_chars, line=number)
        else:
            yield number, line
        line = stream.readline(limit)


def _read_line(line: bytes, default_id: str, max_chars: int) -> list[Article] | list[ArticleMap]:
    try:
        fields = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        msg = (
            "The line is not valid UTF-8." if isinstance(error, UnicodeDecodeError) else f"Not JSON: {error}."
        )
        raise Unreadable(msg) from None
    if not isinstance(fields, dict):
        msg = "The line is JSON but not an object with the article's fields."
        raise Unreadable(msg)
    if "schema" in fields:
        return _records(line, fields)
    text = fields.get("text")
    if text is None:
        msg = "The article has no field 'text'."
        raise Unreadable(msg)
    if isinstance(text, str) and len(text) > max_chars:
        raise too_large(max_chars)
    return [from_fields(fields, default_id=default_id)]


def _records(line: bytes, fields: dict[str, Any]) -> list[ArticleMap]:
    """Return the finished records of a line: one article's, or all of a map's."""
    if fields["schema"] != SCHEMA:
        msg = f"The record has the schema {str(fields['schema'])[:40]!r}, expected {SCHEMA!r}."
        raise Unreadable(msg)
    try:
        if "articles" in fields:
            return list(from_json(line, EventMap).articles)
        return [from_json(line, ArticleMap)]
    except RecordError as error:
        raise Unreadable(str(error)) from None
