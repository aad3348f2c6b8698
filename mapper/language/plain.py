"""Sentences and tokens by rule, for texts no installed model understands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from mapper.language.parse import Parse, Sentence, Token

_TOKEN: Final = re.compile(r"(?:[^\W\d_]\.){2,}|\w+(?:[’'`.&-]\w+)*|[^\w\s]")
_ABBREVIATIONS: Final = frozenset(
    "mr mrs ms dr prof gen col lt capt sgt sen rep gov pres st mt ft jr sr co inc ltd corp vs no "
    "jan feb mar apr jun jul aug sept sep oct nov dec".split()
)
_CLOSERS: Final = "\"'”’»)]"
_BLANK_LINE: Final = re.compile(r"\n\s*\n")
_FULL_STOPS: Final = frozenset(".!?…。！？")
_CJK_STOPS: Final = frozenset("。！？")


def _token_spans(text: str) -> list[tuple[int, int]]:
    spans = []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if text[end - 2 : end] in ("'s", "’s") and end - start > 2:
            spans += [(start, end - 2), (end - 2, end)]
        else:
            spans.append((start, end))
    return spans


def _ends_sentence(text: str, spans: list[tuple[int, int]], i: int) -> bool:
    """Tell whether the sentence ends behind token `i`."""
    if i + 1 == len(spans):
        return True
    word, before = text[slice(*spans[i])], text[slice(*spans[i - 1])] if i else ""
    gap, following = text[spans[i][1] : spans[i + 1][0]], text[spans[i + 1][0]]
    if _BLANK_LINE.search(gap):
        return True
    if word in _CJK_STOPS:
        return following not in _CLOSERS
    if word in _CLOSERS:
        return before in _FULL_STOPS and _starts_sentence(gap, following)
    if word not in _FULL_STOPS or following in _CLOSERS or (word == "." and _is_abbreviation(before)):
        return False
    return _starts_sentence(gap, following)


def _is_abbreviation(word: str) -> bool:
    return word.casefold() in _ABBREVIATIONS or (len(word) == 1 and word.isalpha())


def _starts_sentence(gap: str, following: str) -> bool:
    return bool(gap) and (not following.isalpha() or not following.islower())


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
