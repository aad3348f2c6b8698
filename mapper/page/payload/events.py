"""One event of one report, with everything a reader may ask of it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from mapper.page.payload.records import PageEvent, PageFigure, PageWhen, rounded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mapper.model import ArticleMap, Event, Location, TimeExpression, Toponym
    from mapper.page.payload.records import Mark, PageWhere
    from mapper.page.payload.spans import Quotes
    from mapper.page.payload.tables import Tables

EPOCH: Final = date(1970, 1, 1).toordinal()


def day_number(day: date | None) -> int | None:
    """Return a day as the number of days since 1970-01-01."""
    return None if day is None else day.toordinal() - EPOCH


class ReportReader:
    """Turns the events of one article into parts of the page."""

    def __init__(self, index: int, article_map: ArticleMap, quotes: Quotes, tables: Tables) -> None:
        self._index = index
        self._quotes = quotes
        self._tables = tables
        self._times = article_map.times
        self._toponyms: dict[str, Toponym] = {toponym.id: toponym for toponym in article_map.toponyms}

    def event(self, event: Event) -> PageEvent:
        """Return one event."""
        marks = tuple(filter(None, (self._quotes.mark(span.start, span.end) for span in event.mentions)))
        said = event.attribution
        return PageEvent(
            article=self._index,
            id=event.id,
            type=event.type,
            label=event.label[:1].upper() + event.label[1:],
            status=event.status,
            trigger=marks[0] if marks else None,
            mentions=marks[1:],
            evidence=self._evidence(event, marks),
            where=self._where(event.location),
            origin=self._where(event.origin),
            destination=self._where(event.destination),
            when=self._when(event),
            said_by=said.source if said else None,
            said_mark=self._quotes.mark(said.start, said.end) if said else None,
            who=tuple(dict.fromkeys(participant.text for participant in event.participants)),
            figures=tuple(PageFigure(figure.value, figure.unit) for figure in event.figures),
            disputes=self._tables.disputes.touched(event, self._toponyms),
            confidence=rounded(event.confidence),
            corrected=event.corrected,
            reasons=self._tables.reasons_of(event.reasons),
        )

    def _evidence(self, event: Event, marks: tuple[Mark, ...]) -> tuple[int, ...]:
        quotes = {index for part in event.evidence for index in self._quotes.covering(part.start, part.end)}
        quotes.update(mark[0] for mark in marks[:1])
        return tuple(sorted(quotes))

    def _where(self, location: Location | None) -> PageWhere | None:
        if location is None:
            return None
        return self._tables.where(location, self._toponyms, self._quotes)

    def _when(self, event: Event) -> PageWhen | None:
        time = time_of(event, self._times)
        if time is None and event.begin is None and event.end is None:
            return None
        return PageWhen(
            begin=day_number(event.begin),
            end=day_number(event.end),
            precision=event.date_precision,
            text=time.text if time else None,
            mark=self._quotes.mark(time.start, time.end) if time else None,
            modifier=time.modifier if time else None,
            reasons=self._tables.reasons_of(time.reasons) if time else (),
        )


def time_of(event: Event, times: Iterable[TimeExpression]) -> TimeExpression | None:
    """Return the expression an event's date was read from.

    A reason of the event that points at an expression decides; else one in the event's evidence that
    means the same days.
    """
    pointed = {(reason.start, reason.end) for reason in event.reasons}
    near = []
    for time in times:
        if (time.start, time.end) in pointed:
            return time
        same = (time.begin, time.end_date) == (event.begin, event.end) and time.begin is not None
        if same and any(part.start <= time.start and time.end <= part.end for part in event.evidence):
            near.append(time)
    origin = event.mentions[0].start if event.mentions else 0
    return min(near, key=lambda time: abs(time.start - origin), default=None)
