"""Gold files with one JSON object a line."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import msgspec

from mapper.errors import GoldError
from mapper.model import Record

R = TypeVar("R", bound=Record)


def read_lines(paths: Iterable[str | os.PathLike[str]], kind: type[R], what: str) -> Iterator[tuple[str, R]]:
    """Yield the records of files, each with its file and line for messages.

    Raises
    ------
    GoldError
        If a file or line cannot be read; the message names it.
    """
    for path in map(Path, paths):
        try:
            lines = path.read_bytes().removeprefix(b"\xef\xbb\xbf").split(b"\n")
        except OSError as error:
            msg = f"{path.name}: The gold cannot be read: {error.strerror}."
            raise GoldError(msg) from error
        for number, line in enumerate(lines, start=1):
            if line.strip():
                where = f"{path.name}, line {number}"
                try:
                    yield where, msgspec.json.decode(line, type=kind)
                except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
                    msg = f"{where}: This is not {what}: {error}."
                    raise GoldError(msg) from error
