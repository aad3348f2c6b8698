"""Words that relate two events (``data/lexicon/link_cues.tsv``) and where they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from mapper.events.lexicon import Phrase, match_phrase, parse_phrase
from mapper.events.lexicon.tables import LinkCueRow, read_table
from mapper.events.scene import Scene
from mapper.language import Sentence

GOVERNED = frozenset({"accuse of", "charge with"})
"""Cues whose preposition stands behind an object: found by their verb alone."""


@dataclass(frozen=True, slots=True)
class LinkCue:
    """A row of the table, compiled."""

    phrase: Phrase
    row: LinkCueRow


@dataclass(frozen=True, slots=True)
class FoundCue:
    """A cue in the text."""

    cue: LinkCue
    tokens: tuple[int, ...]

    @property
    def row(self) -> LinkCueRow:
        """The table's row."""
        return self.cue.row


@cache
def _by_first_word() -> Mapping[str, tuple[LinkCue, ...]]:
    index: defaultdict[str, list[LinkCue]] = defaultdict(list)
    for row in read_table("link_cues", LinkCueRow):
        phrase = parse_phrase(row.cue.split()[0] if row.cue in GOVERNED else row.cue)
        index[phrase.words[0]].append(LinkCue(phrase, row))
    return {word: tuple(found) for word, found in index.items()}


def find_cues(scene: Scene, sentence: Sentence) -> Iterator[FoundCue]:
    """Yield the cues of a sentence; of those on the same words the longest, in every reading."""
    taken = -1
    for i in range(sentence.first, sentence.last):
        if i <= taken:
            continue
        found = [
            FoundCue(cue, tokens)
            for word in sorted(scene.words[i])
            for cue in _by_first_word().get(word, ())
            if (tokens := match_phrase(cue.phrase, scene.words, i, sentence.last))
        ]
        if not found:
            continue
        longest = max(len(cue.tokens) for cue in found)
        yield from (cue for cue in found if len(cue.tokens) == longest)
        if longest > 1:
            taken = max(cue.tokens[-1] for cue in found if len(cue.tokens) == longest)
