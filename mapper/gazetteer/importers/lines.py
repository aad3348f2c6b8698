"""Lines of large text files, one at a time: too long or wrongly encoded ones are bad rows, not the end."""

from __future__ import annotations

import codecs
from typing import IO, TYPE_CHECKING, Final

from mapper.errors import InputError
from mapper.gazetteer.importers.report import BadRow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapper.gazetteer.importers.archive import Source
    from mapper.gazetteer.importers.report import Log

LONGEST: Final = 2**20
"""Bytes of the longest line read whole; GeoNames keeps its rows under 20,000."""
_OTHER_ENCODINGS: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_EVERY: Final = 20_000
"""Lines between two signs of progress."""


def lines(source: Source, log: Log, encoding: str = "utf-8") -> Iterator[tuple[int, str]]:
    """Yield the number and the text of each line, without its end.

    Raises
    ------
    InputError
        If the file is in UTF-16.
    """
    log.files.append(source.name)
    done = 0
    for number, line in enumerate(raw_lines(source.stream), 1):
        done += len(line)
        if number % _EVERY == 0:
            log.step(source.name, done, source.size)
        if number == 1:
            line = _without_mark(source.name, line)  # noqa: PLW2901 - the same line, unmarked
        if len(line) > LONGEST:
            log.rows += 1
            log.note(number, BadRow("the line is too long"))
            continue
        try:
            text = line.decode(encoding).rstrip("\r\n")
        except UnicodeDecodeError as error:
            log.rows += 1
            log.note(
                number, BadRow(f"the line is not in {encoding.upper()}", error.object[error.start :][:8])
            )
            continue
        if text:
            yield number, text
    log.step(source.name, source.size, source.size)


def raw_lines(stream: IO[bytes]) -> Iterator[bytes]:
    """Yield lines with their ends; of a line that is too long, a little more than is allowed."""
    while line := stream.readline(LONGEST + 1):
        yield line
        while len(line) > LONGEST and not line.endswith(b"\n"):
            line = stream.readline(LONGEST + 1)


def _without_mark(name: str, line: bytes) -> bytes:
    if line.startswith(_OTHER_ENCODINGS):
        msg = f"{name!r} is in UTF-16: save it as UTF-8."
        raise InputError(msg)
    return line.removeprefix(codecs.BOM_UTF8)
