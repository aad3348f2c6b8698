"""Chinese, Japanese and Korean addresses: written from the largest area down, without commas."""

from __future__ import annotations

import re
from typing import Final

from mapper.geocoder.query import Query

_COUNTRIES: Final = re.compile(
    r"(中华人民共和国|中華人民共和國|中国|中國|日本国|日本|大韓民国|韩国|韓國|台湾|台灣)(?=.{2})"
)
_UNIT: Final = re.compile(r".{2,}?[都道府県縣省市州区區县郡町村]")
"""A unit with its sign; its name has two characters at least, so that 京都 stays whole."""
_HAN: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff々]+")
_HANGUL: Final = re.compile(r"[\uac00-\ud7a3]+(?: [\uac00-\ud7a3]+)+")
_MOST: Final = 6


def downward(query: Query) -> Query | None:
    """Read the name of a query as several areas, the largest first; None where it is but one name.

    "東京都新宿区" is Shinjuku in Tokyo, "서울특별시 강남구" is Gangnam in Seoul.
    """
    if _HANGUL.fullmatch(query.name):
        areas = query.name.split()
    elif _HAN.fullmatch(query.name):
        areas = _units(query.name)
    else:
        return None
    if not 1 < len(areas) <= _MOST:
        return None
    return Query(areas[-1], (*areas[-2::-1], *query.within))


def _units(name: str) -> list[str]:
    areas = []
    if match := _COUNTRIES.match(name):
        areas.append(match[0])
        name = name[match.end() :]
    while match := _UNIT.match(name):
        areas.append(match[0])
        name = name[match.end() :]
    return [*areas, name] if name else areas
