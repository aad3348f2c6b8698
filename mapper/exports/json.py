"""The whole result as one canonical record: articles, clusters, links across articles."""

from __future__ import annotations

from pathlib import Path

from mapper.model import EventMap, to_json


def write(result: EventMap, path: Path) -> None:
    """Write one object on one line."""
    path.write_bytes(to_json(result) + b"\n")
