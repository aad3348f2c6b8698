"""Codes of languages as sources write them, and as an index does: mostly two letters."""

from __future__ import annotations

from typing import Final

_CODES: Final = {
    "zht": "zh-Hant", "zh-hant": "zh-Hant", "zh-tw": "zh-Hant", "zh-cn": "zh", "zh-hans": "zh",
    "ara": "ar", "ben": "bn", "deu": "de", "ger": "de", "ell": "el", "eng": "en", "fas": "fa", "fra": "fr",
    "heb": "he", "hin": "hi", "hun": "hu", "ind": "id", "ita": "it", "jpn": "ja", "kor": "ko", "nld": "nl",
    "pol": "pl", "por": "pt", "rus": "ru", "spa": "es", "swe": "sv", "tha": "th", "tur": "tr", "ukr": "uk",
    "urd": "ur", "vie": "vi", "zho": "zh",
}  # fmt: skip


def language_code(given: str) -> str:
    """Return the code of a language; one that is not known stays as it is, in lower case."""
    code = given.strip().casefold()
    return _CODES.get(code, code)
