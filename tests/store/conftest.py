"""Finished records of a made-up stream of news, with all that is hard to keep apart among them."""

from datetime import date

import pytest
from msgspec.structs import replace

from mapper.model import Span
from tests.store.generated import article_maps


@pytest.fixture(scope="session")
def maps():
    """Return 40 records of a few days, whose events are told several times."""
    return tuple(article_maps(40, days=4))


@pytest.fixture(scope="session")
def hard(maps):
    """Return records with duplicates of one text, several texts of one name, and nearly equal texts."""
    first, second, third, *rest = maps[:15]
    return (
        first, second, third, *rest,
        renamed(first, "zz-later", day=date(2030, 1, 1)),  # the same text, published later
        renamed(second, "aa-earlier", day=date(1990, 1, 1)),  # and earlier
        renamed(third, "zz-same-day"),
        renamed(rest[0], rest[1].article.id, text="another"),  # another text of the same name
        renamed(rest[2], rest[1].article.id, text="a third", day=date(1990, 1, 1)),
        renamed(rest[1], rest[3].article.id, day=date(1980, 1, 1)),  # a name taken over by a known text
        nearly(rest[4], "near"),
    )  # fmt: skip


def renamed(record, name, *, text=None, day=None):
    """Return a record under another name, of another text if that is given."""
    head = record.article
    sha = head.text_sha256 if text is None else f"{hash_like(text)}"
    return replace(record, article=replace(head, id=name, text_sha256=sha, published=day or head.published))


def nearly(record, name):
    """Return a record of nearly the same text."""
    changed = (*record.quotes[:-1], Span(*_ends(record.quotes[-1]), record.quotes[-1].text + " Updated."))
    return replace(renamed(record, name, text=name), quotes=changed)


def _ends(span):
    return span.start, span.end


def hash_like(text):
    """Return the hash of a text."""
    import hashlib

    return hashlib.sha256(text.encode()).hexdigest()
