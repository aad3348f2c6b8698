"""Words around a bare weekday or month that say whether it lies ahead or behind.

The nearest verb group to the left decides ("will meet on Friday", "met on Friday"); where the
expression opens its clause, or belongs to the subject ("Friday's talks will …"), the one to the right
does. With a tagger past participles that only describe a noun are no cue, and any past tense is one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

if TYPE_CHECKING:
    from mapper.language import Parse, Token

Direction: TypeAlias = Literal["past", "future", "nearest"]

REACH: Final = 120
"""Characters to either side in which a cue counts (own convention: about one clause)."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Which way the words point, and the words; without a cue the direction is None."""

    direction: Direction | None = None
    words: str = "no cue"
    start: int | None = None
    end: int | None = None
    weak: bool = False
    """Whether the words are a plain present tense, which may look ahead but need not."""

    @property
    def ahead(self) -> bool:
        """Tell whether the cue points to the future."""
        return self.direction in ("future", "nearest")


_FILLER: Final = r"(?: (?:not|also|now|then|both|only|soon|again|later|likely|first|still|already|[a-z]+ly))*"
_VERB: Final = r"(?: [a-z'-]+)?"

_PLANNED: Final = (
    "expected|scheduled|planned|due|slated|likely|unlikely|supposed|about|bound|poised|hoping|planning|preparing|"
    "aiming|meant|intended|booked|billed|projected|forecast|anticipated|rescheduled|postponed|delayed|adjourned|"
    "deferred|pushed(?: back)?|brought forward|extended|remanded|timed|earmarked|invited|tipped|obliged|"
    "required|determined"
)
_WILLING: Final = (
    "plan(?:s|ned)?|intend(?:s|ed)?|hope[sd]?|aim(?:s|ed)?|expect(?:s|ed)?|want(?:s|ed)?|vow(?:s|ed)?|"
    "pledge[sd]?|promise[sd]?|agree[sd]?|decide[sd]?|prepare[sd]?|need(?:s|ed)?|urge[sd]?|ask(?:s|ed)?|"
    "order(?:s|ed)?|invite[sd]?|threaten(?:s|ed)?|prepares?|seek(?:s|ing)?|sought|propose[sd]?|told|wishes?|"
    "call(?:s|ed) on|ha(?:s|ve)"
)
_TIMETABLE: Final = (
    r"(?<!to )(?:(?:re)?opens|begins|starts|kicks off|takes (?:place|effect|office)|meets|expires|resumes|hears|"
    r"goes|comes into|closes|arrives|leaves|departs|falls on|holds|hosts|is|are)|"
    r"(?<=s )(?:(?:re)?open|begin|start|kick off|take (?:place|effect|office)|meet|expire|resume|vote|run|return)|"
    r"(?<=to )(?:host|open|begin|meet|visit|face|vote)"
)
_IRREGULAR: Final = (
    "became|began|bit|blew|bought|broke|brought|built|burned|burnt|came|caught|chose|cut|dealt|drew|drove|ate|"
    "fell|felt|fled|flew|fought|found|froze|gave|got|grew|heard|held|hid|hit|hurt|kept|killed|knew|laid|led|left|"
    "lost|made|met|paid|put|quit|ran|rang|rose|sank|sat|saw|sent|shook|shot|shut|slid|sold|spent|split|spoke|"
    "spread|sprang|stood|stole|struck|swept|swore|took|taught|tore|threw|underwent|went|woke|won|wore|wrote"
)
_REPORTING: Final = (
    "said|told|added|announced|reported|confirmed|warned|stated|claimed|insisted|declared|noted|acknowledged|"
    "argued|denied|revealed|disclosed|explained|testified|tweeted|posted|stressed|suggested"
)
_CANCELLED: Final = re.compile(
    r"\b(?:postponed|cancell?ed|called off|scrapped|suspended|abandoned|shelved|aborted|put off)\b"
    r"(?! (?:until|till|to)\b)"
)

