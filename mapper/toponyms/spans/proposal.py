"""A piece of the text that may be a place name."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Proposal:
    """Words ``first:last`` (end exclusive), code points ``start:end``, and who proposes them.

    `name` is what to look up where it differs from the text. `territory` is the disputed territory
    that the register names, and `whole` whether the name is of all of it, not of a place inside.
    """

    start: int
    end: int
    text: str
    first: int
    last: int
    source: str
    name: str = ""
    territory: str = ""
    whole: bool = False

    @property
    def lookup(self) -> str:
        """The name to ask the gazetteer for."""
        return self.name or self.text

    def overlaps(self, other: Proposal) -> bool:
        """Tell whether two proposals share a code point."""
        return self.start < other.end and other.start < self.end
