"""The corrections file and its application."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Final, Literal

import msgspec

from mapper.atomic import atomic_path
from mapper.corrections.events import correct_event, follow
from mapper.corrections.fitting import FindPlace, FlagPlace, finder, fitting, latest
from mapper.corrections.places import correct_place
from mapper.corrections.records import EventCorrection, PlaceCorrection
from mapper.errors import CorrectionError
from mapper.model import Article, ArticleMap, Event, Record, Toponym

SCHEMA: Final = "event-mapper-corrections/1"


class Corrections(Record, frozen=True):
    """All corrections of a person; of two for the same words the later one holds."""

    places: tuple[PlaceCorrection, ...] = ()
    events: tuple[EventCorrection, ...] = ()
    schema: Literal["event-mapper-corrections/1"] = SCHEMA

    @classmethod
    def read(cls, path: str | os.PathLike[str]) -> Corrections:
        """Read a corrections file.

        Raises
        ------
        CorrectionError
            If it cannot be read or does not fit; the message names the file and the field.
        """
        name = Path(path).name
        try:
            content = Path(path).read_bytes()
        except OSError as error:
            msg = f"{name}: The corrections cannot be read: {error.strerror}."
            raise CorrectionError(msg) from error
        return cls.decode(content, name)

    @classmethod
    def decode(cls, content: bytes, name: str) -> Corrections:
        """Return corrections from the content of their file, whose name is for messages.

        Raises
        ------
        CorrectionError
            If it does not fit; the message names the file and the field.
        """
        try:
            return msgspec.json.decode(content, type=cls)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            msg = f"{name}: This is not a corrections file: {error}."
            raise CorrectionError(msg) from error

    def encode(self) -> bytes:
        """Return the content of the file, indented for people."""
        return msgspec.json.format(msgspec.json.encode(self), indent=2) + b"\n"

    def write(self, path: str | os.PathLike[str]) -> None:
        """Write a corrections file, indented for people.

        Raises
        ------
        ExportError
            If it cannot be written.
        """
        with atomic_path(path) as unfinished:
            unfinished.write_bytes(self.encode())

    def merged(self, other: Corrections) -> Corrections:
        """Return both, the other's last, one for each place in a text."""
        return Corrections(latest(self.places + other.places), latest(self.events + other.events))

    def apply_to_toponyms(
        self,
        article: Article,
        toponyms: Sequence[Toponym],
        *,
        find: FindPlace | None = None,
        flag: FlagPlace | None = None,
    ) -> tuple[Toponym, ...]:
        """Return the toponyms as corrected, in text order.

        Parameters
        ----------
        article
            Their article, with its hash.
        toponyms
            What was found.
        find, flag
            Look up a place by its id, and whether it is disputed.

        Raises
        ------
        CorrectionError
            If a correction was made for another text, or names a place that does not exist.
        """
        found = list(toponyms)
        for correction in fitting(self.places, article):
            found = correct_place(found, correction, finder(toponyms, find), flag)
        return tuple(found)

    def apply_to_events(
        self,
        article: Article,
        events: Sequence[Event],
        *,
        toponyms: Sequence[Toponym] = (),
        find: FindPlace | None = None,
        flag: FlagPlace | None = None,
    ) -> tuple[Event, ...]:
        """Return the events as corrected, in text order.

        Raises
        ------
        CorrectionError
            As `apply_to_toponyms`.
        """
        found = list(events)
        for correction in fitting(self.events, article):
            found = correct_event(found, correction, toponyms, finder(toponyms, find), flag)
        return tuple(found)

    def apply(
        self, record: ArticleMap, *, find: FindPlace | None = None, flag: FlagPlace | None = None
    ) -> ArticleMap:
        """Return a finished record as corrected: its events follow their places, without parsing again.

        Raises
        ------
        CorrectionError
            As `apply_to_toponyms`.
        """
        toponyms = self.apply_to_toponyms(record.article, record.toponyms, find=find, flag=flag)
        moved = [follow(event, {t.id: t for t in toponyms}) for event in record.events]
        events = self.apply_to_events(record.article, moved, toponyms=toponyms, find=find, flag=flag)
        known = {event.id for event in events}
        links = tuple(link for link in record.links if link.source in known and link.target in known)
        return msgspec.structs.replace(record, toponyms=toponyms, events=events, links=links)
