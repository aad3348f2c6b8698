"""Labels of points: several places round each are tried, and the one that covers least is kept."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from mapper.page.svg.boxes import Box, inside
from mapper.page.svg.markup import SANS, SERIF, Attribute, colour, element, halo_text, width_of
from mapper.page.svg.places import SIZE, SMALL, claimants
from mapper.page.svg.story import say
from mapper.page.svg.view import path

if TYPE_CHECKING:
    from mapper.page.svg.boxes import Taken
    from mapper.page.svg.places import Node
    from mapper.page.svg.story import Story

MOST_NAMES: Final = 3
LEADER_FROM: Final = 12.0
"""A label farther than this from its signs is tied to them by a line."""
LABELS: Final = (
    (1, 0, 0),
    (-1, 0, 3),
    (0, 1, 5),
    (0, -1, 5),
    (0.8, 0.7, 4),
    (0.8, -0.7, 4),
    (-0.8, 0.7, 6),
    (-0.8, -0.7, 6),
)
"""Directions in which a label may stand, and what each costs."""
NAMED: Final = 2
"""Up to so many events of a place are named on the map; more are read in the list."""
NO_ROOM: Final = 700.0
LONGEST: Final = 34


def place_label(story: Story, node: Node, taken: Taken) -> str:
    """Return the label of a point where it covers least; none without room, unless it is disputed."""
    place = node.places[0]
    names = list(dict.fromkeys(story.name_of(each) for each in node.places))
    badge = claimants(story, place)
    more = f" {say('tab.more', n=len(names) - MOST_NAMES)}" if len(names) > MOST_NAMES else ""
    title = " · ".join(names[:MOST_NAMES]) + more
    rows = [_short(unit.event.label, unit.n) for unit in node.units] if len(node.units) <= NAMED else []
    rows = rows if not place.itself else []
    wide = (
        max(width_of(title, SIZE), *(width_of(row, SMALL) for row in rows), width_of(badge, SMALL) + 15, 1)
        + 4
    )
    high = 19 + 15 * len(rows) + (15 if badge else 0)
    cost, box, side = _label_spot(node, (wide, high), taken)
    if cost > NO_ROOM and not badge:
        return ""
    taken.add(box)
    anchor = "start" if side > 0 else "end" if side < 0 else "middle"
    x = {"start": box.x0 + 2, "end": box.x1 - 2, "middle": box.middle[0]}[anchor]
    style: dict[str, Attribute] = {"font_family": SANS, "font_size": SMALL, "text_anchor": anchor}
    out = [
        halo_text(
            x,
            box.y0 + 14,
            title,
            font_family=SERIF,
            font_size=SIZE,
            font_weight=600,
            fill=colour("ink"),
            text_anchor=anchor,
        )
    ]
    y = box.y0 + 14
    if badge:
        y += 15
        out.append(halo_text(x, y, badge, font_weight=600, fill=colour("dispute"), **style))
    for row in rows:
        y += 15
        out.append(halo_text(x, y, row, fill=colour("ink"), **style))
    return _leader(node, box) + element("g", "".join(out), class_="label")


def _leader(node: Node, box: Box) -> str:
    """Return a line from a point to a label that stands away from it."""
    x, y = node.at
    end = (max(box.x0, min(x, box.x1)), max(box.y0 + 3, min(y, box.y1 - 3)))
    far = max((abs(end[0] - x) - node.half), (abs(end[1] - y) - node.out))
    if far < LEADER_FROM:
        return ""
    length = math.dist((x, y), end)
    start = (x + (end[0] - x) * node.out / length, y + (end[1] - y) * node.out / length)
    d = path([[start, end]], closed=False)
    return element("path", d=d, fill="none", stroke=colour("ink-2"), stroke_width=0.9, class_="leader")


def _short(label: str, n: int) -> str:
    """Return an event's label for the map; the whole of it stands in the list."""
    return f"{n} {label}" if len(label) <= LONGEST else f"{n} {label[: LONGEST - 1].rstrip()}…"


def _label_spot(node: Node, size: tuple[float, float], taken: Taken) -> tuple[float, Box, float]:
    found = []
    wide, high = size
    for gap in (4, 20, 40):
        for order, (ax, ay, penalty) in enumerate(LABELS):
            x = node.at[0] + ax * (node.half + gap) - (0 if ax > 0 else wide if ax < 0 else wide / 2)
            y = node.at[1] + ay * (node.out + gap) - (0 if ay > 0 else high if ay < 0 else high / 2)
            box = Box(x, y, x + wide, y + high)
            cost = penalty + gap * 0.55 + taken.covered(box) * 2.2 + taken.crossed(box) * 6
            cost += taken.on_hatch(box) * 90
            cost += 0 if inside(box) else 3000
            found.append((cost, order, box, float(ax)))
    cost, _, box, side = min(found)
    return cost, box, side
