"""Parsed articles for tests, with and without what a language model would say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapper.articles import find_dateline
from mapper.language import Entity, Parse, ParsedArticle
from mapper.language.plain import PlainParser
from mapper.model import Article
from mapper.toponyms.candidates import CandidateSource
from mapper.toponyms.document import Document

if TYPE_CHECKING:
    from mapper.disputes import DisputeRegister
    from mapper.gazetteer import Gazetteer
    from mapper.toponyms.spans.proposal import Proposal


def plain(text: str, *, ident: str = "a", domain: str | None = None) -> ParsedArticle:
    """Return a text read without a language model."""
    article = Article(id=ident, text=text, domain=domain, dateline=find_dateline(text))
    return ParsedArticle(article, PlainParser().parse(text))


def labelled(text: str, **labels: str) -> ParsedArticle:
    """Return a text in which a model marked words: ``labelled("In Nara.", Nara="GPE")``; "_" is a space."""
    base = plain(text)
    entities = []
    tokens = list(base.parse.tokens)
    for name, label in labels.items():
        words = name.replace("_", " ")
        start = text.index(words)
        end = start + len(words)
        inside = [t.i for t in tokens if t.start < end and start < t.end]
        for i in inside:
            t = tokens[i]
            tokens[i] = type(t)(
                t.i, t.start, t.end, t.text, t.lemma, "PROPN", t.tag, t.dep, t.head, t.sentence, label
            )
        entities.append(Entity(start, end, words, label, inside[0], inside[-1] + 1))
    entities.sort(key=lambda e: e.start)
    parse = Parse(text, "en", "made by hand", tuple(tokens), base.parse.sentences, tuple(entities))
    return ParsedArticle(base.article, parse)


class Maker:
    """Makes documents over one gazetteer."""

    def __init__(self, gazetteer: Gazetteer, register: DisputeRegister) -> None:
        self.source = CandidateSource(gazetteer)
        self.register = register

    def __call__(self, text: str, **labels: str) -> Document:
        return Document(labelled(text, **labels) if labels else plain(text), self.source, self.register)

    @staticmethod
    def at(document: Document, words: str, *, nth: int = 0, source: str = "given") -> Proposal:
        """Return the words as a proposal."""
        start = -1
        for _ in range(nth + 1):
            start = document.text.index(words, start + 1)
        return document.proposal(start, start + len(words), source)
