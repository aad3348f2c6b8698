"""The map page: one self-contained file, a folium map, and a component of the dashboard."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from mapper.errors import ExtraMissingError
from mapper.model import EventMap
from mapper.page.assets import page_assets
from mapper.page.payload import build_page

if TYPE_CHECKING:
    from folium import Map

__all__ = ["build_map", "build_page", "page_assets", "page_data", "write_html"]


def page_data(result: EventMap, **options: Any) -> dict[str, Any]:
    """Return what the component of :func:`page_assets` takes as its data; options as in :func:`build_map`."""
    import msgspec

    page: dict[str, Any] = msgspec.to_builtins(build_page(result, register=_register(), **options))
    return {"page": page}


def build_map(
    result: EventMap,
    *,
    worldview: str = "neutral",
    full_text: bool = False,
    title: str | None = None,
    language: str = "en",
) -> Map:
    """Return a result as a real folium map with its data inside.

    It shows in a notebook and in st_folium and takes ``add_child``; nothing is loaded from the network.

    Parameters
    ----------
    result
        What was found.
    worldview
        Whose names and lines disputed places have at first: ``neutral``, ``de-facto`` or an ISO 3166-1
        alpha-2 code. The reader can change it; claimants and sources stay whatever is chosen.
    full_text
        Whether whole articles go into the map; else only the sentences that are evidence.
    title
        Heading of the page; by default the article's title.
    language
        Language of the interface: ``en``, ``ko`` or ``ja``.

    Raises
    ------
    ExtraMissingError
        If folium is not installed.
    """
    try:
        from mapper.page.folium_map import EventFoliumMap
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in {"folium", "branca"}:
            raise
        raise ExtraMissingError.for_extra("map", "folium") from error
    page = build_page(result, worldview=worldview, full_text=full_text, title=title, register=_register())
    return EventFoliumMap(page, {"language": language})


def write_html(result: EventMap | Map, path: str | Path, **options: Any) -> Path:
    """Write a result, or the map made of it, as one file that opens with no network.

    The file is written at once or not at all.

    Parameters
    ----------
    result
        What was found, or what :func:`build_map` returned, with anything added to it.
    path
        File to write.
    **options
        As in :func:`build_map`, for a result.

    Returns
    -------
    Path
        The file that was written.

    Raises
    ------
    ExportError
        If the file cannot be written, or something added to the map needs the network.
    """
    from mapper.page.html import page_html, write_whole

    event_map = build_map(result, **options) if isinstance(result, EventMap) else result
    target = Path(path)
    write_whole(target, page_html(event_map))
    return target


def _register() -> Any:
    """Return the register of disputed territories."""
    try:
        from mapper.disputes import DisputeRegister
    except ImportError:
        return None
    return DisputeRegister.load()
