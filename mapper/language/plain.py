"""Sentences and tokens by rule, for texts no installed model understands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby
from typing import Final

from mapper.language.parse import Parse, Sentence, Token

_TITLES: Final = frozenset(
    "mr mrs ms messrs dr prof gen lt capt sgt sen rep gov pres col maj cmdr adm cpl pvt const supt".split()
    + "insp det hon rev fr st mt ft".split()
)
"""Abbreviations that stand before a name and never end a sentence."""
_SMALL: Final = frozenset("vs etc approx est cf al fig vol pp".split())
"""Abbreviations written small; all others count only with a capital."""
_ABBREVIATIONS: Final = (
    _TITLES
    | _SMALL
    | frozenset(
        "jr sr co inc ltd corp bros dept univ assn ave blvd no jan feb mar apr jun jul aug sept".split()
    )
    | frozenset(
        "sep oct nov dec mon tue tues wed thu thurs fri sat sun ala ariz ark calif colo conn del".split()
    )
    | frozenset(
        "fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex".split()
    )
    | frozenset("va vt wash wis wyo".split())
)
"""Abbreviations that end a sentence only before a word that often begins one."""
_OPENERS: Final = frozenset(
    "the a an he she it they we this that these those there but and if when while after although however "
    "meanwhile his her their our".split()
)
_CLOSERS: Final = "\"'”’»)]」』"
_BLANK_LINE: Final = re.compile(r"\n\s*\n")
_FULL_STOPS: Final = frozenset(".!?…。！？।؟۔")
_CJK_STOPS: Final = frozenset("。！？")


@cache
def _token() -> re.Pattern[str]:
    """Return the pattern of a token; combining marks belong to the letter before them."""
    marks = (c for c in range(0x300, 0x10000) if unicodedata.category(chr(c)).startswith("M"))
    runs = [[c for _, c in run] for _, run in groupby(enumerate(marks), lambda pair: pair[1] - pair[0])]
    letter = rf"[\w{''.join(f'{chr(run[0])}-{chr(run[-1])}' for run in runs)}\u200c\u200d]"
    return re.compile(
        r"(?:[^\W\d_]\.){2,}"  # U.S.
        r"|[0-9]{1,3}(?:,[0-9]{3})+(?![0-9,])(?:\.[0-9]+)?(?!\w)"  # 3,000.50
        rf"|\w{letter}*(?:[’'`.&-]\w{letter}*)*"
        r"|[^\w\s]"
    )


def _token_spans(text: str) -> list[tuple[int, int]]:
    spans = []
    for match in _token().finditer(text):
        start, end = match.span()
        if text[end - 2 : end] in ("'s", "’s") and end - start > 2:
            spans += [(start, end - 2), (end - 2, end)]
        else:
            spans.append((start, end))
    return spans


def _ends_sentence(text: str, spans: list[tuple[int, int]], i: int) -> bool:
    """Tell whether the sentence ends behind token `i`."""
    start, end = spans[i]
    if i + 1 == len(spans):
        return True
    gap, following = text[end : spans[i + 1][0]], text[slice(*spans[i + 1])]
    if len(gap) > 1 and _BLANK_LINE.search(gap):
        return True
    word = text[start:end]
    if word in _CLOSERS:
        return _closes_sentence(text, spans, i, gap, following)
    if word in _CJK_STOPS:
        return following not in _CLOSERS
    if word in _FULL_STOPS:
        return _stops(text[slice(*spans[i - 1])] if i else "", word, gap, following)
    return word[-1] == "." and bool(gap) and following.casefold() in _OPENERS and following[0].isupper()


def _closes_sentence(text: str, spans: list[tuple[int, int]], i: int, gap: str, following: str) -> bool:
    """Tell whether a quotation mark or bracket right behind a full stop ends the sentence."""
    before = text[slice(*spans[i - 1])] if i and spans[i - 1][1] == spans[i][0] else ""
    if following in _CLOSERS and not gap:
        return False
    return before in _CJK_STOPS or (before in _FULL_STOPS and _starts_sentence(gap, following))


def _stops(before: str, word: str, gap: str, following: str) -> bool:
    """Tell whether a full stop ends the sentence, by the words on both sides."""
    if not _starts_sentence(gap, following):
        return False
    if word != "." or not _is_abbreviation(before):
        return True
    opens = following.casefold() in _OPENERS and following[0].isupper()
    return opens and before.casefold() not in _TITLES


def _is_abbreviation(word: str) -> bool:
    """Tell an abbreviation or initial before a full stop from a word."""
    if len(word) == 1:
        return word.isalpha()
    short = word.casefold()
    return short in _ABBREVIATIONS and (short in _SMALL or word[0].isupper())


def _starts_sentence(gap: str, following: str) -> bool:
    return bool(gap) and not following[0].islower()


class PlainParser:
    """Regular-expression sentences and tokens in any language; no tags, syntax or entities."""

    name = "none"
    language: str | None = None

    def parse(self, text: str) -> Parse:
        """Parse one text."""
        spans = _token_spans(text)
        tokens: list[Token] = []
        sentences: list[Sentence] = []
        first = 0
        for i, (start, end) in enumerate(spans):
            word = text[start:end]
            tokens.append(Token(i, start, end, word, word.casefold(), "", "", "", i, len(sentences), ""))
            if _ends_sentence(text, spans, i):
                sentences.append(Sentence(len(sentences), spans[first][0], end, first, i + 1))
                first = i + 1
        if not sentences:
            sentences.append(Sentence(0, 0, len(text), 0, 0))
        return Parse(text, "und", self.name, tuple(tokens), tuple(sentences))

    def parse_all(self, texts: Iterable[str]) -> Iterator[Parse]:
        """Parse texts one by one, in order."""
        return map(self.parse, texts)
