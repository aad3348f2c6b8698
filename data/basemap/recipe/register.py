"""What the register of disputed territories says of a border and of a country's shape."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from mapper.disputes import DisputeRegister, Territory

LIVE: Final = frozenset({"active", "active_conflict", "frozen", "pending_icj", "treaty_pending"})
"""States in which a line in dispute is drawn as such."""
SOLE: Final = {"EH": "x-SADR"}
"""Codes of the source that stand for a party of the register."""
WITHIN: Final = "internal"
"""A dispute inside one state changes neither its border nor its shape."""


def live_rows(register: DisputeRegister) -> list[Territory]:
    """Return the territories that are shown as disputed without being asked for."""
    return [
        row
        for row in register.territories
        if row.status in LIVE and row.flag_default and row.dispute_type != WITHIN
    ]


def in_dispute(rows: list[Territory], sides: tuple[str | None, str | None], x: float, y: float) -> bool:
    """Tell whether a point of a border between two sides lies in a dispute between them.

    A side without a code, such as a buffer zone, is a party to any dispute.
    """
    codes = {SOLE.get(side, side) for side in sides if side}
    return any(codes <= _parties(row) and _holds(row, x, y) for row in rows)


def _parties(row: Territory) -> set[str]:
    return {*row.claimants, *row.administered_by, *row.contested_by}


def _holds(row: Territory, x: float, y: float) -> bool:
    west, south, east, north = row.bbox
    return west <= x <= east and south <= y <= north
