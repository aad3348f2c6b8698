"""The events of a page as its script shows them: numbered, merged reports once, in words."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Final

from mapper.page.assets import read
from mapper.page.payload.events import EPOCH
from mapper.page.payload.places import AREA_PRECISIONS

if TYPE_CHECKING:
    from mapper.page.payload.records import Page, PageDispute, PageEvent, PagePlace

DE_FACTO: Final = "de-facto"
DOUBTFUL: Final = 0.6
"""Below this confidence a sign carries a question mark (design notes)."""


@dataclass
class Unit:
    """One event with its number; `at` is where its sign stands on the picture."""

    n: int
    event: PageEvent
    place: PagePlace | None
    reports: int
    at: tuple[float, float] | None = None
    relations: list[str] = field(default_factory=list)

    @property
    def relation(self) -> str:
        """How the event stands to its place."""
        return self.event.where.relation if self.event.where else ""

    @property
    def on_map(self) -> bool:
        """Whether the event has a position; one that is only about a place has none."""
        return self.place is not None and self.relation != "about"


@cache
def _texts() -> dict[str, str]:
    found: dict[str, str] = json.loads(read("i18n", "en.json"))
    return found


def say(key: str, **values: object) -> str:
    """Return a string of the catalogue; one for a single thing where ``n`` is 1."""
    texts = _texts()
    single = f"{key}_one"
    words = texts[single] if values.get("n") == 1 and single in texts else texts[key]
    for name, value in values.items():
        words = words.replace(f"{{{name}}}", str(value))
    return words


def precision_of(place: PagePlace) -> str:
    """Return what kind of area a place is; a disputed territory is none of a state's units, only land."""
    disputed = place.itself and place.dispute is not None and place.precision != "sea"
    return say(f"precision.{'land' if disputed else place.precision}")


class Story:
    """A page with its events numbered and its links between them."""

    def __init__(self, page: Page) -> None:
        self.page = page
        lead = list(range(len(page.events)))
        reports = [1] * len(page.events)
        for group in page.groups:
            for row in group.members:
                lead[row] = group.members[0]
            reports[group.members[0]] = len(group.members)
        rows = [row for row in range(len(page.events)) if lead[row] == row]
        self.units = [self._unit(i + 1, row, reports[row]) for i, row in enumerate(rows)]
        by_row = dict(zip(rows, self.units, strict=True))
        pairs = {
            (lead[link.source], lead[link.target], link.kind): None
            for link in page.links
            if lead[link.source] != lead[link.target]
        }
        self.links = [(by_row[source], by_row[target], kind) for source, target, kind in pairs]
        for source, target, kind in self.links:
            source.relations.append(f"{say(f'kind.{kind}')} {target.n}")

    def _unit(self, n: int, row: int, reports: int) -> Unit:
        event = self.page.events[row]
        place = self.page.places[event.where.place] if event.where else None
        return Unit(n, event, place, reports)

    def dispute_of(self, place: PagePlace) -> PageDispute | None:
        """Return the territory that a place is or lies in."""
        return None if place.dispute is None else self.page.disputes[place.dispute]

    def disputes_of(self, unit: Unit) -> list[PageDispute]:
        """Return the territories that an event touches."""
        rows = [row for row, _ in unit.event.disputes]
        if unit.place is not None and unit.place.dispute is not None:
            rows.insert(0, unit.place.dispute)
        return [self.page.disputes[row] for row in dict.fromkeys(rows)]

    def name_of(self, place: PagePlace) -> str:
        """Return what a place is called in the view of the page."""
        dispute = self.dispute_of(place)
        return self.dispute_name(dispute) if dispute and place.itself else place.name

    def dispute_name(self, dispute: PageDispute) -> str:
        """Return what a disputed place is called in the view of the page."""
        view = self.page.worldview
        holder = dispute.administered_by[0] if len(dispute.administered_by) == 1 else None
        party = holder if view == DE_FACTO else view
        for name in dispute.names:
            if name.party == party:
                return f"{name.script} {name.latin}" if name.latin else name.script
        return dispute.name

    def where(self, unit: Unit) -> str:
        """Return where an event is, in words."""
        if unit.place is None:
            return say("place.none")
        name = self.name_of(unit.place)
        if unit.relation == "about":
            return f"{say('where.about')} {name}{say('where.notThere')}"
        if unit.relation in {"near", "off"}:
            return say(f"relation.{unit.relation}", place=name)
        if unit.place.precision in AREA_PRECISIONS:
            return name + say("where.only", precision=precision_of(unit.place))
        return name


def when(event: PageEvent) -> str:
    """Return when an event was, in words."""
    begin, end = (event.when.begin, event.when.end) if event.when else (None, None)
    ongoing = event.status == "ongoing"
    if begin is None:
        if end is None or ongoing:
            return say("date.continuing" if ongoing else "date.none")
        return say("date.by", date=_day(end))
    period = _period(begin, begin if end is None else end)
    if ongoing:
        return say("date.since", date=_day(begin) if "–" in period else period)
    if end is None:
        return say("date.from" if event.status == "planned" else "date.since", date=_day(begin))
    return period


def _date(day: int) -> date | None:
    try:
        return date.fromordinal(day + EPOCH)
    except (ValueError, OverflowError):
        return None


def _day(day: int) -> str:
    found = _date(day)
    return f"{found.day} {_month(found)}" if found else ""


def _month(day: date) -> str:
    names = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
    return f"{names[day.month - 1]} {day.year}"


def _period(begin: int, end: int) -> str:
    """Return a span of days; whole months and years by their names."""
    first, last = _date(begin), _date(end)
    if first is None or last is None or first == last:
        return _day(begin)
    if first.day == 1 and last < date.max and (last + timedelta(days=1)).day == 1:
        if (first.year, first.month) == (last.year, last.month):
            return _month(first)
        if first.year == last.year and (first.month, last.month) == (1, 12):
            return str(first.year)
    return f"{_day(begin)} – {_day(end)}"
