"""Read the table of toponym cases: texts with every expected name as ``[words|role|place]``."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mapper.geo import distance_km

if TYPE_CHECKING:
    from pathlib import Path

    from mapper.model import Toponym

_MARK = re.compile(r"\[([^|\]]+)\|([^|\]]*)\|([^\]]*)\]")
NEAR_KM = 50


@dataclass(frozen=True)
class Expected:
    """One marked name."""

    start: int
    end: int
    text: str
    roles: frozenset[str]
    place: str


@dataclass(frozen=True)
class Case:
    """One line of the table."""

    line: int
    group: str
    text: str
    expected: tuple[Expected, ...]
    is_open: bool = False
    is_plain: bool = False
    marks: str = field(default="", compare=False)

    @property
    def id(self) -> str:
        return f"{self.line}-{self.group}-{self.text[:40]}"


def read_cases(path: Path) -> list[Case]:
    """Return the cases of a table."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [
        _case(number, line) for number, line in enumerate(lines, start=1) if line and not line.startswith("#")
    ]


def _case(number: int, line: str) -> Case:
    flags = re.match(r"[?~]*", line).group()
    group, _, marked = line[len(flags) :].partition(": ")
    marked = marked.replace("\\n", "\n")
    text, expected, done = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[done : mark.start()]
        words, roles, place = mark.groups()
        names = frozenset(filter(None, roles.split("/")))
        expected.append(Expected(len(text), len(text) + len(words), words, names, place))
        text += words
        done = mark.end()
    return Case(number, group, text + marked[done:], tuple(expected), "?" in flags, "~" in flags, marked)


def complaints(case: Case, found: tuple[Toponym, ...], *, with_roles: bool = True) -> list[str]:
    """Return what is wrong with a result; nothing for a right one."""
    wanted = {(e.start, e.end): e for e in case.expected}
    got = {(t.start, t.end): t for t in found}
    wrong = [f"missed {wanted[key].text!r}" for key in sorted(wanted.keys() - got.keys())]
    wrong += [f"took {got[key].text!r} for a place" for key in sorted(got.keys() - wanted.keys())]
    for key in sorted(wanted.keys() & got.keys()):
        expected, toponym = wanted[key], got[key]
        if with_roles and expected.roles and toponym.role not in expected.roles:
            wrong.append(f"{expected.text!r} is {toponym.role}, not {'/'.join(sorted(expected.roles))}")
        if not _is_there(expected.place, toponym):
            wrong.append(f"{expected.text!r} is {toponym.place}, not {expected.place}")
    return wrong


def _is_there(wanted: str, toponym: Toponym) -> bool:
    place = toponym.place
    if not wanted:
        return True
    if wanted == "none" or place is None:
        return wanted == "none" and place is None
    if wanted.startswith("@"):
        lat, lon = map(float, wanted[1:].split(","))
        return distance_km(lat, lon, place.lat, place.lon) <= NEAR_KM
    if wanted.startswith("dt:"):
        return toponym.dispute is not None and toponym.dispute.territory == wanted.removeprefix("dt:")
    unit, _, kind = wanted.partition("=")
    country, _, admin1 = unit.partition("-")
    in_unit = not admin1 or admin1 in {place.admin1, place.name}
    return in_unit and country in {"", place.country} and kind in {"", place.kind}
