"""Files as they are downloaded: plain or zipped. Members are read in place; no path of theirs is used."""

from __future__ import annotations

import zipfile
import zlib
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO, TYPE_CHECKING, Final, NamedTuple

from mapper.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_MEMBERS: Final = 10_000
LARGEST: Final = 64 * 2**30
"""Bytes of the largest unpacked member; GeoNames' whole dump has under 2 GiB (general knowledge)."""
MOST_PACKED: Final = 100
"""How many times larger than packed a member may be: text packs 4 to 20 times, bombs 1,000 times."""
_SMALL: Final = 2**20
"""Members up to this size may be packed as tightly as they like."""
DAMAGE: Final = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)
"""What reading a damaged, encrypted or oddly packed archive raises."""


class Source(NamedTuple):
    """A readable stream with the name to show and its size in bytes."""

    name: str
    size: int
    stream: IO[bytes]


def member_names(path: Path) -> list[str]:
    """Return the names of what a file holds: its own, or those of a zip's members."""
    if not is_zip(path):
        return [path.name]
    with _opened(path) as archive:
        members = archive.infolist()
        if len(members) > MOST_MEMBERS:
            msg = f"{path.name!r} has {len(members)} members, more than {MOST_MEMBERS}: it is no such dump."
            raise InputError(msg)
        return [member.filename for member in members if not (member.is_dir() or _is_hidden(member.filename))]


def _is_hidden(member: str) -> bool:
    """Tell whether a member is one of those that file managers leave in archives."""
    path = PurePosixPath(member)
    return path.name.startswith(".") or "__MACOSX" in path.parts


@contextmanager
def open_member(path: Path, member: str) -> Iterator[Source]:
    """Open a file, or one member of a zip, for reading.

    Raises
    ------
    InputError
        If it cannot be read, is damaged or encrypted, or unpacks to far more than it should.
    """
    if is_zip(path):
        with _opened(path) as archive, reading(path.name):
            info = archive.getinfo(member)
            _check(path, info)
            with archive.open(info) as stream:
                yield Source(f"{path.name}/{PurePosixPath(member).name}", info.file_size, stream)
    else:
        with reading(path.name), path.open("rb") as stream:
            yield Source(path.name, path.stat().st_size, stream)


@contextmanager
def reading(name: str) -> Iterator[None]:
    """Turn what goes wrong while a file is read into an error that names it."""
    try:
        yield
    except DAMAGE as error:
        msg = f"{name!r} is damaged or encrypted ({error}): download it again."
        raise InputError(msg) from error
    except OSError as error:
        msg = f"{name!r} cannot be read: {error.strerror or error}."
        raise InputError(msg) from error


def is_zip(path: Path) -> bool:
    """Tell whether a file is a zip archive, by what it begins with.

    Raises
    ------
    InputError
        If it is no readable file, or packed in another way.
    """
    with reading(path.name), path.open("rb") as stream:
        head = stream.read(4)
    if head[:2] == b"\x1f\x8b":
        msg = f"{path.name!r} is packed with gzip: unpack it first, with gunzip."
        raise InputError(msg)
    return head[:2] == b"PK"


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    with reading(path.name):
        archive = zipfile.ZipFile(path)
    with archive:
        yield archive


def _check(path: Path, info: zipfile.ZipInfo) -> None:
    packed = max(1, info.compress_size)
    if info.file_size > LARGEST or (info.file_size > _SMALL and info.file_size > MOST_PACKED * packed):
        msg = (
            f"{path.name!r} unpacks {PurePosixPath(info.filename).name!r} from {info.compress_size} to "
            f"{info.file_size} bytes: it looks like a zip bomb and is not read."
        )
        raise InputError(msg)
