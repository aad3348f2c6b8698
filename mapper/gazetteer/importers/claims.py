"""OpenStreetMap's disputed and claimed areas: outlines for the register of disputes, no places.

The file is a GeoJSON export of relations with ``boundary=disputed`` or ``boundary=claim`` (overpass
turbo and osmtogeojson write one). The data stay under the ODbL in the folder they are imported to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import shapely

from mapper.gazetteer.importers.features import features
from mapper.gazetteer.importers.items import Contested, Item
from mapper.gazetteer.importers.report import BadRow, Log
from mapper.gazetteer.importers.shapes import is_area

_KEPT: Final = ("@id", "id", "name", "wikidata", "osm_relation")
"""What of an area the register matches by."""


class OsmClaims:
    """Reads GeoJSON files of areas, plain or zipped."""

    kind = "osm-claims"
    source = "OpenStreetMap"
    licence = "ODbL 1.0, © OpenStreetMap contributors, https://www.openstreetmap.org/copyright"

    def read(self, files: Sequence[Path], log: Log) -> Iterator[Item]:
        """Yield the areas; lines and points are left out.

        Raises
        ------
        InputError
            If a file holds no layer in degrees.
        """
        for path in files:
            for number, found in features(path, log):
                with log.row(number):
                    if isinstance(found, BadRow):
                        raise found
                    if found.shape is None or not is_area(found.shape):
                        log.left_out["lines and points"] += 1
                        continue
                    kept = {key: found.properties[key] for key in _KEPT if found.properties.get(key)}
                    if english := found.properties.get("name:en"):
                        kept["name_en"] = english
                    yield Contested(kept, shapely.make_valid(found.shape))
