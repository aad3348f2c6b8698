"""The order of events: by time; where days are the same, causes before what they led to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from mapper.page.payload.events import day_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapper.model import ArticleMap, Event

Days: TypeAlias = tuple[int, int]

OPEN_BEFORE: Final = 29
"""An event known only by its last day is drawn and sorted as if it had begun a month before (days)."""
UNDATED: Final = 10**7
LEADS: Final = frozenset({"caused", "follow-up"})
"""Kinds of links whose source comes first."""


def in_order(articles: Sequence[ArticleMap]) -> list[tuple[int, Event]]:
    """Return all events with the index of their article, in the order in which the page numbers them."""
    keyed = []
    for index, article_map in enumerate(articles):
        days = {event.id: _days(event) for event in article_map.events}
        rank = _ranks(article_map, days)
        keyed += [
            ((*days[event.id], index, rank[event.id], place_in_text(event)), event)
            for event in article_map.events
        ]
    keyed.sort(key=lambda pair: pair[0])
    return [(key[2], event) for key, event in keyed]


def place_in_text(event: Event) -> int:
    """Return where the trigger stands; a record made elsewhere may have none."""
    return event.mentions[0].start if event.mentions else 0


def _days(event: Event) -> Days:
    begin, end = day_number(event.begin), day_number(event.end)
    if begin is None:
        begin = UNDATED if end is None else end - OPEN_BEFORE
    return begin, UNDATED if end is None else end


def _ranks(article_map: ArticleMap, days: dict[str, Days]) -> dict[str, int]:
    """Return how many events of the same days lead to each event, one after the other."""
    before: dict[str, list[str]] = {}
    for link in article_map.links:
        ends = (days.get(link.source), days.get(link.target))
        if link.kind in LEADS and None not in ends and ends[0] == ends[1]:
            before.setdefault(link.target, []).append(link.source)
    ranks: dict[str, int] = {}
    for event in article_map.events:
        _rank(event.id, before, ranks)
    return ranks


def _rank(event: str, before: dict[str, list[str]], ranks: dict[str, int]) -> int:
    """Return the rank of an event; a circle of links counts once round."""
    if event not in ranks:
        ranks[event] = 0
        ranks[event] = max((_rank(source, before, ranks) + 1 for source in before.get(event, ())), default=0)
    return ranks[event]
