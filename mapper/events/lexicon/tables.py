"""Read the tables of the lexicon as typed rows."""

from __future__ import annotations

from typing import Literal, TypeAlias, TypeVar

import msgspec

from mapper.errors import LexiconError
from mapper.model import EventType, LinkKind
from mapper.resources import data_path

PartOfSpeech: TypeAlias = Literal["VERB", "NOUN", "ADJ", "MWE"]
CuePartOfSpeech: TypeAlias = Literal[
    "VERB", "NOUN", "ADJ", "MWE", "ADV", "AUX", "PART", "DET", "ADP", "PRON", "CCONJ", "SCONJ"
]
CueStatus: TypeAlias = Literal[
    "cancelled", "postponed", "negated", "denied", "claimed", "planned", "ongoing", "hypothetical", "generic",
    "happened",
]  # fmt: skip
Factivity: TypeAlias = Literal["factive", "neutral", "claiming", "denying", "doubting", "planning"]


class TriggerRow(msgspec.Struct, frozen=True):
    """A word or phrase that reports an event under the conditions of its pattern."""

    lemma: str
    pos: PartOfSpeech
    type: EventType
    mode: str
    pattern: str
    excludes: str
    status_hint: Literal["", "planned", "cancelled", "claimed"]
    strength: int
    example: str


class CounterexampleRow(msgspec.Struct, frozen=True):
    """A sentence with a trigger word in which it reports no event of the type."""

    lemma: str
    pos: PartOfSpeech
    type: EventType
    example: str


class ClassRow(msgspec.Struct, frozen=True, rename={"name": "class"}):
    """A named class of words for patterns; `members` are set apart by ``|``."""

    name: str
    members: str
    note: str


class ReportingVerbRow(msgspec.Struct, frozen=True):
    """A verb or phrase of saying, and how far it vouches for what is said."""

    lemma: str
    pos: Literal["VERB", "MWE"]
    factivity: Factivity
    event_type: EventType | Literal["-"]
    note: str
    example: str


class StatusCueRow(msgspec.Struct, frozen=True):
    """A word or phrase that says how far an event is real."""

    cue: str
    pos: CuePartOfSpeech
    status: CueStatus
    scope: Literal["head", "clause", "noun"]
    priority: int
    blocked_by: str
    example: str


class LinkCueRow(msgspec.Struct, frozen=True):
    """A word or phrase that relates two events."""

    cue: str
    kind: LinkKind
    direction: Literal["A>B", "B>A", "A=B"]
    scope: Literal["sentence", "next", "noun", "head", "anaphor"]
    strength: int
    note: str
    example: str


class GenericNounRow(msgspec.Struct, frozen=True):
    """A noun that refers back to an event, and the types it may refer to."""

    noun: str
    types: str
    needs: str
    strength: int
    note: str
    example: str


class NotEventRow(msgspec.Struct, frozen=True):
    """A phrase in which a trigger word reports no event."""

    phrase: str
    trigger: str
    reason: str
    match: Literal["lemma", "noun", "verb", "case"]
    example: str


class WordListRow(msgspec.Struct, frozen=True, rename={"name": "list"}):
    """A closed list of words; `members` are set apart by ``|``."""

    name: str
    members: str
    note: str


class FormsRow(msgspec.Struct, frozen=True):
    """Irregular forms of a word, set apart by blanks."""

    lemma: str
    forms: str


class NominalRow(msgspec.Struct, frozen=True):
    """The noun for what a verb does, with the preposition before its object."""

    lemma: str
    noun: str
    preposition: str


Row = TypeVar("Row", bound=msgspec.Struct)


def read_table(name: str, kind: type[Row]) -> tuple[Row, ...]:
    """Return the rows of a table of ``data/lexicon``.

    Raises
    ------
    LexiconError
        If a line has the wrong number of cells or a cell the wrong kind of value.
    """
    path = data_path("data", "lexicon", f"{name}.tsv")
    header, *lines = path.read_text(encoding="utf-8").rstrip("\n").split("\n")
    columns = header.split("\t")
    rows = []
    for number, line in enumerate(lines, 2):
        cells = line.split("\t")
        try:
            rows.append(msgspec.convert(dict(zip(columns, cells, strict=True)), kind, strict=False))
        except (ValueError, msgspec.ValidationError) as error:
            msg = f"{path.name}, line {number}: {error}."
            raise LexiconError(msg) from error
    return tuple(rows)
