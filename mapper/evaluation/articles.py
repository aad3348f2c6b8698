"""Annotated texts as articles to be read."""

from __future__ import annotations

from mapper.articles import article_from_fields
from mapper.model import Article


def gold_article(ident: str, text: str | None, **fields: str | None) -> Article:
    """Return an annotated text as an article; `fields` are those of a line of a JSONL file.

    Raises
    ------
    ArticleError
        If it has no text.
    """
    return article_from_fields({"id": ident, "text": text or "", **fields})
