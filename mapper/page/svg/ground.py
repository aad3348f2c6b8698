"""Sea, land, neutral lines and the names of the ground."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from mapper.page.shapes import decode
from mapper.page.svg.boxes import Box, Taken
from mapper.page.svg.markup import SANS, SERIF, colour, element, halo_text, width_of
from mapper.page.svg.view import HEIGHT, WIDTH, path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from shapely import STRtree

    from mapper.page.svg.view import Point, Ring, View

INNER_FROM: Final = 5.5
"""First zoom at which provinces are drawn, as in the page."""
COPIES: Final = (-360, 0, 360)
REACH: Final = 20.0
FIRST_TOWNS: Final = 8
"""So many towns are named before the provinces, as in the page."""
TRACKED: Final = 2.2
"""Space between the letters of a country's name."""


def draw_ground(base: dict[str, Any], view: View) -> str:
    """Return sea, land, borders and coast."""
    cuts = ({-180.0, 180.0, *base["cuts"]["x"]}, {-90.0, *base["cuts"]["y"]})
    land = [ring for polygon in _land(base) for ring in polygon]
    coast = [line for ring in land for line in _coast(ring, cuts)]
    inner = _lines(base, "inner", view) if view.zoom >= INNER_FROM else []
    border, dotted = colour("border"), colour("border-undetermined")
    return "".join(
        [
            element("rect", width=WIDTH, height=HEIGHT, fill=colour("sea")),
            element(
                "path", d=path(_seen(land, view)), fill=colour("land"), fill_rule="evenodd", class_="land"
            ),
            _stroke(inner, "inner", border, 0.6, stroke_dasharray="5 3"),
            _stroke(_lines(base, "solid", view), "border", border, 0.9),
            _stroke(
                _lines(base, "dotted", view),
                "undetermined",
                dotted,
                1.5,
                stroke_dasharray="0.1 4.5",
                stroke_linecap="round",
            ),
            _stroke(list(_seen(coast, view)), "coast", colour("coast"), 0.9),
        ]
    )


def _land(base: dict[str, Any]) -> list[list[Ring]]:
    return [
        [decode(ring, part["steps"]) for ring in polygon]
        for part in base["land"]
        for polygon in part["polygons"]
    ]


def land_tree(base: dict[str, Any], view: View) -> STRtree:
    """Return the land on the picture, for asking what lies on it."""
    from shapely import Polygon, STRtree

    outer = _seen([polygon[0] for polygon in _land(base)], view)
    return STRtree([Polygon(ring).simplify(1).buffer(0) for ring in outer])


def _stroke(lines: Iterable[Ring], kind: str, ink: str, width: float, **attributes: str) -> str:
    d = path(lines, closed=False)
    if not d:
        return ""
    return element("path", d=d, class_=kind, fill="none", stroke=ink, stroke_width=width, **attributes)


def _lines(base: dict[str, Any], kind: str, view: View) -> list[Ring]:
    coded = ((line, part["steps"]) for part in base[kind] for line in part["lines"])
    return list(_seen([decode(line, steps) for line, steps in coded], view))


def _seen(lines: Iterable[Ring], view: View) -> Iterator[Ring]:
    """Yield lines on the picture in every copy of the world that shows there."""
    for line in lines:
        if len(line) < 2:
            continue
        for shift in COPIES:
            points = [view.at(lon + shift, lat) for lon, lat in line]
            box = Box.around(points)
            if box.x1 - box.x0 + box.y1 - box.y0 > 0.7 and box.meets(
                Box(-REACH, -REACH, WIDTH + REACH, HEIGHT + REACH)
            ):
                yield points


def _coast(ring: Ring, cuts: tuple[set[float], set[float]]) -> Iterator[Ring]:
    """Yield the parts of a ring that are coast: edges along a cut of the data are none."""
    line: Ring = []
    for before, here in pairwise(ring):
        cut = (before[0] == here[0] and here[0] in cuts[0]) or (before[1] == here[1] and here[1] in cuts[1])
        if cut:
            if line:
                yield line
            line = []
        else:
            line = [*line, here] if line else [before, here]
    if line:
        yield line


