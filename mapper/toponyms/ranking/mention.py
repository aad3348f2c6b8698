"""The mentions of one document sorted into names that mean one place each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mapper.toponyms.candidates import Choices
    from mapper.toponyms.ranking.links import NameLink
    from mapper.toponyms.spans.proposal import Proposal


@dataclass(frozen=True, slots=True)
class Mention:
    """A toponym to resolve, with what it may mean."""

    proposal: Proposal
    choices: Choices
    is_dateline: bool = False


@dataclass(slots=True)
class Name:
    """The mentions of one name that share their meaning, and the links to other names of the text."""

    choices: Choices
    mentions: list[Mention] = field(default_factory=list)
    inside: list[tuple[int, NameLink]] = field(default_factory=list)
    """Names this one is said to lie in, with the words that say so."""
    holds: list[tuple[int, NameLink]] = field(default_factory=list)
    """Names said to lie in this one."""
    namesakes: list[int] = field(default_factory=list)
    """Other entries of the same spelling, whose containment is said differently."""

    @property
    def is_dateline(self) -> bool:
        """Whether a mention stands in the dateline."""
        return any(mention.is_dateline for mention in self.mentions)
