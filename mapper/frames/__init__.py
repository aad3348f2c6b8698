"""Results as tables and data frames."""

from mapper.frames.cell_types import Row
from mapper.frames.frame import to_geodataframe
from mapper.frames.tables import TABLES, Table

__all__ = ["TABLES", "Row", "Table", "to_geodataframe"]
