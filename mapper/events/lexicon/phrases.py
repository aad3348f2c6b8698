"""Sequences of words to be found in a text: multiword triggers, idioms, cues."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

ARTICLES: Final = frozenset({"a", "an", "the"})
ELLIPSIS: Final = "…"
ELLIPSIS_WORDS: Final = 4
"""Most words an ellipsis in a phrase stands for."""

_PIECE: Final = re.compile(r"…|n't|'s|[^\W_]+|[-'’]")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in order; before word `k` up to ``gaps[k]`` other words may stand (0 before the first)."""

    words: tuple[str, ...]
    gaps: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.words)


def parse_phrase(text: str, gap: int = 0) -> Phrase:
    """Read a phrase; articles inside a phrase are free, ``…`` stands for some words, hyphens are words."""
    words: list[str] = []
    gaps: list[int] = []
    extra = 0
    for piece in _PIECE.findall(text):
        if piece == ELLIPSIS:
            extra += ELLIPSIS_WORDS
        elif piece.casefold() in ARTICLES and piece != text:
            extra += 1
        else:
            words.append(piece)
            gaps.append((gap + extra) if words[1:] else 0)
            extra = 0
    return Phrase(tuple(words), tuple(gaps))


def match_phrase(
    phrase: Phrase, words: Sequence[frozenset[str]], start: int, stop: int, *, free_articles: bool = True
) -> tuple[int, ...]:
    """Return the positions of the phrase's words from `start` on, empty when it does not stand there.

    `words` holds what each token may be called; blanks, called nothing, are passed over, and with
    `free_articles` the articles before a word too.
    """
    found: list[int] = []
    at = start
    for word, gap in zip(phrase.words, phrase.gaps, strict=True):
        limit = min(stop, at + gap + 1)
        while at < limit and word not in words[at]:
            if found and (not words[at] or (free_articles and words[at] & ARTICLES)):
                limit = min(stop, limit + 1)
            at += 1
        if at >= limit:
            return ()
        found.append(at)
        at += 1
    return tuple(found)
