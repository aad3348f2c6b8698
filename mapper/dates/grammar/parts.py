"""Words that cut a part out of the date beside them; none is a time expression alone."""

from __future__ import annotations

from mapper.dates.grammar.rule import Atom, Look, never
from mapper.dates.meaning import Meaning, Unplaced
from mapper.dates.words import plain


def _no_name(look: Look) -> Meaning | None:
    """Keep a part of the day that is not written like a name: not the Saturday Evening Post."""
    return None if look.is_name() and look.word_after()[:1].isupper() else word(look)


def word(look: Look) -> Meaning:
    """Keep the words for the join that needs them."""
    found = {name: plain(text) for name, text in look.match.groupdict().items() if text}
    return Unplaced("DATE", next(iter(found.values()), plain(look.match.group())))


_NTH = r"(?P<nth>(?:first|second|third|fourth|last|final)"

ATOMS = (
    Atom("towards", "towards", r"(?P<turn>earlier|later)", word, never),
    Atom("rest", "rest", r"(?:the )?(?:rest|remainder) of", word, never),
    Atom("first-days", "edge", r"(?:the )?(?P<edge>first|opening|early) (?:days|weeks|months) of", word, never),
    Atom("last-days", "edge", r"(?:the )?(?P<edge>last|final|closing|dying) (?:days|weeks|months) of", word, never),
    Atom("small-hours", "day-part", r"(?:the )?(?P<part>early|small|wee|pre-dawn) hours(?: of)?", word, never),
    Atom("edge", "edge", r"(?:the )?(?P<edge>start|beginning|end|close|middle) of", word, never),
    Atom("third", "third", r"(?:the )?(?:very )?(?P<third>early|mid|middle|late)", word, never),
    Atom("half", "half-of", r"(?:the )?(?P<half>first|second|latter|last) half of", word, never),
    Atom("nth-day", "nth-day", r"(?:the )?(?P<nth>3[01]|[12][0-9]|[1-9])(?:st|nd|rd|th) of", word, never),
    Atom("nth-unit", "nth-unit", rf"(?:the )?{_NTH} (?:day|week|weekend)) (?:of|in)", word, never),
    Atom("nth-units", "nth-units", r"(?:the )?(?P<units>(?:first|last) <NUMBER> (?:days|weeks|months|quarters|years)) of"
         r"(?= (?:the |this |last |next |fiscal )?(?:<YEAR>|<MONTH>|week|month|quarter|year|decade|century)\b)",
         word, never),
    Atom("nth-weekday", "nth-weekday", rf"(?:the )?{_NTH} <WEEKDAY>) (?:of|in)", word, never),
    Atom("week-of", "week-of", r"(?:the )?(?P<unit>week|weekend) (?:of|beginning|starting|ending)(?: on)?", word, never),
    Atom("day-part-word", "day-part", r"(?:the )?(?P<part><DAYPART>)\b(?!-)", _no_name, never),
)  # fmt: skip
