"""What places exist: a read-only index of names, points, areas and parents."""

from __future__ import annotations

from mapper.gazetteer.candidates import Candidate
from mapper.gazetteer.folding import fold
from mapper.gazetteer.gazetteer import Gazetteer
from mapper.gazetteer.kinds import ADMIN, KINDS, NAME_KINDS, POPULATED, SEAS

__all__ = ["ADMIN", "KINDS", "NAME_KINDS", "POPULATED", "SEAS", "Candidate", "Gazetteer", "fold"]
