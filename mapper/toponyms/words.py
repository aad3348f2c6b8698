"""The words of a text, the same with every model and without one, and what the model says of them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapper.language import Entity, Parse, Token

_UNSPACED: Final = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
)
"""Thai, Lao, Burmese, Khmer, Kana, Han and Hangul: each letter is a word here, as no space parts them."""
_UNSPACED_LETTER: Final = re.compile(f"[{_UNSPACED}]")
_WORD: Final = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S., N.Y.
    r"|[^\W\d_](?:\.[^\W\d_])+(?!\w)"  # U.S before a closing sign
    r"|['’]s\b"
    rf"|[{_UNSPACED}]"
    rf"|[^\W_{_UNSPACED}]+(?:['’ʻʼ`][^\W_{_UNSPACED}]{{2,}})*"  # N'Djamena, but Seoul | 's
)
_INNER_GAP: Final = re.compile(r" ?[-–/&’' ]? ?|\. ?")
"""What may stand between two words of one name: no comma, no bracket, no line break."""


class Word(NamedTuple):
    """A word: code points ``start:end``; `token` is the index of the parse's token at its start.

    `glued`: nothing but a space, a hyphen or an abbreviation's point parts it from the word before.
    `is_capital`: a name may start here, as its first letter is upper case or of a script without cases.
    """

    i: int
    start: int
    end: int
    text: str
    token: int
    glued: bool
    is_capital: bool

    @property
    def is_unspaced(self) -> bool:
        """Whether the script writes words without spaces."""
        return len(self.text) == 1 and _UNSPACED_LETTER.match(self.text) is not None


class Words:
    """A parse seen as words, with the model's entities by offset."""

    def __init__(self, parse: Parse) -> None:
        self.parse = parse
        self.text = parse.text
        self.words: tuple[Word, ...] = tuple(_words(parse))
        self._starts = [word.start for word in self.words]
        self._entity_starts = [entity.start for entity in parse.entities]

    def between(self, start: int, end: int) -> range:
        """Return the indexes of the words that share a code point with ``start:end``."""
        first = bisect_left(self._starts, start)
        if first and self.words[first - 1].end > start:
            first -= 1
        return range(first, max(bisect_left(self._starts, end, first), first))

    @staticmethod
    def first(name: str) -> str | None:
        """Return the first word of a name."""
        match = _WORD.search(name)
        return match.group() if match is not None else None

    def word(self, i: int) -> Word | None:
        """Return word `i`, None beyond either end."""
        return self.words[i] if 0 <= i < len(self.words) else None

    def token(self, word: Word) -> Token:
        """Return the token a word starts in."""
        return self.parse.tokens[word.token]

    def entity(self, start: int, end: int) -> Entity | None:
        """Return the model's entity that shares most with ``start:end``, the first of equals."""
        best, most = None, 0
        for entity in self.parse.entities[max(bisect_right(self._entity_starts, start) - 1, 0) :]:
            if entity.start >= end:
                break
            shared = min(entity.end, end) - max(entity.start, start)
            if shared > most:
                best, most = entity, shared
        return best

    @cached_property
    def lowered(self) -> frozenset[str]:
        """The words that stand in lower case somewhere in the text."""
        return frozenset(word.text for word in self.words if word.text.islower())


def _words(parse: Parse) -> Iterator[Word]:
    text, starts = parse.text, [token.start for token in parse.tokens[1:]]
    end, token, last = 0, 0, len(starts)
    for i, match in enumerate(_WORD.finditer(text)):
        before = end
        start, end = match.span()
        while token < last and starts[token] <= start:
            token += 1
        glued = i > 0 and (text[before:start] == " " or _INNER_GAP.fullmatch(text, before, start) is not None)
        letter = text[start]
        is_capital = letter.isupper() or letter.istitle() or (letter.isalpha() and not letter.islower())
        yield Word(i, start, end, match.group(), token, glued, is_capital)
