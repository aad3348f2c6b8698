"""Which language a text is in."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

DEFAULT: Final = "en"
"""Taken for short texts in Latin letters: the language of the installed models."""

MIN_LETTERS: Final = 60
"""Below this many letters statistics of letter sequences mislead (a three-word text came out as Latin)."""

SAMPLE_CHARS: Final = 4_000


@cache
def _identifier() -> Any:
    try:
        import py3langid
    except ImportError:
        return None
    return py3langid


def detect_language(text: str) -> str:
    """Return the ISO 639-1 code of the language a text is most likely in.

    Without the package ``py3langid`` (extra ``text``) texts in Latin letters count as English and all
    others as undetermined (``"und"``).
    """
    sample = text[:SAMPLE_CHARS]
    letters = [c for c in sample if c.isalpha()]
    latin = sum(c < "\u0250" for c in letters)
    mostly_latin = 2 * latin >= len(letters)
    if mostly_latin and len(letters) < MIN_LETTERS:
        return DEFAULT
    identifier = _identifier()
    if identifier is None:
        return DEFAULT if mostly_latin else "und"
    return str(identifier.classify(sample)[0])
