"""Names of countries and of the parties of disputes."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING

from mapper.resources import data_path

if TYPE_CHECKING:
    from collections.abc import Mapping


class Names:
    """Short names by code, per language of the page."""

    def __init__(self, by_code: Mapping[str, Mapping[str, str]]) -> None:
        self._by_code = by_code

    @classmethod
    @cache
    def load(cls) -> Names:
        """Return the packaged names."""
        return cls(json.loads(data_path("data", "basemap", "names.json").read_text(encoding="utf-8")))

    def english(self, code: str) -> str:
        """Return the short English name, or the code itself where none is known."""
        return self._by_code.get(code, {}).get("en", code)

    def party(self, code: str) -> str:
        """Return the code under which a party is known: the register writes some without their prefix."""
        return f"x-{code}" if code not in self._by_code and f"x-{code}" in self._by_code else code

    def all(self, code: str) -> tuple[tuple[str, str], ...]:
        """Return every known (language, name) of a code."""
        return tuple(sorted(self._by_code.get(code, {"en": code}).items()))
