"""Totals by country, with disputed ground counted by a stated policy."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final, cast

from mapper.disputes import CountPolicy, counted_countries
from mapper.frames.cell_types import Row, Shape
from mapper.frames.cells import flag_of, toponym_of
from mapper.model import DisputeFlag, Event, EventMap, Toponym

DISPUTED: Final = "disputed"
"""Stands for a country where a disputed place counts for nobody."""


def country_rows(result: EventMap) -> Iterator[tuple[Row, Shape]]:
    """Yield a row a country: mentions of its places, and events placed in it (a merged event once)."""
    policy = cast("CountPolicy", result.run.options.get("count_disputed_as", "none"))
    places: Counter[str] = Counter()
    events: Counter[str] = Counter()
    seen: set[str] = set()
    for article in result.articles:
        by_id = {toponym.id: toponym for toponym in article.toponyms}
        for toponym in article.toponyms:
            places.update(_counted(toponym, toponym.dispute, policy))
        for event in article.events:
            if event.cluster is None or event.cluster not in seen:
                events.update(_countries_of(event, by_id, policy))
                seen.update([event.cluster] if event.cluster else ())
    for country in sorted({*places, *events}):
        yield {"country": country, "places": places[country], "events": events[country], "policy": policy}, ()


def _countries_of(event: Event, by_id: dict[str, Toponym], policy: CountPolicy) -> tuple[str, ...]:
    toponym = toponym_of(event.location, by_id)
    return () if toponym is None else _counted(toponym, flag_of(event, by_id), policy)


def _counted(toponym: Toponym, flag: DisputeFlag | None, policy: CountPolicy) -> tuple[str, ...]:
    country = toponym.place.country if toponym.place else None
    counted = counted_countries(country, flag, policy)
    return counted or ((DISPUTED,) if flag is not None else ())
