"""Which proposals are place names: a fitted probability, agreement within the document, no overlaps."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from mapper.toponyms.evidence import NAMES, evidence
from mapper.toponyms.fitted import load, logistic

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from mapper.toponyms.document import Document
    from mapper.toponyms.spans.proposal import Proposal

THRESHOLD: Final = 0.3
"""Probability from which a span counts as a place name. From .3 to .4 recognition and end-to-end F1 differ by
less than .005 on the corpora; our own gold, whose articles are shorter, loses recall above."""
AGREEMENT: Final = 0.5
"""Weight of the mean over all spans of one spelling against the span's own evidence (one sense per
discourse; from .2 to .6 recognition improves on every training corpus)."""
TRUSTED: Final = frozenset({"disputed", "dateline"})
"""Strategies whose proposals stand: the register applies its own vetoes, a dateline's form is strict."""
STATE_INITIALS: Final = 2.0
"""Log-odds added for the initials of a state in their exact spelling, which the corpora annotate unevenly
(our judgement: seven to one)."""
LOCATIVES: Final = frozenset({"in", "at", "near", "outside", "around", "across"})
NAMES_PROPER: Final = frozenset({"primary", "alternate", "former"})
BEHIND_LOCATIVE: Final = 0.5
"""Log-odds added for a name of a place right behind one of `LOCATIVES`, which short reports use for towns
that they name once (our judgement; the corpora neither gain nor lose .001 by it)."""
_SURE: Final = 9.0


@dataclass(frozen=True, slots=True)
class Decision:
    """A span taken as a place name, with its probability."""

    proposal: Proposal
    probability: float


def decide(document: Document, proposals: Sequence[Proposal]) -> list[Decision]:
    """Return the spans that are place names, in text order, none overlapping another."""
    scores = agreed(proposals, span_scores(document, proposals))
    order = sorted(range(len(proposals)), key=lambda i: _rank(proposals[i], float(scores[i])))
    least = math.log(THRESHOLD / (1 - THRESHOLD))
    chosen: list[int] = []
    taken = np.zeros(len(document.words.words), dtype=bool)
    for i in order:
        covered = slice(proposals[i].first, proposals[i].last)
        if scores[i] >= least and not taken[covered].any():
            taken[covered] = True
            chosen.append(i)
    probabilities = logistic(scores)
    return [Decision(proposals[i], float(probabilities[i])) for i in sorted(chosen)]


def span_scores(document: Document, proposals: Sequence[Proposal]) -> NDArray[np.float64]:
    """Return the log-odds of each proposal being a place name, from its own evidence."""
    name = "spans-plain" if document.parse.model == "none" else "spans"
    scores = load(name, NAMES).score(evidence(document, proposals))
    for i, proposal in enumerate(proposals):
        if proposal.source in TRUSTED:
            scores[i] = _SURE
        elif _is_state(document, proposal):
            scores[i] += STATE_INITIALS
        elif _is_behind_locative(document, proposal):
            scores[i] += BEHIND_LOCATIVE
    return scores


def _is_state(document: Document, proposal: Proposal) -> bool:
    """Tell whether a span is the initials of a state or a union of states: "UAE", "EU"."""
    if not document.is_initials(proposal):
        return False
    choices = document.choices(proposal)
    return (
        bool(len(choices)) and choices.kinds[0] in {"country", "grouping"} and choices.matches[0] == "exact"
    )


def _is_behind_locative(document: Document, proposal: Proposal) -> bool:
    """Tell whether a name of a place stands right behind "in" or "near", no other capital behind it."""
    before, behind = document.words.word(proposal.first - 1), document.words.word(proposal.last)
    if before is None or before.text not in LOCATIVES or document.text[before.end : proposal.start] != " ":
        return False
    choices = document.choices(proposal)
    if not len(choices) or choices.matches[0] != "exact" or choices.name_kinds[0] not in NAMES_PROPER:
        return False
    return behind is None or not behind.glued or not behind.is_capital


def agreed(proposals: Sequence[Proposal], scores: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return scores drawn towards the mean of all spans with the same spelling."""
    spellings = [proposal.text for proposal in proposals]
    index = {spelling: i for i, spelling in enumerate(dict.fromkeys(spellings))}
    group = np.array([index[spelling] for spelling in spellings], dtype=np.intp)
    counts = np.bincount(group, minlength=len(index))
    means = np.bincount(group, scores, len(index)) / np.maximum(counts, 1)
    mixed: NDArray[np.float64] = (1 - AGREEMENT) * scores + AGREEMENT * means[group]
    return mixed


def _rank(proposal: Proposal, score: float) -> tuple[float, int, int]:
    return -score, proposal.start - proposal.end, proposal.start
