"""Tables for spreadsheets."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path
from typing import Final

from mapper.frames import TABLES
from mapper.frames.cell_types import Cell
from mapper.model import EventMap

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""Openings that spreadsheets take for a formula (OWASP, CSV injection; general knowledge)."""


def write(result: EventMap, path: Path, *, table: str) -> None:
    """Write one table, a row a line, its header first."""
    definition = TABLES[table]
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(definition.columns)
        for row, _ in definition.rows(result):
            writer.writerow([safe_cell(row[name]) for name in definition.columns])


def safe_cell(value: Cell) -> str:
    """Return a cell as text that no spreadsheet runs: an apostrophe goes before a formula."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if not isinstance(value, str):
        return repr(value)
    text = value.replace("\0", "")
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text
