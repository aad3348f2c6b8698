"""XML by hand, safely: every text and every attribute is escaped, nothing refers outside the file."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from mapper.page.assets import read

ILLEGAL: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 forbids even when escaped."""
TOKEN: Final = re.compile(r"--([\w-]+):\s*([^;]+);")
HEX: Final = 7
"""Characters of a colour without its transparency."""
SERIF: Final = "Palatino, 'Palatino Linotype', Georgia, 'Noto Serif', 'Noto Serif CJK KR', serif"
SANS: Final = "'Segoe UI', 'Noto Sans', 'Helvetica Neue', Arial, 'Noto Sans CJK KR', sans-serif"
WIDE_LETTER: Final = 1.02
LETTER: Final = 0.56
CAPITAL: Final = 0.7
"""Widths of letters in parts of the size of the type; general knowledge of sans-serif faces."""

Attribute = str | float | None


def clean(text: str) -> str:
    """Return a text on one line without characters that XML forbids."""
    return " ".join(ILLEGAL.sub("\ufffd", text).split())


def element(tag: str, content: str = "", **attributes: Attribute) -> str:
    """Return an element; `content` is markup already. In names of attributes ``_`` stands for ``-``."""
    parts = [
        f" {name.rstrip('_').replace('_', '-')}={quoteattr(_value(value))}"
        for name, value in attributes.items()
        if value is not None
    ]
    head = f"<{tag}{''.join(parts)}"
    return f"{head}>{content}</{tag}>" if content else f"{head}/>"


def text(x: float, y: float, words: str, **attributes: Attribute) -> str:
    """Return a line of text."""
    return element("text", escape(clean(words)), x=x, y=y, **attributes)


def halo_text(x: float, y: float, words: str, **attributes: Attribute) -> str:
    """Return a line of text with light behind it, to be read on the map."""
    halo: dict[str, Attribute] = {
        "stroke": colour("halo"),
        "stroke_opacity": 0.9,
        "stroke_width": 3,
        "stroke_linejoin": "round",
    }
    return text(x, y, words, **halo, paint_order="stroke", **attributes)


def _value(value: str | float) -> str:
    return clean(value) if isinstance(value, str) else number(value)


def number(value: float) -> str:
    """Return a number with two decimals at most."""
    return f"{round(value, 2) + 0.0:.2f}".rstrip("0").rstrip(".")


@cache
def tokens() -> dict[str, str]:
    """Return the values of the design by name, those of the light theme."""
    found: dict[str, str] = {}
    for name, value in TOKEN.findall(read("css", "tokens.css")):
        found.setdefault(name, value.strip())
    return found


def colour(name: str) -> str:
    """Return a colour of the design, opaque."""
    return tokens()[name][:HEX]


def width_of(words: str, size: float) -> float:
    """Return about how wide a text is."""
    return size * sum(_letter(letter) for letter in clean(words))


def _letter(letter: str) -> float:
    if unicodedata.east_asian_width(letter) in "WF":
        return WIDE_LETTER
    return CAPITAL if letter.isupper() else LETTER


def wrapped(words: str, size: float, room: float) -> list[str]:
    """Return a text in lines that fit; a word that is too long is broken."""
    lines = [""]
    for word in clean(words).split(" "):
        wanted = f"{lines[-1]} {word}".strip()
        if width_of(wanted, size) <= room:
            lines[-1] = wanted
            continue
        lines += [""] if lines[-1] else []
        for letter in word:
            if lines[-1] and width_of(lines[-1] + letter, size) > room:
                lines.append("")
            lines[-1] += letter
    return lines
