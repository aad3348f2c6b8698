"""Why an input could not be read, before anyone knows what it is called."""

from __future__ import annotations

from mapper.errors import ArticleError, ArticleTooLargeError, MapperError
from mapper.model import Failure


class Unreadable(Exception):  # noqa: N818 - never leaves this room
    """A sentence about an input, with the line it happened in, counting from 1."""

    def __init__(
        self,
        message: str,
        *,
        line: int | None = None,
        too_large: bool = False,
        cause: MapperError | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        self.too_large = too_large
        self.cause = cause

    def error(self, name: str) -> MapperError:
        """Return the error that a caller sees."""
        if self.cause is not None:
            return self.cause
        where = name if self.line is None else f"{name}, line {self.line}"
        kind = ArticleTooLargeError if self.too_large else ArticleError
        return kind(f"{where}: {self.message}")

    def failure(self, name: str) -> Failure:
        """Return the record of the failure."""
        return Failure(name, self.message, self.line)


def too_large(max_chars: int, *, line: int | None = None) -> Unreadable:
    """Return the problem of a text above the limit."""
    message = f"It is longer than {max_chars:,} characters: split it or raise the limit (--max-chars)."
    return Unreadable(message, line=line, too_large=True)
