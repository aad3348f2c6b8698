"""Find the dateline at the head of a report: "SEOUL, Jan 21 (IANS) -"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from mapper.articles.dateline_words import (
    AGENCIES,
    JOINERS,
    NO_PLACE_FOLLOWS,
    NOT_PLACES,
    PLACE_FOLLOWS,
    PRESS_WORDS,
    STATE_ABBREVIATIONS,
)
from mapper.model import Dateline, Span

HEAD_CHARS: Final = 1500
"""A dateline begins within so many characters of the article's head ..."""
HEAD_LINES: Final = 8
"""... in one of its first lines that are not blank ..."""
BODY_LINE_CHARS: Final = 200
"""... and before the first line of this length, which is body text."""
TITLE_CHARS: Final = 160
"""Longest title in front of a dateline on the same line."""

_MONTH: Final = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_WEEKDAY: Final = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day|\.)?"
_DAY: Final = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE: Final = (
    rf"(?:{_WEEKDAY},?\s+)?(?:{_MONTH}\s+{_DAY}(?:,?\s+\d{{4}})?|{_DAY}\s+{_MONTH}(?:,?\s+\d{{4}})?)"
    rf"|\d{{4}}-\d\d-\d\d|{_WEEKDAY}|\d{{1,2}}\s+[^\W\d_]{{3,10}}(?=\s*\()"
)
_WORD: Final = r"[^\W\d_](?:[^\W\d_]|['’.]|-(?=[^\W\d_])){0,40}"
_PLACES: Final = rf"{_WORD}(?:(?:,?\s+|/|\s*&\s*|\s*\[){_WORD}\]?){{0,11}}?"
_FORM: Final = re.compile(
    rf"""(?P<open>\()?(?P<places>{_PLACES})(?(open)\)(?=\s?(?:[—–]|--)))
    (?:,?[ ](?P<date>{_DATE})\b\.?|[ ]\((?P<bracketed>{_DATE})\))?
    (?:[ ]?(?:--)?(?:\((?P<agency>[^()\n]{{2,40}})\)|/(?P<slashed>[^/\n]{{2,40}})/))?
    (?P<close>[ ]?(?:[—–]|--+|\.-|:|-(?=\s))|\.(?=\s))?
    (?(date)|(?(bracketed)|(?(agency)|(?(slashed)|(?(close)|(?!))))))""",
    re.VERBOSE,
)
_AGENCY_ONLY: Final = re.compile(r"\((?P<agency>[^()\n]{2,40})\)(?P<close>\s?(?:[—–]|--+|-(?=\s)))?")
_HEADER: Final = re.compile(
    r"(?:date\s+)?(?:\d{4}-\d\d-\d\d\s+)?\(?[A-Z][\w.]{1,20}\s?-\s?[A-Z][\w. ]{1,30}\)\s*"
    r"|(?:date\s+)?\d{4}-\d\d-\d\d\s+"
)
_BYLINE: Final = re.compile(
    rf"By\s+{_WORD}(?:\s+{_WORD}){{1,4}}(?:\s+and\s+{_WORD}(?:\s+{_WORD}){{1,3}})?,\s+"
)
_TITLE: Final = re.compile(rf"[^\n.!?]{{1,{TITLE_CHARS}}}[.!?][\"”’]?\s+")
_SPEAKER: Final = re.compile(r"^[^\W\d_]+:", re.MULTILINE)
_PART: Final = re.compile(r"[^,/&\[\]]+")
_AND: Final = re.compile(r"\band\b")


def find_dateline(text: str) -> Dateline | None:
    """Return the dateline of a report, or None.

    Only the head of the text is searched, and a line counts as a dateline only with enough of the
    marks of one: capitals, a date, an agency, a dash. Whether the places exist is not asked.

    Examples
    --------
    >>> found = find_dateline("MAKHACHKALA, Russia (AP) — Hundreds of people gathered.")
    >>> [place.text for place in found.places], found.agency.text
    (['MAKHACHKALA', 'Russia'], 'AP')
    """
    for start in _line_starts(text):
        found = _dateline_at(text, start) or _behind_title(text, start)
        if found is not None:
            return found
    return None


def _line_starts(text: str) -> Iterator[int]:
    """Yield where the first lines begin, up to the body of the article."""
    lines = 0
    offset = 0
    for line in text[: HEAD_CHARS + BODY_LINE_CHARS].splitlines(keepends=True):
        stripped = line.strip()
        if stripped:
            yield offset + len(line) - len(line.lstrip())
            lines += 1
            if lines == HEAD_LINES or len(stripped) > BODY_LINE_CHARS:
                return
        offset += len(line)
        if offset > HEAD_CHARS:
            return


def _dateline_at(text: str, start: int) -> Dateline | None:
    """Return the dateline that begins at a line's start, behind a header or byline perhaps."""
    header = _HEADER.match(text, start)
    byline = _BYLINE.match(text, start)
    if header is not None:
        return _read(text, start, header.end())
    if byline is not None:
        return _read(text, byline.end(), byline.end())
    return _read(text, start, start)


