"""Finished records kept in a file that grows: one article at a time, safe when killed."""

from mapper.store.database import is_store
from mapper.store.store import Duplicate, NearDuplicate, Store

__all__ = ["Duplicate", "NearDuplicate", "Store", "is_store"]
