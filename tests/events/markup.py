"""Texts with marks in them, as the behaviour tables write them, read into a scene.

``[trigger]{expectation}``, ``<Name>`` (literal toponym), ``<m Name=XX>`` metonym, ``<d …>`` demonym,
``<o …>`` part of an organisation, ``<l …>`` dateline, ``<t words=begin/end>`` time expression.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from mapper.language import ParsedArticle, Parser
from mapper.model import Article, Place, ReferenceDate, Span, TimeExpression, Toponym

REPORT_DAY = date(2026, 1, 21)
ROLES = {"": "literal", "m": "metonym", "d": "demonym", "o": "part-of-organisation", "l": "dateline"}
COUNTRIES = {"Finland", "Chad", "Serbia", "Kosovo", "China", "Japan", "Norway", "Sweden", "Cyprus", "Crete"}
SEAS = {"South China Sea": "sea", "Strait of Hormuz": "strait", "Gulf of Aden": "gulf"}
KINDS = {
    "Mount Elgon": ("mountain", "point"),
    "Lipari": ("island", "region"),
    "Lake Chilwa": ("lake", "region"),
    "Sarawak": ("admin1", "province"),
    "Bihar": ("admin1", "province"),
    "Ilocos Sur": ("admin2", "province"),
    "Hualien": ("city", "city"),
    "Rotterdam": ("city", "city"),
    "Braga": ("city", "city"),
}
_MARK = re.compile(r"\[(?P<trigger>[^\]]+)\]\{(?P<want>[^}]*)\}|<(?:(?P<role>[mdolt]) )?(?P<body>[^>]+)>")


@dataclass(frozen=True)
class Marked:
    """A text without its marks, and what the marks said."""

    text: str
    triggers: tuple[tuple[Span, str], ...]
    toponyms: tuple[Toponym, ...]
    times: tuple[TimeExpression, ...]

    def parsed(self, parser: Parser) -> ParsedArticle:
        article = Article("case", reference_date=ReferenceDate(REPORT_DAY, "option"), text=self.text)
        return ParsedArticle(article, parser.parse(self.text))


def read_marked(line: str) -> Marked:
    text, at = "", 0
    triggers, toponyms, times = [], [], []
    for mark in _MARK.finditer(line):
        text += line[at : mark.start()]
        at = mark.end()
        if mark["trigger"]:
            triggers.append(
                (Span(len(text), len(text) + len(mark["trigger"]), mark["trigger"]), mark["want"])
            )
            text += mark["trigger"]
        elif mark["role"] == "t":
            words, days = mark["body"].rsplit("=", 1)
            begin, end = map(date.fromisoformat, days.split("/"))
            times.append(
                TimeExpression(
                    f"t{len(times) + 1}", len(text), len(text) + len(words), words, "DATE", days, begin, end
                )
            )
            text += words
        else:
            name, _, country = mark["body"].partition("=")
            toponyms.append(
                _toponym(f"p{len(toponyms) + 1}", len(text), name, mark["role"] or "", country or None)
            )
            text += name
    return Marked(text + line[at:], tuple(triggers), tuple(toponyms), tuple(times))


def _toponym(key: str, start: int, name: str, role: str, country: str | None) -> Toponym:
    country_or_city = "country" if role in ("m", "d") or name in COUNTRIES else "city"
    kind, precision = KINDS.get(name, (country_or_city, country_or_city))
    if name in SEAS:
        kind, precision = SEAS[name], "sea"
    place = Place(f"own:{name}", name, kind, 10.0, 20.0, precision, country=country)
    return Toponym(key, start, start + len(name), name, ROLES[role], place, 0.9)  # type: ignore[arg-type]


def table(path: Path) -> list[pytest.ParameterSet]:
    """Return the lines of a behaviour table as parameters; open ones are strict xfail."""
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        marks = [pytest.mark.xfail(strict=True, reason="open")] if line.startswith("?") else []
        found.append(pytest.param(line.removeprefix("?"), id=f"{path.stem}:{number}", marks=marks))
    return found
