"""Numbers the text gives for an event, with their unit: 58 arrested, magnitude 7.1."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from mapper.events.mention import Mention
from mapper.events.scene import Scene
from mapper.model import Figure

MAX_FIGURES: Final = 5

_TALLY_REACH: Final = 3
"""Most tokens from a verb of voting to the sides of the vote."""

_NUMBER: Final = re.compile(r"\d{1,3}(?:[ ,]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_WORDS: Final = {
    word: float(value)
    for value, words in enumerate(
        "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
        "seventeen|eighteen|nineteen".split("|")
    )
    for word in [words]
} | {
    word: 10.0 * (k + 2)
    for k, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split())
}
_SCALES: Final = {"dozen": 12.0, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_CURRENCIES: Final = frozenset("$ € £ ¥".split())


def find_figures(scene: Scene, mention: Mention) -> tuple[Figure, ...]:
    """Return the numbers on the trigger's own arguments and modifiers."""
    counted = (figure for i in _arguments(scene, mention) for figure in _figures_on(scene, i, mention))
    found = {figure.start: figure for figure in (*counted, *_tally(scene, mention))}
    return tuple(found[start] for start in sorted(found))[:MAX_FIGURES]


def _arguments(scene: Scene, mention: Mention) -> Iterator[int]:
    yield mention.anchor
    if scene.relations.is_verb(mention.anchor):
        yield from scene.relations.objects(mention.anchor)
        yield from scene.relations.subjects(mention.anchor)
    for entry in scene.relations.prepositions(mention.anchor):
        if scene.lower[entry.i] in ("of", "by", "with", "for"):
            yield from entry.objects


def _figures_on(scene: Scene, i: int, mention: Mention) -> Iterator[Figure]:
    """Yield the numbers in the noun phrase of token `i`."""
    if i in scene.time_at:
        return
    first, last = scene.relations.phrase(i)
    j = first
    while j <= last:
        read = None if j in scene.time_at else _read(scene, j, last)
        if read is None:
            j += 1
            continue
        value, end = read
        if not _counts(scene, i, j, end, mention):
            j = end + 1
            continue
        start, stop = scene.span(j, end)
        yield Figure(value, _unit(scene, i, j, end, mention), start, stop)
        j = end + 1


def _counts(scene: Scene, head: int, first: int, end: int, mention: Mention) -> bool:
    """Tell whether the number counts a noun or has a unit, and is no part of a word ("42-year-old").

    Standing alone it counts people only where something is done to them ("12 were detained").
    """
    if _joined(scene, first - 1) or _joined(scene, end):
        return False
    if not scene.relations.is_verb(mention.anchor):
        return True
    alone = first <= head <= end
    return head in scene.relations.objects(mention.anchor) if alone else head != mention.anchor


def _joined(scene: Scene, i: int) -> bool:
    """Tell whether a hyphen holds token `i` and the next together."""
    if not 0 <= i < len(scene.tokens) - 1:
        return False
    left, right = scene.tokens[i], scene.tokens[i + 1]
    return left.end == right.start and "-" in (left.text, right.text)


def _tally(scene: Scene, mention: Mention) -> Iterator[Figure]:
    """Yield both sides of a vote: "voted 7-3"."""
    start, stop = mention.anchor + 1, scene.sentence(mention.anchor).last
    for i in range(start, min(start + _TALLY_REACH, stop - 2) if mention.trigger.mode == "vote" else start):
        left, between, right = scene.lower[i : i + 3]
        if left.isdecimal() and between in ("-", "–") and right.isdecimal():
            yield from (Figure(float(scene.lower[k]), "votes", *scene.span(k, k)) for k in (i, i + 2))
            return


def _read(scene: Scene, i: int, last: int) -> tuple[float, int] | None:
    """Return the value of the number that begins at token `i`, with its last token."""
    word = scene.lower[i]
    match = _NUMBER.fullmatch(word)
    value = float(re.sub(r"[ ,]", "", word)) if match else _WORDS.get(word)
    if value is None:
        return None
    while i < last and scene.lower[i + 1] in _SCALES:
        i += 1
        value *= _SCALES[scene.lower[i]]
    return value, i


def _unit(scene: Scene, head: int, first: int, end: int, mention: Mention) -> str:
    """Return what is counted: the noun, a currency sign, "magnitude"; else the trigger itself."""
    before = scene.lower[first - 1] if first else ""
    if before in _CURRENCIES or before == "magnitude":
        return before
    if head > end and not any(char.isdigit() for char in scene.lower[head]):
        return scene.lower[head]
    counted = [j for j in scene.counted([head]) if j != head]
    return scene.lower[counted[0]] if counted else scene.lower[mention.anchor]
