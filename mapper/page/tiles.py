"""Online tiles: pictures of the ground from elsewhere, loaded only while a reader has them switched on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from mapper.errors import InputError

PLACES: Final = ("{z}", "{x}", "{y}")
"""What the script fills in: zoom, column and row, as in the usual scheme of web tiles."""
LONGEST: Final = 500
ALLOWED: Final = re.compile(r"[A-Za-z0-9._~:/?\[\]@!$&()*+,;=%{}-]+")
HOST: Final = re.compile(r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.?)+(?::\d{1,5})?")
KNOWN_CREDITS: Final = {"openstreetmap.org": "© OpenStreetMap contributors"}
"""Credit that makers of tiles ask for, by the end of their host's name (general knowledge)."""
EXAMPLE: Final = "https://tile.example.org/{z}/{x}/{y}.png"


@dataclass(frozen=True)
class Tiles:
    """Where tiles come from, and whose they are."""

    url: str
    origin: str
    host: str
    credit: str

    def settings(self) -> dict[str, str]:
        """Return what the page's script takes."""
        return {"url": self.url, "host": self.host, "credit": self.credit}


def tiles_from(url: str, credit: str | None = None) -> Tiles:
    """Return the tiles at an address.

    Parameters
    ----------
    url
        Address of a tile with ``{z}``, ``{x}`` and ``{y}`` in it, http or https.
    credit
        Whose the tiles are, shown with them; by default what the host is known to ask for, else its name.

    Raises
    ------
    InputError
        If the address is none of a tile.
    """
    fault = _fault(url)
    if fault:
        msg = f"The address of tiles {url[:LONGEST]!r} {fault}: give one like {EXAMPLE!r}."
        raise InputError(msg)
    parts = urlsplit(url)
    host = parts.netloc
    known = (text for end, text in KNOWN_CREDITS.items() if f".{parts.hostname}".endswith(f".{end}"))
    return Tiles(url, f"{parts.scheme}://{host}", host, (credit or "").strip() or next(known, host))


def _fault(url: str) -> str:
    """Return what is wrong with an address, in words; nothing for a good one."""
    if len(url) > LONGEST:
        return f"is longer than {LONGEST} characters"
    if not ALLOWED.fullmatch(url):
        return "holds characters that no address has"
    try:
        parts = urlsplit(url)
    except ValueError:
        return "cannot be read"
    rest = f"{parts.path}?{parts.query}"
    faults = (
        (parts.scheme not in {"http", "https"}, "does not begin with https:// or http://"),
        (not HOST.fullmatch(parts.netloc), "names no plain host"),
        (any(rest.count(place) != 1 for place in PLACES), f"must hold each of {', '.join(PLACES)} once"),
        (len(re.findall(r"[{}]", rest)) != 2 * len(PLACES), "holds braces other than {z}, {x} and {y}"),
    )
    return next((words for wrong, words in faults if wrong), "")
