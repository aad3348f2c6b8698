"""What a person may correct."""

from __future__ import annotations

from datetime import date

from msgspec import UNSET, UnsetType

from mapper.model import EventType, Place, PlaceRelation, Record, Role, Span, Status, Toponym


class At(Record, frozen=True):
    """The words that are corrected. `text_sha256` may be left out in a file written by hand."""

    article: str
    start: int
    end: int
    text: str
    text_sha256: str | None = None


class PlaceCorrection(Record, frozen=True):
    """What a place name stands for: a place, its id, None for a place unknown, or no place at all."""

    at: At
    place: str | Place | UnsetType | None = UNSET
    role: Role | None = None
    not_a_place: bool = False


class EventCorrection(Record, frozen=True):
    """What an event is, found by a word that mentions it; the event is added if there is none there."""

    at: At
    not_an_event: bool = False
    type: EventType | None = None
    label: str | None = None
    status: Status | None = None
    begin: date | UnsetType | None = UNSET
    end: date | UnsetType | None = UNSET
    place: str | Place | UnsetType | None = UNSET
    relation: PlaceRelation = "in"


def shares(at: At, span: Toponym | Span) -> bool:
    """Tell whether a correction and a span share a character."""
    return at.start < span.end and span.start < at.end
