"""A store as lines of text, without the numbers that depend on the order things came in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

from mapper.model import to_json
from mapper.store.codec import unpack_record
from mapper.store.database import Database

_QUERIES: Final = {
    "fact": "SELECT name, value FROM fact ORDER BY name",
    "failure": "SELECT input, line, message FROM failure ORDER BY input, line, message",
    "duplicate": "SELECT hash, precedence, given FROM duplicate ORDER BY hash, precedence",
    "article": "SELECT id, given, hash, precedence, hex(signature), record FROM article ORDER BY id",
    "near": (
        "SELECT min(a.id, b.id), max(a.id, b.id), similarity FROM near "
        "JOIN article a ON a.n = first JOIN article b ON b.n = second ORDER BY 1, 2"
    ),
    "report": (
        "SELECT id, event, cluster, hex(data) FROM report "
        "JOIN article ON article.n = article ORDER BY id, event"
    ),
    "block": (
        "SELECT key, id, event FROM block JOIN report ON report.n = report "
        "JOIN article ON article.n = article ORDER BY key, id, event"
    ),
    "pair": (
        "SELECT a.id, x.event, b.id, y.event, score, joined, hex(reasons) FROM pair "
        "JOIN report x ON x.n = first JOIN report y ON y.n = second "
        "JOIN article a ON a.n = x.article JOIN article b ON b.n = y.article ORDER BY 1, 2, 3, 4"
    ),
}


def dump_lines(database: Database) -> Iterator[str]:
    """Yield what a store holds, a line a row, in an order that does not depend on how it came there."""
    for table, sql in _QUERIES.items():
        for row in database.rows(sql):
            yield json.dumps([table, *map(_plain, row)], ensure_ascii=False)


def _plain(value: Any) -> Any:
    return to_json(unpack_record(value)).decode() if isinstance(value, bytes) else value
