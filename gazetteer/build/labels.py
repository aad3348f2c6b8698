"""What larger places are called by language, where the script of a name leaves no doubt."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mapper.gazetteer.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gazetteer.build.draft import Draft
    from mapper.gazetteer.writer import Entry

_LEAST: Final = 4.7
"""Prominence of a town of 50,000 people."""
_SCRIPTS: Final = {
    "ko": re.compile(r"[\uac00-\ud7a3 ]+"),
    "th": re.compile(r"[\u0e00-\u0e7f ]+"),
    "he": re.compile(r"[\u05d0-\u05ea \"'-]+"),
    "el": re.compile(r"[\u0370-\u03ff\u1f00-\u1fff -]+"),
    "ja": re.compile(r"[\u4e00-\u9fff]*[\u3041-\u30ff][\u3041-\u30ff\u4e00-\u9fff・ー]*"),
}
"""Scripts of one language each: Japanese where a name has Kana."""
_AT_HOME: Final = {
    "ja": (re.compile(r"[\u4e00-\u9fff]+"), frozenset({"JP"})),
    "zh": (re.compile(r"[\u4e00-\u9fff]+"), frozenset({"CN", "SG"})),
    "zh-Hant": (re.compile(r"[\u4e00-\u9fff]+"), frozenset({"HK", "MO"})),
    "ru": (re.compile(r"[а-яёА-ЯЁ -]+"), frozenset({"RU"})),
    "ar": (
        re.compile(r"[\u0621-\u064a ]+"),
        frozenset("AE BH DZ EG IQ JO KW LB LY MA OM QA SA SD SY TN YE".split()),
    ),
}
"""Scripts of several languages, with the countries whose own places are written so in one of them."""


def add_labels(draft: Draft) -> None:
    """Name larger places in the languages their other names tell of; disputed ones in none."""
    for entry in draft:
        if entry.disputed or entry.ident.startswith("dt:"):
            entry.labels = {}
        elif entry.prominence >= _LEAST:
            units = (unit for unit in draft.chain(entry.parent) if fold(unit.name) == fold(entry.name))
            shared = next((unit.labels for unit in units if unit.labels), {})
            entry.labels = {**dict(_by_script(entry, shared)), **entry.labels}


def _by_script(entry: Entry, shared: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the only name in a script, or of several the shortest with which the name of the unit begins."""
    names = [name for name, kind in entry.names if kind in {"primary", "alternate"}]
    scripts = [(language, script) for language, (script, home) in _AT_HOME.items() if entry.country in home]
    for language, script in [*scripts, *_SCRIPTS.items()]:
        found = {name for name in names if script.fullmatch(name)}
        known = shared.get(language, "")
        if len(found) > 1:
            found = {name for name in found if known.startswith(name) and len(name) > 1}
        if found:
            yield language, min(found, key=len)
