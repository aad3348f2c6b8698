"""The page's script, style and texts, put together from their parts."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Final

from mapper.page.embed import safe_json

HERE: Final = Path(__file__).resolve().parent
IMPORT: Final = re.compile(r"^import\s+(?:\{[^}]*\}\s+from\s+)?'\./([\w-]+\.js)';\n", re.MULTILINE)
EXPORT: Final = re.compile(r"^export (?=(?:async )?(?:function|const|let|class)\b)", re.MULTILINE)
TOP_NAME: Final = re.compile(r"^(?:async )?(?:function\*?|const|let|class) ([\w$]+)", re.MULTILINE)
STYLES: Final = ("tokens", "frame", "story", "map", "timeline", "panel", "widths", "print")
LANGUAGES: Final = ("en", "ja", "ko")


def read(*parts: str) -> str:
    """Return the text of a file of this room."""
    return HERE.joinpath(*parts).read_text(encoding="utf-8")


def bundle(entry: str) -> str:
    """Return a module of js/ and all it imports as one script, what is imported first.

    The modules share one scope, so a name may be declared at the top of one module only.

    Raises
    ------
    ValueError
        If two modules declare the same name.
    """
    modules: dict[str, str] = {}
    _collect(entry, modules)
    owners: dict[str, str] = {}
    for module, source in modules.items():
        for name in TOP_NAME.findall(source):
            if name in owners:
                msg = f"js/{module} and js/{owners[name]} both declare {name!r} at their top."
                raise ValueError(msg)
            owners[name] = module
    return "\n".join(modules.values())


def _collect(module: str, modules: dict[str, str]) -> None:
    if module in modules:
        return
    source = read("js", module)
    modules[module] = ""
    for needed in IMPORT.findall(source):
        _collect(needed, modules)
    del modules[module]
    modules[module] = EXPORT.sub("", IMPORT.sub("", source))


@cache
def style() -> str:
    """Return the page's style, Leaflet's included; everything lies below ``.event-map``."""
    leaflet = re.sub(r"url\([^)]*\)", "none", read("vendor", "leaflet", "leaflet.css"))
    return "\n".join([leaflet, *(read("css", f"{part}.css") for part in STYLES)])


@cache
def texts() -> str:
    """Return the interface strings of every language as JSON."""
    return safe_json(
        json.dumps({code: json.loads(read("i18n", f"{code}.json")) for code in LANGUAGES}, ensure_ascii=False)
    )


@cache
def leaflet() -> str:
    """Return the vendored Leaflet without its source map."""
    return re.sub(r"\n//# sourceMappingURL=.*\s*$", "\n", read("vendor", "leaflet", "leaflet.js"))


@cache
def script() -> str:
    """Return the page's own script: it defines ``EventMap`` and needs Leaflet."""
    doors = "{mount,mountOn,component}"
    return (
        "var EventMap=(function(){'use strict';\n"
        f"const TEXTS={texts()};\n{bundle('main.js')}\nreturn {doors};}})();\n"
    )


def page_assets() -> tuple[str, str, str]:
    """Return HTML, CSS and JavaScript of the page as a component without network, files or globals.

    The JavaScript is a module whose default export takes ``{parentElement, data, setTriggerValue}``,
    mounts the page in `parentElement` and returns a function that removes it. ``data`` is what
    :func:`mapper.page.component_data` returns; choosing an event sets the trigger ``picked`` to
    ``{"n": number on the page, "event": id, "article": id}``. The page fills the height that the host
    gives ``.event-map-root``.
    """
    private = f"const leafletDoor={{}};(function(exports,module){{{leaflet()}}})(leafletDoor,{{}});"
    module = f"{private}\nconst L=leafletDoor.noConflict();\n{script()}\nexport default EventMap.component;\n"
    return '<div class="event-map-root"></div>', style(), module
