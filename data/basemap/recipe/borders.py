"""Borders as lines: solid, or dotted where they are in dispute; lines that bound no state are left out."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from shapely import LineString
from shapely.ops import linemerge

if TYPE_CHECKING:
    from recipe.codes import Codes
    from recipe.register import LiveDisputes
    from recipe.topology import Topology


def borders(topology: Topology, disputes: LiveDisputes, codes: Codes) -> dict[str, list[LineString]]:
    """Return the borders between countries by how they are drawn."""
    kinds: dict[str, list[LineString]] = {"lines": [], "undetermined": []}
    for first, second, line in topology.borders():
        sides = (codes.of(first), codes.of(second))
        for disputed, run in _runs(line, disputes, sides):
            if disputed:
                kinds["undetermined"].append(run)
            elif all(sides):
                kinds["lines"].append(run)
    return {kind: _merged(lines) for kind, lines in kinds.items()}


def _runs(
    line: LineString, disputes: LiveDisputes, sides: tuple[str | None, str | None]
) -> list[tuple[bool, LineString]]:
    """Return the pieces of a line, each all in dispute or all not."""
    steps = [
        (disputes.between(sides, (a[0] + b[0]) / 2, (a[1] + b[1]) / 2), a, b)
        for a, b in pairwise(line.coords)
    ]
    runs = []
    for disputed, part in groupby(steps, key=lambda step: step[0]):
        pairs = list(part)
        runs.append((disputed, LineString([pairs[0][1], *(b for _, _, b in pairs)])))
    return runs


def _merged(lines: list[LineString]) -> list[LineString]:
    merged = linemerge(lines)
    return list(getattr(merged, "geoms", [merged]))
