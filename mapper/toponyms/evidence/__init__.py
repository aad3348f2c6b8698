"""The evidence for or against a span being a place name, as named numbers in groups."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from mapper.toponyms.evidence import casing, context, gazetteer, model, person, repetition, syntax

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from mapper.toponyms.document import Document
    from mapper.toponyms.spans.proposal import Proposal

GROUPS: Final = (model, casing, gazetteer, person, context, syntax, repetition)
SOURCES: Final = ("model", "pattern", "abbreviation")
NAMES: Final = (
    *(name for group in GROUPS for name in group.NAMES),
    *(f"proposed_by_{source}" for source in SOURCES),
)


def evidence(document: Document, proposals: Sequence[Proposal]) -> NDArray[np.float64]:
    """Return a row of `NAMES` for each proposal."""
    rows = [_row(document, proposal) for proposal in proposals]
    return np.array(rows, dtype=np.float64).reshape(len(rows), len(NAMES))


def _row(document: Document, proposal: Proposal) -> list[float]:
    row: list[float] = []
    for group in GROUPS:
        row += group.features(document, proposal)
    row += [float(proposal.source == source) for source in SOURCES]
    return row
