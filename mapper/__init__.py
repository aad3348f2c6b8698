"""Articles go in, a linked-event map comes out, and everything on it can say why it is there."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from mapper.articles import read_articles
    from mapper.errors import MapperError
    from mapper.frames import to_geodataframe
    from mapper.geocoder import ChainGeocoder, GazetteerGeocoder
    from mapper.model import Article, ArticleMap, EventMap
    from mapper.page import build_map, write_html
    from mapper.pipeline import EventMapper

    __version__: str

_HOMES: Final = {
    "Article": "mapper.model",
    "ArticleMap": "mapper.model",
    "ChainGeocoder": "mapper.geocoder",
    "EventMap": "mapper.model",
    "EventMapper": "mapper.pipeline",
    "GazetteerGeocoder": "mapper.geocoder",
    "MapperError": "mapper.errors",
    "build_map": "mapper.page",
    "read_articles": "mapper.articles",
    "to_geodataframe": "mapper.frames",
    "write_html": "mapper.page",
}

__all__ = [
    "Article",
    "ArticleMap",
    "ChainGeocoder",
    "EventMap",
    "EventMapper",
    "GazetteerGeocoder",
    "MapperError",
    "build_map",
    "read_articles",
    "to_geodataframe",
    "write_html",
]


def __getattr__(name: str) -> Any:
    """Import a public name on first use, so that the geocoder loads no model, map or frame library."""
    if name == "__version__":
        return _version()
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    msg = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(msg)


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("event-mapper")
    except PackageNotFoundError:
        return "0+unknown"


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
