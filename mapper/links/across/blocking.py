"""Which reports are worth comparing: those that share a type group, a stretch of time, and a country or word.

An event without a known interval, or with a long one, is kept apart in an undated bucket and found by
a shared participant. Every pair that the merge could accept shares a key: without a shared place and
without a shared word of trigger or participants the features add up to less than `scoring.SAME`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Final, TypeAlias

from mapper.links.across.report import Report

BUCKET_DAYS: Final = 7
MAX_BUCKETS: Final = 6
"""Longer intervals (over about a month) go into the undated bucket."""

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

UNDATED: Final = -1

Key: TypeAlias = tuple[str, int, str]


def group_of(kind: str) -> str:
    """Return the group of types an event is compared within."""
    return GROUPS.get(kind, kind)


def buckets(begin: date | None, end: date | None) -> tuple[int, ...]:
    """Return the weeks an interval touches, or the undated bucket."""
    if begin is None or end is None:
        return (UNDATED,)
    first, last = begin.toordinal() // BUCKET_DAYS, end.toordinal() // BUCKET_DAYS
    return (UNDATED,) if last - first >= MAX_BUCKETS else tuple(range(first, last + 1))


def stored_keys(report: Report) -> Iterator[Key]:
    """Yield the keys a report is filed under."""
    group = group_of(report.type)
    for bucket in buckets(report.begin, report.end):
        for word in _dated_words(report):
            yield group, bucket, word
    for word in _undated_words(report):
        yield group, UNDATED, word


def _dated_words(report: Report) -> Iterator[str]:
    """Yield the country and the words that tie a report to others of its days."""
    if report.where is not None:
        yield f"@{report.where.country or report.where.id or report.where.name}"
    yield from sorted(report.people)
    yield from (f"!{word}" for word in sorted(report.triggers))


def _undated_words(report: Report) -> Iterator[str]:
    """Yield pairs of participant and trigger: rare enough to look through all times."""
    for person in sorted(report.people):
        for trigger in sorted(report.triggers):
            yield f"{person}!{trigger}"


class BlockIndex:
    """Reports by key; adding or asking touches only a report's own blocks."""

    def __init__(self) -> None:
        self._blocks: dict[Key, list[Report]] = defaultdict(list)

    def add(self, report: Report) -> None:
        """File a report."""
        for key in set(stored_keys(report)):
            self._blocks[key].append(report)

    def candidates(self, report: Report) -> list[Report]:
        """Return the filed reports that share a key, without those of the same article."""
        found: dict[tuple[str, str], Report] = {}
        for key in stored_keys(report):
            for other in self._blocks.get(key, ()):
                if other.ref.article != report.ref.article:
                    found[other.key] = other
        return [found[key] for key in sorted(found)]
