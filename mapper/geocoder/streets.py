"""Lines of an address that a gazetteer of places does not hold: streets, houses, flats, postcodes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mapper.gazetteer import fold
from mapper.geocoder.query import Query

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORDS: Final = frozenset(
    """
    alley apartment apt ave avenue block blvd boulevard box building bldg close court crescent drive
    embankment flat floor freeway highway house hwy lane mews motorway parkway pkwy place plaza quay rd road
    room sq square st street suite terrace tower turnpike unit
    academy bank cafe cathedral cemetery church clinic college consulate embassy factory hall hospital hotel
    library mall market ministry mosque museum office palace restaurant school stadium station synagogue
    temple theatre theater university
    allee allée chemin impasse quai rue
    avda avenida av calle callejon camino carrera carretera cra paseo
    alameda estrada largo praca rodovia rua travessa
    corso piazza piazzale strada via viale vicolo
    allee chaussee damm gasse platz str strasse ufer weg
    gracht laan plein straat gade gatan vej veien
    nab naberezhnaya per pereulok pl ploshchad pr prospect prospekt shosse ul ulica ulitsa vulytsia
    набережная наб пер переулок площадь пр проспект ул улица шоссе вулиця
    aleja namesti plac trida ulice utca
    bulvari bulvarı cad caddesi mah mahallesi sokak sokagi sokağı
    chowk gali jalan jl jln lorong marg rasta soi thanon duong
    شارع خیابان طريق רחוב שדרות οδος λεωφορος
""".split()
)
"""Words for streets, houses and parts of houses, folded (general knowledge)."""
_ENDINGS: Final = (
    "strasse", "platz", "gasse", "allee", "straat", "laan", "plein", "gracht", "gatan", "gade", "vej", "weg",
    "路", "街", "大道", "通り", "丁目", "대로", "로", "길",
)  # fmt: skip
"""Ends of words that name streets."""
_HOUSE: Final = re.compile(r"\d+\S*\s+")
_MOST_WORDS: Final = 8
"""Words of a line up to which it may be a street; more of them are a sentence."""


def without_lines(query: Query) -> Iterator[Query]:
    """Yield an address without its first line, its first two and so on: "5 Baker Street, London" is London.

    Nothing is yielded where the query does not begin with a line for a street, a house or a postcode;
    it goes on as long as what is left begins with one.
    """
    parts = [query.name, *query.within]
    told = query.lines
    while parts and (told > 0 or _is_line(parts[0])):
        rest = [] if told > 0 else list(_after_street(parts[0]))
        parts, told = [*rest, *parts[1:]], told - 1
        if parts:
            yield Query(parts[0], tuple(parts[1:]))


def _is_line(part: str) -> bool:
    """Tell whether a part of an address has a number or a word for a street in it."""
    words = fold(part).split()
    if len(words) > _MOST_WORDS:
        return False
    return any(map(str.isdigit, part)) or any(w in _WORDS or w.endswith(_ENDINGS) for w in words)


def _after_street(line: str) -> Iterator[str]:
    """Yield what follows the street in a line without commas: "London" of "221B Baker Street London"."""
    words = line.split()
    if not _HOUSE.match(line):
        return
    streets = [place for place, word in enumerate(words) if place > 1 and fold(word) in _WORDS]
    if streets and streets[-1] + 1 < len(words):
        yield " ".join(words[streets[-1] + 1 :])
