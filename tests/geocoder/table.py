"""Reading the table of queries, and holding an answer against a line of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from mapper.geo import distance_km

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_REPEATED = re.compile(r"(.*)\{\*(\d+)\}", re.DOTALL)
_POINT = re.compile(r"(-?[\d.]+),(-?[\d.]+)")


class Case(NamedTuple):
    line: int
    query: str
    expected: str
    open: bool


def read_cases(path: Path) -> Iterator[Case]:
    """Yield the lines of the table; its head says how they are written."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.strip() and not line.startswith("#"):
            query, expected = line.rsplit("|", 1)
            still_open = query.startswith("?") and query.strip() != "?"
            yield Case(number, _query(query.removesuffix(" ")[still_open:]), expected.strip(), still_open)


def _query(written: str) -> str:
    if match := _REPEATED.fullmatch(written):
        written = match[1] * int(match[2])
    if "\\" not in written:
        return written
    return written.replace("\\p", "|").encode("latin-1", "backslashreplace").decode("unicode_escape")


def faults(location: Any, expected: str) -> list[str]:
    """Return which of the line's expectations an answer does not meet."""
    if expected == "-":
        return [] if location is None else ["nothing"]
    if location is None:
        return ["something"]
    return [check for check in _checks(expected) if not _meets(location, check)]


def _checks(expected: str) -> list[str]:
    return re.sub(r"\s+~", "~", expected).split()


def _meets(location: Any, check: str) -> bool:
    place = location.raw["place"] or {}
    point, _, km = check.partition("~")
    key, _, value = check.partition(":")
    if match := _POINT.fullmatch(point):
        away = distance_km(float(match[1]), float(match[2]), location.latitude, location.longitude)
        return away <= float(km)
    if key == "country":
        return place.get("country") is None
    if key == "dispute":
        return (location.raw["dispute"] or {}).get("territory") == value
    if key == "kind":
        return place.get("kind") in value.split("/")
    if key == "within":
        return location.raw["uncertainty_km"] <= float(value)
    return place.get("country") == check
