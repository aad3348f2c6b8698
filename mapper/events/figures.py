"""Numbers the text gives for an event, with their unit: 58 arrested, magnitude 7.1."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from mapper.events.mention import Mention
from mapper.events.scene import Scene
from mapper.model import Figure

MAX_FIGURES: Final = 5

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
    found = {
        figure.start: figure for i in _arguments(scene, mention) for figure in _figures_on(scene, i, mention)
    }
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
        start, stop = scene.span(j, end)
        yield Figure(value, _unit(scene, i, j, end, mention), start, stop)
        j = end + 1


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
