"""Make the files of data/basemap: run ``python -m recipe`` with data/basemap and the checkout on the path.

The result is the same for the same packages, register and tables, byte for byte.
"""

from __future__ import annotations

import argparse
import gzip
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from mapper.page.shapes import decode, encode
from recipe.areas import country_shapes, disputed_shapes, province_lines, read_provinces
from recipe.borders import borders
from recipe.codes import Codes
from recipe.labels import country_labels
from recipe.packages import BasemapPackages
from recipe.register import read_rows
from recipe.topology import Topology
from shapely import get_parts

if TYPE_CHECKING:
    from recipe.areas import Province
    from shapely import LineString
    from shapely.geometry.base import BaseGeometry

HERE: Final = Path(__file__).resolve().parents[1]
REGISTER: Final = HERE.parents[1] / "gazetteer" / "disputed" / "disputed_territories.jsonl"
SCALES: Final = {"110m": 100, "50m": 100, "10m": 1000}
"""Steps a degree in which each scale is written."""
AREA_STEPS: Final = 100
AREA_COARSE: Final = 0.02
"""Tolerance (degrees) to which the shapes of countries are simplified."""


def rings(shape: BaseGeometry, steps: int) -> list[list[str]]:
    """Return the polygons of a shape, largest first, each as its rings."""
    polygons = sorted(get_parts(shape), key=lambda polygon: (-polygon.area, polygon.bounds))
    coded = [
        [encode(ring.coords, steps) for ring in (polygon.exterior, *polygon.interiors)] for polygon in polygons
    ]
    return [[ring for ring in polygon if len(ring) > 8] for polygon in coded if len(polygon[0]) > 8]


def boxed(shape: BaseGeometry, steps: int) -> list[dict[str, Any]]:
    """Return the polygons of a shape with their boxes, so that far ones need not be read."""
    polygons = sorted(get_parts(shape), key=lambda polygon: (-polygon.area, polygon.bounds))
    rows = []
    for polygon in polygons:
        coded = [encode(ring.coords, steps) for ring in (polygon.exterior, *polygon.interiors)]
        if len(coded[0]) > 8:
            rows.append({"box": [round(v, 3) for v in polygon.bounds], "rings": coded})
    return rows


def boxed_lines(lines: list[LineString], steps: int) -> list[dict[str, Any]]:
    """Return lines with their boxes; one that rounding has made a point is left out."""
    coded = [(line, encode(line.coords, steps)) for line in lines]
    return [
        {"box": [round(v, 3) for v in line.bounds], "line": text}
        for line, text in coded
        if len(decode(text, steps)) > 1
    ]


def write_scale(scale: str, packages: BasemapPackages, codes: Codes, rows: list[Any]) -> Topology:
    """Write land and borders of one scale."""
    steps = SCALES[scale]
    topology = Topology(json.loads(packages.read("world-atlas", f"package/countries-{scale}.json")))
    kinds = borders(topology, rows, codes)
    write(
        f"world-{scale}.json.gz",
        {
            "steps": steps,
            "land": boxed(topology.land(), steps),
            **{kind: boxed_lines(lines, steps) for kind, lines in kinds.items()},
        },
    )
    return topology


def write_areas(topology: Topology, codes: Codes, provinces: list[Province], rows: list[Any]) -> None:
    """Write the shapes of countries, provinces and disputed territories."""
    disputed = disputed_shapes(HERE / "disputed_shapes.csv", topology, provinces)
    countries = country_shapes(topology, codes, disputed)
    claims: dict[str, list[str]] = {}
    for row in rows:
        for party in row.claimants if row.territory in disputed else ():
            claims.setdefault(party, []).append(row.territory)
    write(
        "areas.json.gz",
        {
            "steps": AREA_STEPS,
            "countries": {c: rings(s.simplify(AREA_COARSE), AREA_STEPS) for c, s in sorted(countries.items())},
            "disputed": {t: rings(s.simplify(AREA_COARSE), AREA_STEPS) for t, s in sorted(disputed.items())},
            "claims": {party: sorted(ids) for party, ids in sorted(claims.items())},
        },
    )
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
    parser = argparse.ArgumentParser(description="Make the files of data/basemap.")
    parser.add_argument("--register", type=Path, default=REGISTER, help="the register of disputed territories")
    options = parser.parse_args()
    packages = BasemapPackages()
    packages.fetch()
    codes = Codes(packages, HERE / "names.csv")
    rows = read_rows(options.register)
    topologies = {scale: write_scale(scale, packages, codes, rows) for scale in SCALES}
    write_areas(topologies["50m"], codes, read_provinces(packages), rows)
    write("names.json", codes.names)
    write("labels.json", country_labels(topologies["50m"], codes))


if __name__ == "__main__":
    main()
