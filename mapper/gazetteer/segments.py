"""A user's import: a folder of small indexes, made one after another, and the note that they are whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from mapper.errors import GazetteerCorruptError, GazetteerVersionError
from mapper.gazetteer.layout import FORMAT

if TYPE_CHECKING:
    from pathlib import Path

NOTE: Final = "import.json"


class Import(msgspec.Struct, frozen=True):
    """What an import read, what it left out, and the folders of its indexes."""

    format: int
    kind: str
    source: str
    rows: int
    bad_rows: int
    segments: list[str]


def is_import(folder: Path) -> bool:
    """Tell whether a folder holds an import rather than one index."""
    return (folder / NOTE).is_file()


def read_import(folder: Path) -> Import:
    """Read the note of an import.

    Raises
    ------
    GazetteerVersionError
        If it was made for another format.
    GazetteerCorruptError
        If it cannot be read.
    """
    try:
        note = msgspec.json.decode((folder / NOTE).read_bytes(), type=Import)
    except (msgspec.DecodeError, OSError) as error:
        msg = f"The import {folder.name!r} is damaged ({error}): import it again."
        raise GazetteerCorruptError(msg) from error
    if note.format != FORMAT:
        msg = f"The import {folder.name!r} has format {note.format} instead of {FORMAT}: import it again."
        raise GazetteerVersionError(msg)
    return note


def segments(folder: Path) -> list[Path]:
    """Return the folders of the indexes: those of an import, else the folder itself."""
    return [folder / name for name in read_import(folder).segments] if is_import(folder) else [folder]
