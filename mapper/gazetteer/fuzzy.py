"""Names within a few slips of the pen: letters left out, added, swapped or mistaken."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    import marisa_trie

LEAST_LETTERS: Final = {1: 4, 2: 7}
"""Letters a name needs for one and for two edits: shorter names turn into one another."""
_LATIN: Final = "abcdefghijklmnopqrstuvwxyz "


def near_folds(folds: marisa_trie.Trie, folded: str, max_edits: int) -> list[tuple[str, int]]:
    """Return the indexed names nearest to a folded name, with their number of edits.

    Two edits are tried only where one finds nothing, and only behind a right first letter.
    """
    for edits in range(1, max_edits + 1):
        if len(folded) < LEAST_LETTERS.get(edits, 10 * edits):
            return []
        found = dict.fromkeys(_walk(folds, folded, edits))
        found.pop(folded, None)
        if found:
            return [(name, edits) for name in sorted(found)]
    return []


def begins_a_key(folds: marisa_trie.Trie, prefix: str) -> bool:
    """Tell whether some key of the trie begins so."""
    return next(folds.iterkeys(prefix), None) is not None


def _walk(folds: marisa_trie.Trie, folded: str, edits: int) -> Iterator[str]:
    """Follow the name through the trie, and every other way that an edit opens and the trie allows."""
    letters = sorted({*_LATIN, *folded}) if folded.isascii() else sorted({*folded, " "})
    alive = partial(begins_a_key, folds)
    first = 0 if edits == 1 else 1
    ways = [(folded[:first], first, edits)]
    while ways:
        done, position, left = ways.pop()
        if left == 0:
            if (name := done + folded[position:]) in folds:
                yield name
            continue
        rest = folded[position:]
        if len(rest) <= left and done in folds:
            yield done
        if rest and alive(done + rest[0]):
            ways.append((done + rest[0], position + 1, left))
        for other, taken in _edits(rest, letters):
            if alive(done + other):
                ways.append((done + other, position + taken, left - 1))


def _edits(rest: str, letters: list[str]) -> Iterator[tuple[str, int]]:
    """Yield what may stand for the next letters, and how many of them it takes."""
    if rest:
        yield "", 1
        yield from ((letter, 1) for letter in letters if letter != rest[0])
    yield from ((letter, 0) for letter in letters)
    if len(rest) > 1 and rest[0] != rest[1]:
        yield rest[1] + rest[0], 2
