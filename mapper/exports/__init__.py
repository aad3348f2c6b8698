"""Results as files, one small module a format."""

from mapper.atomic import atomic_path
from mapper.exports.registry import FORMATS, format_of, write

__all__ = ["FORMATS", "atomic_path", "format_of", "write"]
