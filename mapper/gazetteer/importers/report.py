"""What an import took in, what it could not use and why, and how far it is."""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, Protocol

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterator

REPORT: Final = "report.json"
LISTED: Final = 100
"""Unusable rows that are listed one by one; the rest is counted."""
_SHOWN: Final = 80
"""Characters of an unusable value that are shown."""


class BadRow(ValueError):  # noqa: N818 - it ends a row, not the import
    """A row that cannot be used: a reason to count it under, and the value at fault."""

    def __init__(self, reason: str, value: object = None) -> None:
        super().__init__(reason if value is None else f"{reason}: {shown(value)}")
        self.reason = reason


def shown(value: object) -> str:
    """Return a foreign value as it may stand in a message: on one line, and not longer than that."""
    text = repr(value)
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


class Progress(Protocol):
    """Told of the step an import is at, and how much of it is done."""

    def __call__(self, step: str, done: int, total: int) -> None:
        """Take note."""


class Problem(msgspec.Struct, frozen=True):
    """One row that was not used."""

    file: str
    line: int
    reason: str


class Report(msgspec.Struct, frozen=True):
    """The outcome of an import.

    `bad` counts unusable rows by reason and `first` lists some of them; `left_out` counts what is
    sound but not wanted: other languages, kinds that are no places. `refused` names the disputed
    areas that fit no territory of the register.
    """

    kind: str
    files: list[str]
    rows: int
    places: int
    names: int
    bad_rows: int
    bad: dict[str, int]
    first: list[Problem]
    left_out: dict[str, int]
    territories: list[str] = []
    refused: list[str] = []


class Log:
    """Counts rows, notes the bad ones and passes progress on."""

    def __init__(self, progress: Progress | None = None) -> None:
        self.files: list[str] = []
        self.rows = 0
        self.bad: Counter[str] = Counter()
        self.left_out: Counter[str] = Counter()
        self.first: list[Problem] = []
        self._progress = progress

    @contextmanager
    def row(self, line: int) -> Iterator[None]:
        """Count a row; a `BadRow` raised inside ends it and is noted."""
        self.rows += 1
        try:
            yield
        except BadRow as error:
            self.note(line, error)

    def note(self, line: int, error: BadRow) -> None:
        """Take note of a bad row of the newest file."""
        self.bad[error.reason] += 1
        if len(self.first) < LISTED:
            self.first.append(Problem(self.files[-1] if self.files else "", line, str(error)))

    def step(self, step: str, done: int, total: int) -> None:
        """Say how far a step is."""
        if self._progress is not None:
            self._progress(step, done, total)
