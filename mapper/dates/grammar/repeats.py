"""What happens again and again: every Friday, twice a week, daily."""

from __future__ import annotations

from mapper.dates.grammar.length import value_of
from mapper.dates.grammar.rule import Atom, Look
from mapper.dates.meaning import Meaning, Unplaced
from mapper.dates.period import SEASONS
from mapper.dates.words import DAY_PARTS, MONTHS, WEEKDAYS, plain, read_number, singular


def _set(value: str) -> Meaning:
    return Unplaced("SET", value)


def _every_unit(look: Look) -> Meaning | None:
    """Read "every day", "every two weeks", "every other day"."""
    unit, count = singular(look.get("unit")), look.get("n")
    if unit == "second" and not count:
        return None
    amount = _ORDINALS.get(count) or read_number(count or "one")
    return _set(value_of(amount or 1.0, unit))


_ORDINALS = {"other": 2.0, "second": 2.0, "third": 3.0}


def _every_name(look: Look) -> Meaning | None:
    """Read "every Friday", "every March", "every summer", "every morning", "every weekend"."""
    name = plain(look.get("name"))
    if look.get("n"):
        return _set(f"P{_ORDINALS[look.get('n')]:.0f}{_CYCLES.get(name, 'W')}")
    if name in WEEKDAYS and look.capital("name"):
        return _set(f"XXXX-WXX-{WEEKDAYS[name] + 1}")
    if name in MONTHS and look.capital("name"):
        return _set(f"XXXX-{MONTHS[name]:02d}")
    if name in SEASONS:
        return _set(f"XXXX-{SEASONS[name][0]}")
    if name == "weekend":
        return _set("XXXX-WXX-WE")
    return _set(f"XXXX-XX-XXT{DAY_PARTS[name]}") if name in DAY_PARTS else None


_CYCLES = dict.fromkeys((*MONTHS, *SEASONS), "Y") | dict.fromkeys(DAY_PARTS, "D")


def _every_date(look: Look) -> Meaning | None:
    """Read "every April 20"."""
    if not look.capital("month"):
        return None
    return _set(f"XXXX-{MONTHS[plain(look.get('month'))]:02d}-{int(look.get('d')):02d}")


def _plural_day(look: Look) -> Meaning | None:
    """Read "Mondays"."""
    return _set(f"XXXX-WXX-{WEEKDAYS[look.get('name')] + 1}") if look.capital("name") else None


def _times(look: Look) -> Meaning:
    """Read "twice a week"."""
    return _set(value_of(1.0, look.get("unit")))


_ADVERBS = {
    "hourly": "PT1H",
    "daily": "P1D",
    "nightly": "XXXX-XX-XXTNI",
    "weekly": "P1W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "quarterly": "P3M",
    "yearly": "P1Y",
    "annually": "P1Y",
}


def _adverb(look: Look) -> Meaning | None:
    """Read "daily"; not the Daily Mail, the China Daily or the Yomiuri daily."""
    named = look.word_before()[:1].isupper() and not look.before(r"(?:^|[.!?\"] ?)[a-z]+ ")
    paper = look.after(r" (?:newspaper|paper|tabloid|magazine|broadsheet|show|programme|program|column)s?\b")
    if look.capital() or named or paper or look.before(r"\b(?:newspaper|paper|tabloid) "):
        return None
    return _set(_ADVERBS[look.match.group()])


_NAME = r"(?:<WEEKDAY>|<MONTH>|<SEASON>|weekend|<PART>)"
_CYCLE = r"(?P<unit>minute|hour|day|week|fortnight|month|year|decade)"

ATOMS = (
    Atom("every-date", "set", r"(?:every|each) (?P<month><MONTH>) (?P<d><DAY>)<TH>", _every_date),
    Atom(
        "every-name",
        "set",
        rf"(?:every|each) (?:(?P<n>other|second|third) )?(?P<name>{_NAME})",
        _every_name,
    ),
    Atom(
        "every-unit",
        "set",
        r"(?:every|each) (?:(?P<n>other|second|third|<NUMBER>) )?(?P<unit><UNIT>)",
        _every_unit,
    ),
    Atom(
        "times",
        "set",
        rf"(?:once|twice|(?:<NUMBER>|several|a few|many) times) (?:a|an|per|each|every) {_CYCLE}",
        _times,
    ),
    Atom("plural-day", "set", r"(?P<name>(?:mon|tues|wednes|thurs|fri|satur|sun)day)s", _plural_day),
    Atom("adverb", "set", "|".join(_ADVERBS), _adverb),
)
