"""Reading files into articles, and the dateline at their head."""

from mapper.articles.dateline import find_dateline
from mapper.articles.fields import article_from_fields, as_article
from mapper.articles.given import Given, sources_of
from mapper.articles.reading import read_articles, read_data

__all__ = [
    "Given",
    "article_from_fields",
    "as_article",
    "find_dateline",
    "read_articles",
    "read_data",
    "sources_of",
]
