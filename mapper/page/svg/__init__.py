"""The map as one SVG picture, made without a browser: map, key, every event, view and credits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from xml.sax.saxutils import escape

from mapper.page.svg.boxes import Box, Taken
from mapper.page.svg.curves import best_curve, copies, great_circle
from mapper.page.svg.ground import draw_ground, draw_names, land_tree
from mapper.page.svg.labels import place_label
from mapper.page.svg.listing import heading, key, listing, notes
from mapper.page.svg.markup import clean, colour, element, number
from mapper.page.svg.places import draw_areas, nodes_of, place_plate, place_point
from mapper.page.svg.signs import definitions, link, movement, sign
from mapper.page.svg.story import DOUBTFUL, Story, say
from mapper.page.svg.view import HEIGHT, WIDTH, Shapes, frame

if TYPE_CHECKING:
    from mapper.page.payload.records import Page
    from mapper.page.svg.places import Node
    from mapper.page.svg.view import Point, View

CREDITS: Final = "Land and lines: Natural Earth · Places: GeoNames (CC BY 4.0)"
EDGE: Final = 24.0
"""Room round everything (units of the picture)."""
LABELLED: Final = 40
"""Undisputed places with a label at most, as on the page; the others are read in the list."""
NAMESPACE: Final = "http://www.w3.org/2000/svg"


def svg_text(page: Page, base: dict[str, Any], disclaimer: str) -> str:
    """Return a page's map as the text of an SVG file.

    The picture is well-formed XML without script, style sheet or reference to anything outside it, and
    the same for the same page.
    """
    story = Story(page)
    title = page.title or say("page.untitled", n=len(page.articles))
    head, top = heading(title, EDGE, EDGE + 24, WIDTH)
    map_top = top - 8
    marks, y = key(story, EDGE, map_top + HEIGHT + 26, WIDTH)
    rows, y = listing(story, EDGE, y + 28, WIDTH)
    foot, y = notes([disclaimer, CREDITS], EDGE, y + 20, WIDTH)
    width, height = WIDTH + 2 * EDGE, y + EDGE - 12
    clip = element("clipPath", element("rect", width=WIDTH, height=HEIGHT), id="map")
    content = [
        element("title", escape(clean(title)), id="title"),
        element("desc", escape(clean(f"{disclaimer} {CREDITS}")), id="desc"),
        element("defs", definitions() + clip),
        element("rect", width=width, height=height, fill=colour("paper")),
        head,
        element("g", _map(story, base), transform=f"translate({EDGE:.0f} {map_top:.1f})"),
        marks,
        rows,
        foot,
    ]
    root = element(
        "svg",
        "\n".join(content),
        xmlns=NAMESPACE,
        width=width,
        height=height,
        viewBox=f"0 0 {number(width)} {number(height)}",
        role="img",
        aria_labelledby="title desc",
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{root}\n'


def _map(story: Story, base: dict[str, Any]) -> str:
    shapes = Shapes(base)
    view = frame(story, shapes)
    points, areas = nodes_of(story, shapes, view)
    taken = Taken()
    washes = draw_areas(story, shapes, view, areas, taken)
    rings = "".join(place_point(node, taken) for node in points)
    if areas:
        taken.land = land_tree(base, view)
    before = len(taken.boxes)
    plates = "".join(place_plate(story, shapes, view, node, taken) for node in areas)
    boxes = taken.boxes[before:]
    ways = _ways(story, view, taken)
    links = _links(story, boxes, taken)
    labels = "".join(place_label(story, node, taken) for node in _named(points))
    names = draw_names(base, view, taken, story.page.worldview)
    inside = [draw_ground(base, view), washes, names, ways, rings, plates, links, labels, _signs(story)]
    frame_line = element("rect", width=WIDTH, height=HEIGHT, fill="none", stroke=colour("ink"))
    return element("g", "\n".join(inside), clip_path="url(#map)") + frame_line


def _named(points: list[Node]) -> list[Node]:
    """Return the points that get a label: every disputed one, and the first of the others."""
    disputed = [node for node in points if node.places[0].dispute is not None]
    return disputed + [node for node in points if node.places[0].dispute is None][:LABELLED]


def _ways(story: Story, view: View, taken: Taken) -> str:
    """Return the movements from an origin to a destination, across the antimeridian too."""
    places = story.page.places
    out = []
    for unit in story.units:
        origin, end = unit.event.origin, unit.event.destination or unit.event.where
        if origin is None or end is None or origin.place == end.place:
            continue
        start, stop = places[origin.place], places[end.place]
        line = great_circle((view.near(start.lon), start.lat), (stop.lon, stop.lat))
        for points in copies(line, view):
            taken.draw(points)
            out.append(movement(points, unit.event.status))
    return "".join(out)


def _links(story: Story, plates: list[Box], taken: Taken) -> str:
    signs: list[Point] = [unit.at for unit in story.units if unit.at is not None]
    out = []
    for source, target, kind in story.links:
        if source.at is not None and target.at is not None:
            points = best_curve(source.at, target.at, signs, plates)
            taken.draw(points)
            out.append(link(kind, points))
    return element("g", "".join(out), class_="links")


def _signs(story: Story) -> str:
    return "".join(
        sign(
            unit.event.status,
            unit.at,
            unit.n,
            disputed=bool(story.disputes_of(unit)),
            doubtful=unit.event.confidence < DOUBTFUL,
        )
        for unit in story.units
        if unit.at is not None
    )