_GROUPS: Final[Sequence[tuple[str, Direction | None, str]]] = (
    ("unreal", None, rf"\b(?:would|could|might|may|should|must)(?: not|n't)? have\b{_FILLER}(?: been)?{_VERB}"),
    ("unable", None, r"\bcould(?: not|n't)\b(?: be)?" + _VERB),
    ("planned", "future",
     rf"\b(?:(?:(?:had|has|have) )?(?:is|are|was|were|be|been|being|'s|'re)\b{_FILLER} )?(?:{_PLANNED})"
     rf"(?: to(?: be| have)?\b{_FILLER}{_VERB}| (?:for|on|until|till|in|by|at|from)\b)"),
    ("set", "future", rf"\bset (?:to(?: be)?\b{_FILLER}{_VERB}|for\b)"),
    ("going", "future", rf"\bgoing to(?: be)?\b{_FILLER}{_VERB}"),
    ("to-be", "future", rf"\b(?:is|are|was|were|'s|'re) to(?: be)?\b{_FILLER}{_VERB}"),
    ("willing", "future", rf"\b(?:{_WILLING})(?: [a-z'-]+){{0,3}}? to(?: be)?\b{_FILLER}{_VERB}"),
    ("modal", "future",
     rf"(?:\b(?:will|would|shall|may|might|could|can|should|must|won't)\b|'ll\b){_FILLER}"
     rf"(?: be\b{_FILLER}| have\b(?: been)?)?{_VERB}"),
    ("progressive", "future", rf"\b(?:is|are|'s|'re){_FILLER} [a-z]+ing\b"),
    ("ahead", "future",
     r"\b(?:upcoming|forthcoming|ahead of|no later than|as (?:early|soon) as|in time for|deadline|starting|beginning|"
     r"commencing|effective|in the run-up to|countdown to|eve of)\b"),
    ("past", "past", rf"\b(?:was|were|had|did|has|have|'d)\b(?:{_FILLER}(?: been| being)?{_FILLER})"
     r"(?: (?!to\b)[a-z'-]+)?"),
    ("tense", "past", rf"\b(?:{_IRREGULAR})\b"),
    ("regular", "past",
     r"\b(?!(?:united|hundred|need|indeed|speed|breed|sacred|naked|wicked|armed|alleged|embed|so-called|seed|feed|"
     rf"exceed|proceed|succeed|{_REPORTING})\b)[a-z]{{2,}}ed\b"),
    ("timetable", "future", rf"\b(?:{_TIMETABLE})\b"),
)  # fmt: skip
"""Verb groups in order of precedence; a longer group swallows the participle inside it."""

_CUES: Final = re.compile("|".join(f"(?P<{code.replace('-', '_')}>{regex})" for code, _, regex in _GROUPS))
_DIRECTIONS: Final = {code.replace("-", "_"): direction for code, direction, _ in _GROUPS}
_WEAK: Final = frozenset(("timetable", "progressive"))
_PLANS: Final = frozenset(("planned", "set", "to_be", "willing", "modal"))

_DESCRIBES: Final = re.compile(
    r"\b(?:the|an?|his|her|its|their|our|this|that|these|those|of|newly|recently|all|some|any|no|[a-z]+'s) $"
)
_SAID: Final = re.compile(
    rf"\b(?:told (?:[\w.'-]+ ){{1,4}}|(?:{_REPORTING}|says) )(?:(?:in|at|during) (?:an? )?[\w-]+ (?:[\w-]+ )?)?"
    r"(?:late |early |earlier |on )*$"
)
_TO_COME: Final = re.compile(r"\b(?:until|till|by) (?:the |late |early )*$")
_MEANT_FOR: Final = re.compile(r"\bfor $")
_MOVED_TO: Final = re.compile(
    r"\b(?:moved|moves?|moving|postponed|delayed|shifted|pushed|rescheduled|brought forward|switched|deferred|"
    r"extended|adjourned)\b[^.;]{0,60} to (?:the )?$"
)
_NO_NOUN: Final = re.compile(r" *(?:[.,;:!?)\"\n]|$| (?:at|in|on|to|but|and|after|if|when)\b)")
_HAD: Final = re.compile(r"\b(?:had|have|has)\b")
_GONE: Final = re.compile(r"\b(?:since|on the night of) (?:late |early )*$")
_OPENS: Final = re.compile(
    r"(?:^|[.;:!?\"(\n-] {0,3}|\b(?:but|and|that|while|as|when|if|where|which|who) |,(?: (?:and|but))? )"
    r"(?:(?:on|in|from|at|by|during|late|early|this|the) ){0,3}$"
)
_BARRIER: Final = re.compile(r"[;:\"“”()]| - ")


