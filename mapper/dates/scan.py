"""Find the time expressions of a text: atoms first, then neighbours joined."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from mapper.dates.grammar import ATOMS, JOINS, Item, Join, Look, Seam
from mapper.dates.words import HEAD, compiled, expand
from mapper.model import Reason

LONGEST_GAP: Final = 48
"""Characters between neighbours that can still be joined (no gap pattern allows more)."""

_LOWER: Final = {c: c + 32 for c in range(ord("A"), ord("Z") + 1)}
_ALIKE: Final = {
    ord(c): ord(plain)
    for plain, others in (
        ("-", "–—‒‑−‐"),
        ("'", "’‘ʼ`"),
        ('"', "“”„«»"),
        (" ", "\t\r\u00a0\u2009\u202f\u2002\u2003"),
    )
    for c in others
}
_TABLE: Final = _LOWER | _ALIKE

_NAMELESS: Final = re.compile(r"\(\?P<\w+>")


@cache
def _grammar() -> re.Pattern[str]:
    """Return one pattern of all atoms; the name of the group that matched tells which."""
    groups = (f"(?P<a{i}>{_NAMELESS.sub('(?:', expand(atom.pattern))})" for i, atom in enumerate(ATOMS))
    return re.compile(rf"(?<!\w){HEAD}(?:{'|'.join(groups)})(?!\w)")


def view_of(text: str) -> str:
    """Return the text in lower case with plain dashes, quotes and spaces, offset for offset."""
    return text.translate(_TABLE)


def scan(text: str, view: str, *, sure: bool = True) -> tuple[Item, ...]:
    """Return the time expressions in text order; they do not overlap.

    `sure` leaves out what is one only beside another expression or in a date's usual place: "Wed", "May".
    """
    items = list(_atoms(text, view))
    for join in JOINS:
        items = _joined(items, join, view)
    return tuple(item for item in items if item.alone or not sure)


def _atoms(text: str, view: str) -> Iterator[Item]:
    for found in _grammar().finditer(view):
        atom = ATOMS[int((found.lastgroup or "a0")[1:])]
        match = compiled(rf"(?:{atom.pattern})(?!\w)").match(view, found.start())
        if match is None:
            continue
        look = Look(text, view, match)
        meaning = atom.build(look)
        if meaning is not None:
            kind = atom.kind.format_map(match.groupdict()) if "{" in atom.kind else atom.kind
            start, end = match.span()
            reason = Reason(f"time:{atom.id}", None, start, end)
            yield Item(start, end, kind, meaning, atom.alone(look), (reason,))


def _joined(items: Sequence[Item], join: Join, view: str) -> list[Item]:
    """Return the items with every pair joined that fits, from the left."""
    done: list[Item] = []
    for item in items:
        whole = _join(done[-1], item, join, view) if done and item.kind in join.right else None
        if whole is None:
            done.append(item)
        else:
            done[-1] = whole
    return done


def _join(left: Item, right: Item, join: Join, view: str) -> Item | None:
    if left.kind not in join.left or right.start - left.end > LONGEST_GAP:
        return None
    if not compiled(join.gap).fullmatch(view, left.end, right.start):
        return None
    meaning = join.build(Seam(view, left, right))
    if meaning is None:
        return None
    reason = Reason(f"time:{join.id}", None, left.start, right.end)
    kind = join.kind or right.kind
    return Item(left.start, right.end, kind, meaning, True, (*left.reasons, *right.reasons, reason))
