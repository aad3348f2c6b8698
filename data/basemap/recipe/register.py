"""What the register of disputed territories says of a border and of a country's shape."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from pathlib import Path

LIVE: Final = frozenset({"active", "active_conflict", "frozen", "pending_icj", "treaty_pending"})
"""States in which a line in dispute is drawn as such."""
SOLE: Final = {"EH": "x-SADR"}
"""Codes of the source that stand for a party of the register."""


@dataclass(frozen=True)
class Row:
    """A live dispute over land: its box (west, south, east, north) and its parties."""

    territory: str
    box: tuple[float, float, float, float]
    parties: frozenset[str]
    claimants: tuple[str, ...]

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point lies in the box."""
        west, south, east, north = self.box
        return west <= x <= east and south <= y <= north


def read_rows(path: Path) -> list[Row]:
    """Return the rows that are live and shown without being asked for."""
    with path.open(encoding="utf-8") as stream:
        records = [json.loads(line) for line in stream if line.strip()]
    return [_row(record) for record in records if record["status"] in LIVE and record["flag_default"]]


def _row(record: dict[str, Any]) -> Row:
    parties = {*record["claimants"], *record["administered_by"], *record["contested_by"]}
    return Row(record["id"], tuple(record["bbox"]), frozenset(parties), tuple(record["claimants"]))


def in_dispute(rows: list[Row], sides: tuple[str | None, str | None], x: float, y: float) -> bool:
    """Tell whether a point of a border between two sides lies in a dispute between them.

    A side without a code, such as a buffer zone, is a party to any dispute.
    """
    codes = {SOLE.get(side, side) for side in sides if side}
    return any(codes <= row.parties and row.holds(x, y) for row in rows)
