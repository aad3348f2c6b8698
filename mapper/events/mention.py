"""Trigger words found in a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from mapper.events.lexicon import Trigger
from mapper.events.scene import Scene
from mapper.model import Span

EFFECTS: Final = frozenset({"casualties", "damage", "missing"})
"""Modes of harm that something else has done."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that report an event.

    `anchor` is the token the grammar hangs on, `tokens` are the trigger's own. `back` marks words that
    are an event only if they refer back to one.
    """

    anchor: int
    tokens: tuple[int, ...]
    trigger: Trigger
    back: bool = False

    @property
    def type(self) -> str:
        """The event type of the trigger."""
        return self.trigger.type

    def is_speech(self, scene: Scene) -> bool:
        """Tell whether the act is done by word, so that no place is carried over to it."""
        lists = scene.lexicon.lists
        return (
            self.type in lists["speech_type"]
            and f"{self.type}.{self.trigger.mode}" not in lists["on_the_spot"]
        )

    def span(self, scene: Scene) -> Span:
        """Return the words from the trigger's first to its last token."""
        start, end = scene.span(min(self.tokens), max(self.tokens))
        return Span(start, end, scene.parse.text[start:end])
