"""How sure the extractor is that an event is as it says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from mapper.events.draft import Draft

_BY_STRENGTH: Final = {3: 0.72, 2: 0.6, 1: 0.4, 0: 0.4}
"""Share of hits of a trigger row's strength that report an event of its type, read on random news."""

_PLACED: Final = 0.08
_DATED: Final = 0.08
_NAMED: Final = 0.06
_REPEATED: Final = 0.06
_HIGHEST: Final = 0.97


def confidence_of(group: Sequence[Draft]) -> float:
    """Return the confidence in an event: its trigger's, raised by place, date, names and repetition."""
    first = group[0]
    score = max(_BY_STRENGTH[draft.mention.trigger.strength] for draft in group)
    score += _PLACED * any(d.where is not None and d.where.how == "attached" for d in group)
    score += _DATED * any(d.when is not None and d.when.how == "attached" for d in group)
    score += _NAMED * any(d.participants for d in group)
    score += _REPEATED * (len(group) > 1)
    return round(min(_HIGHEST, score * first.verdict.certainty), 3)
