"""Years, spans of years, decades and centuries."""

from __future__ import annotations

from datetime import date

from mapper.dates import period as p
from mapper.dates.grammar.rule import Atom, Look
from mapper.dates.meaning import Exact, Meaning
from mapper.dates.words import plain

FIRST_YEAR, LAST_YEAR = 1500, 2100
"""Bare numbers outside are no years (own convention: news writes of later ones with a word beside)."""

_STRONG = (
    r"\b(?:in|since|during|until|till|by|early|late|mid|year|years|circa|c\.|summer|winter|spring|autumn|"
    r"(?:in|since|from|until|by) (?:about|around|roughly|circa))(?: |-)|\("
)
_WEAK = (
    r"\b(?:from|to|of|before|after|between|and|through|throughout|for|than|the|an?|its|his|her|their|our|that|"
    r"as of|[a-z]+'s) "
)
_QUANTIFIED = (
    r"\b(?:total|number|average|sum|population|cost|price|height|altitude|distance|speed|capacity|maximum|"
    r"record|some|worth|more|less|fewer|rather) (?:of|than) |\bup to "
)
_GOES_ON = r"""
[.,;:!?)\"'-]| -|\s*$|\n| (?:and|or|but|to|until|when|while|after|before|as|in|on|at|with|by|for|from|is|was|
were|are|has|had|have|will|would|that|which|who|because|until|through|onwards?|there|over|under|against)\b
"""
_MARKED = r"""
(?: [a-z]+){0,2}? (?:election|elections|vote|poll|referendum|war|season|edition|world cup|olympics|olympic|
games|championship|championships|final|finals|tournament|budget|census|treaty|agreement|deal|accord|accords|
summit|conference|coup|revolution|uprising|crisis|earthquake|tsunami|hurricane|flood|floods|attack|attacks|
bombing|bombings|massacre|invasion|offensive|law|act|constitution|report|study|survey|film|album|novel|book|
model|harvest|vintage|campaign|race|primary|ruling|verdict|murder|killing|crash|fire|fires|protests|riots|
peace|cease-?fire|nuclear|presidential|parliamentary|general|financial|federal)\b
"""
_MAKES = r"""
(?: )(?:ford|chevrolet|chevy|toyota|honda|nissan|mercury|dodge|jeep|bmw|mercedes|audi|volkswagen|hyundai|kia|
mazda|subaru|buick|cadillac|chrysler|gmc|pontiac|lexus|volvo|porsche|tesla|suzuki|yamaha|kawasaki|harley|
oldsmobile|saturn|acura|infiniti|mitsubishi|land rover|jaguar|ferrari|lincoln)\b
"""
_NUMBERED = r"\b(?:pages?|pp\.?|nos?\.?|rooms?|lines?|numbers?|flights?|routes?|verses?|articles?) "
_VERBAL = r" (?:was|were|saw|has been|had been|will be|marked|brought|began|ended)\b"


def _year(look: Look) -> Meaning | None:
    number = int(look.get("y"))
    if not FIRST_YEAR <= number <= LAST_YEAR or look.after(r" ?(?:bce?|b\.c)\b"):
        return None
    return Exact(p.year(number))


def _year_alone(look: Look) -> bool:
    """Tell whether a bare number is a year: behind "in" or "since", or before "election"."""
    if look.before(_QUANTIFIED) or look.before(rf"[$€£¥#]|{_NUMBERED}") or look.after(_MAKES):
        return False
    if look.before(_STRONG) or look.after(_MARKED):
        return True
    if look.before(r"(?:^|[.\n] ?)"):
        return bool(look.after(_VERBAL))
    return bool(look.before(_WEAK)) and bool(look.after(_GOES_ON) or _is_named(look))


def _is_named(look: Look) -> bool:
    """Tell whether "the 1969 …" goes on with a single thing or a name, not with a number of things."""
    word = look.word_after()
    article = look.before(r"\b(?:the|an?|its|his|her|their|our|that) ")
    return bool(article) and bool(word) and (word[0].isupper() or not word.endswith("s"))


def _years(look: Look) -> Meaning | None:
    """Read "2019-2021" and "2023-24"; "2024-03" is a month."""
    first, last = int(look.get("y")), look.get("y2") or look.get("y4")
    second = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    if second == first - first % 100:  # 1999-00
        second += 100
    if len(last) == 2 and second != first + 1 and 1 <= int(last) <= 12:
        return Exact(p.month(first, int(last)))
    if not FIRST_YEAR <= first < second <= LAST_YEAR or look.before(_NUMBERED):
        return None
    span = p.Period(date(first, 1, 1), date(second, 12, 31), f"{first}/{second}", "span")
    return Exact(span)


def _decade(look: Look) -> Meaning | None:
    """Read "the 1990s", "the '90s", "the nineties" (but not "in her nineties"); the 1800s are a century."""
    if look.get("spelled"):
        return Exact(p.decade(_SPELLED[look.get("spelled")])) if look.get("the") else None
    if look.get("short"):
        return Exact(p.decade(1900 + int(look.get("short"))))
    first = int(look.get("decade"))
    return Exact(p.century(first) if first % 100 == 0 and first < 2000 else p.decade(first))


_SPELLED = {
    "twenties": 1920,
    "thirties": 1930,
    "forties": 1940,
    "fifties": 1950,
    "sixties": 1960,
    "seventies": 1970,
    "eighties": 1980,
    "nineties": 1990,
}


def _century(look: Look) -> Meaning | None:
    number = int(look.get("n")) if look.get("n") else _CENTURIES[plain(look.get("word"))]
    if not 1 < number <= 22 or look.after(r" (?:bce?|b\.c)\b"):
        return None
    return Exact(p.century(100 * (number - 1)))


_CENTURIES = {
    "fifteenth": 15,
    "sixteenth": 16,
    "seventeenth": 17,
    "eighteenth": 18,
    "nineteenth": 19,
    "twentieth": 20,
    "twenty-first": 21,
}

ATOMS = (
    Atom(
        "years",
        "years",
        r"""
        <LONE>(?P<y><ANYYEAR>)(?:(?:-|/)(?P<y2>(?:1[0-9]|20)?[0-9]{2})| - (?P<y4><ANYYEAR>))
        (?![\w%/-]|[.,:][0-9])
        """,
        _years,
    ),
    Atom(
        "decade",
        "decade",
        rf"""
        (?P<the>the )?(?:(?P<decade>(?:1[0-9]|20)[0-9]0)'?s|'(?P<short>[2-9]0)s|
        (?P<spelled>{"|".join(_SPELLED)}))
        """,
        _decade,
    ),
    Atom(
        "century",
        "century",
        rf"""
        (?:the )?(?:(?P<n>[0-9]{{1,2}})(?:st|nd|rd|th)|(?P<word>{"|".join(_CENTURIES)}))(?: |-)century
        """,
        _century,
    ),
    Atom("year", "year", r"(?<![\w.,:/$€£¥#])(?P<y><YEAR>)", _year, _year_alone),
)
