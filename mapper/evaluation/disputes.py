"""Whether a text raises the right flags: cases with the expected territories and relation."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, Literal, Protocol

from mapper.evaluation.lines import read_lines
from mapper.evaluation.measures import Accuracy, accuracy
from mapper.model import DisputeRelation, Record

_STRENGTH: Final[dict[str, int]] = {"mention": 0, "near": 1, "in": 2}


class Expected(Record, frozen=True):
    """What a case should raise."""

    flag: Literal["yes", "no"]
    ids: tuple[str, ...] = ()
    relation: Literal["in", "near", "mention", "none"] = "none"


class DisputeCase(Record, frozen=True):
    """A sentence with what it should raise, and its day if that matters."""

    case_id: str
    text: str
    expected: Expected
    date: date | None = None


class Assess(Protocol):
    """Returns the territories a text flags with their relation, as `mapper.disputes.assess`."""

    def __call__(self, text: str, *, date: date | None = None) -> Sequence[tuple[str, DisputeRelation]]:
        """Assess one text."""
        ...


class DisputeReport(Record, frozen=True):
    """How many cases are right.

    `flag`: whether anything is flagged at all; `flag_and_id`: and every expected territory is among
    it; `exact_ids`: and no other; `relation`: flag, territories and the strongest relation.
    """

    cases: int
    flag: Accuracy
    flag_and_id: Accuracy
    exact_ids: Accuracy
    relation: Accuracy
    wrong: tuple[str, ...]


def read_dispute_cases(paths: Iterable[str | os.PathLike[str]]) -> list[DisputeCase]:
    """Return the cases of JSON Lines files.

    Raises
    ------
    GoldError
        If a file or line cannot be read; the message names it.
    """
    return [case for _, case in read_lines(paths, DisputeCase, "a case with the expected flags")]


def evaluate_disputes(cases: Sequence[DisputeCase], assess: Assess) -> DisputeReport:
    """Return how many cases are assessed as expected."""
    verdicts = [_verdict(case, dict(assess(case.text, date=case.date))) for case in cases]
    columns = list(zip(*(v[0] for v in verdicts), strict=True)) or [()] * 4
    flag, ids, exact, relation = (accuracy(sum(column), len(cases)) for column in columns)
    wrong = tuple(text for _, text in verdicts if text)
    return DisputeReport(len(cases), flag, ids, exact, relation, wrong)


def _verdict(case: DisputeCase, found: dict[str, DisputeRelation]) -> tuple[tuple[bool, ...], str | None]:
    """Return what is right about a case, and a line about it if something is not."""
    expected = case.expected
    flag = bool(found) == (expected.flag == "yes")
    ids = flag and set(expected.ids) <= found.keys()
    exact = flag and set(expected.ids) == found.keys()
    strongest = _strongest(found[i] for i in expected.ids if i in found)
    relation = ids and strongest == expected.relation
    if relation and exact:
        return (flag, ids, exact, relation), None
    wanted = f"{', '.join(expected.ids) or 'nothing'} ({expected.relation})"
    said = ", ".join(f"{ident} ({how})" for ident, how in found.items()) or "nothing"
    return (flag, ids, exact, relation), f"{case.case_id}: {said} for {wanted}"


def _strongest(relations: Iterable[str]) -> str:
    return max(relations, key=_STRENGTH.__getitem__, default="none")
