"""One article from a text or from named fields, checked."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import Any, Final
from urllib.parse import urlsplit

import msgspec

from mapper.articles.problem import Unreadable
from mapper.model import Article

_HEADER_DATE: Final = re.compile(r"\s*(?:date|published)[:\s]\s*(\d{4}-\d\d-\d\d)\b", re.IGNORECASE)
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


class _Fields(msgspec.Struct):
    """What an article's row may hold; other fields are left alone."""

    text: str
    id: str | int | None = None
    title: str | None = None
    source: str | None = None
    domain: str | None = None
    url: str | None = None
    date: str | None = None
    published: str | None = None
    language: str | None = None


def as_article(text: str, *, id: str | None = None) -> Article:  # noqa: A002 - the record's own word
    """Return a bare text as an article.

    Parameters
    ----------
    text
        The article's text; a header such as "date 2026-01-20" gives the day it was published.
    id
        Its name in results; by default ``text-`` and the beginning of its hash.

    Raises
    ------
    ArticleError
        If the text is empty.
    """
    try:
        return from_fields({"text": text}, default_id=id)
    except Unreadable as problem:
        raise problem.error(id or "text") from None


def article_from_fields(fields: Mapping[str, Any]) -> Article:
    """Return an article from a row with ``text`` and perhaps id, title, date, source, url, domain.

    Raises
    ------
    ArticleError
        If a field is missing or of the wrong type.
    """
    try:
        return from_fields(fields)
    except Unreadable as problem:
        raise problem.error(str(fields.get("id", "text"))) from None


def from_fields(fields: Mapping[str, Any], *, default_id: str | None = None) -> Article:
    """Return an article from named fields, as one line of a JSONL file holds them."""
    known = {key: _plain(fields[key]) for key in _Fields.__struct_fields__ if key in fields}
    try:
        row = msgspec.convert(known, _Fields)
    except msgspec.ValidationError as error:
        msg = f"The article does not fit: {error}."
        raise Unreadable(msg) from None
    text = _SURROGATE.sub("\ufffd", row.text)  # one code point for one: offsets hold
    if not text.strip():
        msg = "The article has no text."
        raise Unreadable(msg)
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    url = _web_address(row.url)
    given = str(row.id) if row.id is not None else ""
    return Article(
        id=_clean(given) or default_id or f"text-{sha256[:8]}",
        title=_clean(row.title) or None,
        source=_clean(row.source) or None,
        domain=_clean(row.domain) or (_host(url) if url else None),
        url=url,
        published=_day(row.published or row.date) or _header_day(text),
        language=_clean(row.language)[:16] or None,
        text_sha256=sha256,
        text=text,
    )


def _plain(value: Any) -> Any:
    """Return a cell of a data frame as JSON would hold it."""
    if isinstance(value, date | datetime):
        return value.isoformat()
    return value.item() if hasattr(value, "item") else value


def _clean(value: str | None) -> str:
    """Return a line of text without control characters or lone surrogates."""
    spaced = _SURROGATE.sub("\ufffd", value or "").replace("\t", " ").replace("\n", " ")
    return "".join(char for char in spaced if char.isprintable() or char.isspace()).strip()


def _day(value: str | None) -> date | None:
    """Return the day of an ISO or e-mail date."""
    if value is None or not value.strip():
        return None
    try:
        return date.fromisoformat(value.strip()[:10])
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(value).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        msg = f"The date {value[:40]!r} cannot be read: write it as YYYY-MM-DD."
        raise Unreadable(msg) from None


def _header_day(text: str) -> date | None:
    """Return the day in a header line such as "date 2026-01-20"."""
    header = _HEADER_DATE.match(text)
    try:
        return date.fromisoformat(header[1]) if header else None
    except ValueError:
        return None


def _web_address(value: str | None) -> str | None:
    """Return a web address, None for anything else: scripts, local files, mail."""
    url = _clean(value)
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.hostname else None


def _host(url: str) -> str | None:
    host = urlsplit(url).hostname
    return host.removeprefix("www.") if host else None