def draw_names(base: dict[str, Any], view: View, taken: Taken, worldview: str) -> str:
    """Return names of countries, seas, towns and provinces where they cover nothing.

    No country's or province's name stands on disputed land, not with a single letter.
    """
    out: list[str] = []
    contested = _contested(base["contested"])
    for names, zoom, spots, own in base["names"]:
        if view.zoom >= zoom:
            _first_fit(out, view, taken, names["en"], spots, None if own else contested)
    for sea in base["seas"]:
        if view.zoom >= sea["from"]:
            words = sea.get("views", {}).get(worldview, sea["names"]["en"])
            _sea(out, view, taken, words, (sea["lon"], sea["lat"]))
    towns = [(names["en"], (lon, lat)) for names, lat, lon, zoom in base["towns"] if view.zoom >= zoom]
    for name, spot in towns[:FIRST_TOWNS]:
        _town(out, view, taken, name, spot)
    for names, lat, lon, zoom in base["provinces"]:
        if view.zoom >= zoom:
            _first_fit(out, view, taken, names["en"], [(lat, lon)], contested, "province")
    for name, spot in towns[FIRST_TOWNS:]:
        _town(out, view, taken, name, spot)
    return element("g", "".join(out), class_="names")


def _contested(coded: dict[str, Any]) -> Callable[[View, Box], bool]:
    """Return a test of whether a box of the picture touches disputed land."""
    from shapely import Polygon, box, unary_union

    shapes = [Polygon(decode(outer, coded["steps"])).buffer(0) for outer, *_ in coded["polygons"]]
    land = unary_union(shapes)

    def touches(view: View, area: Box) -> bool:
        west, south = view.back((area.x0, area.y1))
        east, north = view.back((area.x1, area.y0))
        return any(land.intersects(box(west + shift, south, east + shift, north)) for shift in COPIES)

    return touches


def _first_fit(
    out: list[str],
    view: View,
    taken: Taken,
    name: str,
    spots: list[Point],
    avoided: Callable[[View, Box], bool] | None,
    kind: str = "country",
) -> None:
    words = name.upper()
    wide = width_of(words, 10) + TRACKED * len(words)
    for lat, lon in spots:
        x, y = view.at(view.near(lon), lat)
        box = Box(x - wide / 2 - 3, y - 11, x + wide / 2 + 3, y + 5)
        if not taken.free(box) or (avoided and avoided(view, box)):
            continue
        taken.add(box)
        out.append(
            halo_text(
                x,
                y,
                words,
                class_=kind,
                fill=colour("map-label"),
                font_family=SANS,
                font_size=10,
                font_weight=600 if kind == "country" else 500,
                letter_spacing=TRACKED,
                text_anchor="middle",
            )
        )
        return


def _sea(out: list[str], view: View, taken: Taken, words: str, spot: Point) -> None:
    x, y = view.at(view.near(spot[0]), spot[1])
    wide = width_of(words, 13)
    box = Box(x - wide / 2 - 3, y - 13, x + wide / 2 + 3, y + 5)
    if taken.free(box):
        taken.add(box)
        ink = colour("sea-label")
        out.append(
            halo_text(
                x,
                y,
                words,
                class_="sea",
                fill=ink,
                font_family=SERIF,
                font_size=13,
                font_style="italic",
                text_anchor="middle",
            )
        )


def _town(out: list[str], view: View, taken: Taken, words: str, spot: Point) -> None:
    x, y = view.at(view.near(spot[0]), spot[1])
    box = Box(x - 3, y - 8, x + 8 + width_of(words, 11), y + 6)
    if taken.free(box):
        taken.add(box)
        ink = colour("map-label")
        out.append(element("circle", cx=x, cy=y, r=2, fill=ink))
        out.append(halo_text(x + 6, y + 4, words, class_="town", fill=ink, font_family=SANS, font_size=11))
