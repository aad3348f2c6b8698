"""One article as the extractor sees it: words, labels, grammar, places and times by token."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final, TypeVar

import msgspec

from mapper.articles import find_dateline
from mapper.events.lexicon import Lexicon, Values, load_lexicon
from mapper.events.syntax import Relations, relations_of
from mapper.language import Parse, ParsedArticle, Sentence, Token
from mapper.model import TimeExpression, Toponym

_ROLE_LABELS: Final = {"literal": "GPE", "metonym": "GPE", "demonym": "NORP", "dateline": "GPE"}
_NATURAL: Final = frozenset(
    "ocean sea strait bay gulf channel lake river reservoir canal island archipelago reef mountain range "
    "volcano peninsula cape valley desert plateau forest glacier region continent".split()
)
Spanned = TypeVar("Spanned", Toponym, TimeExpression)

LEAD_SENTENCES: Final = 2
"""Sentences at the head of an article that later ones restate."""

_PERSONS: Final = frozenset({"he", "she", "him"})
_PARTICIPLE: Final = ("ed", "en", "ing")


@dataclass(frozen=True)
class Scene:
    """What every step of the extractor looks at."""

    parse: Parse
    toponyms: tuple[Toponym, ...]
    times: tuple[TimeExpression, ...]
    reference: date | None
    lexicon: Lexicon
    relations: Relations
    head_end: int = 0
    """Where the dateline ends; before it nobody acts."""

    @property
    def tokens(self) -> tuple[Token, ...]:
        """Tokens of the text."""
        return self.parse.tokens

    @cached_property
    def lower(self) -> tuple[str, ...]:
        """Every token's text in lower case."""
        return tuple(token.text.casefold().replace("’", "'") for token in self.parse.tokens)

    @cached_property
    def words(self) -> tuple[frozenset[str], ...]:
        """What each token may be called: lemma, spelling, and every reading without a tagger."""
        return tuple(map(self._names, self.parse.tokens, self.lower))

    def _names(self, token: Token, lower: str) -> frozenset[str]:
        if token.text.isspace():
            return frozenset()
        if not token.pos:
            return self.lexicon.forms.get(lower, frozenset()) | {lower}
        found = frozenset((token.lemma.casefold(), lower))
        readings = self.lexicon.forms.get(lower, frozenset())
        participle = token.pos == "ADJ" and lower.endswith(_PARTICIPLE)
        if participle or (token.tag[:2] == "VB" and readings.isdisjoint(found - {lower})):
            return found | readings  # lemmas a tagger does not give: "gutted" is no form of "gutte"
        return found

    @cached_property
    def labels(self) -> tuple[frozenset[str], ...]:
        """Entity labels of each token; what the toponyms say comes before what a model says."""
        found = [frozenset((token.entity,)) if token.entity else frozenset() for token in self.parse.tokens]
        if not self.parse.entities and not self.parse.has_syntax:
            found = [self._guessed_labels(token) for token in self.parse.tokens]
        for i, word in enumerate(self.lower):
            if word in _PERSONS:
                found[i] = frozenset(("PERSON",))
            elif not found[i] and self.parse.tokens[i].pos == "NUM":
                found[i] = frozenset(("CARDINAL",))  # numbers a model gave no label
        for i, toponym in self.toponym_at.items():
            label = _ROLE_LABELS.get(toponym.role)
            if label == "GPE" and toponym.place is not None and toponym.place.kind in _NATURAL:
                label = "LOC"
            if label:
                found[i] = frozenset((label,))
        return tuple(found)

    def _guessed_labels(self, token: Token) -> frozenset[str]:
        """Return labels by spelling: numbers, and capitals inside a sentence."""
        if token.text[0].isdigit():
            return frozenset(("CARDINAL",))
        inside = token.i > self.parse.sentences[token.sentence].first
        return frozenset(("PERSON", "ORG")) if inside and token.text[0].isupper() else frozenset()

    @cached_property
    def toponym_at(self) -> dict[int, Toponym]:
        """The toponym each token belongs to."""
        return {
            t.i: toponym
            for toponym in self.toponyms
            for t in self.parse.tokens_in(toponym.start, toponym.end)
        }

    @cached_property
    def time_at(self) -> dict[int, TimeExpression]:
        """The time expression each token belongs to."""
        return {t.i: time for time in self.times for t in self.parse.tokens_in(time.start, time.end)}

    @cached_property
    def toponyms_by_sentence(self) -> dict[int, list[tuple[Toponym, int, int]]]:
        """The toponyms of each sentence with their first and last token."""
        return self._by_sentence(self.toponyms)

    @cached_property
    def times_by_sentence(self) -> dict[int, list[tuple[TimeExpression, int, int]]]:
        """The time expressions of each sentence with their first and last token."""
        return self._by_sentence(self.times)

    @cached_property
    def lead_end(self) -> int:
        """The number of the first sentence behind the article's lead, which does not count the dateline."""
        behind = (s.i for s in self.parse.sentences if s.end > self.head_end)
        return next(behind, 0) + LEAD_SENTENCES

    def _by_sentence(self, spans: Iterable[Spanned]) -> dict[int, list[tuple[Spanned, int, int]]]:
        found: dict[int, list[tuple[Spanned, int, int]]] = {}
        for span in spans:
            inside = self.parse.tokens_in(span.start, span.end)
            if inside:
                found.setdefault(inside[0].sentence, []).append((span, inside[0].i, inside[-1].i))
        return found

    def sentence(self, i: int) -> Sentence:
        """Return the sentence of token `i`."""
        return self.parse.sentences[self.parse.tokens[i].sentence]

    def matches(self, values: Values, positions: Iterable[int]) -> bool:
        """Tell whether one of the tokens, or of what they count, has one of the values."""
        return any(self._is(values, i) for i in self.counted(positions))

    def _is(self, values: Values, i: int) -> bool:
        if values.anything:
            return True
        words = self.words[i]
        if not words.isdisjoint(values.words) or not self.labels[i].isdisjoint(values.labels):
            return True
        return any(self._stands(phrase, i) for phrase in values.phrases)

    def _stands(self, phrase: tuple[str, ...], i: int) -> bool:
        """Tell whether the phrase begins or ends at token `i`."""
        size = len(phrase)
        return any(
            first >= 0
            and first + size <= len(self.words)
            and all(word in self.words[first + k] for k, word in enumerate(phrase))
            for first in (i, i - size + 1)
        )

    def counted(self, positions: Iterable[int]) -> Iterator[int]:
        """Yield tokens and, for quantity nouns ("dozens of refugees"), what they count."""
        quantity = self.lexicon.lists["quantity"]
        for i in positions:
            yield i
            yield from self._name_parts(i)
            if not self.words[i].isdisjoint(quantity):
                for entry in self.relations.prepositions(i):
                    if self.lower[entry.i] == "of":
                        yield from entry.objects

    def _name_parts(self, i: int) -> Iterator[int]:
        """Yield the other words of a name that ends at token `i` ("Minister Ahn Gyu-back")."""
        if self.parse.has_syntax and (self.tokens[i].pos == "PROPN" or "PERSON" in self.labels[i]):
            yield from (
                j
                for j in self.relations.modifiers(i)
                if self.in_list("title", j) or "PERSON" in self.labels[j]
            )

    def in_list(self, name: str, i: int) -> bool:
        """Tell whether token `i` is on a closed word list."""
        return not self.words[i].isdisjoint(self.lexicon.lists[name])

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the code points from token `first` to token `last`, both inclusive."""
        return self.parse.tokens[first].start, self.parse.tokens[last].end

    def text(self, first: int, last: int) -> str:
        """Return the text from token `first` to token `last`, both inclusive."""
        start, end = self.span(first, last)
        return self.parse.text[start:end]


def _as_dateline(toponym: Toponym) -> Toponym:
    """Return a toponym of the dateline in its role: it says where the report was filed."""
    return msgspec.structs.replace(toponym, role="dateline")


def set_scene(parsed: ParsedArticle, toponyms: Sequence[Toponym], times: Sequence[TimeExpression]) -> Scene:
    """Return the scene of an article."""
    reference = parsed.article.reference_date
    head = parsed.article.dateline or find_dateline(parsed.parse.text)
    start, end = (head.start, head.end) if head else (0, 0)
    return Scene(
        parse=parsed.parse,
        toponyms=tuple(_as_dateline(t) if start <= t.start < end else t for t in toponyms),
        times=tuple(time for time in times if not start <= time.start < end),
        reference=reference.date if reference else None,
        lexicon=load_lexicon(),
        relations=relations_of(parsed.parse),
        head_end=end,
    )
