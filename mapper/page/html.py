"""One file that opens anywhere with no network: every linked asset stands in it."""

from __future__ import annotations

import base64
import html
import os
import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from mapper.errors import ExportError

if TYPE_CHECKING:
    from folium import Map

POLICY: Final = (
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; "
    "img-src data:{}; base-uri 'none'; form-action 'none'"
)
SCRIPT_LINK: Final = re.compile(r'<script src="([^"]*)"></script>')
STYLE_LINK: Final = re.compile(r'<link rel="stylesheet" href="([^"]*)"\s*/>')
VIEWPORT: Final = re.compile(r'<meta name="viewport" content="[^"]*"\s*/>')
DATA: Final = re.compile(r"data:text/(?:javascript|css);base64,(.*)", re.DOTALL)
NO_SCRIPT: Final = (
    "<noscript><p>This map needs scripts to be allowed for this page. "
    "Nothing is loaded from the network.</p></noscript>"
)


def page_html(event_map: Map) -> str:
    """Return a map of :func:`mapper.page.build_map` as one HTML text with every asset in it.

    Raises
    ------
    ExportError
        If something added to the map links a script or style from the network.
    """
    origins = "".join(f" {origin}" for origin in getattr(event_map, "image_origins", ()))
    language, title = getattr(event_map, "page_head", ("en", ""))
    text = event_map.get_root().render()
    head, body = text.split("</head>", 1)
    head = SCRIPT_LINK.sub(lambda link: f"<script>{_script(link[1])}</script>", head)
    head = STYLE_LINK.sub(lambda link: f"<style>{_linked(link[1])}</style>", head)
    head = VIEWPORT.sub('<meta name="viewport" content="width=device-width, initial-scale=1">', head)
    head = head.replace("<html>", f'<html lang="{html.escape(language)}">', 1)
    title = html.escape(title or "Event map")
    policy = html.escape(POLICY.format(origins), quote=False)
    top = (
        f'<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        f'<meta name="referrer" content="no-referrer">\n<title>{title}</title>'
    )
    head = head.replace("<head>", top, 1)
    return f"{head}</head>{body.replace('<body>', '<body>' + NO_SCRIPT, 1)}"


def _linked(address: str) -> str:
    match = DATA.match(address)
    if match is None:
        msg = f"The map links {address!r}, which the file cannot hold: take out the layer that needs it."
        raise ExportError(msg)
    return base64.b64decode(match[1]).decode()


def _script(address: str) -> str:
    return _linked(address).replace("</script", "<\\/script")


def write_whole(path: Path, text: str) -> None:
    """Write a file at once or not at all: a reader never meets half of it.

    Raises
    ------
    ExportError
        If the folder does not exist or cannot be written to.
    """
    part: Path | None = None
    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", newline="\n", dir=path.parent, prefix=f".{path.name}.", delete=False
        ) as stream:
            part = Path(stream.name)
            stream.write(text)
        part.chmod(0o666 & ~_umask())
        part.replace(path)
    except OSError as error:
        if part is not None:
            part.unlink(missing_ok=True)
        msg = f"The map cannot be written to {path.name!r}: {error.strerror or error}."
        raise ExportError(msg) from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
