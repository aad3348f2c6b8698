"""What this room needs of a parse, whoever made it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class Token(Protocol):
    """One token of a parse; see `mapper.language.Token`."""

    @property
    def i(self) -> int:
        """Index of the token in the parse."""
        ...

    @property
    def start(self) -> int:
        """First code point."""
        ...

    @property
    def end(self) -> int:
        """Code point behind the last."""
        ...

    @property
    def lemma(self) -> str:
        """Lemma."""
        ...

    @property
    def pos(self) -> str:
        """Universal Dependencies part of speech, empty without a tagger."""
        ...

    @property
    def dep(self) -> str:
        """ClearNLP dependency label, empty without syntax."""
        ...

    @property
    def head(self) -> int:
        """Index of the head; its own for a root."""
        ...


class Parse(Protocol):
    """A text with its tokens; see `mapper.language.Parse`."""

    @property
    def text(self) -> str:
        """The text parsed."""
        ...

    @property
    def tokens(self) -> Sequence[Token]:
        """All tokens."""
        ...

    @property
    def has_syntax(self) -> bool:
        """Whether heads and labels are set."""
        ...

    def tokens_in(self, start: int, end: int) -> Sequence[Token]:
        """Return the tokens that share a code point with ``start:end``."""
        ...

    def root_of(self, start: int, end: int) -> Token | None:
        """Return the token of the span whose head lies outside it."""
        ...


class Parser(Protocol):
    """Turns a text into a parse; see `mapper.language.Parser`."""

    def parse(self, text: str) -> Parse:
        """Parse one text."""
        ...


class PlainText:
    """A text without a parse: the words around a name must do."""

    has_syntax = False
    tokens: Sequence[Token] = ()

    def __init__(self, text: str) -> None:
        self.text = text

    def tokens_in(self, start: int, end: int) -> Sequence[Token]:
        """Return no token."""
        del start, end
        return ()

    def root_of(self, start: int, end: int) -> Token | None:
        """Return no token."""
        del start, end
        return None
