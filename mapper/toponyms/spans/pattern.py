"""Names built with a word that says what they are: "Walker County", "Lake Baringo", "Red River"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mapper.toponyms.vocabulary import NO_CLASSES, classes, members

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapper.toponyms.document import Document
    from mapper.toponyms.spans.proposal import Proposal
    from mapper.toponyms.words import Word

_LONGEST: Final = 4
"""Words before or behind the word that says the kind."""
_BEHIND: Final = frozenset({"area", "water", "relief", "site"})
_BEFORE: Final = frozenset({"lake", "mount", "mt", "cape", "fort", "ft", "camp", "port", "county", "isle"})


def pattern_spans(document: Document) -> Iterator[Proposal]:
    """Yield capitalised runs that end or start with a word for a kind of place."""
    for word in document.words.words:
        if not word.is_capital:
            continue
        lowered = word.text.lower()
        if classes("words").get(lowered, NO_CLASSES) & _BEHIND:
            first = _run(document, word, -1)
            if first.i < word.i and not _is_generic(document, first.i, word.i):
                yield document.proposal(first.start, word.end, "pattern")
        if lowered in _BEFORE:
            last = _run(document, word, 1, 1)
            if last.i > word.i:
                yield document.proposal(word.start, last.end, "pattern")


def _run(document: Document, word: Word, step: int, longest: int = _LONGEST) -> Word:
    """Return the farthest capitalised word joined to `word` in one direction."""
    found = word
    for _ in range(longest):
        other = document.words.word(found.i + step)
        if other is None or not other.is_capital or not (found if step < 0 else other).glued:
            break
        if step < 0 and other.text.lower() in members("words", "common") and found.i != word.i:
            break
        found = other
    if found.text.lower() in {"the", "a", "an", "in", "at"} and step < 0:
        return document.words.words[found.i + 1]
    return found


def _is_generic(document: Document, first: int, last: int) -> bool:
    """Tell whether the words ``first:last`` only say what sort of building or body it is: "Middle School"."""
    known = classes("words")
    return all(
        not {"common", "generic"}.isdisjoint(known.get(word.text.lower(), NO_CLASSES))
        for word in document.words.words[first:last]
    )
