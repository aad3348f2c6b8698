"""A length of time as it stands in the text: how much of which unit."""

from __future__ import annotations

from dataclasses import dataclass

from mapper.dates.grammar.rule import Look
from mapper.dates.words import UNIT_CODES, plain, read_number, singular

_MODIFIERS = {
    "APPROX": "about|around|roughly|approximately|some|an estimated|circa|something like",
    "LESS_THAN": "nearly|almost|less than|under|fewer than|just under|not quite|close to",
    "MORE_THAN": "more than|just over|well over|longer than|upwards of",
    "EQUAL_OR_MORE": "at least|no less than|no fewer than|a minimum of",
    "EQUAL_OR_LESS": "up to|at most|no more than|as many as|a maximum of|no longer than|as long as",
}
_MODIFIER_OF = {words: name for name, listed in _MODIFIERS.items() for words in listed.split("|")}

PATTERN = rf"""
(?:(?P<approx>{"|".join(_MODIFIER_OF)}) )?(?:
(?P<n1><NUMBER>)(?: |-)and(?: |-)(?:a(?: |-))?half(?:(?: |-)a)?(?: |-)(?P<u1><UNIT>)|
(?P<half>half)(?: |-)(?:an? )?(?P<u2>hour|day|century|year|decade)|
(?P<couple>(?:a|another|the) couple)(?: of)? (?P<u3><UNITS>)|
(?:(?P<low><NUMBER>)(?: or | to |-to-|-or-)|(?P<low2>[0-9]{{1,4}})(?:-| - ))?(?P<n4><NUMBER>|another|an?)
(?P<hyphen> more | full | straight | consecutive | whole | -|- | |-)(?P<u4><UNIT>)(?P<plus> and a half)?|
(?P<vague><VAGUE>) (?P<u5><UNITS>)|
(?P<u6><UNITS>))\b(?!-?long)
""".strip()
"""Two and a half years; half an hour; a couple of days; three days; several weeks; years."""

_SMALLER = {
    "day": (1.0, "day"),
    "week": (7.0, "day"),
    "fortnight": (14.0, "day"),
    "month": (4.345, "week"),
    "year": (12.0, "month"),
    "decade": (10.0, "year"),
    "century": (100.0, "year"),
}
"""What a fraction of a unit is counted in, and how many of those a whole one has."""


def value_of(amount: float | None, unit: str) -> str:
    """Return the TIMEX3 value of a length, with X for an unknown amount."""
    clock = "T" if unit in ("second", "minute", "hour") else ""
    if amount is not None and unit == "fortnight":
        amount *= 2
    number = "X" if amount is None else f"{amount:.3f}".rstrip("0").rstrip(".")
    return f"P{clock}{number}{UNIT_CODES[unit]}"


@dataclass(frozen=True, slots=True)
class Length:
    """So much (None if vague) of a unit; `span` says that the text gives a range ("two to three")."""

    amount: float | None
    unit: str
    modifier: str | None = None
    span: bool = False

    @property
    def value(self) -> str:
        """Return the TIMEX3 value."""
        return value_of(self.amount, self.unit)

    @property
    def below_a_day(self) -> bool:
        """Tell whether the unit is an hour or less."""
        return self.unit in ("second", "minute", "hour")

    def counted(self) -> tuple[int, str]:
        """Return whole units; a fraction is counted in the next smaller unit.

        Hours and less are counted in whole days, because dates are all that is known.
        """
        amount, unit = self.amount or 0.0, self.unit
        if self.below_a_day:
            return (int(amount // 24) if unit == "hour" else 0), "day"
        if amount != int(amount):
            times, unit = _SMALLER[unit]
            amount = round(amount * times)
        return int(amount), unit


def read_length(look: Look) -> Length:
    """Return the length that a match of `PATTERN` stands for."""
    unit = next(singular(look.get(f"u{k}")) for k in range(1, 7) if look.get(f"u{k}"))
    span = bool(look.get("low") or look.get("low2"))
    modifier = _MODIFIER_OF.get(plain(look.get("approx")))
    if modifier is None and (span or look.get("couple")):
        modifier = "APPROX"
    return Length(_amount(look), unit, modifier, span)


def _amount(look: Look) -> float | None:
    if look.get("half") or look.get("couple"):
        return 0.5 if look.get("half") else 2.0
    words = look.get("n1") or look.get("n4")
    number = read_number(words) if words else None
    extra = 0.5 if look.get("n1") or look.get("plus") else 0.0
    return None if number is None else number + extra
