"""Streams of bytes, read no further than the limit allows."""

from __future__ import annotations

import io
from typing import Protocol

from mapper.articles.problem import Unreadable, too_large


class Stream(Protocol):
    """What the readers ask of a stream of bytes."""

    def read(self, size: int = -1, /) -> bytes:
        """Return at most so many bytes, or all."""
        ...

    def readline(self, size: int = -1, /) -> bytes:
        """Return the next line, or so many bytes of it."""
        ...


class Resumed:
    """A stream whose beginning was read already."""

    def __init__(self, head: bytes, rest: Stream) -> None:
        self._head = io.BytesIO(head)
        self._rest = rest

    def read(self, size: int = -1, /) -> bytes:
        """Return at most so many bytes, or all."""
        head = self._head.read(size)
        return head + self._rest.read(size - len(head) if size >= 0 else -1)

    def readline(self, size: int = -1, /) -> bytes:
        """Return the next line, or so many bytes of it."""
        return self._head.readline(size) or self._rest.readline(size)


def read_bounded(stream: Stream, max_chars: int) -> bytes:
    """Return all bytes, stopping as soon as they cannot be within the limit (4 bytes a character)."""
    limit = 4 * max_chars + 4
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise too_large(max_chars)
    if not data:
        msg = "It is empty."
        raise Unreadable(msg)
    return data