def _behind_title(text: str, start: int) -> Dateline | None:
    """Return the dateline that follows the first sentence of a line, as in flattened pages."""
    title = _TITLE.match(text, start)
    return None if title is None else _read(text, title.end(), title.end())


def _read(text: str, start: int, at: int) -> Dateline | None:
    alone = _AGENCY_ONLY.match(text, at)
    if alone is not None and alone["agency"].casefold() in AGENCIES:
        return _agency_alone(text, start, alone)
    form = _FORM.match(text, at)
    if form is None:
        return None
    parts = _parts(text, *form.span("places"))
    if not parts or not _is_dateline(text, form, parts):
        return None
    places = _place_spans(text, parts)
    date = _span(form, "date") or _span(form, "bracketed")
    end = form.end()
    return Dateline(
        start, end, text[start:end], places, date, _span(form, "agency") or _span(form, "slashed")
    )


def _agency_alone(text: str, start: int, form: re.Match[str]) -> Dateline | None:
    opens = form["close"] is not None or text[form.end() : form.end() + 1].isupper()
    if not opens:
        return None
    return Dateline(start, form.end(), text[start : form.end()], agency=_span(form, "agency"))


def _span(form: re.Match[str], group: str) -> Span | None:
    return None if form[group] is None else Span(*form.span(group), form[group])


def _parts(text: str, start: int, end: int) -> list[Span]:
    """Return the names in "KYIV, Ukraine, and MOSCOW" with their places in the text."""
    parts = []
    for match in _PART.finditer(text, start, end):
        bounds = [match.start()]
        for word in _AND.finditer(text, *match.span()):
            bounds += [word.start(), word.end()]
        bounds.append(match.end())
        for low, high in zip(bounds[::2], bounds[1::2], strict=True):
            name = text[low:high]
            stripped = name.strip()
            if stripped:
                begin = low + len(name) - len(name.lstrip())
                parts.append(Span(begin, begin + len(stripped), stripped))
    return parts


def _is_dateline(text: str, form: re.Match[str], parts: list[Span]) -> bool:
    """Tell whether the marks of a dateline suffice."""
    if not all(_is_name(part.text) for part in parts):
        return False
    first = parts[0].text
    capitals = first.isupper() and sum(map(str.isalpha, first)) > 1
    if first.split()[0].casefold() in NOT_PLACES and not (capitals and first.split()[0] in _OPENINGS):
        return False
    agency = form["agency"] or form["slashed"]
    dated = form["date"] is not None or form["bracketed"] is not None
    closed = form["close"] is not None
    if agency is not None:
        return _signed(
            agency, capitals=capitals, dated=dated, closed=closed, following=_following(text, form)
        )
    if form["close"] == ".":
        return False
    if dated:
        return closed
    return _bare(text, form, parts, capitals=capitals)


_OPENINGS: Final = NO_PLACE_FOLLOWS | PLACE_FOLLOWS


def _is_name(name: str) -> bool:
    """Tell whether the words are written like a place name."""
    words = name.split()
    outer = (words[0], words[-1])
    return all(word[0].isupper() for word in outer) and all(
        word[0].isupper() or word in JOINERS for word in words
    )


def _following(text: str, form: re.Match[str]) -> str:
    return text[form.end() : form.end() + 3].lstrip()[:1]


def _signed(agency: str, *, capitals: bool, dated: bool, closed: bool, following: str) -> bool:
    """Judge a line with something like an agency in brackets."""
    folded = agency.casefold()
    known = folded in AGENCIES or not PRESS_WORDS.isdisjoint(folded.split())
    if dated:
        return known or closed
    if closed:
        return known or capitals
    return known and (following.isupper() or following in "\"'“‘")


def _bare(text: str, form: re.Match[str], parts: list[Span], *, capitals: bool) -> bool:
    """Judge a line with nothing but places and a dash or colon."""
    following = _following(text, form)
    if following.islower() or not following:
        return False
    if not capitals:
        return len(parts) > 1 and parts[1].text in STATE_ABBREVIATIONS and form["close"] != ":"
    letters = sum(map(str.isalpha, parts[0].text))
    if form["close"].strip() == ":":
        alone = len(_SPEAKER.findall(text[: HEAD_CHARS * 2])) < 2
        return letters > 4 and len(parts) == 1 and alone
    return letters > 3 or len(parts) > 1


def _place_spans(text: str, parts: list[Span]) -> tuple[Span, ...]:
    """Return the places without an opening such as NEAR or ABOARD."""
    first = parts[0]
    opening, _, name = first.text.partition(" ")
    if opening in NO_PLACE_FOLLOWS and name:
        return ()
    if opening in PLACE_FOLLOWS and name:
        start = first.end - len(name.lstrip())
        return (Span(start, first.end, text[start : first.end]), *parts[1:])
    return tuple(parts)
