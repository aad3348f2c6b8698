"""Times of day by the clock."""

from __future__ import annotations

from mapper.dates.grammar.rule import Atom, Look
from mapper.dates.meaning import ClockTime, Meaning

_AT = r"""
\b(?:at|by|from|until|till|around|about|since|between|before|after|and|to|near|past|of|shortly|roughly)
(?: )
"""


def _twelve(look: Look) -> Meaning:
    """Read "9:40 p.m.", "6 in the morning"."""
    late = (
        look.get("half") == "p"
        or look.get("part") in ("afternoon", "evening")
        or look.view[look.end - 5 : look.end] == "night"
    )
    hour = int(look.get("h")) % 12 + (12 if late else 0)
    return ClockTime(f"{hour:02d}:{look.get('m') or '00'}")


def _twenty_four(look: Look) -> Meaning:
    return ClockTime(f"{int(look.get('h')):02d}:{look.get('m')}")


def _at_hour(look: Look) -> bool:
    """Tell a time from a score or a verse: behind "at" or before "GMT"."""
    return bool(look.get("zone") or look.before(_AT))


def _military(look: Look) -> Meaning | None:
    """Read "2200 GMT", "at 0630 hours"; 1500 hours of work are none."""
    if look.get("zone").strip() == "hours" and not look.before(_AT):
        return None
    return _twenty_four(look)


def _o_clock(look: Look) -> Meaning:
    hour = look.get("h")
    return ClockTime(f"{int(hour) if hour.isdigit() else _HOURS.index(hour) + 1:02d}:00")


_HOURS = "one two three four five six seven eight nine ten eleven twelve".split()


def _named(look: Look) -> Meaning | None:
    """Read "noon" and "midnight", the end of the day."""
    if look.capital():
        return None
    return ClockTime("24:00" if look.get("name") == "midnight" else "12:00")


def _at_named(look: Look) -> bool:
    return _behind_at(look) and not look.after(r" (?:oil|sun|mass|blue|express)\b")


def _behind_at(look: Look) -> bool:
    return bool(look.before(_AT))


_HOUR = r"(?P<h>1[0-2]|0?[1-9])"
_MINUTES = r"(?P<m>[0-5][0-9])"
_ZONES = (
    "gmt|utc|bst|cet|cest|est|edt|cst|cdt|mst|mdt|pst|pdt|ist|kst|jst|hkt|aest|aedt|et|pt|local time|local|z"
)
_ZONE = rf"(?P<zone> ?(?:{_ZONES})\b)"

ATOMS = (
    Atom(
        "twelve-hour",
        "clock",
        rf"""
        <LONE>{_HOUR}(?:[:.]{_MINUTES}(?::[0-5][0-9])?)?
        (?: |-)?(?P<half>a|p)(?:\.m\.|m\b\.?){_ZONE}?
        """,
        _twelve,
    ),
    Atom(
        "in-the-morning",
        "clock",
        rf"""
        <LONE>{_HOUR}(?::{_MINUTES})?(?: o'clock)?
        (?: in the (?P<part>morning|afternoon|evening)| at night)(?!-)
        """,
        _twelve,
        _behind_at,
    ),
    Atom(
        "twenty-four-hour",
        "clock",
        rf"""
        <LONE>(?P<h>[01]?[0-9]|2[0-3]):{_MINUTES}(?::[0-5][0-9])?(?![0-9:/]|[.,][0-9])
        (?: ?(?:hrs|hours|h)\b)?{_ZONE}?
        """,
        _twenty_four,
        _at_hour,
    ),
    Atom(
        "military",
        "clock",
        rf"<LONE>(?P<h>[01][0-9]|2[0-3]){_MINUTES}(?P<zone> ?(?:gmt|utc|hrs|hours|local time|z)\b)",
        _military,
    ),
    Atom("o-clock", "clock", rf"<LONE>(?P<h>{'|'.join(_HOURS)}|1[0-2]|[1-9]) o'clock{_ZONE}?", _o_clock),
    Atom("noon", "clock", rf"(?P<name>noon|midday|midnight){_ZONE}?", _named, _at_named),
)
