"""The index on disk: a folder of parts and a manifest that says what they must be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from mapper.errors import GazetteerCorruptError, GazetteerMissingError, GazetteerVersionError

if TYPE_CHECKING:
    from pathlib import Path

FORMAT: Final = 1
MANIFEST: Final = "manifest.json"
COLUMNS: Final[dict[str, str]] = {
    "lat": "<i4", "lon": "<i4",  # degrees times COORDINATE_SCALE
    "parent": "<i4",  # row of the smallest unit that holds the place, -1 for none
    "name": "<u4",  # key of the name in `names.marisa`
    "ident": "<i4",  # GeoNames id, or -1 - key of the id in `idents.marisa`
    "population": "<u4", "extent": "<f4",  # extent in km, 0 for a point
    "prominence": "u1",  # times PROMINENCE_SCALE
    "kind": "u1", "source": "u1",  # place in the manifest's lists
    "country": "u1",  # place in the manifest's list, NO_COUNTRY for none
    "head": "<u4", "head_tag": "<u2",  # by folded name: a row, or RUN | start of a run
    "run": "<u4", "run_tag": "<u2",  # runs of rows, each ended by END
    "ident_row": "<u4",  # by key of `idents.marisa`
    "area_row": "<u4",  # by outline: its row
    "area_xy": "<f4", "area_ring": "<u4", "area_part": "<u4", "area_end": "<u4",  # a ragged array of outlines
}  # fmt: skip
LABELS: Final[dict[str, str]] = {"label_row": "<u4", "label_language": "u1", "label_name": "<u4"}
"""Names by language, sorted by row: language by place in the manifest's list, name as in ``name``.
An index without languages has none of these parts."""
COORDINATE_SCALE: Final = 1e5
PROMINENCE_SCALE: Final = 25
NO_COUNTRY: Final = 255
OUTER: Final = -2
"""A parent of another index is written as this less its GeoNames id."""
RUN: Final = 0x8000_0000
END: Final = 0x8000_0000
TRIES: Final = ("folds.marisa", "names.marisa", "idents.marisa")


class Part(msgspec.Struct, frozen=True):
    """Size and checksum of one file of the index."""

    bytes: int
    sha256: str


class Manifest(msgspec.Struct, frozen=True):
    """What an index holds and where it came from.

    `build` is the checksum of the parts: the same content has the same build id. `countries` pairs
    each code with the row of its country, or -1.
    """

    format: int
    build: str
    created_by: str
    places: int
    names: int
    kinds: list[str]
    sources: list[str]
    countries: list[tuple[str, int]]
    by_kind: dict[str, int]
    by_source: dict[str, int]
    packages: dict[str, str]
    licences: dict[str, str]
    parts: dict[str, Part]
    languages: list[str] = []


def part_of(column: str) -> str:
    """Return the file name of a column."""
    return f"{column}.bin"


def read_manifest(folder: Path) -> Manifest:
    """Read the manifest and check that every part has the size it names.

    Raises
    ------
    GazetteerMissingError
        If there is no index.
    GazetteerVersionError
        If it was built for another format.
    GazetteerCorruptError
        If the manifest cannot be read, or a part is missing or cut short.
    """
    path = folder / MANIFEST
    try:
        data = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError) as error:
        msg = f"There is no place index in {folder.name!r}: give the folder that holds {MANIFEST!r}."
        raise GazetteerMissingError(msg) from error
    _check_format(data, folder)
    try:
        manifest = msgspec.json.decode(data, type=Manifest)
    except msgspec.DecodeError as error:
        msg = f"The manifest of the index {folder.name!r} is damaged ({error}): build or install it again."
        raise GazetteerCorruptError(msg) from error
    _check_sizes(manifest, folder)
    return manifest


def verify(folder: Path, manifest: Manifest) -> None:
    """Compare every part with its checksum.

    Raises
    ------
    GazetteerCorruptError
        At the first part that differs.
    """
    import hashlib

    for name, part in manifest.parts.items():
        with (folder / name).open("rb") as stream:
            if hashlib.file_digest(stream, "sha256").hexdigest() != part.sha256:
                raise _damaged(folder, name, "its checksum differs")


def _check_format(data: bytes, folder: Path) -> None:
    try:
        found = msgspec.json.decode(data).get("format")
    except (msgspec.DecodeError, AttributeError, UnicodeDecodeError) as error:
        msg = f"The manifest of the place index {folder.name!r} is damaged: build or install it again."
        raise GazetteerCorruptError(msg) from error
    if found != FORMAT:
        msg = (
            f"The place index {folder.name!r} has format {found!r}, this version reads {FORMAT}: "
            "build it again with: mapper gazetteer build."
        )
        raise GazetteerVersionError(msg)


def _check_sizes(manifest: Manifest, folder: Path) -> None:
    wanted = {*map(part_of, COLUMNS), *TRIES}
    if missing := sorted(wanted - manifest.parts.keys()):
        raise _damaged(folder, missing[0], "the manifest does not list it")
    for name, part in manifest.parts.items():
        path = folder / name
        if not path.is_file():
            raise _damaged(folder, name, "it is missing")
        if (size := path.stat().st_size) != part.bytes:
            raise _damaged(folder, name, f"it has {size} bytes instead of {part.bytes}")


def _damaged(folder: Path, name: str, what: str) -> GazetteerCorruptError:
    return GazetteerCorruptError(
        f"The part {name!r} of the place index {folder.name!r} is damaged: {what}. Build or install it again."
    )
