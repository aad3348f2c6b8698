"""An event prepared for being compared with the events of other articles."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import Final

from mapper.model import ArticleMap, Event, EventRef, Place, Precision

_WORD: Final = re.compile(r"[^\W_]+")

EMPTY_WORDS: Final = frozenset(
    "a an the of in on at by to for from with and or as his her their its after before over into "
    "mr mrs ms dr sir president prime minister premier chancellor king queen general gen colonel col "
    "captain senator governor mayor chief spokesman spokeswoman spokesperson official officials "
    "former foreign interior defence defense deputy vice secretary leader leaders head".split()
)
"""Words two names may share without meaning the same person: function words and titles."""

_ENDINGS: Final = (
    "ations",
    "ation",
    "ments",
    "ment",
    "ings",
    "ing",
    "ers",
    "ies",
    "ied",
    "ed",
    "es",
    "s",
    "e",
)


@dataclass(frozen=True, slots=True)
class Where:
    """The place of an event, with what is needed to tell whether it holds another."""

    id: str
    name: str
    lat: float
    lon: float
    precision: Precision
    country: str | None = None
    admin1: str | None = None
    extent: float | None = None


@dataclass(frozen=True)
class Report:
    """One article's report of an event. Dates are inclusive; None on either side is open."""

    ref: EventRef
    type: str
    status: str
    begin: date | None
    end: date | None
    inferred: bool
    where: Where | None
    actors: frozenset[str]
    targets: frozenset[str]
    triggers: frozenset[str]
    published: date | None
    confidence: float

    @cached_property
    def key(self) -> tuple[str, str]:
        """The article's and the event's id: the order every tie is broken by."""
        return self.ref.article, self.ref.event

    @cached_property
    def people(self) -> frozenset[str]:
        """Words of all participants, whatever their role."""
        return self.actors | self.targets


def reports_of(article: ArticleMap) -> tuple[Report, ...]:
    """Return the article's events, prepared."""
    return tuple(_report(article, event) for event in article.events)


def _report(article: ArticleMap, event: Event) -> Report:
    head = article.article
    reference = head.reference_date.date if head.reference_date else head.published
    return Report(
        ref=EventRef(head.id, event.id),
        type=event.type,
        status=event.status,
        begin=event.begin,
        end=event.end,
        inferred=any(reason.code == "date" and reason.value == "report-window" for reason in event.reasons),
        where=_where(article, event),
        actors=_party(event, "actor"),
        targets=_party(event, "target"),
        triggers=content_stems(mention.text for mention in event.mentions),
        published=reference,
        confidence=event.confidence,
    )


def _where(article: ArticleMap, event: Event) -> Where | None:
    location = event.location
    if location is None or location.relation == "about":
        return None
    place = _place(article, location.toponym)
    if place is None:
        return Where("", location.name, location.lat, location.lon, location.precision)
    return Where(
        place.id, place.name, place.lat, place.lon, place.precision, place.country, place.admin1, place.extent
    )


def _place(article: ArticleMap, toponym: str | None) -> Place | None:
    return next((t.place for t in article.toponyms if t.id == toponym), None)


def _party(event: Event, role: str) -> frozenset[str]:
    """Return the content words of the event's actors or targets, with their countries' codes."""
    words: set[str] = set()
    for participant in event.participants:
        if participant.role == role:
            words |= content_words(participant.text)
            if participant.country:
                words.add(f"={participant.country}")
    return frozenset(words)


@lru_cache(maxsize=65_536)
def content_words(text: str) -> frozenset[str]:
    """Return the words of a name that tell it from others, folded."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    words = {word for word in _WORD.findall(plain) if len(word) > 1}
    return frozenset((words - EMPTY_WORDS) or words)


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """Return a word without its commonest endings: "attacked" and "attacks" meet in "attack"."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def content_stems(texts: Iterable[str]) -> frozenset[str]:
    """Return the stems of the content words of some texts."""
    return frozenset(stem(word) for text in texts for word in content_words(text))
