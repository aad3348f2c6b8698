"""Which reports are worth comparing: those of a type group and time that share a spot, a name or a word.

Keys only save comparisons: every pair that no veto keeps apart shares one (`vetoes`), so that the
outcome is that of comparing all with all. Reports of a few days are filed by day, longer ones by week,
and those of open or very long intervals apart from both, to be found by a name and a word together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final, TypeAlias

from mapper.links.across.cells import cell_of, cells_around
from mapper.links.across.places import is_point, is_wide
from mapper.links.across.report import Report, Where

SHORT_DAYS: Final = 4
"""Intervals up to this long are filed under each day: it holds the span a report is taken to tell of."""

LONG_DAYS: Final = 42
"""Longer intervals say so little that only a shared name and word make a pair."""

GROUPS: Final = {
    kind: group
    for group, kinds in {
        "force": ("ASSAULT", "PROTEST", "DISASTER"),
        "talk": ("AGREE", "CONSULT"),
        "law": ("COERCE", "ACCUSE"),
        "relief": ("RETREAT", "AID"),
        "refusal": ("REJECT", "OTHER"),
    }.items()
    for kind in kinds
}
"""Types that may be one event (`scoring.COMPATIBLE`) share a group; every other type is its own."""

_WIDE: Final = "*"
"""Stands for the country of a sea or region."""

_NONE: Final = "?"
"""Stands for the country of an event whose place is not known."""

Key: TypeAlias = tuple[str, str, int, str]
"""Type group, shelf, day or week, and what is shared."""


def is_loose(report: Report) -> bool:
    """Tell whether the report's days are open, or so many that they tell nothing apart."""
    return report.days is None or report.days.days > LONG_DAYS


def keys_filed(report: Report) -> set[Key]:
    """Return the keys a report is filed under."""
    group = GROUPS.get(report.type, report.type)
    shelf = "loose" if is_loose(report) else "dated"
    keys = {(group, shelf, 0, word) for word in _pairs(report)}
    if not is_loose(report):
        words = list(_filed_words(report))
        keys |= {(group, *slot, word) for slot in _filed_slots(report) for word in words}
    return keys


def keys_sought(report: Report) -> set[Key]:
    """Return the keys under which the reports to compare a report with are filed."""
    group = GROUPS.get(report.type, report.type)
    shelves = ("loose", "dated") if is_loose(report) else ("loose",)
    keys = {(group, shelf, 0, word) for shelf in shelves for word in _pairs(report)}
    if not is_loose(report):
        words = list(_sought_words(report))
        keys |= {(group, *slot, word) for slot in _sought_slots(report) for word in words}
    return keys


def _filed_slots(report: Report) -> list[tuple[str, int]]:
    """Return shelf and number: short reports by day, and by week for longer ones to find."""
    if _is_short(report):
        weeks = [("short-week", week) for week in _weeks(report)]
        return [*(("day", day) for day in _days(report)), *weeks]
    return [("week", week) for week in _weeks(report)]


def _sought_slots(report: Report) -> list[tuple[str, int]]:
    weeks = [("week", week) for week in _weeks(report)]
    if _is_short(report):
        return [*(("day", day) for day in _days(report)), *weeks]
    return [*weeks, *(("short-week", week) for week in _weeks(report))]


def _is_short(report: Report) -> bool:
    return report.days is not None and report.days.days <= SHORT_DAYS


def _days(report: Report) -> range:
    return range(_ordinal(report.begin), _ordinal(report.end) + 1)


def _weeks(report: Report) -> range:
    return range(_ordinal(report.begin) // 7, _ordinal(report.end) // 7 + 1)


def _ordinal(day: date | None) -> int:
    assert day is not None, "only intervals with both ends are filed by day or week"
    return day.toordinal()


def _filed_words(report: Report) -> Iterator[str]:
    """Yield names, the words for the event alone and with its country, and its cell and place."""
    yield from (f"n:{name}" for name in report.names)
    if report.where is not None or not report.inferred:
        yield from (f"a:{act}" for act in report.acts)
        yield from (f"a:{act}@{_area(report.where)}" for act in report.acts)
    if is_point(report.where):
        yield from _spot(report.where, [cell_of(report.where.lat, report.where.lon)])


def _sought_words(report: Report) -> Iterator[str]:
    """Yield the same; by the word alone only what has no place, or one that may hold any other.

    An event without a place and with days that are inferred is found by names alone (`ties.told_beside`).
    """
    yield from (f"n:{name}" for name in report.names)
    area = _area(report.where)
    if area == _WIDE or (area == _NONE and not report.inferred):
        yield from (f"a:{act}" for act in report.acts)
    elif area != _NONE:
        areas = (area, _WIDE) if report.inferred else (area, _WIDE, _NONE)
        yield from (f"a:{act}@{wanted}" for act in report.acts for wanted in areas)
    if is_point(report.where):
        yield from _spot(report.where, cells_around(report.where.lat, report.where.lon))


def _area(where: Where | None) -> str:
    if where is None:
        return _NONE
    return _WIDE if is_wide(where) else where.country or "-"


def _spot(where: Where, cells: Iterable[tuple[int, int]]) -> Iterator[str]:
    yield from (f"c:{band}:{column}" for band, column in cells)
    if where.id:
        yield f"i:{where.id}"


def _pairs(report: Report) -> Iterator[str]:
    """Yield names with words: rare enough to look through all times."""
    yield from (f"{name}\t{act}" for name in report.names for act in report.acts)


class BlockIndex:
    """Reports by key; adding or asking touches only a report's own blocks."""

    def __init__(self) -> None:
        self._blocks: dict[Key, list[Report]] = defaultdict(list)

    def add(self, report: Report) -> None:
        """File a report."""
        for key in keys_filed(report):
            self._blocks[key].append(report)

    def candidates(self, report: Report) -> list[Report]:
        """Return the filed reports that share a key, without those of the same article."""
        found: dict[tuple[str, str], Report] = {}
        for key in keys_sought(report):
            found.update((other.key, other) for other in self._blocks.get(key, ()))
        return [found[key] for key in sorted(found) if key[0] != report.ref.article]
