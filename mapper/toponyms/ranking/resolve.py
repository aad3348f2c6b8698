"""The stages of ranking: prominence, hand weights, fitted ranker; then how far to trust the choice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from mapper.toponyms.fitted import load
from mapper.toponyms.ranking import NAMES, features, own_features
from mapper.toponyms.ranking.confidence import confidences
from mapper.toponyms.ranking.hand import SHARPNESS, base_score, hand_weights
from mapper.toponyms.ranking.home import home_score
from mapper.toponyms.ranking.names import names_of
from mapper.toponyms.ranking.table import Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from mapper.gazetteer import Candidate
    from mapper.toponyms.ranking.home import Home
    from mapper.toponyms.ranking.mention import Mention

PRIOR_SHARPNESS: Final = 1.5
"""Turns prominence into the first beliefs: one power of ten is about 4 to 1."""
ALTERNATIVES: Final = 4
"""Places kept beside the choice."""
LEAST_SHARE: Final = 0.01
"""Share of the confidence below which a place is no alternative."""
NO_MATCH: Final = 0.15
"""Confidence below which no place is given: the name is taken for a place the gazetteer lacks."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """What one mention means: row `best` of the table, or None; others with their share."""

    best: int | None
    confidence: float
    others: tuple[tuple[Candidate, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Ranking:
    """A resolution for each mention, and the table that they point into."""

    table: Table
    owner: tuple[int, ...]
    rows: NDArray[np.float64]
    belief: NDArray[np.float64]
    names: tuple[Resolution, ...]
    home: Home | None = None

    def of(self, mention: int) -> Resolution:
        """Return the resolution of a mention."""
        return self.names[self.owner[mention]]

    def candidate(self, row: int) -> Candidate:
        """Return the candidate of a row."""
        name = int(self.table.name[row])
        found: Candidate = self.table.names[name].choices.candidates[row - self.table.rows(name).start]
        return found


def rank(text: str, mentions: Sequence[Mention], home: Home | None = None) -> Ranking:
    """Return which place each mention means, given in text order."""
    names, owner = names_of(text, mentions)
    table = Table(names, text)
    rows, score = scored(table)
    if home is not None:
        score = score + home_score(table, home)
    belief = table.softmax(score)
    sure = confidences(table, rows, belief)
    resolutions = tuple(_resolution(table, i, belief, float(sure[i])) for i in range(len(names)))
    return Ranking(table, tuple(owner), rows, belief, resolutions, home)


def scored(table: Table) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the features of the last stage and the ranker's scores, a row each."""
    rows = context_features(table)
    return rows, base_score(rows) + load("ranking", NAMES).score(rows)


def context_features(table: Table) -> NDArray[np.float64]:
    """Return features whose context is what the hand weights believe of the other names."""
    own = own_features(table)
    first = features(table, own, table.softmax(table.score, PRIOR_SHARPNESS))
    return features(table, own, table.softmax(first @ hand_weights(NAMES), SHARPNESS))


def _resolution(table: Table, name: int, belief: NDArray[np.float64], sure: float) -> Resolution:
    rows = table.rows(name)
    if rows.start == rows.stop:
        return Resolution(None, 0.0)
    order = rows.start + np.argsort(-belief[rows], kind="stable")
    best = int(order[0])
    rest = max(1 - float(belief[best]), 1e-9)
    shares = [(int(row), (1 - sure) * float(belief[row]) / rest) for row in order[1 : 1 + ALTERNATIVES]]
    if sure < NO_MATCH:
        shares.insert(0, (best, sure))
    candidates = table.names[name].choices.candidates
    others = tuple((candidates[row - rows.start], share) for row, share in shares if share >= LEAST_SHARE)
    return Resolution(best if sure >= NO_MATCH else None, sure, others)
