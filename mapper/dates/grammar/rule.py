"""What the grammar is made of: atoms found in the text, and joins of neighbouring atoms."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from mapper.dates.meaning import Meaning
from mapper.dates.words import compiled
from mapper.model import Reason

BEFORE = 60
"""Characters looked at before a match."""


@dataclass(frozen=True, slots=True)
class Look:
    """A match with the text around it. The view is the text in lower case, offset for offset."""

    text: str
    view: str
    match: re.Match[str]

    @property
    def start(self) -> int:
        """Return where the match starts."""
        return self.match.start()

    @property
    def end(self) -> int:
        """Return where the match ends."""
        return self.match.end()

    def get(self, name: str) -> str:
        """Return what a group matched, an empty string if it did not or the pattern has none such."""
        return self.match.groupdict().get(name) or ""

    def capital(self, name: str | int = 0) -> bool:
        """Tell whether a group is written with a capital in the text."""
        return self.text[self.match.start(name)].isupper()

    def is_name(self) -> bool:
        """Tell whether it is written like a name: with a capital inside a sentence that has small letters."""
        if not self.capital() or self.text[self.start : self.end].isupper():
            return False
        gap = self.view[max(self.start - BEFORE, 0) : self.start]
        words = gap.rstrip()
        return bool(words) and "\n" not in gap[len(words) :] and (words[-1].isalpha() or words[-1] == ",")

    def before(self, pattern: str) -> re.Match[str] | None:
        """Match the words right before."""
        return compiled(f"(?:{pattern})$").search(self.view[max(self.start - BEFORE, 0) : self.start])

    def after(self, pattern: str) -> re.Match[str] | None:
        """Match the words right behind."""
        return compiled(pattern).match(self.view, self.end)

    def word_before(self) -> str:
        """Return the word right before, as it is written in the text."""
        match = re.search(r"([\w.’'-]+) ?$", self.text[max(self.start - BEFORE, 0) : self.start])
        return match[1] if match else ""

    def word_after(self) -> str:
        """Return the word right behind, as it is written in the text."""
        match = re.match(r" ([\w-]+)", self.text[self.end : self.end + BEFORE])
        return match[1] if match else ""


def always(_: Look) -> bool:
    """Accept."""
    return True


def never(_: Look) -> bool:
    """Accept only as part of a longer expression."""
    return False


@dataclass(frozen=True, slots=True)
class Atom:
    """A pattern, what it means, and whether it is a time expression without a neighbour.

    `build` returns None where the words are no time at all. `kind` is what joins go by.
    """

    id: str
    kind: str
    pattern: str
    build: Callable[[Look], Meaning | None]
    alone: Callable[[Look], bool] = always


@dataclass(frozen=True, slots=True)
class Item:
    """An expression found so far."""

    start: int
    end: int
    kind: str
    meaning: Meaning
    alone: bool
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Seam:
    """Two neighbouring items and the text they stand in."""

    view: str
    left: Item
    right: Item

    def before(self, pattern: str) -> bool:
        """Tell whether the words right before the left item match."""
        start = self.left.start
        return bool(compiled(f"(?:{pattern})$").search(self.view[max(start - BEFORE, 0) : start]))


@dataclass(frozen=True, slots=True)
class Join:
    """How two neighbours become one expression; `build` returns None where they do not."""

    id: str
    left: frozenset[str]
    gap: str
    right: frozenset[str]
    kind: str | None
    """Kind of the whole; None keeps the right item's."""
    build: Callable[[Seam], Meaning | None]
