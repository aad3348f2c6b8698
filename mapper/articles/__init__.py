"""Reading files into articles, and the dateline at their head."""

from mapper.articles.dateline import find_dateline

__all__ = ["find_dateline"]
