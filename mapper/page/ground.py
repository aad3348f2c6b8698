"""The packaged basemap: land, neutral lines, areas and names, read when they are needed."""

from __future__ import annotations

import csv
import gzip
import json
from functools import cache
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from mapper.page.shapes import decode_all, encode, rings
from mapper.resources import data_path

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shapely.geometry.base import BaseGeometry

LINES: Final = {"solid": "lines", "dotted": "undetermined"}
"""How the page draws a border, and what the file calls it."""


@cache
def read_json(name: str) -> Any:
    """Return a file of the basemap, compressed or not."""
    data = data_path("data", "basemap", name).read_bytes()
    return json.loads(gzip.decompress(data) if name.endswith(".gz") else data)


class Scale:
    """Land and borders at one scale."""

    def __init__(self, name: str) -> None:
        file = read_json(name)
        self.steps: int = file["steps"]
        land = [polygon for row in file.get("land", ()) for polygon in row["polygons"]]
        self._shapes = {"land": _polygons(land, self.steps)}
        for kind in LINES.values():
            self._shapes[kind] = _lines([row["line"] for row in file.get(kind, ())], self.steps)

    def land(self, region: BaseGeometry) -> list[list[str]]:
        """Return the polygons of the land inside a region, cut where the region ends."""
        from shapely import GeometryType, union_all

        parts = _inside(self._shapes["land"], region, GeometryType.POLYGON)
        return rings(union_all(parts, grid_size=1 / self.steps), self.steps)

    def lines(self, kind: str, region: BaseGeometry) -> list[str]:
        """Return the lines of one kind inside a region."""
        from shapely import GeometryType

        parts = _inside(self._shapes[kind], region, GeometryType.LINESTRING)
        return [encode(part.coords, self.steps) for part in parts]


@cache
def scale(name: str) -> Scale:
    """Return a scale by the name of its file, read once."""
    return Scale(name)


def _polygons(coded: list[list[str]], steps: int) -> np.ndarray[Any, Any]:
    """Return polygons from their rings, each as a string."""
    from shapely import linearrings, polygons

    owners = [i for i, polygon in enumerate(coded) for _ in polygon]
    points, index = decode_all([ring for polygon in coded for ring in polygon], steps)
    made: Any = linearrings(points, indices=index)
    return np.asarray(polygons(made, indices=owners))


def _lines(coded: list[str], steps: int) -> np.ndarray[Any, Any]:
    """Return lines from their strings."""
    from shapely import linestrings

    points, index = decode_all(coded, steps)
    return np.asarray(linestrings(points, indices=index))


def _inside(shapes: np.ndarray[Any, Any], region: BaseGeometry, wanted: int) -> list[Any]:
    """Return the parts of shapes inside a region; a shape wholly inside stays as it is."""
    from shapely import contains, get_parts, get_type_id, intersection, intersects, prepare

    prepare(region)
    found = shapes[intersects(region, shapes)]
    cut = ~contains(region, found)
    found[cut] = intersection(found[cut], region)
    parts = get_parts(found)
    return list(parts[get_type_id(parts) == wanted])


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
