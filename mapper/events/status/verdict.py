"""What a status rule says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from mapper.events.mention import Mention
from mapper.events.scene import Scene
from mapper.model import Status


@dataclass(frozen=True, slots=True)
class Verdict:
    """The status of an event, None when it is not to be emitted, with the rule and the words that say so.

    `certainty` is the share of cases in which the rule can be relied on, by general reasoning: 1 for
    explicit words, less for modal verbs that may mean a mere possibility.
    """

    status: Status | None
    rule: str
    cue: tuple[int, ...] = ()
    certainty: float = 1.0


Rule: TypeAlias = Callable[[Scene, Mention], Verdict | None]
