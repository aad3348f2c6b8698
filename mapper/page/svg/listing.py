"""What stands round the map: title, key, and every event in order with status, date and place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mapper.page.svg.markup import SANS, SERIF, Attribute, colour, element, text, width_of, wrapped
from mapper.page.svg.signs import dispute_mark, link, sign
from mapper.page.svg.story import DOUBTFUL, say, when

if TYPE_CHECKING:
    from mapper.page.svg.story import Story, Unit

COLUMNS: Final = 2
INDENT: Final = 40.0
LINE: Final = 17.0
LABEL: Final = 15.0
SMALL: Final = 13.0
STATUSES: Final = ("happened", "ongoing", "planned", "cancelled", "claimed")


def listing(story: Story, x: float, y: float, width: float) -> tuple[str, float]:
    """Return the list of events in two columns, and how far down it reaches."""
    gap = 32.0
    column = (width - gap * (COLUMNS - 1)) / COLUMNS
    rows = [_row(story, unit, column - INDENT) for unit in story.units]
    half = sum(height for _, height in rows) / COLUMNS
    out, tops, i = [], [y] * COLUMNS, 0
    for markup, height in rows:
        if i < COLUMNS - 1 and tops[i] - y + height / 2 > half:
            i += 1
        left = x + i * (column + gap)
        out.append(element("g", markup, transform=f"translate({left:.1f} {tops[i]:.1f})", class_="event"))
        tops[i] += height
    if not rows:
        words = f"{say('list.noEvents')}. {say('list.noEventsIn', n=len(story.page.articles))}"
        out.append(_line(0 + x, y + 14, words, "ink-2"))
        tops[0] += 24
    return element("g", "".join(out), class_="list"), max(tops)


def _line(x: float, y: float, words: str, ink: str, **style: Attribute) -> str:
    style = {"font_family": SANS, "font_size": SMALL, **style}
    return text(x, y, words, fill=colour(ink), **style)


def _row(story: Story, unit: Unit, room: float) -> tuple[str, float]:
    """Return an event of the list and how tall it is."""
    event = unit.event
    disputes = story.disputes_of(unit)
    parts = [
        sign(event.status, (15, 15), unit.n, disputed=bool(disputes), doubtful=event.confidence < DOUBTFUL)
    ]
    y = 14.0
    number = f"{unit.n}. "
    for words in wrapped(number + event.label, LABEL, room):
        parts.append(_line(INDENT, y, words, "ink", font_size=LABEL, font_weight=600))
        y += LINE
    facts = [say(f"status.{event.status}"), when(event), story.where(unit)]
    if event.said_by:
        facts.append(say("list.saidBy", source=event.said_by))
    if unit.reports > 1:
        facts.append(say("list.reports", n=unit.reports))
    for words in wrapped(" · ".join(facts), SMALL, room):
        parts.append(_line(INDENT, y, words, "ink-2"))
        y += LINE
    for dispute in disputes:
        claims = f"{story.dispute_name(dispute)}, {say('dispute.claimants', n=len(dispute.claimants))}"
        parts.append(dispute_mark(INDENT, y - 10))
        for words in wrapped(claims, SMALL, room - 16):
            parts.append(_line(INDENT + 16, y, words, "dispute", font_weight=600))
            y += LINE
    for words in wrapped(" · ".join(unit.relations), SMALL, room) if unit.relations else []:
        parts.append(_line(INDENT, y, words, "ink-3"))
        y += LINE
    return "".join(parts), max(y - 8, 36.0) + 10


def key(story: Story, x: float, y: float, width: float) -> tuple[str, float]:
    """Return what signs and lines mean, those that the map has, and how far down it reaches."""
    used = {unit.event.status for unit in story.units}
    out = []
    at = x
    for markup, words, before in _key_parts(story, used):
        room = before + width_of(words, SMALL) + 20
        if at + room > x + width:
            at, y = x, y + 28
        inside = markup + _line(before, 4, words, "ink")
        out.append(element("g", inside, transform=f"translate({at:.1f} {y:.1f})"))
        at += room
    return element("g", "".join(out), class_="key"), y


def _key_parts(story: Story, used: set[str]) -> list[tuple[str, str, float]]:
    """Return each sign of the key with its words and the room it takes."""
    parts = [
        (sign(status, (12, 0), None), say(f"status.{status}"), 30.0) for status in STATUSES if status in used
    ]
    parts += [
        (link(kind, [(float(i), 0.0) for i in range(0, 45, 2)]), say(f"kind.{kind}"), 52.0)
        for kind in dict.fromkeys(kind for _, _, kind in story.links)
    ]
    if any(story.disputes_of(unit) for unit in story.units):
        parts.append((dispute_mark(0, -6, 12), say("key.disputed"), 18.0))
    return parts


def heading(title: str, x: float, y: float, width: float) -> tuple[str, float]:
    """Return the title in as many lines as it needs, and how far down it reaches."""
    out = []
    for words in wrapped(title, 26, width):
        out.append(text(x, y, words, font_family=SERIF, font_size=26, font_weight=600, fill=colour("ink")))
        y += 31
    return "".join(out), y


def notes(lines: list[str], x: float, y: float, width: float) -> tuple[str, float]:
    """Return small lines, and how far down they reach."""
    out = []
    for line in lines:
        for words in wrapped(line, SMALL, width):
            out.append(_line(x, y, words, "ink-2"))
            y += LINE
    return "".join(out), y
