"""What the register of disputed territories says of a border and of a country's shape."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from shapely import box, contains_xy, prepare

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from mapper.disputes import DisputeRegister, Territory

LIVE: Final = frozenset({"active", "active_conflict", "frozen", "pending_icj", "treaty_pending"})
"""States in which a line in dispute is drawn as such."""
SOLE: Final = {"EH": "x-SADR"}
"""Codes of the source that stand for a party of the register."""
BESIDE: Final = 0.25
"""Degrees beside an outline in which the coarse border of another source may run."""
WITHIN: Final = "internal"
"""A dispute inside one state changes neither its border nor its shape."""


def live_rows(register: DisputeRegister) -> list[Territory]:
    """Return the territories that are shown as disputed without being asked for."""
    return [
        row
        for row in register.territories
        if row.status in LIVE and row.flag_default and row.dispute_type != WITHIN
    ]


class LiveDisputes:
    """The live disputes, asked for the border between two sides."""

    def __init__(self, register: DisputeRegister) -> None:
        self.rows = live_rows(register)
        self._on_land = [row for row in self.rows if row.on_land or row.kind == "line"]
        self._zones = {row.id: _zone(row, register) for row in self.rows}

    def between(self, sides: tuple[str | None, str | None], x: float, y: float) -> bool:
        """Tell whether a point of a border between two sides lies in a dispute between them.

        A side without a code, such as a buffer zone, is a party to any dispute.
        """
        codes = {SOLE.get(side, side) for side in sides if side}
        return any(codes <= _parties(row) and contains_xy(self._zones[row.id], x, y) for row in self._on_land)


def _zone(row: Territory, register: DisputeRegister) -> BaseGeometry:
    """Return where a border may be in dispute: around the outline, else in the box of the row."""
    outline = register.outline(row.id) if row.on_land else None
    zone = box(*row.bbox) if outline is None else outline.buffer(BESIDE)
    prepare(zone)
    return zone


def _parties(row: Territory) -> set[str]:
    return {*row.claimants, *row.administered_by, *row.contested_by}
