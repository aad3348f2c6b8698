"""Text as a constant that survives an HTML parser, JavaScript and two passes of a template engine."""

from __future__ import annotations

import base64
import gzip
import re
from typing import Final

from msgspec import json

GZIP_ABOVE: Final = 1_000_000
"""Bytes of JSON above which the data is carried compressed."""
UNSAFE: Final = re.compile(r"[<\u2028\u2029]|\{(?=[{%#])")
"""``<`` could end the script, U+2028 and U+2029 a line, and these braces would open a template tag.

A brace of JSON itself is followed by a quote or a closing brace, so only braces inside strings match.
"""


def json_constant(value: object) -> str:
    """Return a value as JSON that is also a JavaScript expression and no template."""
    return safe_json(json.encode(value).decode())


def safe_json(text: str) -> str:
    """Write the unsafe characters of a JSON text as escapes, which mean the same."""
    return UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def data_constant(value: object) -> str:
    """Return a value as a JavaScript expression: JSON, or a string of base64 gzip when it is large."""
    raw = json.encode(value)
    if len(raw) <= GZIP_ABOVE:
        return safe_json(raw.decode())
    return f'"{base64.b64encode(gzip.compress(raw, 6, mtime=0)).decode()}"'


def data_uri(kind: str, text: str) -> str:
    """Return an asset as a ``data:`` address: folium links assets, and this one needs no network."""
    return f"data:{kind};base64,{base64.b64encode(text.encode()).decode()}"
