"""What a parser says of a text, free of the parser that said it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mapper.model import Article


@dataclass(frozen=True, slots=True)
class Token:
    """One token; `i`, `head` and `sentence` are indexes into the parse.

    Without a syntactic parse `dep` is empty and `head` equals `i`; without a tagger `pos` and `tag`
    are empty and `lemma` is the lower-cased text. `pos` is a Universal Dependencies tag, `tag` a
    Penn Treebank one, `dep` a ClearNLP label as in spaCy's English models; `entity` is an
    OntoNotes label or empty.
    """

    i: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    sentence: int
    entity: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: code points ``start:end``, tokens ``first:last`` (end exclusive)."""

    i: int
    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Entity:
    """A named entity of the model: code points ``start:end``, tokens ``first:last``."""

    start: int
    end: int
    text: str
    label: str
    first: int
    last: int


@dataclass(frozen=True)
class Parse:
    """Sentences, tokens and entities of one text. `model` is "none" without a language model."""

    text: str
    language: str
    model: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    entities: tuple[Entity, ...] = ()
    has_syntax: bool = False

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def _children(self) -> tuple[tuple[int, ...], ...]:
        children: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                children[token.head].append(token.i)
        return tuple(map(tuple, children))

    def children(self, i: int) -> tuple[Token, ...]:
        """Return the syntactic children of token `i`, in text order."""
        return tuple(self.tokens[child] for child in self._children[i])

    def ancestors(self, i: int) -> tuple[Token, ...]:
        """Return the heads above token `i`, nearest first."""
        found: list[Token] = []
        while self.tokens[i].head != i and len(found) < len(self.tokens):
            i = self.tokens[i].head
            found.append(self.tokens[i])
        return tuple(found)

    def subtree(self, i: int) -> tuple[Token, ...]:
        """Return token `i` and everything below it, in text order."""
        found, queue = [], [i]
        while queue:
            head = queue.pop()
            found.append(head)
            queue.extend(self._children[head])
        return tuple(self.tokens[j] for j in sorted(found))

    def tokens_in(self, start: int, end: int) -> tuple[Token, ...]:
        """Return the tokens that share a code point with ``start:end``."""
        first = max(bisect_right(self._starts, start) - 1, 0)
        last = bisect_left(self._starts, end)
        return tuple(token for token in self.tokens[first:last] if token.end > start)

    def root_of(self, start: int, end: int) -> Token | None:
        """Return the token of the span whose head lies outside it, else None for an empty span."""
        inside = self.tokens_in(start, end)
        indexes = {token.i for token in inside}
        for token in inside:
            if token.head == token.i or token.head not in indexes:
                return token
        return inside[-1] if inside else None

    def sentence_at(self, offset: int) -> Sentence:
        """Return the sentence that holds a code point (the last one before it, in a gap)."""
        return self.sentences[max(bisect_right(self._sentence_starts, offset) - 1, 0)]


@dataclass(frozen=True, slots=True)
class ParsedArticle:
    """An article with its parse; `article.text` is the text parsed."""

    article: Article
    parse: Parse
