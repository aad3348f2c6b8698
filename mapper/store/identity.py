"""Which article is which: by its text; of several with one text the first, of several with one name all."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import UNSET, Struct
from msgspec.structs import replace

from mapper.links.across.merge import with_clusters
from mapper.model import Article, ArticleMap, to_json
from mapper.pipeline import hash_of_text
from mapper.store.codec import pack_record
from mapper.store.likeness import signature_of

_HASH_DIGITS: Final = 8
_UNDATED: Final = "9999-99-99"
_SHA256: Final = re.compile("[0-9a-f]{64}")


class Known(Struct, frozen=True):
    """What an article is known by.

    `key` is the hash of its text and `given` the name it came with. Of articles with one text the one
    whose `precedence` comes first is kept.
    """

    key: str
    precedence: str
    given: str


class Entry(Known, frozen=True):
    """An article as it is kept; `n` is its number in the store, `name` what it is called there."""

    record: ArticleMap
    signature: bytes | None
    n: int = 0
    name: str | None = None


def key_of(each: Article | ArticleMap) -> Known | None:
    """Return what an article is known by, None for one without a text."""
    head = each.article if isinstance(each, ArticleMap) else each
    key = _text_key(head) or (hash_of_text(to_json(each).decode()) if isinstance(each, ArticleMap) else None)
    return None if key is None else Known(key, _precedence(head), head.id)


def entry_of(record: ArticleMap, *, full_text: bool) -> Entry:
    """Return a record as it is to be kept: without clusters, with its text only if that is asked for.

    Raises
    ------
    RecordError
        If the record holds characters that cannot be written.
    """
    pack_record(record)
    known = key_of(record)
    assert known is not None, "a record is known by its content at least"
    text = record.article.text
    signature = signature_of(text if isinstance(text, str) else " ".join(q.text for q in record.quotes))
    if not full_text:
        record = replace(record, article=replace(record.article, text=UNSET))
    return Entry(known.key, known.precedence, known.given, with_clusters(record, {}), signature)


def names_for(given: str, keys: Sequence[str]) -> Iterator[list[str]]:
    """Yield for each of several texts of one name, in their order, the names it may bear, best first.

    The first text bears the name as it is, the others with the beginning of their hash.
    """
    for place, key in enumerate(keys):
        longer = [f"{given}-{key[:digits]}" for digits in range(_HASH_DIGITS, len(key) + 1, _HASH_DIGITS)]
        yield longer if place else [given, *longer]


def _text_key(article: Article) -> str | None:
    """Return the hash of an article's text; what another program gave as one is hashed if it is none."""
    given = article.text_sha256
    if given is not None:
        return given if _SHA256.fullmatch(given) else hash_of_text(given)
    return hash_of_text(article.text) if isinstance(article.text, str) else None


def _precedence(article: Article) -> str:
    """Return what articles of one text are ordered by: day of publication, then name, title, source."""
    day = article.published.isoformat() if article.published else _UNDATED
    return json.dumps([day, article.id, article.title or "", article.source or "", article.url or ""])
