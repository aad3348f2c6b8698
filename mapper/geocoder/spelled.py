"""Other ways to write a name: other signs and characters, and words of many languages for its kind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mapper.gazetteer import fold
from mapper.geocoder.han import other_characters

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIGNS: Final = "国國州省市府都道県縣郡区區町村鎮镇島岛嶼山湖河江海국도시군구읍면현성섬산강호해"
"""Chinese, Japanese and Korean signs for a unit, an island or a water, written behind its name."""
_ROMANISED: Final = re.compile(
    r"-(?:to|fu|ken|shi|do|si|gun|gu|ku|cho|dong|eup|myeon|sheng|xian)$", re.IGNORECASE
)
_OF: Final = frozenset("strait straits gulf bay sea cape lake mount river island isle peninsula".split())
"""Words for the kind that stand before the name with "of" or without, or behind it."""
_HEIGHTS: Final = frozenset({"mountain", "mountains", "range", "hills"})
"""Words behind a range's name that it goes without: "Hindu Kush mountains"."""
_HAN: Final = re.compile(r"[\u4e00-\u9fff]{2,4}")
_HANGUL: Final = re.compile(r"[\uac00-\ud7a3]{2,3}")
_HAN_UNITS: Final = (*"市县縣県省州岛島", "廣域市")
_HANGUL_UNITS: Final = tuple("시군구도섬")
_KIND_BEFORE: Final = re.compile(
    r"(?:г|гор|м|с|пос|пгт|ст|смт)\.\s*|(?:город|місто|село|посёлок|поселок|станица)\s+|"
    r"(?:مدينة|بلدة|قرية|شهر)\s+|"
    r"(?:(?:die|la|le)\s+)?(?:stadt|gemeinde|(?:comune|città|citta|provincia)\s+di|(?:ville|commune)\s+d[eu]|"
    r"(?:ciudad|cidade|municipio|município|pueblo|departamento|estado|provincia)\s+d[eo]|gemeente|"
    r"thành phố|thanh pho|kota|kabupaten|provinsi|miasto|obec|oraș(?:ul)?|grad)\s+",
    re.IGNORECASE,
)
_KIND_BEHIND: Final = re.compile(
    r"\s+(?:refugee camps?|ili|ilçesi|kommune?|kunta|megye|vármegye|judet|rajon)$", re.IGNORECASE
)
_SHORTENED: Final = ((re.compile(r"\bобл\.?(?=\s|$)"), "область"), (re.compile(r"\bр-н\b"), "район"))
"""Words for towns and units in languages that news comes in (general knowledge)."""


def respelled(name: str) -> Iterator[str]:
    """Yield other ways to write a name with a word for its kind: "Tiran Strait" is "Strait of Tiran"."""
    if name[-1] in _SIGNS:
        yield name[:-1]
    if not name.isascii():
        yield from _in_other_signs(name)
    yield from _without_kind(name)
    words = fold(name).split()
    if len(words) > 1 and words[-1] in _HEIGHTS:
        yield " ".join(words[:-1])
    if len(words) > 1 and words[-1] in _OF:
        rest = " ".join(words[:-1])
        yield from (f"{words[-1]} of {rest}", f"{words[-1]} {rest}")
    if len(words) > 1 and words[0] in _OF:
        rest = " ".join(words[2:] if words[1] == "of" else words[1:])
        yield from (f"{rest} {words[0]}", f"{words[0]} {rest}", f"{words[0]}s of {rest}")


def without_town_word(name: str) -> str:
    """Return a name without a Russian, Ukrainian or Arabic word for a town, and with units written out."""
    if name.isascii():
        return name
    for pattern, word in _SHORTENED:
        name = pattern.sub(word, name)
    match = _KIND_BEFORE.match(name)
    return name[match.end() :] if match and not match[0].strip()[0].isascii() else name


def _without_kind(name: str) -> Iterator[str]:
    for pattern in (_ROMANISED, _KIND_BEHIND, _KIND_BEFORE):
        rest = pattern.sub("", name, count=1)
        if rest != name and rest:
            yield rest


def _in_other_signs(name: str) -> Iterator[str]:
    """Yield a name in other characters, and with the sign for a unit that the index may have it with."""
    forms = [name, *other_characters(name)]
    yield from forms[1:]
    for pattern, units in ((_HAN, _HAN_UNITS), (_HANGUL, _HANGUL_UNITS)):
        if pattern.fullmatch(name):
            yield from (form + unit for unit in units for form in forms)
