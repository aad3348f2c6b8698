"""Make the files of data/basemap: run ``python -m recipe`` with data/basemap and the checkout on the path.

The result is the same for the same packages, register and tables, byte for byte.
"""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from shapely import box, set_precision

from mapper.disputes import DisputeRegister
from mapper.page.shapes import decode, encode, rings
from recipe.areas import claims, country_shapes, province_lines, read_provinces
from recipe.borders import borders
from recipe.codes import Codes
from recipe.labels import country_labels
from recipe.packages import BasemapPackages
from recipe.register import LiveDisputes
from recipe.topology import Topology, polygonal

if TYPE_CHECKING:
    from shapely import LineString
    from shapely.geometry.base import BaseGeometry

    from recipe.areas import Province

HERE: Final = Path(__file__).resolve().parents[1]
SCALES: Final = {"110m": 100, "50m": 100, "10m": 1000}
"""Steps a degree in which each scale is written."""
TILES: Final = {"110m": 180.0, "50m": 20.0, "10m": 5.0}
"""Sides of the squares the land is cut into (degrees)."""
AREA_STEPS: Final = 100
AREA_COARSE: Final = 0.02
"""Tolerance (degrees) to which the shapes of countries are simplified."""


def tiles(shape: BaseGeometry, steps: int, size: float) -> list[dict[str, Any]]:
    """Return the land cut into squares, each with its box: a page reads only those of its story.

    Coordinates are rounded before they are written, so that every polygon is valid as it stands.
    """
    rows = []
    for x in range(int(360 / size)):
        for y in range(int(180 / size)):
            west, south = -180 + x * size, -90 + y * size
            square = box(west, south, west + size, south + size)
            part = polygonal(set_precision(shape.intersection(square), 1 / steps))
            if not part.is_empty:
                rows.append({"box": [round(v, 3) for v in part.bounds], "polygons": rings(part, steps)})
    return [row for row in rows if row["polygons"]]


def boxed_lines(lines: list[LineString], steps: int) -> list[dict[str, Any]]:
    """Return lines with their boxes; one that rounding has made a point is left out."""
    coded = [(line, encode(line.coords, steps)) for line in lines]
    return [
        {"box": [round(v, 3) for v in line.bounds], "line": text}
        for line, text in coded
        if len(decode(text, steps)) > 1
    ]


def write_scale(scale: str, packages: BasemapPackages, codes: Codes, disputes: LiveDisputes) -> Topology:
    """Write land and borders of one scale."""
    steps = SCALES[scale]
    topology = Topology(json.loads(packages.read("world-atlas", f"package/countries-{scale}.json")))
    kinds = borders(topology, disputes, codes)
    write(
        f"world-{scale}.json.gz",
        {
            "steps": steps,
            "land": tiles(topology.land(), steps, TILES[scale]),
            **{kind: boxed_lines(lines, steps) for kind, lines in kinds.items()},
        },
    )
    return topology


def write_areas(
    topology: Topology,
    codes: Codes,
    disputes: LiveDisputes,
    register: DisputeRegister,
) -> None:
    """Write the shapes of countries, and who claims which disputed territory."""
    outlines = [register.outline(row.id) for row in disputes.rows if row.on_land]
    countries = country_shapes(topology, codes, [shape for shape in outlines if shape is not None])
    write(
        "areas.json.gz",
        {
            "steps": AREA_STEPS,
            "countries": {
                c: rings(s.simplify(AREA_COARSE), AREA_STEPS) for c, s in sorted(countries.items())
            },
            "claims": claims(disputes.rows, register),
        },
    )


def write_provinces(provinces: list[Province]) -> None:
    """Write the shapes of provinces, and the lines between them."""
    write(
        "provinces.json.gz",
        {
            "steps": AREA_STEPS,
            "shapes": {str(p.geonames_id): rings(p.shape, AREA_STEPS) for p in provinces if p.geonames_id},
            "lines": boxed_lines(province_lines(provinces), AREA_STEPS),
        },
    )


def write(name: str, value: Any) -> None:
    """Write JSON, compressed where the name says so; no time goes into the file."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    data = text.encode()
    path = HERE / name
    path.write_bytes(gzip.compress(data, 9, mtime=0) if path.suffix == ".gz" else data + b"\n")
    print(f"{name}: {path.stat().st_size:,} bytes")


def main() -> None:
    """Make all files."""
    packages = BasemapPackages()
    packages.fetch()
    codes = Codes(packages, HERE / "names.csv")
    register = DisputeRegister.load()
    disputes = LiveDisputes(register)
    topologies = {scale: write_scale(scale, packages, codes, disputes) for scale in SCALES}
    write_areas(topologies["50m"], codes, disputes, register)
    write_provinces(read_provinces(packages))
    write("names.json", codes.names)
    write("labels.json", country_labels(topologies["50m"], codes))


if __name__ == "__main__":
    main()
