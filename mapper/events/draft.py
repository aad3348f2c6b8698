"""A mention with everything its sentence says of it, before mentions are joined to events."""

from __future__ import annotations

from dataclasses import dataclass

from mapper.events.dating import Dating
from mapper.events.mention import Mention
from mapper.events.placing import Placing
from mapper.events.status import Verdict
from mapper.model import Attribution, EventType, Figure, Participant


@dataclass(frozen=True, slots=True)
class Draft:
    """One mention and what was found for it; `type` may differ from the trigger's own."""

    mention: Mention
    type: EventType
    verdict: Verdict
    participants: tuple[Participant, ...]
    attribution: Attribution | None
    when: Dating | None
    where: Placing | None
    figures: tuple[Figure, ...]

    @property
    def actors(self) -> frozenset[str]:
        """Names of the actors in lower case."""
        return frozenset(p.text.casefold() for p in self.participants if p.role == "actor")

    @property
    def targets(self) -> frozenset[str]:
        """Names of the targets in lower case."""
        return frozenset(p.text.casefold() for p in self.participants if p.role == "target")
