"""One form for gold and predictions, as the figures need it."""

from __future__ import annotations

import re
from collections.abc import Hashable
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from mapper.evaluation.events.names import plain

Period: TypeAlias = tuple[date | None, date | None]
"""First and last day; a side that is None is open, both None is no date."""

NO_DATE: Period = (None, None)


@dataclass
class ScoredPlace:
    """A place with every name it goes by, in plain form."""

    names: set[str]
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    kind: str | None = None

    @property
    def located(self) -> bool:
        """Whether it has coordinates."""
        return self.lat is not None and self.lon is not None


@dataclass
class ScoredToponym:
    """A place name in the text."""

    id: str | None
    start: int
    end: int
    role: str | None
    place: ScoredPlace | None
    disputed: bool

    @property
    def located(self) -> bool:
        """Whether it has coordinates."""
        return self.place is not None and self.place.located


@dataclass
class ScoredTime:
    """A time expression with its interval."""

    start: int
    end: int
    interval: Period


@dataclass
class ScoredEvent:
    """An event; gold may name several places, a prediction names one at most."""

    id: str | None
    type: str | None
    status: str | None
    mentions: list[tuple[int, int]]
    places: list[ScoredPlace]
    interval: Period
    source: str | None
    participants: list[str]
    cluster: Hashable
    optional: bool = False
    label: str = ""


@dataclass
class ScoredArticle:
    """An article with everything that is compared."""

    id: str
    group: str | None = None
    text: str | None = None
    toponyms: list[ScoredToponym] = field(default_factory=list)
    times: list[ScoredTime] = field(default_factory=list)
    events: list[ScoredEvent] = field(default_factory=list)
    links: list[tuple[str, str, str | None]] = field(default_factory=list)
    quotes: list[tuple[int, int, str]] = field(default_factory=list)

    def in_text_order(self) -> ScoredArticle:
        """Sort everything, so that no figure depends on the order in the file."""
        self.toponyms.sort(key=lambda x: (x.start, x.end))
        self.times.sort(key=lambda x: (x.start, x.end))
        self.events.sort(
            key=lambda e: (
                e.mentions, e.type or "", e.status or "", [str(d or "") for d in e.interval], e.id or "",
            )
        )  # fmt: skip
        return self


def names_of(*names: str | None) -> set[str]:
    """Return names in plain form, "Paris, Texas" also as "Paris"."""
    given = [name for name in names if name]
    bare = [re.sub(r"\(.*?\)|,.*", "", name) for name in given]
    return {plain(name) for name in (*given, *bare)} - {""}


def label_form(value: str | None) -> str | None:
    """Return a label in the form that is compared: case and ``_`` against ``-`` do not matter."""
    return value.strip().casefold().replace("_", "-") or None if value else None


def describe(ident: str, kind: str | None, mention: str) -> str:
    """Return an event as messages name it."""
    return " ".join(filter(None, [ident, kind, repr(mention)]))
