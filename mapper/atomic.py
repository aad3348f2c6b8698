"""Whole files or none: written beside the target, then put in its place."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mapper.errors import ExportError, MapperError


@contextmanager
def atomic_path(target: str | os.PathLike[str]) -> Iterator[Path]:
    """Give a path to write to; it takes the target's place when the block ends without an error.

    The file is written in a hidden folder beside the target, so that libraries may put files of
    their own next to it, and reaches the disk before it gets its name.

    Raises
    ------
    ExportError
        If the file cannot be written; the message names it.
    """
    final = Path(os.path.realpath(target))
    try:
        with tempfile.TemporaryDirectory(dir=final.parent, prefix=".", suffix=".part") as folder:
            unfinished = Path(folder, final.name)
            yield unfinished
            sync(unfinished)
            unfinished.replace(final)
        sync(final.parent)
    except OSError as error:
        if isinstance(error, MapperError):
            raise
        why = (
            (error.strerror or type(error).__name__) if final.parent.is_dir() else "its folder does not exist"
        )
        msg = f"{final.name} cannot be written: {why}."
        raise ExportError(msg) from error


def sync(path: Path) -> None:
    """Have a file or folder reach the disk; folders cannot be asked to on every system."""
    try:
        handle = os.open(path, os.O_RDONLY)
    except PermissionError:
        if path.is_dir():
            return
        raise
    try:
        os.fsync(handle)
    except OSError:
        if not path.is_dir():
            raise
    finally:
        os.close(handle)
