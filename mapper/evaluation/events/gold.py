"""Event gold: one article a file, schema ``event-gold/1``."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Literal

import msgspec

from mapper.errors import GoldError
from mapper.evaluation.articles import gold_article
from mapper.evaluation.events.records import (
    Period,
    ScoredArticle,
    ScoredEvent,
    ScoredPlace,
    ScoredTime,
    ScoredToponym,
    describe,
    label_form,
    names_of,
)
from mapper.evaluation.spans import MarkedSpan
from mapper.model import Article, Record


class GoldPlace(MarkedSpan, frozen=True, kw_only=True):
    """A place name in the text."""

    id: str
    role: str | None = None
    name: str | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    kind: str | None = None
    disputed: bool | None = None


class GoldTime(MarkedSpan, frozen=True):
    """A time expression."""

    type: str | None = None
    begin: str | None = None
    finish: str | None = None


class GoldEventPlace(Record, frozen=True):
    """Where an event is, with the place names that say so."""

    name: str | None = None
    lat: float | None = None
    lon: float | None = None
    place_ids: tuple[str, ...] | None = None


class GoldEvent(Record, frozen=True):
    """An event with all its mentions, the first of which is the trigger."""

    id: str
    type: str | None = None
    status: str | None = None
    mentions: tuple[MarkedSpan, ...] | None = None
    places: tuple[GoldEventPlace, ...] | None = None
    date_start: str | None = None
    date_end: str | None = None
    attribution: str | None = None
    participants: tuple[str, ...] | None = None
    recipients: tuple[str, ...] | None = None
    cluster: str | None = None
    optional: bool | None = None


class GoldLink(Record, frozen=True, rename={"source": "from", "target": "to"}):
    """A relation between two events."""

    source: str
    target: str
    kind: str


class GoldArticle(Record, frozen=True):
    """One annotated article."""

    id: str
    schema: Literal["event-gold/1"]
    group: str | None = None
    title: str | None = None
    dct: str | None = None
    text: str | None = None
    places: tuple[GoldPlace, ...] | None = None
    times: tuple[GoldTime, ...] | None = None
    events: tuple[GoldEvent, ...] | None = None
    links: tuple[GoldLink, ...] | None = None

    def article(self) -> Article:
        """Return it as an article to be read, dated by its day of writing.

        Raises
        ------
        ArticleError
            If it has no text.
        """
        return gold_article(self.id, self.text, title=self.title, date=self.dct)

    def scored(self) -> ScoredArticle:
        """Return it in the form that is compared.

        Raises
        ------
        GoldError
            If it contradicts itself; the message names the article.
        """
        by_id = {place.id: place for place in self.places or ()}
        article = ScoredArticle(self.id, self.group, self.text)
        for place in self.places or ():
            _span(place, self.id)
            names = names_of(place.name, place.text)
            where = ScoredPlace(names, place.lat, place.lon, place.country, label_form(place.kind))
            role = label_form(place.role)
            article.toponyms.append(
                ScoredToponym(place.id, place.start, place.end, role, where, bool(place.disputed))
            )
        for time in self.times or ():
            _span(time, self.id)
            article.times.append(
                ScoredTime(time.start, time.end, _interval(time.begin, time.finish, self.id))
            )
        article.events = [_event(event, by_id, self) for event in self.events or ()]
        _check_ids(article, self.links or ())
        article.links = [(link.source, link.target, label_form(link.kind)) for link in self.links or ()]
        return article.in_text_order()


def _event(event: GoldEvent, by_id: dict[str, GoldPlace], article: GoldArticle) -> ScoredEvent:
    mentions = event.mentions or ()
    first = mentions[0] if mentions else None
    quoted = "-" if first is None else first.text or f"{first.start}-{first.end}"
    cluster = (article.group or f"article {article.id}", event.cluster) if event.cluster else None
    return ScoredEvent(
        event.id,
        label_form(event.type),
        label_form(event.status),
        [_span(mention, article.id) for mention in mentions],
        [_event_place(place, by_id, article.id) for place in event.places or ()],
        _interval(event.date_start, event.date_end, article.id),
        event.attribution or None,
        [*(event.participants or ()), *(event.recipients or ())],
        cluster,
        bool(event.optional),
        describe(event.id, event.type, quoted),
    )


def _event_place(place: GoldEventPlace, by_id: dict[str, GoldPlace], where: str) -> ScoredPlace:
    try:
        mentioned = [by_id[ident] for ident in place.place_ids or ()]
    except KeyError as error:
        msg = f"{where}: An event names the place {error.args[0]!r}, which is not there."
        raise GoldError(msg) from None
    first = mentioned[0] if mentioned else None
    country, kind = (first.country, first.kind) if first else (None, None)
    names = names_of(place.name, *(p.text for p in mentioned))
    return ScoredPlace(names, place.lat, place.lon, country, label_form(kind))


def _span(span: MarkedSpan, where: str) -> tuple[int, int]:
    if not 0 <= span.start < span.end:
        msg = f"{where}: A span needs 0 <= start < end, got {span.start} and {span.end}."
        raise GoldError(msg)
    return span.start, span.end


def _interval(first: str | None, last: str | None, where: str) -> Period:
    begin, end = _day(first, where), _day(last, where)
    if begin is not None and end is not None and begin > end:
        msg = f"{where}: A period ends before it begins: {first} to {last}."
        raise GoldError(msg)
    return begin, end


def _day(value: str | None, where: str) -> date | None:
    if value is None:
        return None
    day = value.partition("T")[0]
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", day, re.ASCII):
            return date.fromisoformat(day)
    except ValueError:
        pass
    msg = f"{where}: A day is written YYYY-MM-DD, got {value!r}."
    raise GoldError(msg)


def _check_ids(article: ScoredArticle, links: Iterable[GoldLink]) -> None:
    ids = [event.id for event in article.events]
    if len(set(ids)) < len(ids):
        msg = f"{article.id}: An event id is given twice."
        raise GoldError(msg)
    for link in links:
        if link.source not in ids or link.target not in ids:
            msg = f"{article.id}: A link names an unknown event: {link.source} to {link.target}."
            raise GoldError(msg)


def read_event_gold(paths: Iterable[str | os.PathLike[str]]) -> dict[str, GoldArticle]:
    """Return the annotated articles of files, and of the ``*.json`` of folders, by id.

    Raises
    ------
    GoldError
        If a file cannot be read or an article comes twice; the message names the file.
    """
    found: dict[str, GoldArticle] = {}
    for path in map(Path, paths):
        files = sorted(path.glob("*.json")) if path.is_dir() else [path]
        if not files:
            msg = f"{path.name}: There is no *.json in this folder."
            raise GoldError(msg)
        for file in files:
            article = _read(file)
            if article.id in found:
                msg = f"{file.name}: The article {article.id!r} is given twice."
                raise GoldError(msg)
            found[article.id] = article
    return found


def _read(file: Path) -> GoldArticle:
    try:
        data = file.read_bytes().removeprefix(b"\xef\xbb\xbf")
        article = msgspec.json.decode(data, type=GoldArticle)
        article.scored()
    except OSError as error:
        msg = f"{file.name}: The gold cannot be read: {error.strerror}."
        raise GoldError(msg) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        msg = f"{file.name}: This is not an article of the schema event-gold/1: {error}."
        raise GoldError(msg) from error
    return article
