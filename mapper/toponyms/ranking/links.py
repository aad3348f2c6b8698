"""Words between two names that say one lies in the other: "Paris, Texas", "the Japanese city of Nara"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mapper.toponyms.ranking.mention import Mention

Inner: TypeAlias = Literal["first", "second"]
LONGEST_GAP: Final = 40
"""Code points between two names beyond which no link is looked for."""


@dataclass(frozen=True, slots=True)
class LinkRule:
    """A pattern of the text between two names, and which of them lies in the other."""

    id: str
    gap: re.Pattern[str]
    inner: Inner
    strength: float


LISTED: Final = 0.2
"""Strength of "X, Y" inside a list of states or countries."""
UNITS: Final = frozenset({"country", "admin1"})
_JOINED: Final = re.compile(r",? (?:and |or )?")
_LAST: Final = re.compile(r",? (?:and|or) ")
FEWEST_LISTED: Final = 3
_KIND: Final = (
    r"(?:city|town|village|capital|port|province|state|region|district|county|island|suburb|municipality"
    r"|resort|area|neighbou?rhood|governorate|prefecture|community|township)"
)
_THE: Final = r"(?:the )?"
_FEW: Final = r"(?:\w+ ){0,2}"
"""Up to two words: "western", "the far north"."""
RULES: Final = (
    LinkRule("comma", re.compile(r",? ?\(?,? ?"), "first", 1.0),
    LinkRule("in", re.compile(rf",?(?: {_KIND})?,? in {_THE}{_FEW}(?:{_KIND} of )?"), "first", 0.8),
    LinkRule(
        "kind-in", re.compile(rf"(?:,? (?:an? |the )|, ){_FEW}{_KIND} (?:in|of) {_THE}{_FEW}"), "first", 0.7
    ),
    LinkRule("possessive", re.compile(rf"['’]s? {_FEW}(?:{_KIND} (?:of )?)?"), "second", 0.8),
    LinkRule("kind-of", re.compile(rf" {_FEW}{_KIND},?(?: of)? "), "second", 0.8),
)
"""Weights are our judgement: how often such words say containment in news."""


@dataclass(frozen=True, slots=True)
class NameLink:
    """One containment said in the text, between mentions `inner` and `outer`."""

    rule: str
    strength: float
    inner: int
    outer: int
    start: int
    end: int


def name_links(text: str, mentions: Sequence[Mention]) -> Iterator[NameLink]:
    """Yield the containments said between neighbouring mentions, given in text order."""
    for i in range(len(mentions) - 1):
        rule = _rule(text, mentions, i)
        if rule is None:
            continue
        inner, outer = (i, i + 1) if rule.inner == "first" else (i + 1, i)
        strength = LISTED if rule.id == "comma" and _is_list(text, mentions, i) else rule.strength
        start, end = _gap(mentions, i)
        yield NameLink(rule.id, strength, inner, outer, start, end)


def list_pairs(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Yield the neighbours of lists of three names and more that end in "and" or "or"."""
    run: list[int] = []
    for i in range(len(mentions)):
        gap = text[slice(*_gap(mentions, i - 1))] if i and _follows(mentions, i) else ""
        if run and not _JOINED.fullmatch(gap):
            run = []
        run.append(i)
        if len(run) >= FEWEST_LISTED and _LAST.fullmatch(gap):
            yield from pairwise(run)
            run = []


def _follows(mentions: Sequence[Mention], i: int) -> bool:
    start, end = _gap(mentions, i - 1)
    return 0 < end - start <= LONGEST_GAP


def _gap(mentions: Sequence[Mention], i: int) -> tuple[int, int]:
    return mentions[i].proposal.end, mentions[i + 1].proposal.start


def _rule(text: str, mentions: Sequence[Mention], i: int) -> LinkRule | None:
    start, end = _gap(mentions, i)
    if not 0 <= end - start <= LONGEST_GAP:
        return None
    return next((rule for rule in RULES if rule.gap.fullmatch(text, start, end)), None)


def _is_list(text: str, mentions: Sequence[Mention], i: int) -> bool:
    """Tell whether "X, Y" is a piece of a list of units, X being one: "Georgia, Texas and Florida"."""
    choices = mentions[i].choices
    if not len(choices) or choices.kinds[0] not in UNITS:
        return False
    neighbours = [k for k in (i - 1, i + 1) if 0 <= k < len(mentions) - 1]
    return any(
        _JOINED.fullmatch(text, *_gap(mentions, k))
        for k in neighbours
        if _gap(mentions, k)[1] >= _gap(mentions, k)[0]
    )