def find_cue(view: str, parse: Parse, start: int, end: int, *, exact_day: bool) -> Cue:
    """Return which way the words around ``start:end`` point.

    Parameters
    ----------
    view
        The lower-case view of the text.
    exact_day
        Whether the expression names a day; "for Friday" looks ahead, "figures for March" need not.
    """
    sentence = parse.sentence_at(start)
    low, high = max(sentence.start, start - REACH), min(max(sentence.end, end), end + REACH)
    left = view[low:start]
    near = _beside(left, view[end:high], start, exact_day=exact_day)
    if near is not None:
        return near
    before = _nearest(_cues(view, parse, low, start), last=True, barrier=left, offset=low)
    after = _nearest(_cues(view, parse, end, high), last=False, barrier=view[end:high], offset=end)
    first_right = bool(_OPENS.search(left)) or view[end : end + 2] == "'s"
    cue = (after or before) if first_right else (before or after)
    return Cue() if cue is None else _cancelled(view[low:high], cue)


def _beside(left: str, right: str, start: int, *, exact_day: bool) -> Cue | None:
    """Return the cue of the words right before the expression."""
    offset = start - len(left)
    for pattern in (_SAID, _GONE):
        if match := pattern.search(left):
            return _cue_at("past", match, offset)
    if match := _MOVED_TO.search(left):
        return _cue_at("future", match, offset)
    if (match := _TO_COME.search(left)) and not _HAD.search(left + right):
        return _cue_at("future", match, offset)
    if exact_day and (match := _MEANT_FOR.search(left)) and _NO_NOUN.match(right):
        return _cue_at("future", match, offset)
    return None


def _cue_at(direction: Direction, match: re.Match[str], offset: int) -> Cue:
    return Cue(direction, match.group().strip(), offset + match.start(), offset + match.end())


def _cues(view: str, parse: Parse, low: int, high: int) -> list[tuple[str, re.Match[str]]]:
    return [
        (match.lastgroup or "", match)
        for match in _CUES.finditer(view, low, high)
        if _counts(view, parse, match)
    ]


def _counts(view: str, parse: Parse, match: re.Match[str]) -> bool:
    """Tell whether a match is a verb that says when: not a participle before a noun, not May the month."""
    if match.lastgroup == "modal" and match.group().startswith("may"):
        return parse.text[match.start()] == "m"
    if match.lastgroup not in ("regular", "tense"):
        return True
    if not parse.has_syntax:
        return not _DESCRIBES.search(view[max(match.start() - 24, 0) : match.start()])
    return all(_is_past(token) for token in parse.tokens_in(match.start(), match.end()))


def _is_past(token: Token) -> bool:
    return token.tag == "VBD" or (token.tag == "VBN" and token.dep != "amod")


def _nearest(
    cues: list[tuple[str, re.Match[str]]], *, last: bool, barrier: str, offset: int
) -> tuple[str, re.Match[str]] | None:
    """Return the last or first cue that no quotation mark or semicolon separates."""
    if not cues:
        return None
    code, match = cues[-1] if last else cues[0]
    between = barrier[match.end() - offset :] if last else barrier[: match.start() - offset]
    return None if _BARRIER.search(between) else (code, match)


def _cancelled(sentence: str, cue: tuple[str, re.Match[str]]) -> Cue:
    """Return the cue; the day of a plan that was dropped may lie on either side."""
    code, match = cue
    direction = _DIRECTIONS[code]
    if code in _PLANS and _CANCELLED.search(sentence):
        direction = "nearest"
    return Cue(direction, match.group().strip(), match.start(), match.end(), code in _WEAK)
