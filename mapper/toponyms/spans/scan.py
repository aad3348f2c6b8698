"""Names of the gazetteer anywhere in the text, the longest from each word on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mapper.toponyms.spans.proposal import Proposal
from mapper.toponyms.vocabulary import members

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapper.toponyms.document import Document
    from mapper.toponyms.words import Word

LONGEST: Final = 8
"""Words in the longest name looked for."""
_SHORTEST: Final = 3
"""Letters of the shortest one-word name looked for here; shorter ones are left to abbreviations."""


def scan_spans(document: Document) -> Iterator[Proposal]:
    """Yield the longest gazetteer name from each word that a name may start with."""
    i, words = 0, document.words.words
    while i < len(words):
        last = _longest(document, i) if words[i].is_capital and not _is_article(document, words[i]) else None
        if last is None:
            i += 1
            continue
        yield document.proposal(words[i].start, words[last].end, "gazetteer")
        yield from _parts(document, i, last)
        i = last + 1


def _is_article(document: Document, word: Word) -> bool:
    """Tell whether a word is an article that is no part of the name behind it, as it is in "The Hague"."""
    if word.text.lower() != "the":
        return False
    following = document.words.word(word.i + 1)
    if following is None or not following.glued:
        return True
    text = document.text[word.start : following.end]
    is_name, _ = document.source.known(text)
    named = document.gazetteer.exact(text) if is_name else ()
    return not any(candidate.name_kind == "primary" for candidate in named)


def _longest(document: Document, first: int) -> int | None:
    """Return the last word of the longest name that starts at word `first`."""
    words, best = document.words.words, None
    start = words[first].start
    for j in range(first, min(first + LONGEST, len(words))):
        word = words[j]
        if j > first and not word.glued:
            break
        is_name, begins_name = document.source.known(document.text[start : word.end])
        if is_name and _may_end(document, first, word):
            best = j
        if not begins_name:
            break
    return best


def _may_end(document: Document, first: int, word: Word) -> bool:
    """Tell whether a name from word `first` on may end with `word`."""
    if not word.is_capital:
        return word.i - first > 1 and word.text in {"'s", "’s"}
    if word.i > first:
        return True
    if word.is_unspaced:
        return False
    return len(word.text) >= _SHORTEST and not (
        word.text.lower() in members("words", "common") and not document.is_model_place(word)
    )


def _parts(document: Document, first: int, last: int) -> Iterator[Proposal]:
    """Yield the last part of a long name that an entity of the model cuts in two."""
    words = document.words.words
    for i in range(first + 1, last + 1):
        if document.entity_starts_at(words[i].start) and words[i].is_capital:
            end = _longest(document, i)
            if end is not None and end <= last:
                yield document.proposal(words[i].start, words[end].end, "gazetteer")
