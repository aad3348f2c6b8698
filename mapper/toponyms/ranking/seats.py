"""Governments are called by their seats: a name that acts is a capital's before it is a town's by-name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from mapper.toponyms.ranking.resolve import Ranking, Resolution

if TYPE_CHECKING:
    from collections.abc import Iterable

SEAT: Final = 6.0
"""Prominence of a city whose name may stand for a government, a capital or a metropolis (our judgement)."""


def with_seats(ranking: Ranking, acting: Iterable[int]) -> Ranking:
    """Return the ranking with the seat chosen where a name acts and was taken for a place by its by-name.

    Parameters
    ----------
    ranking
        What the names were taken for.
    acting
        Mentions that speak or act as a government does; the whole article's mentions of the name follow.
    """
    names = {ranking.owner[mention] for mention in acting}
    if not names:
        return ranking
    return replace(
        ranking,
        names=tuple(
            _seated(ranking, name) if name in names else old for name, old in enumerate(ranking.names)
        ),
    )


def _seated(ranking: Ranking, name: int) -> Resolution:
    """Return the seat as what a name means; what it meant before gets the seat's share."""
    old, rows = ranking.names[name], ranking.table.rows(name)
    choices = ranking.table.names[name].choices
    if old.best is None or choices.name_kinds[old.best - rows.start] == "primary":
        return old
    candidates = choices.candidates[: rows.stop - rows.start]
    for place, candidate in enumerate(candidates):
        own = candidate.name_kind == "primary" and candidate.match == "exact"
        if own and candidate.kind == "city" and candidate.prominence >= SEAT:
            before = ranking.candidate(old.best)
            others = tuple((before if c.row == candidate.row else c, share) for c, share in old.others)
            return replace(old, best=rows.start + place, others=others)
    return old
