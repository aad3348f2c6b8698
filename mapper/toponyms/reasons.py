"""Why a place was chosen, in codes a program can read and values a person can."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import numpy as np

from mapper.model import Reason
from mapper.toponyms.sphere import kilometres

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapper.toponyms.ranking.mention import Name
    from mapper.toponyms.ranking.resolve import Ranking

NEAR_KM: Final = 100.0
"""Distance within which another resolved name is given as a reason: a county and its surroundings."""
ALONE: Final = 0.95
"""Share of the prominence from which a place is said to be the usual meaning of its name."""


def place_reasons(ranking: Ranking, mention: int) -> Iterator[Reason]:
    """Yield why the mention's place was chosen; nothing for an unresolved one."""
    best = ranking.of(mention).best
    if best is None:
        return
    owner = ranking.owner[mention]
    name = ranking.table.names[owner]
    yield from _name_reasons(ranking, name, best)
    yield from _said(ranking, name, best)
    yield from _parents_named(ranking, owner, best)
    yield from _nearest(ranking, owner, best)
    yield from _home(ranking, best)
    if len(name.mentions) > 1:
        yield Reason("one-sense", len(name.mentions))


def _name_reasons(ranking: Ranking, name: Name, best: int) -> Iterator[Reason]:
    table = ranking.table
    if name.choices.part:
        yield Reason("named-after", name.choices.part)
    kind = table.name_kinds[best]
    if kind != "primary":
        yield Reason(f"name:{kind}", ranking.candidate(best).name)
    rows = table.rows(int(table.name[best]))
    if rows.stop - rows.start == 1:
        yield Reason("only-candidate")
    elif table.softmax(table.score, math.log(10))[best] >= ALONE:
        yield Reason("most-prominent", rows.stop - rows.start)


def _said(ranking: Ranking, name: Name, best: int) -> Iterator[Reason]:
    """Yield "X, Texas" and its kin."""
    table = ranking.table
    units = {int(table.country[best]), int(table.admin1[best]), int(table.admin2[best])} - {-1}
    for other, _link in name.inside:
        row = ranking.names[other].best
        if row is not None and int(table.row[row]) in units:
            span = table.names[other].mentions[0].proposal
            yield Reason("contained-in", span.text, span.start, span.end)
            return


def _parents_named(ranking: Ranking, owner: int, best: int) -> Iterator[Reason]:
    """Yield the mention of a unit that holds the place, if the text names one elsewhere."""
    table = ranking.table
    for unit, code in (
        (table.admin2, "admin2-named"),
        (table.admin1, "admin1-named"),
        (table.country, "country-named"),
    ):
        for i, resolution in enumerate(ranking.names):
            if i != owner and resolution.best is not None and table.row[resolution.best] == unit[best]:
                span = table.names[i].mentions[0].proposal
                yield Reason(code, span.text, span.start, span.end)
                return


def _nearest(ranking: Ranking, owner: int, best: int) -> Iterator[Reason]:
    """Yield the nearest other place of the text."""
    table = ranking.table
    rows = [
        r.best
        for i, r in enumerate(ranking.names)
        if r.best is not None and table.spelling[i] != table.spelling[owner]
    ]
    rows = [row for row in rows if table.row[row] != table.row[best]]
    if not rows:
        return
    away = kilometres(table.points[[best]], table.points[rows])[0]
    nearest = int(np.argmin(away))
    if away[nearest] <= NEAR_KM:
        span = table.names[int(table.name[rows[nearest]])].mentions[0].proposal
        yield Reason("near-km", round(float(away[nearest]), 1), span.start, span.end)


def _home(ranking: Ranking, best: int) -> Iterator[Reason]:
    """Yield the publisher's home where the place lies in its region."""
    home, table = ranking.home, ranking.table
    if home is None:
        return
    units = {int(table.admin1[best]), int(table.row[best])}
    if home.admin1 in units - {-1} or home.country == int(table.row[best]) >= 0:
        yield Reason("publisher-home", home.name)
