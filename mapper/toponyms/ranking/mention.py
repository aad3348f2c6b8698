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
    is_actor: bool = False


@dataclass(slots=True)
class Name:
    """The mentions of one name that share their meaning, and the links to other names of the text."""

    choices: Choices
    kind_said: str = ""
    """The kind the words behind say outright."""
    mentions: list[Mention] = field(default_factory=list)
    inside: list[tuple[int, NameLink]] = field(default_factory=list)
    """Names this one is said to lie in, with the words that say so."""
    holds: list[tuple[int, NameLink]] = field(default_factory=list)
    """Names said to lie in this one."""
    listed: list[int] = field(default_factory=list)
    """Names beside this one in a list."""
    namesakes: list[int] = field(default_factory=list)
    """Other entries of the same spelling, whose containment is said differently."""

    @property
    def is_dateline(self) -> bool:
        """Whether a mention stands in the dateline."""
        return any(mention.is_dateline for mention in self.mentions)

    @property
    def acting(self) -> float:
        """Share of the mentions that stand for a government or people."""
        return sum(mention.is_actor for mention in self.mentions) / max(len(self.mentions), 1)
