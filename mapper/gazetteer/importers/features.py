"""Features of GeoJSON files and shapefiles, plain or zipped: properties and a shape in degrees."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

import msgspec
import shapely

from mapper.errors import ExtraMissingError, InputError
from mapper.gazetteer.importers.archive import Source, is_zip, member_names, open_member
from mapper.gazetteer.importers.report import BadRow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shapely.geometry.base import BaseGeometry

    from mapper.gazetteer.importers.report import Log

LARGEST_GEOJSON: Final = 2**30
"""Bytes of a GeoJSON file that is read; the largest of Natural Earth has 40 million (general knowledge)."""
_LARGEST_PART: Final = 2**31
"""Bytes of a shapefile's part; the format holds no more."""
_PARTS: Final = (".shp", ".shx", ".dbf", ".prj", ".cpg")
_GEOJSON: Final = frozenset({".geojson", ".json"})
_BATCH: Final = 500
_CHUNK: Final = 2**20
_DEGREES: Final = re.compile(r"4326|CRS:?84|WGS[ _]?(?:19)?84", re.IGNORECASE)
_PROJECTED: Final = re.compile(r"PROJC(?:RS|S)\[")


Found: TypeAlias = "tuple[dict[str, Any], BaseGeometry | None] | BadRow"


class Feature(NamedTuple):
    """One feature: its properties by lower-case names, and its shape, None where there is none."""

    layer: str
    properties: dict[str, Any]
    shape: BaseGeometry | None


class _Collection(msgspec.Struct):
    features: list[msgspec.Raw]
    crs: Any = None


class _Feature(msgspec.Struct):
    properties: dict[str, Any] | None = None
    geometry: msgspec.Raw = msgspec.Raw(b"null")


def features(path: Path, log: Log) -> Iterator[tuple[int, Feature | BadRow]]:
    """Yield the features of all layers in a file, numbered in each; a broken one as what is wrong.

    Raises
    ------
    InputError
        If there is no layer, or one is damaged or not in degrees.
    ExtraMissingError
        If it is a shapefile and pyogrio is not installed.
    """
    layers = [m for m in member_names(path) if PurePosixPath(m).suffix.casefold() in {".shp", *_GEOJSON}]
    if not layers:
        msg = f"{path.name!r} holds no shapefile and no GeoJSON: download one of these formats."
        raise InputError(msg)
    for member in layers:
        layer = PurePosixPath(member).stem.casefold()
        log.files.append(PurePosixPath(member).name)
        read = _shapefile if member.casefold().endswith(".shp") else _geojson
        yield from ((number, _named(layer, found)) for number, found in enumerate(read(path, member, log), 1))


def _named(layer: str, found: Found) -> Feature | BadRow:
    if isinstance(found, BadRow):
        return found
    properties, shape = found
    return Feature(layer, {str(key).casefold(): value for key, value in properties.items()}, shape)


def _geojson(path: Path, member: str, log: Log) -> Iterator[Found]:
    with open_member(path, member) as source:
        if source.size > LARGEST_GEOJSON:
            msg = f"{source.name!r} has {source.size} bytes, more than {LARGEST_GEOJSON}: take its shapefile."
            raise InputError(msg)
        data = source.stream.read()
    try:
        collection = msgspec.json.decode(data, type=_Collection)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        msg = f"{source.name!r} is no GeoJSON FeatureCollection ({error}): export the layer as GeoJSON."
        raise InputError(msg) from error
    _check_degrees(source.name, str(collection.crs or ""))
    for done, raw in enumerate(collection.features):
        if done % _BATCH == 0:
            log.step(source.name, done, len(collection.features))
        yield _decoded(raw)


def _decoded(raw: msgspec.Raw) -> Found:
    try:
        feature = msgspec.json.decode(raw, type=_Feature)
        geometry = bytes(feature.geometry)
        return feature.properties or {}, None if geometry == b"null" else shapely.from_geojson(geometry)
    except (msgspec.DecodeError, UnicodeDecodeError, shapely.errors.ShapelyError, RecursionError) as error:
        return BadRow("the feature is no GeoJSON", str(error))


def _shapefile(path: Path, member: str, log: Log) -> Iterator[Found]:
    try:
        import pyogrio.raw
    except ImportError as error:
        raise ExtraMissingError.for_extra("geo", "pyogrio") from error  # noqa: EM101 - names, no message
    with tempfile.TemporaryDirectory() as scratch:
        layer = _unpacked(path, member, Path(scratch)) if is_zip(path) else path
        encoding = None if layer.with_suffix(".cpg").is_file() else "UTF-8"  # Natural Earth's, told or not
        try:
            total = pyogrio.read_info(layer)["features"]
            for start in range(0, total, _BATCH):
                log.step(PurePosixPath(member).name, start, total)
                meta, _, shapes, columns = pyogrio.raw.read(
                    layer, skip_features=start, max_features=_BATCH, encoding=encoding
                )
                _check_degrees(path.name, str(meta["crs"] or ""))
                yield from _rows(meta["fields"], shapes, columns)
        except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, UnicodeDecodeError) as error:
            msg = f"{PurePosixPath(member).name!r} is no readable shapefile ({error}): download it again."
            raise InputError(msg) from error


def _rows(names: Any, shapes: Any, columns: Any) -> Iterator[Found]:
    for i, shape in enumerate(shapes):
        try:
            found = None if shape is None else shapely.from_wkb(shape)
        except shapely.errors.ShapelyError as error:
            yield BadRow("the shape is damaged", str(error))
            continue
        yield {name: _plain(column[i]) for name, column in zip(names, columns, strict=True)}, found


def _plain(value: Any) -> Any:
    return value.item() if hasattr(value, "item") else value


def _unpacked(path: Path, member: str, folder: Path) -> Path:
    """Copy the parts of a zipped shapefile to names of our own, none larger than the format allows."""
    stem = member[: -len(".shp")]
    for other in member_names(path):
        suffix = PurePosixPath(other).suffix.casefold()
        if other[: -len(suffix)] == stem and suffix in _PARTS:
            with open_member(path, other) as source, (folder / f"layer{suffix}").open("wb") as copy:
                _copy(source, copy)
    return folder / "layer.shp"


def _copy(source: Source, copy: Any) -> None:
    left = _LARGEST_PART
    while chunk := source.stream.read(_CHUNK):
        left -= len(chunk)
        if left < 0:
            msg = f"{source.name!r} is larger than a shapefile's part can be."
            raise InputError(msg)
        copy.write(chunk)


def _check_degrees(name: str, system: str) -> None:
    if system and (not _DEGREES.search(system) or _PROJECTED.search(system)):
        msg = (
            f"{name!r} is in the coordinate system {system[:60]!r}: convert it to WGS84 degrees (EPSG:4326)."
        )
        raise InputError(msg)
