"""The page as a layer of a folium map."""

from __future__ import annotations

import hashlib
from typing import Any, Final

from branca.element import MacroElement
from folium import Map
from folium.elements import JSCSSMixin
from folium.template import Template

from mapper.page import assets
from mapper.page.embed import data_constant, data_uri, json_constant
from mapper.page.tiles import Tiles

MAP_OPTIONS: Final[dict[str, Any]] = {
    "zoom_snap": 0.25,
    "zoom_delta": 0.5,
    "wheel_px_per_zoom_level": 140,
    "zoom_animation": False,
    "fade_animation": False,
    "world_copy_jump": False,
}


class EventLayer(JSCSSMixin, MacroElement):
    """The whole page around a folium map, from one JSON constant.

    Script and style are linked as ``data:`` addresses, so that nothing is loaded from the network in a
    notebook or in st_folium either.
    """

    _template = Template(
        "{% macro script(this, kwargs) %}"
        "EventMap.mountOn({{ this._parent.get_name() }}, {{ this.data }}, {{ this.settings }});"
        "{% endmacro %}"
    )

    def __init__(self, data: dict[str, Any], settings: dict[str, Any]) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "EventLayer"
        self.data = data_constant(data)
        self.settings = json_constant(settings)
        self.default_js = [("event_map", data_uri("text/javascript", assets.script()))]
        self.default_css = [("event_map_css", data_uri("text/css", assets.style()))]


class EventFoliumMap(Map):
    """A folium map that loads Leaflet from inside itself and nothing else.

    Its id comes from its data, where folium would draw one by lot: the same result gives the same file.
    """

    def __init__(self, data: dict[str, Any], language: str, tiles: Tiles | None = None) -> None:
        super().__init__(
            tiles=None,
            location=(20, 0),
            zoom_start=2,
            zoom_control=False,
            attribution_control=False,
            **MAP_OPTIONS,
        )
        settings: dict[str, Any] = {"language": language}
        if tiles is not None:
            settings["tiles"] = tiles.settings()
        layer = EventLayer(data, settings)
        self._id = hashlib.sha256(layer.data.encode()).hexdigest()[:32]
        self.default_js = [("leaflet", data_uri("text/javascript", assets.leaflet()))]
        self.default_css = []
        self.page_head = (language, data["page"].title)
        self.image_origins = (tiles.origin,) if tiles else ()
        self.add_child(layer, name="events")
