"""The vocabulary of time, as data and as pieces of regular expressions.

Patterns are written against the lower-case view of a text (see `scan.view_of`). In them a single space
stands for a gap inside an expression (spaces or one line break), ``<NAME>`` for a piece named here, and
line breaks with the indentation behind them for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

_MONTHS: Final = (
    "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
    "august aug", "september sept sep", "october oct", "november nov", "december dec",
)  # fmt: skip
_WEEKDAYS: Final = (
    "monday mon", "tuesday tues tue", "wednesday weds wed", "thursday thurs thur thu", "friday fri",
    "saturday sat", "sunday sun",
)  # fmt: skip


def _numbered(groups: Iterable[str], first: int) -> dict[str, int]:
    return {name: number for number, names in enumerate(groups, first) for name in names.split()}


MONTHS: Final = _numbered(_MONTHS, 1)
WEEKDAYS: Final = _numbered(_WEEKDAYS, 0)
ORDINALS: Final = _numbered(("first 1st", "second 2nd", "third 3rd", "fourth 4th"), 1) | {
    "last": -1, "final": -1, "latter": 2,
}  # fmt: skip

_SMALL: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NUMBERS: Final = (
    {word: n for n, word in enumerate(_SMALL)}
    | {word: 10 * n for n, word in enumerate(_TENS, 2)}
    | {"a": 1, "an": 1, "another": 1, "hundred": 100, "dozen": 12, "couple": 2}
)
VAGUE: Final = (
    "a few|the few|several|many|some|a number of|dozens of|hundreds of|thousands of|tens of thousands of|few|"
    "countless|long"
)

UNIT_CODES: Final = {
    "second": "S", "minute": "M", "hour": "H", "day": "D", "week": "W", "fortnight": "W", "month": "M",
    "year": "Y", "decade": "DE", "century": "CE",
}  # fmt: skip
"""TIMEX3 letter of a unit of duration; the first three stand behind a T."""

DAY_PARTS: Final = {
    "morning": "MO", "dawn": "MO", "daybreak": "MO", "sunrise": "MO", "midday": "MI", "lunchtime": "MI",
    "afternoon": "AF", "evening": "EV", "dusk": "EV", "sunset": "EV", "nightfall": "EV", "night": "NI",
    "overnight": "NI",
}  # fmt: skip
"""TIMEX3 code of a part of the day."""

QUANTITIES: Final = (
    "people|persons|men|women|children|boys|girls|troops|soldiers|police|officers|homes|houses|buildings|"
    "families|households|jobs|workers|employees|staff|students|pupils|teachers|patients|cases|deaths|dead|"
    "victims|votes|seats|members|refugees|migrants|inhabitants|residents|civilians|fighters|prisoners|"
    "demonstrators|protesters|kilomet(?:er|re)s?|km|miles?|met(?:er|re)s?|feet|foot|ft|yards|acres|hectares|"
    "tonnes?|tons?|kg|kilograms?|pounds|dollars|euros|yen|yuan|rupees|pesos|won|barrels|units|copies|cars|"
    "vehicles|planes|ships|boats|rounds|shells|missiles|rockets|drones|calories|points|degrees|megawatts|mw|"
    "gigawatts|percent|per cent|million|billion|others?|more|hours|days|weeks|months|years|minutes|seconds|"
    "times|square|cubic|animals|trees|books|pages|companies|shares|schools|villages|flights|passengers"
)
"""Nouns that make the number before them a quantity, not a year or a day."""


def _names(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=lambda w: (-len(w), w)))


def _spelled(groups: Iterable[str]) -> str:
    """Match the full name, which stands first, or an abbreviation with or without its dot."""
    full = {names.split()[0] for names in groups}
    short = {name for names in groups for name in names.split()[1:]}
    return rf"(?:(?:{_names(full)})\b|(?:{_names(short)})\b\.?)"


_DIGITS: Final = r"[0-9]{1,3}(?:,[0-9]{3}){1,3}|[0-9]{1,7}(?:\.[0-9]{1,3})?"
_ONES: Final = _names(_SMALL[1:])
_SPELLED: Final = (
    rf"(?:{'|'.join(_TENS)})(?:(?:-| )(?:{_ONES}))?|(?:a |one )?hundred|(?:a |half a )?dozen|{_ONES}"
)

_GAP: Final = r"(?: {1,3}| ?\n {0,24})"

FRAGMENTS: Final = {
    "MONTH": _spelled(_MONTHS),
    "WEEKDAY": _spelled(_WEEKDAYS),
    "SEASON": r"(?:spring|summer|autumn|fall|winter)",
    "DAYPART": rf"(?:{'|'.join(DAY_PARTS)})",
    "PART": r"(?:morning|afternoon|evening|night)",
    "DAY": r"(?:3[01]|[12][0-9]|0?[1-9])(?![0-9:]|[.,][0-9])",
    "TH": r"(?:st|nd|rd|th)?",
    "YEAR": r"(?:1[0-9]{3}|20[0-9]{2})(?![\w%]|[.,:/][0-9]"
    rf"| (?:(?:to|or|and) [0-9][0-9,]* )?(?:{QUANTITIES})\b)",
    "ANYYEAR": r"(?:1[0-9]|20)[0-9]{2}",
    "LONE": r"(?<![\w.,:/$€£¥#])(?<![0-9]-)",
    "NUMBER": rf"(?:{_DIGITS}|{_SPELLED})",
    "VAGUE": rf"(?:{VAGUE})",
    "UNIT": r"(?:seconds?|minutes?|hours?|days?|weeks?|fortnights?|months?|years?|decades?|centur(?:y|ies))",
    "UNITS": r"(?:seconds|minutes|hours|days|weeks|months|years|decades|centuries)",
    "PERIOD": r"(?P<unit>week|weekend|month|quarter|year|decade|century)",
    "WHICH": r"(?P<which>this past|this coming|the coming|last|past|previous|this|next|coming)",
    "FISCAL": r"(?:fiscal|financial)(?: |-)year",
    "QUANTITY": rf"(?:{QUANTITIES})",
}

_FIRST_WORDS: Final = (
    *(*MONTHS, *WEEKDAYS, *NUMBERS, *UNIT_CODES, *DAY_PARTS, *ORDINALS),
    *VAGUE.replace("|", " ").split(),
    *"spring summer autumn fall winter century centuries fifteenth sixteenth seventeenth eighteenth".split(),
    *"nineteenth twentieth twenties thirties forties fifties sixties seventies eighties nineties".split(),
    *"fy fiscal financial q h christmas boxing new valentine's halloween good easter palm ash".split(),
    *"thanksgiving memorial labor columbus martin veterans remembrance armistice bastille black".split(),
    *"yesterday today tomorrow tonight weekend noon the this that last past previous current next".split(),
    *"coming recent recently lately now currently nowadays at soon every each once twice hourly".split(),
    *"daily nightly weekly fortnightly monthly quarterly yearly annually early earlier late later".split(),
    *"mid middle very start beginning end close rest remainder half about around roughly circa".split(),
    *"approximately something nearly almost less under fewer just not more well longer upwards".split(),
    *"no up as opening closing dying small wee pre".split(),
)
"""Words an expression may begin with: elsewhere the grammar is not tried."""

HEAD: Final = (
    r"(?=[0-9']|"
    + "|".join(sorted({word[:3] for word in _FIRST_WORDS if len(word) > 2}))
    + "|"
    + "|".join(rf"{word}(?![a-z])" for word in sorted({word for word in _FIRST_WORDS if len(word) < 3}))
    + ")"
)
"""Looks ahead for the first letters of such a word; that every atom begins so is a test."""


def expand(pattern: str) -> str:
    """Put the named pieces and the gaps into a pattern."""
    joined = re.sub(r"\n *", "", pattern)
    return re.sub(r"<([A-Z]+)>", lambda m: FRAGMENTS[m[1]], joined).replace(" ", _GAP)


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern of this notation."""
    return re.compile(expand(pattern))


def plain(words: str) -> str:
    """Return matched words without line breaks and abbreviation dots."""
    return " ".join(words.replace(".", " ").split())


def read_number(words: str) -> float | None:
    """Return the number that digits or English words stand for, None for a vague one."""
    digits = words.replace(",", "")
    if digits[:1].isdigit():
        return float(digits)
    parts = [part for part in re.split(r"[\s-]+", words) if part not in ("of", "and")]
    if parts[:2] == ["half", "a"]:
        return 6.0 if parts[2:] == ["dozen"] else 0.5
    if any(part not in NUMBERS for part in parts):
        return None
    total = 0.0
    for part in parts:
        value = NUMBERS[part]
        total = max(total, 1.0) * value if value in (100, 12) or part == "couple" else total + value
    return total


def singular(unit: str) -> str:
    """Return a unit's name in the singular."""
    return "century" if unit == "centuries" else unit.removesuffix("s")
