"""Find many phrases in a text at once: a look-up at every word, the longest phrase first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Final, Generic, NamedTuple, TypeVar

T = TypeVar("T")

_WORD: Final = re.compile(r"\w+")
_UNSPACED: Final = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]"
)
"""Scripts written without spaces, or with endings joined to the word (Thai, Lao, Burmese, Khmer, kana,
Han, Hangul): a phrase may start and end anywhere."""
_HANGUL: Final = re.compile(r"[\uac00-\ud7a3]")
"""Written with spaces; endings are joined behind a word, nothing before it."""
_PREFIXED: Final = re.compile(r"[\u0590-\u05ff\u0600-\u06ff]")
"""Scripts that join one-letter words to the next one (Hebrew, Arabic)."""
_PREFIXES: Final = "وبلفكהבלמוכש"
_MOST_PREFIXES: Final = 2


class Found(NamedTuple, Generic[T]):
    """A phrase in a text, with what it was filed with."""

    start: int
    end: int
    values: tuple[T, ...]


class PhraseIndex(Generic[T]):
    """Phrases, case-sensitive, each with one or more values."""

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        filed: dict[str, list[T]] = {}
        for phrase, value in phrases:
            filed.setdefault(phrase, []).append(value)
        self._values = {phrase: tuple(values) for phrase, values in filed.items()}

    @cached_property
    def _by_word(self) -> dict[str, list[str]]:
        """The phrases by their first word, longest first."""
        filed: dict[str, list[str]] = {}
        for phrase in sorted(self._values, key=len, reverse=True):
            if not _is_joined(phrase) and (first := _WORD.search(phrase)):
                filed.setdefault(first.group(), []).append(phrase)
        return filed

    @cached_property
    def _joined(self) -> list[str]:
        """The phrases that may be joined to other words, longest first."""
        return sorted(filter(_is_joined, self._values), key=len, reverse=True)

    def get(self, phrase: str) -> tuple[T, ...]:
        """Return what a phrase was filed with."""
        return self._values.get(phrase, ())

    def find(self, text: str) -> list[Found[T]]:
        """Return the phrases of a text in order: leftmost, longest, none inside another."""
        found: list[Found[T]] = []
        covered = 0
        for hit in self.every(text):
            if hit.start >= covered:
                found.append(hit)
                covered = hit.end
        return found

    def every(self, text: str) -> list[Found[T]]:
        """Return the longest phrase at each place of a text, in order."""
        found = [hit for match in _WORD.finditer(text) if (hit := self._at(text, match))]
        if not text.isascii() and self._joined:
            found += self._find_joined(text)
            found.sort(key=lambda hit: (hit.start, -hit.end))
        return found

    def _at(self, text: str, match: re.Match[str]) -> Found[T] | None:
        listed = self._by_word.get(match.group())
        if listed is None:
            return None
        for phrase in listed:
            start = match.start() - _offset(phrase)
            end = start + len(phrase)
            if start >= 0 and text.startswith(phrase, start) and not text[end : end + 1].isalnum():
                return Found(start, end, self._values[phrase])
        return None

    def _find_joined(self, text: str) -> Iterator[Found[T]]:
        for phrase in self._joined:
            start = text.find(phrase)
            while start >= 0:
                end = start + len(phrase)
                if _free(phrase, text, start) or _stands_alone(text, start, end):
                    yield Found(start, end, self._values[phrase])
                start = text.find(phrase, end)


def _is_joined(phrase: str) -> bool:
    return bool(_UNSPACED.search(phrase) or _PREFIXED.search(phrase))


def _offset(phrase: str) -> int:
    """Return where the first word of a phrase starts: behind a quote or bracket, if any."""
    return 0 if phrase[0].isalnum() else next(_WORD.finditer(phrase)).start()


def _free(phrase: str, text: str, start: int) -> bool:
    """Tell whether a phrase may start here: anywhere without spaces, at a word's start in Hangul."""
    if _HANGUL.match(phrase):
        return not _HANGUL.match(text[start - 1 : start])
    return _UNSPACED.search(phrase) is not None


def _stands_alone(text: str, start: int, end: int) -> bool:
    if text[end : end + 1].isalnum():
        return False
    for _ in range(_MOST_PREFIXES):
        if start and text[start - 1] in _PREFIXES:
            start -= 1
    return not text[start - 1 : start].isalnum()
