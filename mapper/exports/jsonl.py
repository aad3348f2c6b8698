"""The canonical records, one article a line; they can be read back in."""

from __future__ import annotations

from pathlib import Path

from mapper.model import EventMap, to_json


def write(result: EventMap, path: Path) -> None:
    """Write a line an article."""
    with path.open("wb") as stream:
        for article in result.articles:
            stream.write(to_json(article) + b"\n")
