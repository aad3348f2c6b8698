"""When two names count as the same."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_STOP_WORDS: Final = frozenset("the a an of in on at by to for from with and or as his her their its".split())
_TITLES: Final = frozenset(
    "president prime minister premier chancellor king queen prince mr mrs ms dr sir gen general col colonel "
    "lt lieutenant capt captain senator sen rep governor gov mayor chief spokesman spokeswoman spokesperson "
    "official officials former foreign interior defence defense deputy vice secretary leader leaders "
    "head".split()
)


def plain(text: str) -> str:
    """Return lower case without accents, punctuation and a leading "the"."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return re.sub(r"^the ", "", " ".join(re.findall(r"\w+", bare)))


def content_words(text: str) -> set[str]:
    """Return the words that carry meaning: no possessives, plurals and stop words, "South Korea" as one."""
    text = re.sub(r"['’]s\b", "", text.casefold())
    text = re.sub(r"\b(?:\w\.){2,}", lambda match: match[0].replace(".", ""), text)
    text = re.sub(r"\b(north|south|east|west)(ern)? (?=\w)", r"\1_", plain(text))
    words = {word for word in text.split() if word not in _STOP_WORDS} or set(text.split())
    return {_singular(word) for word in words}


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def share_word(first: str, second: str) -> bool:
    """Tell whether two names share a content word; titles count where one side has nothing else."""
    one, other = content_words(first), content_words(second)
    if one - _TITLES and other - _TITLES:
        one, other = one - _TITLES, other - _TITLES
    return bool(one & other)
