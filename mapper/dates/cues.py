"""Which way the words around a bare weekday or month point: ahead or behind.

The nearest verb group to the left decides ("will meet on Friday", "met on Friday"); where the
expression opens its clause, or belongs to the subject ("Friday's talks will …"), the one to the right
does. With a tagger past participles that only describe a noun are no cue, and any past tense is one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from mapper.dates.cue_words import (
    BARRIER,
    BESIDE,
    CANCELLED,
    COORDINATED,
    DESCRIBES,
    INCIDENT,
    OPENS,
    VERBS,
    Direction,
)

if TYPE_CHECKING:
    from mapper.language import Parse, Token

REACH: Final = 120
"""Characters to either side in which a cue counts (own convention: about one clause)."""

_CUES: Final = re.compile("|".join(f"(?P<{code}>{regex})" for code, _, regex in VERBS))
_DIRECTIONS: Final = {code: direction for code, direction, _ in VERBS}
_REACH_DAYS: Final = {"timetable": 180, "present": 180, "copula": 45}
"""How far ahead a plain present tense looks (own convention)."""
_PLANS: Final = frozenset(("planned", "put_off", "set", "to_be", "willing", "modal"))
_BESIDE: Final = tuple(
    (rule, re.compile(rule.left), re.compile(rule.right), re.compile(rule.unless or r"(?!)"))
    for rule in BESIDE
)


@dataclass(frozen=True, slots=True)
class Cue:
    """Which way the words point, and the words; without a cue the direction is None."""

    direction: Direction | None = None
    words: str = "no cue"
    start: int | None = None
    end: int | None = None
    reach: int | None = None
    """Days that the words look ahead at most: a plain present tense speaks of what is near."""

    @property
    def ahead(self) -> bool:
        """Tell whether the cue points to the future."""
        return self.direction in ("future", "nearest")


def find_cue(view: str, parse: Parse, start: int, end: int, *, exact_day: bool) -> Cue:
    """Return which way the words around ``start:end`` point.

    Parameters
    ----------
    view
        The lower-case view of the text, on one line.
    exact_day
        Whether the expression names a day, not a month or more.
    """
    sentence = parse.sentence_at(start)
    low, high = max(sentence.start, start - REACH), min(max(sentence.end, end), end + REACH)
    left, right = view[low:start], view[end:high]
    for rule, *patterns in _BESIDE:
        extent = _beside(patterns, left, right)
        if extent is not None and (exact_day or not rule.days_only):
            first, last = (start + extent[0], start) if rule.left else (end, end + extent[1])
            return Cue(rule.direction, view[first:last].strip(), first, last)
    possessive = right.startswith("'s")
    before, after = _left(view, parse, low, start), _right(view, parse, end, high)
    cue = (after or before) if possessive or OPENS.search(left) else (before or after)
    return Cue() if cue is None else _judged(view[low:high], cue)


def _beside(patterns: list[re.Pattern[str]], left: str, right: str) -> tuple[int, int] | None:
    """Return how far the words right beside reach to the left (negative) and right, if they are there."""
    before, behind = patterns[0].search(left), patterns[1].match(right)
    if before is None or behind is None or patterns[2].search(left) or patterns[2].search(right):
        return None
    return before.start() - len(left), behind.end()


def _left(view: str, parse: Parse, low: int, high: int) -> re.Match[str] | None:
    """Return the last verb before the expression, if nothing parts the two."""
    cues = [m for m in _CUES.finditer(view, low, high) if m.lastgroup != "copula" and _counts(view, parse, m)]
    return cues[-1] if cues and not BARRIER.search(view, cues[-1].end(), high) else None


def _right(view: str, parse: Parse, low: int, high: int) -> re.Match[str] | None:
    """Return the first verb behind the expression, if nothing parts the two."""
    cue = next((m for m in _CUES.finditer(view, low, high) if _counts(view, parse, m)), None)
    between = view[low : cue.start()].lstrip(", ") if cue else ","
    if cue is None or "," in between or BARRIER.search(between) or COORDINATED.match(between):
        return None
    return None if cue.lastgroup == "copula" and INCIDENT.search(view, low, cue.start()) else cue


def _counts(view: str, parse: Parse, match: re.Match[str]) -> bool:
    """Tell whether a match is a verb that says when: not a participle before a noun, not May the month."""
    if match.lastgroup == "modal" and match.group().startswith("may"):
        return parse.text[match.start()] == "m"
    if match.lastgroup == "plans" and parse.has_syntax:
        return any(token.pos == "VERB" for token in parse.tokens_in(match.start(), match.end()))
    if match.lastgroup not in ("regular", "tense", "timetable"):
        return True
    if not parse.has_syntax or match.lastgroup == "timetable":
        return not DESCRIBES.search(view[max(match.start() - 24, 0) : match.start()])
    return all(map(_is_past, parse.tokens_in(match.start(), match.end())))


def _is_past(token: Token) -> bool:
    return token.tag == "VBD" or (token.tag == "VBN" and token.dep != "amod")


def _judged(around: str, match: re.Match[str]) -> Cue:
    """Return the cue; the day of a plan that was dropped may lie on either side."""
    code = match.lastgroup or ""
    direction = _DIRECTIONS[code]
    if code in _PLANS and CANCELLED.search(around):
        direction = "nearest"
    return Cue(direction, match.group().strip(), match.start(), match.end(), _REACH_DAYS.get(code))
