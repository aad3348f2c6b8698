"""Toponym gold: one document a line, as in the common geoparsing corpora."""

from __future__ import annotations

import os
from collections.abc import Iterable

from mapper.errors import GoldError
from mapper.evaluation.articles import gold_article
from mapper.evaluation.lines import read_lines
from mapper.evaluation.spans import PlacedSpan
from mapper.model import Article, Extent, Record


class GoldToponym(PlacedSpan, frozen=True):
    """A marked place name. `alts` are further points that are as right; `adj` marks demonyms."""

    country_code: str | None = None
    adj: bool | None = None
    alts: tuple[tuple[float, float], ...] | None = None
    type: str | None = None
    fcode: str | None = None


class GoldDocument(Record, frozen=True):
    """A text with its marked place names. Predictions in `ignore` are neither right nor wrong."""

    id: str
    toponyms: tuple[GoldToponym, ...]
    text: str | None = None
    title: str | None = None
    date: str | None = None
    url: str | None = None
    domain: str | None = None
    corpus: str | None = None
    ignore: tuple[Extent, ...] | None = None

    def article(self) -> Article:
        """Return the document as an article to be read.

        Raises
        ------
        ArticleError
            If it has no text.
        """
        return gold_article(
            self.id, self.text, title=self.title, date=self.date, url=self.url, domain=self.domain
        )


def read_toponym_gold(paths: Iterable[str | os.PathLike[str]]) -> dict[str, GoldDocument]:
    """Return the documents of gold files by id, in order.

    Raises
    ------
    GoldError
        If a file or line cannot be read; the message names it.
    """
    documents: dict[str, GoldDocument] = {}
    for where, document in read_lines(paths, GoldDocument, "a document with marked toponyms"):
        if document.text is not None and any(not _fits(t, document.text) for t in document.toponyms):
            msg = f"{where}: A toponym of {document.id!r} is not the text at its offsets."
            raise GoldError(msg)
        documents[document.id] = document
    return documents


def _fits(toponym: GoldToponym, text: str) -> bool:
    return toponym.text is None or text[toponym.start : toponym.end] == toponym.text
