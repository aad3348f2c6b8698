"""Places and events as a person checks them: the least certain first. No Streamlit here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from msgspec import UNSET

from mapper.corrections import At, EventCorrection, PlaceCorrection
from mapper.disputes import countries_text
from mapper.model import ArticleMap, Event, EventMap, Place, Span, Toponym

MOST_OPTIONS: Final = 9
"""Places offered for a name: as many as there are keys 1 to 9."""


class Question(NamedTuple):
    """A name of an article with all its mentions that stand for the same place."""

    record: ArticleMap
    mentions: tuple[Toponym, ...]

    @property
    def toponym(self) -> Toponym:
        """The first mention."""
        return self.mentions[0]

    @property
    def key(self) -> tuple[str, int]:
        """What tells this question from all others, whatever it is answered."""
        return self.record.article.id, self.toponym.start

    @property
    def options(self) -> tuple[Place, ...]:
        """What the name may stand for: what it was taken for first."""
        first = () if self.toponym.place is None else (self.toponym.place,)
        places = first + tuple(a.place for a in self.toponym.alternatives)
        return tuple({place.id: place for place in places}.values())[:MOST_OPTIONS]

    @property
    def quote(self) -> tuple[str, str, str]:
        """The sentence around the first mention: before it, the name, after it."""
        name = self.toponym
        for span in self.record.quotes:
            if span.start <= name.start and name.end <= span.end:
                return span.text[: name.start - span.start], name.text, span.text[name.end - span.start :]
        return "", name.text, ""


def questions(result: EventMap) -> list[Question]:
    """Return what is to be checked: unanswered names, the least certain first."""
    found = [q for record in result.articles for q in _of_article(record) if not q.toponym.corrected]
    return sorted(found, key=lambda q: (q.toponym.confidence, *q.key))


def _of_article(record: ArticleMap) -> Iterator[Question]:
    groups: dict[tuple[str, str | None, bool], list[Toponym]] = {}
    for toponym in record.toponyms:
        place = None if toponym.place is None else toponym.place.id
        groups.setdefault((toponym.text.casefold(), place, toponym.corrected), []).append(toponym)
    for mentions in groups.values():
        yield Question(record, tuple(mentions))


def answer(
    question: Question, place: Place | None, *, not_a_place: bool = False, all_mentions: bool = True
) -> tuple[PlaceCorrection, ...]:
    """Return the corrections that an answer amounts to.

    Parameters
    ----------
    question
        What was asked.
    place
        What the name stands for; None for a place that is not known.
    not_a_place
        The name stands for no place at all.
    all_mentions
        The answer holds for every mention of the question, else for the first alone.
    """
    mentions = question.mentions if all_mentions else question.mentions[:1]
    return tuple(
        PlaceCorrection(_at(question.record, m), UNSET if not_a_place else place, not_a_place=not_a_place)
        for m in mentions
    )


def _at(record: ArticleMap, span: Toponym | Span) -> At:
    return At(record.article.id, span.start, span.end, span.text, record.article.text_sha256)


def describe(toponym: Toponym, place: Place) -> str:
    """Return a place in a line: name, kind, where it lies."""
    disputed = toponym.dispute is not None and toponym.place is not None and toponym.place.id == place.id
    country = countries_text(toponym.dispute) if disputed and toponym.dispute else place.country
    where = [part for part in (place.admin1, country) if part and part != place.name]
    return f"{place.name}: {', '.join([place.kind, *where])}"


def events_in_order(result: EventMap) -> list[tuple[ArticleMap, Event]]:
    """Return all events in order of begin, those without a date last; the order of the table."""
    pairs = [(record, event) for record in result.articles for event in record.events]
    return sorted(pairs, key=lambda p: (p[1].begin or p[1].end or date.max, p[0].article.id, p[1].id))


EDITABLE: Final = ("label", "type", "status", "begin", "end")
"""Columns of the table of events that a person may change."""


def edited(
    pairs: Sequence[tuple[ArticleMap, Event]],
    changes: Mapping[int, Mapping[str, Any]],
    dropped: Sequence[int],
) -> tuple[EventCorrection, ...]:
    """Return the corrections that changed and dropped rows of the table of events amount to.

    Parameters
    ----------
    pairs
        The rows, as of `events_in_order`.
    changes
        By row the changed columns of `EDITABLE`; days as ISO text, None for no day.
    dropped
        Rows of what is no event.
    """
    done = [
        EventCorrection(_at(pairs[row][0], pairs[row][1].mentions[0]), not_an_event=True) for row in dropped
    ]
    for row, values in changes.items():
        record, event = pairs[row]
        fields = {name: _value(name, values[name]) for name in EDITABLE if name in values}
        if fields and row not in dropped:
            done.append(EventCorrection(_at(record, event.mentions[0]), **fields))
    return tuple(done)


def _value(name: str, value: Any) -> Any:
    if name in {"begin", "end"}:
        return None if value is None else date.fromisoformat(str(value)[:10])
    return value
