"""Where the events of one place stand: on the point, round a ring, or on a plate beside an area."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from mapper.page.payload.places import AREA_PRECISIONS
from mapper.page.svg.boxes import Box, inside
from mapper.page.svg.markup import SANS, SERIF, colour, element, text, tokens, width_of
from mapper.page.svg.signs import RADIUS, dispute_mark
from mapper.page.svg.story import precision_of, say
from mapper.page.svg.view import middle_of, path

if TYPE_CHECKING:
    from mapper.page.payload.records import PagePlace
    from mapper.page.svg.boxes import Taken
    from mapper.page.svg.story import Story, Unit
    from mapper.page.svg.view import Point, Polygons, Shapes, View

JOIN: Final = 22.0
"""Points nearer than this stand together under one label (design notes)."""
GAP: Final = 29.0
IN_ROW: Final = 8
CORE: Final = 10.0
RING: Final = 17.0
TURN: Final = math.pi / 5
FIRST_TURN: Final = -2.45
HEAD: Final = 58.0
"""Room on a plate above its signs: words, and small hops of links."""
PLATE_RADII: Final = (95, 120, 145, 170, 200, 235, 270, 320, 380)
SIZE: Final = 15.0
SMALL: Final = 12.0


@dataclass
class Node:
    """The events of one place, or of points that stand together."""

    places: list[PagePlace]
    units: list[Unit]
    at: Point
    out: float = RADIUS + 3
    half: float = RADIUS + 2


def nodes_of(story: Story, shapes: Shapes, view: View) -> tuple[list[Node], list[Node]]:
    """Return points and areas with their events."""
    found: dict[int, Node] = {}
    for unit in story.units:
        if unit.place is None or not unit.on_map or unit.event.where is None:
            continue
        row = unit.event.where.place
        if row not in found:
            lon, lat = middle_of(unit.place, shapes.area(unit.place))
            found[row] = Node([unit.place], [], view.at(view.near(lon), lat))
        found[row].units.append(unit)
    areas = [node for node in found.values() if node.places[0].precision in AREA_PRECISIONS]
    points = [node for node in found.values() if node.places[0].precision not in AREA_PRECISIONS]
    return _joined(points), areas


def _joined(nodes: list[Node]) -> list[Node]:
    """Return points with those too close together joined; a disputed place always stands alone."""
    out: list[Node] = []
    for node in nodes:
        alone = node.places[0].dispute is not None
        host = None
        if not alone:
            near = (n for n in out if n.places[0].dispute is None and math.dist(n.at, node.at) < JOIN)
            host = next(near, None)
        if host is None:
            out.append(node)
        else:
            host.places += node.places
            host.units = sorted(host.units + node.units, key=lambda unit: unit.n)
    return out


def place_point(node: Node, taken: Taken) -> str:
    """Give the events of a point their positions; returns what is drawn below their signs."""
    place = node.places[0]
    beside = len(node.places) == 1 and any(unit.relation != "in" for unit in node.units)
    drawn = ""
    if place.itself or beside:
        drawn = _ring(node, beside=beside)
        for i, unit in enumerate(node.units):
            turn, lap = FIRST_TURN + i * TURN, i // 10
            radius = (RING + 12 if unit.relation != "in" else CORE + 10) + lap * GAP
            unit.at = (node.at[0] + math.cos(turn) * radius, node.at[1] + math.sin(turn) * radius)
        node.out = node.half = RING + 12 + RADIUS
    else:
        per = min(len(node.units), IN_ROW)
        for i, unit in enumerate(node.units):
            x = node.at[0] + (i % per - (per - 1) / 2) * GAP
            unit.at = (x, node.at[1] + i // per * GAP)
        node.half = (per - 1) / 2 * GAP + RADIUS + 2
        node.out = (len(node.units) - 1) // per * GAP + RADIUS + 3
    for unit in node.units:
        if unit.at is not None:
            x, y = unit.at
            taken.add(Box(x - RADIUS, y - RADIUS, x + RADIUS, y + RADIUS))
    return drawn


def _ring(node: Node, *, beside: bool) -> str:
    x, y = node.at
    parts = []
    if beside:
        dashes = tokens()["near-edge"]
        ink = colour("ink-2")
        parts.append(
            element(
                "circle",
                cx=x,
                cy=y,
                r=RING,
                fill="none",
                class_="near",
                stroke=ink,
                stroke_width=1.3,
                stroke_dasharray=dashes,
            )
        )
    if node.places[0].itself and node.places[0].dispute is not None:
        parts.append(element("circle", cx=x, cy=y, r=CORE, fill=colour("paper")))
        parts.append(
            element(
                "circle",
                cx=x,
                cy=y,
                r=CORE,
                fill="url(#hatch)",
                stroke=colour("dispute"),
                stroke_width=1.4,
                class_="disputed",
            )
        )
    else:
        parts.append(element("circle", cx=x, cy=y, r=3, fill=colour("ink-2")))
    return "".join(parts)


def draw_areas(story: Story, shapes: Shapes, view: View, nodes: list[Node], taken: Taken) -> str:
    """Return washed areas and hatched territories of the places that events are at."""
    washes, hatches = [], {}
    for unit in story.units:
        if unit.place is None or not unit.on_map:
            continue
        dispute = story.dispute_of(unit.place)
        if dispute is not None:
            hatches[dispute.id] = shapes.disputed(dispute.id, dispute)
    for node in nodes:
        place = node.places[0]
        if place.dispute is None or not place.itself:
            d = _outline(view, shapes.area(place))
            edge = tokens()["area-edge"]
            if d:
                washes.append(
                    element(
                        "path",
                        d=d,
                        class_="area",
                        fill=colour("area"),
                        fill_opacity=0.1,
                        stroke=colour("area"),
                        stroke_dasharray=edge,
                    )
                )
        for identifier in shapes.claimed(place):
            hatches.setdefault(identifier, shapes.disputed(identifier))
    outlines = [(name, view.outline(polygons)) for name, polygons in sorted(hatches.items()) if polygons]
    for _, outline in outlines:
        taken.hatch(outline)
    lines = {d.id: dict(d.lines).get(story.page.worldview, "dashed") for d in story.page.disputes}
    return "".join(washes) + "".join(_hatch(outline, lines.get(name, "dashed")) for name, outline in outlines)


def _outline(view: View, polygons: Polygons) -> str:
    return path(ring for polygon in view.outline(polygons) for ring in polygon)


def _hatch(outline: Polygons, line: str) -> str:
    dashes = {"solid": None, "dotted": "0.1 3.5"}.get(line, tokens()["dispute-edge"])
    return element(
        "path",
        d=path(ring for polygon in outline for ring in polygon),
        class_="disputed",
        fill="url(#hatch)",
        stroke=colour("dispute"),
        stroke_width=1.2,
        stroke_linecap="round" if line == "dotted" else None,
        stroke_dasharray=dashes,
    )


def claimants(story: Story, place: PagePlace) -> str:
    """Return how many claim a disputed place, in words; nothing for an undisputed one."""
    dispute = story.dispute_of(place)
    return say("dispute.claimants", n=len(dispute.claimants)) if dispute else ""


def place_plate(story: Story, shapes: Shapes, view: View, node: Node, taken: Taken) -> str:
    """Return the plate of an area, with a line to it, and give its events their positions on it."""
    place = node.places[0]
    lines = [story.name_of(place), say("plate.only", precision=precision_of(place))]
    badge = claimants(story, place)
    per = min(len(node.units), IN_ROW)
    rows = (len(node.units) + per - 1) // per
    wide = max(
        width_of(lines[0], SIZE) + 22,
        width_of(lines[1], SMALL) + 22,
        width_of(badge, SMALL) + 36,
        per * GAP + 16,
    )
    high = HEAD + (18 if badge else 0) + rows * GAP + 6
    dispute = story.dispute_of(place)
    own = shapes.disputed(dispute.id, dispute) if dispute and place.itself else shapes.area(place)
    shore = [point for polygon in view.outline(own)[:3] for point in polygon[0][::3]] or [node.at]
    box = plate_spot(node.at, shore, (wide, high), taken)
    taken.add(box)
    top = box.y0 + HEAD + (18 if badge else 0) + GAP / 2
    for i, unit in enumerate(node.units):
        unit.at = (box.x0 + 10 + GAP / 2 + i % per * GAP, top + i // per * GAP)
    return _leader(shore, box) + _plate(lines, badge, box)


def _plate(lines: list[str], badge: str, box: Box) -> str:
    edge = colour("dispute" if badge else "area")
    parts = [
        element(
            "rect",
            x=box.x0,
            y=box.y0,
            width=box.x1 - box.x0,
            height=box.y1 - box.y0,
            rx=3,
            fill=colour("paper"),
            stroke=edge,
            stroke_dasharray="3 2.5",
        ),
        text(
            box.x0 + 10,
            box.y0 + 19,
            lines[0],
            font_family=SERIF,
            font_size=SIZE,
            font_weight=600,
            fill=colour("ink"),
        ),
        text(box.x0 + 10, box.y0 + 36, lines[1], font_family=SANS, font_size=SMALL, fill=colour("ink-2")),
    ]
    if badge:
        parts.append(dispute_mark(box.x0 + 10, box.y0 + 44))
        parts.append(
            text(
                box.x0 + 25, box.y0 + 53, badge, font_family=SANS, font_size=SMALL, font_weight=600, fill=edge
            )
        )
    return element("g", "".join(parts), class_="plate")


def _leader(shore: list[Point], box: Box) -> str:
    start = min(shore, key=lambda point: (math.dist(point, box.middle), point))
    end = (max(box.x0, min(start[0], box.x1)), max(box.y0, min(start[1], box.y1)))
    d = path([[start, end]], closed=False)
    return element("path", d=d, fill="none", stroke=colour("paper"), stroke_width=3) + element(
        "path", d=d, fill="none", stroke=colour("ink-2"), stroke_dasharray="5 4"
    )


def plate_spot(at: Point, shore: list[Point], size: tuple[float, float], taken: Taken) -> Box:
    """Return the place for a plate near its area that covers least; on the edge of the picture at worst."""
    found = []
    for i in range(16):
        for radius in PLATE_RADII:
            x = at[0] + math.cos(i * math.pi / 8) * (radius + size[0] * 0.35) - size[0] / 2
            y = at[1] + math.sin(i * math.pi / 8) * radius - size[1] / 2
            box = Box(x, y, x + size[0], y + size[1])
            cost = taken.covered(Box(x - 8, y - 8, box.x1 + 8, box.y1 + 8)) * 3 + radius * 0.4
            cost += sum(box.holds(point, 6) for point in shore) * 12
            cost += taken.on_hatch(box) * 2000 + taken.on_land(box) * 60
            cost += 0 if inside(box, 8) else 1e5
            found.append((cost, i, box))
    return min(found)[2]
