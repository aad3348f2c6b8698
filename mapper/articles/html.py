"""A saved web page: the article's text and what the page says about it, by trafilatura."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any, Final

from mapper.articles.decoding import decode
from mapper.articles.plain import bounded_article
from mapper.articles.problem import Unreadable
from mapper.articles.stream import Stream, read_bounded
from mapper.errors import ExtraMissingError
from mapper.model import Article

_CHARSET: Final = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w.:-]{2,40})""", re.IGNORECASE)
_LANGUAGE: Final = re.compile(r"""<html[^>]{0,500}?\slang\s*=\s*["']?([A-Za-z]{2,3})\b""", re.IGNORECASE)
_HEAD: Final = 4096
"""The encoding and language of a page are declared within so many bytes."""
_MOST_TAGS: Final = 100_000
"""The extractor takes seconds for so many tags and minutes for ten times as many; news pages have some
thousand."""
_DATES: Final = {"extensive_search": False, "max_date": "2200-01-01"}
"""Only declared dates, no guesses from the text; a fixed limit, so that today does not matter."""


def read(stream: Stream, stem: str, max_chars: int) -> Iterator[Article]:
    """Yield the article a page holds."""
    data = read_bounded(stream, max_chars)
    declared = _CHARSET.search(data[:_HEAD])
    page = decode(data, declared=declared[1].decode("ascii") if declared else None)
    if page.count("<") > _MOST_TAGS:
        msg = f"The page has more than {_MOST_TAGS:,} tags: save the article alone."
        raise Unreadable(msg, too_large=True)
    document = _extract(page)
    if document is None or not (document.text or "").strip():
        msg = "The page holds no article text."
        raise Unreadable(msg)
    language = _LANGUAGE.search(page[:_HEAD])
    fields = {
        "text": document.text.replace("\n", "\n\n"),  # paragraphs
        "title": document.title,
        "date": document.date,
        "source": document.sitename,
        "url": document.url,
        "language": document.language or (language[1].lower() if language else None),
    }
    yield bounded_article(fields, stem, max_chars)


def _extract(page: str) -> Any:
    """Return the page's article, None without one."""
    try:
        from trafilatura import bare_extraction
    except ImportError:
        error = ExtraMissingError.for_extra("text", "trafilatura")
        raise error from None
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it says is said by us
    try:
        return bare_extraction(
            page,
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            date_extraction_params=_DATES,
        )
    except Exception as error:  # whatever a hostile page does to the extractor
        msg = f"It cannot be read as HTML ({type(error).__name__})."
        raise Unreadable(msg) from error
