"""The packaged basemap: land, neutral lines, areas and names, read when they are needed."""

from __future__ import annotations

import csv
import gzip
import json
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from mapper.page.shapes import decode, encode, rings
from mapper.resources import data_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from shapely.geometry.base import BaseGeometry

LINES: Final = {"solid": "lines", "dotted": "undetermined"}
"""How the page draws a border, and what the file calls it."""


@cache
def read_json(name: str) -> Any:
    """Return a file of the basemap, compressed or not."""
    data = data_path("data", "basemap", name).read_bytes()
    return json.loads(gzip.decompress(data) if name.endswith(".gz") else data)


def meets(box: list[float], region: BaseGeometry) -> bool:
    """Tell whether a box touches the box of a region."""
    west, south, east, north = region.bounds
    return box[0] <= east and box[2] >= west and box[1] <= north and box[3] >= south


class Scale:
    """Land and borders at one scale."""

    def __init__(self, name: str) -> None:
        self._file = read_json(name)
        self.steps: int = self._file.get("steps")

    def land(self, region: BaseGeometry) -> list[list[str]]:
        """Return the polygons of the land inside a region, cut where the region ends."""
        from shapely import Polygon, union_all

        parts: list[BaseGeometry] = []
        for row in self._file["land"]:
            if not meets(row["box"], region):
                continue
            for outer, *holes in row["polygons"]:
                polygon = Polygon(decode(outer, self.steps), [decode(hole, self.steps) for hole in holes])
                parts += _cut(polygon, region, "Polygon")
        return rings(union_all(parts, grid_size=1 / self.steps), self.steps)

    def lines(self, kind: str, region: BaseGeometry) -> list[str]:
        """Return the lines of one kind inside a region."""
        from shapely import LineString

        found = []
        for row in self._file[kind]:
            if meets(row["box"], region):
                line = LineString(decode(row["line"], self.steps))
                found += [encode(part.coords, self.steps) for part in _cut(line, region, "LineString")]
        return found


def _cut(shape: BaseGeometry, region: BaseGeometry, wanted: str) -> Iterator[BaseGeometry]:
    """Yield the parts of a shape inside a region; a shape wholly inside stays as it is."""
    from shapely import get_parts

    if region.contains(shape):
        yield shape
        return
    yield from (part for part in get_parts(shape.intersection(region)) if part.geom_type == wanted)


def areas(keys: Iterable[str]) -> dict[str, Any]:
    """Return the shapes of countries (by code) and provinces (``gn:`` and a GeoNames id)."""
    wanted = sorted(set(keys))
    found = {}
    for key in wanted:
        if key.startswith("gn:"):
            shape = read_json("provinces.json.gz")["shapes"].get(key[3:])
        else:
            shape = read_json("areas.json.gz")["countries"].get(key)
        if shape:
            found[key] = shape
    return found


def claims(codes: Iterable[str]) -> dict[str, list[str]]:
    """Return, by country, the disputed territories with an outline that it claims."""
    known = read_json("areas.json.gz")["claims"]
    return {code: known[code] for code in sorted(set(codes)) if code in known}


@cache
def sea_names() -> list[dict[str, Any]]:
    """Return the names of seas; `views` holds what one party calls a sea that others call differently."""
    with data_path("data", "basemap", "seas.csv").open(encoding="utf-8", newline="") as stream:
        return [_sea(row) for row in csv.DictReader(stream)]


def _sea(row: dict[str, str]) -> dict[str, Any]:
    sea: dict[str, Any] = {
        "names": {language: row[language] for language in ("en", "ko", "ja")},
        "lat": float(row["lat"]),
        "lon": float(row["lon"]),
        "from": float(row["from"]),
    }
    if row["views"]:
        sea["views"] = dict(part.split("=", 1) for part in row["views"].split(";"))
    return sea
