"""Links across articles: one event once, told by many reports."""

from mapper.links.across.merge import merge

__all__ = ["merge"]
