"""Names within a few slips of the pen: letters left out, added, swapped or mistaken."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import marisa_trie

LEAST_LETTERS: Final = {1: 4, 2: 7}
"""Letters a name needs for one and for two edits: shorter names turn into one another."""
LEAST_OTHER: Final = {1: 3, 2: 5}
"""The same for names that are not Latin: Hangul and Han say more in a letter."""
_LATIN: Final = "abcdefghijklmnopqrstuvwxyz "
_SAMPLE: Final = 500
"""Names looked at for the letters that may come next, in scripts of too many letters to try."""


def near_folds(folds: marisa_trie.Trie, folded: str, max_edits: int) -> list[tuple[str, int]]:
    """Return the indexed names nearest to a folded name, with their number of edits.

    Two edits are tried only where one finds nothing, and only behind a right first letter.
    """
    least = LEAST_LETTERS if folded.isascii() else LEAST_OTHER
    for edits in range(1, min(max_edits, max(least)) + 1):
        if len(folded) < least[edits]:
            return []
        found = dict.fromkeys(_walk(folds, folded, edits))
        found.pop(folded, None)
        if found:
            return [(name, edits) for name in sorted(found)]
    return []


def begins_a_key(folds: marisa_trie.Trie, prefix: str) -> bool:
    """Tell whether some key begins so."""
    return next(folds.iterkeys(prefix), None) is not None


def _walk(folds: marisa_trie.Trie, folded: str, edits: int) -> Iterator[str]:
    """Follow the name through the trie, and every other way that an edit opens and the trie allows."""
    first = 0 if edits == 1 else 1
    ways = [(folded[:first], first, edits)]
    while ways:
        done, position, left = ways.pop()
        rest = folded[position:]
        if len(rest) <= left and done in folds:
            yield done
        if rest and begins_a_key(folds, done + rest[0]):
            ways.append((done + rest[0], position + 1, left))
        letters = _next_letters(folds, done, folded)
        if left == 1:
            yield from filter(folds.__contains__, _edited(done, rest, letters))
            continue
        for other, taken in _edits(rest, letters):
            if begins_a_key(folds, done + other):
                ways.append((done + other, position + taken, left - 1))


def _edited(done: str, rest: str, letters: Iterable[str]) -> list[str]:
    """Return what a name may be with one edit where its rest begins."""
    after = rest[1:]
    names = [done + letter + rest for letter in letters]
    if rest:
        names += [done + after, *[done + letter + after for letter in letters if letter != rest[0]]]
    if len(rest) > 1 and rest[0] != rest[1]:
        names.append(done + rest[1] + rest[0] + rest[2:])
    return names


def _next_letters(folds: marisa_trie.Trie, done: str, folded: str) -> Iterable[str]:
    if folded.isascii():
        return _LATIN
    if not done:
        return sorted({*folded})
    keys = islice(folds.iterkeys(done), _SAMPLE)
    return sorted({key[len(done)] for key in keys if len(key) > len(done)})


def _edits(rest: str, letters: Iterable[str]) -> Iterator[tuple[str, int]]:
    """Yield what may stand for the next letters, and how many of them it takes."""
    if rest:
        yield "", 1
        yield from ((letter, 1) for letter in letters if letter != rest[0])
    yield from ((letter, 0) for letter in letters)
    if len(rest) > 1 and rest[0] != rest[1]:
        yield rest[1] + rest[0], 2
