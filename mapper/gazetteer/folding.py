"""The one form in which names are compared, when the index is built and when it is asked."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_DELETED: Final = "'’`ʻʼ‘′´ʹʾʿ."
"""Apostrophes, their look-alikes, and points: "U.S." is "us", "St. Mary's" is "st marys"."""
_DELETE: Final = dict.fromkeys(map(ord, _DELETED))
_LETTERS: Final = str.maketrans(
    {
        "ı": "i", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ħ": "h", "ŧ": "t",
        "ё": "е",  # Russian prints one for the other
        # letters of Persian, Urdu and Arabic that print the same
        "ی": "ي", "ى": "ي", "ې": "ي", "ک": "ك", "ہ": "ه", "ھ": "ه", "ـ": None,
    }
)  # fmt: skip
_NOT_WORD: Final = re.compile(r"[\W_]+", re.ASCII)
_ARTICLE: Final = "the "


def fold(text: str) -> str:
    """Return a name without case, accents and punctuation, in its own script.

    Latin and Greek letters lose their accents; Hebrew and Arabic lose the points that news leaves
    out; Cyrillic, Indic, Thai, Kana and Hangul letters stay whole. A leading "the" is dropped.
    """
    words = _ascii_words(text) if text.isascii() else _words(text)
    return words[4:] if words.startswith(_ARTICLE) else words


def _ascii_words(text: str) -> str:
    plain = text.lower().translate(_DELETE).replace("&", " and ")
    return _NOT_WORD.sub(" ", plain).strip()


def _words(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.translate(_DELETE)).replace("&", " and ").casefold()
    bare = _without_accents(unicodedata.normalize("NFKD", plain))
    whole = unicodedata.normalize("NFC", bare).translate(_LETTERS).translate(_DELETE)
    return " ".join("".join(map(_word_character, whole)).split())


def _without_accents(decomposed: str) -> str:
    kept: list[str] = []
    for character in decomposed:
        if not (_is_accent(character) and not (kept and _is_cyrillic(kept[-1]))):
            kept.append(character)
    return "".join(kept)


def _is_accent(character: str) -> bool:
    return (
        "\u0300" <= character <= "\u036f"  # Latin, Greek, Cyrillic
        or "\u0591" <= character <= "\u05c7"  # Hebrew points
        or "\u064b" <= character <= "\u065f"  # Arabic vowel signs and hamza
        or character == "\u0670"
    )


def _is_cyrillic(character: str) -> bool:
    return "\u0400" <= character <= "\u052f"


def _word_character(character: str) -> str:
    if character.isalnum():
        return character
    category = unicodedata.category(character)
    if category == "Cf":  # zero-width joiners and direction marks
        return ""
    return character if category[0] == "M" else " "
