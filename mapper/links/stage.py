"""The events of an article by the tokens that mention them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from mapper.events.mention import EFFECTS
from mapper.events.scene import Scene
from mapper.events.ties import ancestors
from mapper.model import Event, LinkKind

SERIES_REACH = 20
"""Events of one type among which an earlier one of a series is looked for."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A link a rule proposes: event numbers, kind, how firm the cue is (1 to 3), the cue's tokens."""

    source: int
    target: int
    kind: LinkKind
    strength: int
    cue: tuple[int, ...]
    rule: str


@dataclass(frozen=True)
class Stage:
    """A scene with its events; events are numbered as given."""

    scene: Scene
    events: Sequence[Event]

    @cached_property
    def at(self) -> dict[int, int]:
        """The event each token mentions."""
        found: dict[int, int] = {}
        for number, event in enumerate(self.events):
            for mention in event.mentions:
                for token in self.scene.parse.tokens_in(mention.start, mention.end):
                    found.setdefault(token.i, number)
        return found

    @cached_property
    def first_sentence(self) -> tuple[int, ...]:
        """The sentence of each event's first mention."""
        return tuple(self.scene.parse.sentence_at(event.mentions[0].start).i for event in self.events)

    def under(self, i: int) -> list[int]:
        """Return the events mentioned in the subtree of token `i`, nearest to it first."""
        tokens = [token.i for token in self.scene.parse.subtree(i)] if self.scene.parse.has_syntax else []
        return self._unique(sorted(tokens, key=lambda j: (abs(j - i), j)))

    def phrase_below(self, i: int) -> list[int]:
        """Return the tokens under token `i` that lie in no clause of their own, nearest to it first."""
        tokens = self.scene.tokens
        found, queue = [], [i]
        while queue:
            j = queue.pop()
            found.append(j)
            queue += [
                child.i
                for child in self.scene.parse.children(j)
                if child.dep not in ("relcl", "acl", "advcl", "ccomp")
            ]
            queue += [
                child.i
                for child in self.scene.parse.children(j)
                if child.dep == "acl" and tokens[j].pos in ("ADP", "SCONJ")
            ]
        return sorted(found, key=lambda j: (abs(j - i), j))

    def above(self, i: int) -> list[int]:
        """Return the events mentioned by the tokens above `i`, nearest first."""
        return self._unique(j for j in ancestors(self.scene, i) if j != i)

    def inside(self, tokens: Iterable[int]) -> list[int]:
        """Return the events mentioned by the tokens, in their order."""
        return self._unique(tokens)

    def _unique(self, tokens: Iterable[int]) -> list[int]:
        return list(dict.fromkeys(self.at[j] for j in tokens if j in self.at))

    def in_sentence(self, number: int) -> list[int]:
        """Return the events mentioned in a sentence, in text order."""
        sentence = self.scene.parse.sentences[number]
        return self._unique(range(sentence.first, sentence.last))

    def main_event(self, number: int) -> int | None:
        """Return the event highest in the tree of a sentence, the first of equals."""
        sentence = self.scene.parse.sentences[number]
        tokens = [i for i in range(sentence.first, sentence.last) if i in self.at]
        best = min(tokens, key=lambda i: (self._depth(i), i), default=None)
        return None if best is None else self.at[best]

    def _depth(self, i: int) -> int:
        return sum(1 for _ in ancestors(self.scene, i)) if self.scene.parse.has_syntax else 0

    def kind_of(self, event: int) -> str:
        """Return type and mode of an event, "COERCE.arrest"; another extractor's events have no mode."""
        found = self.events[event]
        rules = [str(reason.value) for reason in found.reasons[:1] if reason.code == "trigger"]
        mode = rules[0].rpartition("/")[2].partition(".")[2] if rules else ""
        return f"{found.type}.{mode}"

    def is_effect(self, event: int) -> bool:
        """Tell whether an event is harm done by another: deaths, injuries, damage."""
        return self.kind_of(event).partition(".")[2] in EFFECTS

    def is_harm(self, event: int) -> bool:
        """Tell whether an event is an attack or accident that may cause such harm."""
        return self.events[event].type in (
            "ASSAULT",
            "DISASTER",
            "COERCE",
            "MOBILIZE",
        ) and not self.is_effect(event)

    @cached_property
    def by_type(self) -> dict[str, list[int]]:
        """The events of each type by their first mention."""
        found: dict[str, list[int]] = {}
        for number in sorted(range(len(self.events)), key=lambda k: (self.events[k].mentions[0].start, k)):
            found.setdefault(self.events[number].type, []).append(number)
        return found

    @cached_property
    def by_first_sentence(self) -> dict[int, list[int]]:
        """The events first mentioned in each sentence."""
        found: dict[int, list[int]] = {}
        for number, sentence in enumerate(self.first_sentence):
            found.setdefault(sentence, []).append(number)
        return found

    def earlier_of_type(self, event: int) -> Iterator[int]:
        """Yield the last events of the same type mentioned before an event, nearest first."""
        same = self.by_type[self.events[event].type]
        at = same.index(event)
        yield from reversed(same[max(0, at - SERIES_REACH) : at])
