"""What neighbouring expressions say of each other: lists run in order, an apposition names the same day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from mapper.dates.cyclic import Cyclic
from mapper.dates.grammar import Item
from mapper.dates.meaning import Anchored, Reading
from mapper.dates.period import UNRESOLVABLE, Period
from mapper.model import Reason

_LIST: Final = re.compile(r",? (?:and|or|then) (?:on |in )?|, ")
_BRACKET: Final = re.compile(r" \(")
_NAMED: Final = re.compile(r", (?:on )?(?:the )?")


def agree(
    items: Sequence[Item], readings: Sequence[Reading], flat: str, reference: date | None
) -> list[Reading]:
    """Return the readings with neighbours brought into agreement, from the right."""
    agreed = list(readings)
    for i in range(len(items) - 2, -1, -1):
        left, right = items[i], items[i + 1]
        gap = flat[left.end : right.start]
        if len(gap) > 12 or agreed[i].period is None or agreed[i + 1].period is None:
            continue
        if _LIST.fullmatch(gap) and reference is not None:
            agreed[i], agreed[i + 1] = _in_order(left, right, (agreed[i], agreed[i + 1]), reference)
        if right.kind == "day" and _is_apposition(left, gap, agreed[i], agreed[i + 1]):
            agreed[i] = _as(
                agreed[i], agreed[i + 1].period, Reason("apposition", None, right.start, right.end)
            )
    return agreed


def _in_order(
    left: Item, right: Item, pair: tuple[Reading, Reading], reference: date
) -> tuple[Reading, Reading]:
    """Return "January and February" as months that follow each other."""
    first, second = pair
    if not (_is_open(left, first) and _is_open(right, second)) or left.kind != right.kind:
        return pair
    assert isinstance(left.meaning, Cyclic)
    assert isinstance(right.meaning, Cyclic)
    assert first.period is not None
    assert second.period is not None
    if first.period.begin <= second.period.begin:
        return pair
    reason = Reason("order-of-list", None, left.start, right.end)
    try:
        if second.period.begin <= reference:
            return _as(first, left.meaning.latest_to(second.period.begin), reason), second
        return first, _as(second, right.meaning.first_from(first.period.begin), reason)
    except UNRESOLVABLE:
        return pair


def _is_open(item: Item, reading: Reading) -> bool:
    return isinstance(item.meaning, Cyclic) and item.meaning.pick is None and not reading.explicit


def _is_apposition(left: Item, gap: str, first: Reading, second: Reading) -> bool:
    """Tell "Tuesday (Jan 13)" and "a week earlier, on January 7"."""
    if first.type != "DATE" or second.period is None or second.period.unit != "day":
        return False
    if isinstance(left.meaning, Anchored):
        return bool(_NAMED.fullmatch(gap))
    if left.kind != "weekday" or first.period is None or not _BRACKET.fullmatch(gap):
        return False
    return first.period.begin.weekday() == second.period.begin.weekday()


def _as(reading: Reading, period: Period | None, reason: Reason) -> Reading:
    if period is None:
        return reading
    return replace(reading, value=period.value, period=period, reasons=(*reading.reasons, reason))
