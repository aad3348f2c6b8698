"""The map page: one self-contained file, a folium map, and a component of the dashboard."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from mapper.errors import ExtraMissingError
from mapper.model import EventMap
from mapper.page.assets import page_assets
from mapper.page.payload import build_page
from mapper.page.tiles import tiles_from

if TYPE_CHECKING:
    from folium import Map

__all__ = ["build_map", "build_page", "component_data", "page_assets", "page_data", "write_html", "write_svg"]


def page_data(
    result: EventMap,
    *,
    worldview: str = "neutral",
    full_text: bool = False,
    title: str | None = None,
    outlines: Path | None = None,
) -> dict[str, Any]:
    """Return what the page's script takes: the ``page`` and the ``base`` it is drawn on.

    Options and errors are those of :func:`build_map`.
    """
    from mapper.disputes import DisputeRegister
    from mapper.disputes import worldview as find_view
    from mapper.page.basemap import base_of

    register = DisputeRegister.load(outlines=outlines)
    view = find_view(worldview, register).code
    page = build_page(result, register, worldview=view, full_text=full_text, title=title)
    return {"page": page, "base": base_of(page, register, _gazetteer())}


def component_data(
    result: EventMap, *, language: str = "en", theme: str | None = None, **options: Any
) -> dict[str, Any]:
    """Return the data of the component of :func:`page_assets`, as plain dicts and lists."""
    import msgspec

    data: dict[str, Any] = msgspec.to_builtins(page_data(result, **options))
    return {**data, "language": language, "theme": theme}


def build_map(
    result: EventMap,
    *,
    worldview: str = "neutral",
    full_text: bool = False,
    title: str | None = None,
    language: str = "en",
    tiles: str | None = None,
    tiles_credit: str | None = None,
    outlines: Path | None = None,
) -> Map:
    """Return a result as a real folium map with its data inside.

    It shows in a notebook and in st_folium and takes ``add_child``; nothing is loaded from the network
    unless a reader switches on the `tiles` it was made with.

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
    tiles
        Address of online tiles with ``{z}``, ``{x}`` and ``{y}`` in it. The page gets a switch for them,
        which is off: nothing is loaded before a reader uses it, and from that host only.
    tiles_credit
        Whose the tiles are, shown with them; by default what the host is known to ask for, else its name.
    outlines
        A file of disputed territories' outlines and points of view, as an import of Natural Earth or of
        OpenStreetMap's claims brings one.

    Raises
    ------
    InputError
        If no point of view goes by `worldview`, or `tiles` is no address of tiles.
    ExtraMissingError
        If folium is not installed.
    """
    try:
        from mapper.page.folium_map import EventFoliumMap
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in {"folium", "branca"}:
            raise
        missing = ExtraMissingError.for_extra("map", "folium")
        raise missing from error
    found = tiles_from(tiles, tiles_credit) if tiles else None
    data = page_data(result, worldview=worldview, full_text=full_text, title=title, outlines=outlines)
    return EventFoliumMap(data, language, found)


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


def write_svg(
    result: EventMap,
    path: str | Path,
    *,
    worldview: str = "neutral",
    title: str | None = None,
    outlines: Path | None = None,
) -> Path:
    """Write a result as one SVG picture: the map, every event, whose view it shows, and the credits.

    The file is written at once or not at all; the same result gives the same file.

    Parameters
    ----------
    result
        What was found.
    path
        File to write.
    worldview
        Whose names disputed places have, as in :func:`build_map`.
    title
        Heading of the picture; by default the article's title.
    outlines
        As in :func:`build_map`.

    Returns
    -------
    Path
        The file that was written.

    Raises
    ------
    InputError
        If no point of view goes by `worldview`.
    ExportError
        If the file cannot be written.
    """
    from mapper.atomic import atomic_path
    from mapper.disputes import DisputeRegister
    from mapper.disputes import worldview as find_view
    from mapper.page.svg import svg_text

    view = find_view(worldview, DisputeRegister.load(outlines=outlines))
    data = page_data(result, worldview=view.code, title=title, outlines=outlines)
    picture = svg_text(data["page"], data["base"], view.disclaimer)
    target = Path(path)
    with atomic_path(target) as unfinished:
        unfinished.write_text(picture, encoding="utf-8", newline="\n")
    return target


def _gazetteer() -> Any:
    """Return the packaged gazetteer, or None where there is none: then no towns are named."""
    from mapper.errors import GazetteerError

    try:
        from mapper.gazetteer import Gazetteer

        return Gazetteer.open()
    except (ImportError, GazetteerError):
        return None
