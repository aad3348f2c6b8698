"""Signs of events by status, and lines of links by kind: shape and line say what the colour says."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from mapper.page.svg.markup import SANS, Attribute, colour, element, text, tokens
from mapper.page.svg.view import path

if TYPE_CHECKING:
    from mapper.page.svg.view import Point

RADIUS: Final = 15.0
FILLED: Final = frozenset({"happened", "ongoing"})
LARGEST: Final = 99
"""Numbers stand in signs up to this one (design notes, decision 7)."""
BACK: Final = {"triangle": 8.5, "ring": 7.5, "chevron": 2.5, "none": 0.0}
"""How far a line stops short of its end so that the head does not sit on it."""
AGAIN_FROM: Final = 320.0
"""A link longer than this shows its direction once more, a third of the way."""


def definitions() -> str:
    """Return the patterns of disputed places: a wide one for ground, a fine one for marks."""
    return _stripes("hatch", 5, 1.7, "dispute", 0.12) + _stripes("fine", 3, 1.2, "paper", 1)


def _stripes(name: str, gap: float, width: float, ground: str, opacity: float) -> str:
    lines = element("rect", width=gap, height=gap, fill=colour(ground), fill_opacity=opacity)
    lines += element("rect", width=width, height=gap, fill=colour("dispute"))
    return element(
        "pattern",
        lines,
        id=name,
        width=gap,
        height=gap,
        patternUnits="userSpaceOnUse",
        patternTransform="rotate(45)",
    )


def sign(status: str, at: Point, n: int | None, *, disputed: bool = False, doubtful: bool = False) -> str:
    """Return the sign of an event with its number, and the small marks beside it."""
    ink = colour(status)
    parts = [_shape(status, ink)]
    if n is not None and n <= LARGEST:
        fill = colour("on-status") if status in FILLED else ink
        halo: dict[str, Attribute] = {}
        if status == "cancelled":
            halo = {"stroke": colour("paper"), "stroke_width": 3, "paint_order": "stroke"}
        parts.append(_letter(0, 4, str(n), fill, 11.5, **halo))
    if disputed:
        parts.append(_mark(5.5, -15, 9))
    if doubtful:
        ink = colour("ink-2")
        parts.append(element("circle", cx=-10.5, cy=-10, r=5.6, fill=colour("paper"), stroke=ink))
        parts.append(_letter(-10.5, -6.6, "?", ink, 9))
    return element("g", "".join(parts), class_=f"sign {status}", transform=_move(at))


def _letter(x: float, y: float, words: str, fill: str, size: float, **more: Attribute) -> str:
    return text(
        x,
        y,
        words,
        fill=fill,
        font_family=SANS,
        font_size=size,
        font_weight=600,
        text_anchor="middle",
        **more,
    )


def _mark(x: float, y: float, size: float) -> str:
    return element(
        "rect",
        x=x,
        y=y,
        width=size,
        height=size,
        fill="url(#fine)",
        stroke=colour("dispute"),
        stroke_width=1.3,
    )


def dispute_mark(x: float, y: float, size: float = 10) -> str:
    """Return the small hatched square that says disputed."""
    return _mark(x, y, size)


def _shape(status: str, ink: str) -> str:
    paper = colour("paper")
    if status == "happened":
        return element("circle", r=11, fill=ink)
    if status == "ongoing":
        ring = element("circle", r=12.4, fill=paper, stroke=ink, stroke_width=1.7)
        return ring + element("circle", r=9.3, fill=ink)
    if status == "planned":
        dashes = tokens()["planned-edge"]
        return element("circle", r=11, fill=paper, stroke=ink, stroke_width=2.2, stroke_dasharray=dashes)
    if status == "claimed":
        d = "M0-13.4L13.4 0L0 13.4L-13.4 0Z"
        return element("path", d=d, fill=paper, stroke=ink, stroke_width=2, stroke_linejoin="round")
    strike = element("path", d="M-10.5 10.5L10.5 -10.5", stroke=ink, stroke_width=1.8)
    return element("circle", r=11, fill=paper, stroke=ink, stroke_width=1.8) + strike


def _move(at: Point) -> str:
    return f"translate({at[0]:.1f} {at[1]:.1f})"


def link(kind: str, points: list[Point]) -> str:
    """Return a link along a line, with its head at the end."""
    values = tokens()
    width, dash, end = float(values[f"{kind}-w"]), values[f"{kind}-dash"], values[f"{kind}-end"]
    body = list(points)
    while len(body) > 3 and math.dist(body[-1], points[-1]) < BACK[end]:
        body.pop()
    ink = colour("link-quiet" if end == "none" else "link")
    dashes = dash if dash[0].isdigit() else None
    cap = "butt" if end == "chevron" else "round"
    parts = [
        _line(points, colour("paper"), width + 3.6, stroke_opacity=0.85),
        _line(body, ink, width, stroke_dasharray=dashes, stroke_linecap=cap),
    ]
    if dash == "double":
        parts.append(_line(body, colour("paper"), width - 2.6))
    parts.append(_head(end, points, len(points) - 1, ink))
    if sum(math.dist(a, b) for a, b in pairwise(points)) > AGAIN_FROM:
        parts.append(_head("chevron" if end == "ring" else end, points, round(len(points) * 0.36), ink))
    return element("g", "".join(parts), class_=f"link {kind}")


def _line(points: list[Point], ink: str, width: float, **attributes: Attribute) -> str:
    d = path([points], closed=False, step=0)
    return element("path", "", d=d, fill="none", stroke=ink, stroke_width=width, **attributes)


def _head(end: str, points: list[Point], i: int, ink: str) -> str:
    before, at = points[max(0, i - 3)], points[i]
    turn = math.degrees(math.atan2(at[1] - before[1], at[0] - before[0]))
    place = f"{_move(at)} rotate({turn:.1f})"
    if end == "triangle":
        return element("path", class_="head", d="M0 0L-11 -5.2L-11 5.2Z", fill=ink, transform=place)
    if end == "ring":
        fill = colour("paper")
        return element(
            "circle", class_="head", cx=-4, r=3.9, fill=fill, stroke=ink, stroke_width=1.8, transform=place
        )
    if end == "chevron":
        d = "M-8.5 -5.6L0 0L-8.5 5.6"
        return element(
            "path",
            class_="head",
            d=d,
            fill="none",
            stroke=ink,
            stroke_width=2.1,
            stroke_linecap="round",
            transform=place,
        )
    return ""


def movement(line: list[Point], status: str) -> str:
    """Return the way taken from an origin to a destination, with a small arrow half way."""
    ink = colour("link-quiet")
    half = len(line) // 2
    turn = math.degrees(math.atan2(line[half][1] - line[half - 1][1], line[half][0] - line[half - 1][0]))
    dashes = "4 3" if status in {"planned", "cancelled"} else None
    start = line[0]
    return element(
        "g",
        _line(line, colour("halo"), 4, stroke_opacity=0.9)
        + _line(line, ink, 1.2, stroke_dasharray=dashes)
        + element("circle", cx=start[0], cy=start[1], r=3, fill=colour("paper"), stroke=ink, stroke_width=1.4)
        + element(
            "path",
            d="M-5 -4L3 0L-5 4",
            fill="none",
            stroke=ink,
            stroke_width=1.6,
            stroke_linecap="round",
            transform=f"{_move(line[half])} rotate({turn:.1f})",
        ),
        class_="move",
    )
