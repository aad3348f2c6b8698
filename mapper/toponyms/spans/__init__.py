"""The pieces of a text that may be place names, one strategy a module."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mapper.toponyms.spans.abbreviation import abbreviation_spans
from mapper.toponyms.spans.dateline import dateline_spans
from mapper.toponyms.spans.disputed import disputed_spans
from mapper.toponyms.spans.model import model_spans
from mapper.toponyms.spans.pattern import pattern_spans
from mapper.toponyms.spans.scan import scan_spans
from mapper.toponyms.spans.vetoes import vetoed

if TYPE_CHECKING:
    from mapper.toponyms.document import Document
    from mapper.toponyms.spans.proposal import Proposal

STRATEGIES: Final = (
    disputed_spans, dateline_spans, model_spans, abbreviation_spans, scan_spans, pattern_spans,
)  # fmt: skip
"""In order of trust: of two proposals of one span the first stays."""


def proposals(document: Document) -> list[Proposal]:
    """Return every span that may be a place name, in text order; they may overlap."""
    found: dict[tuple[int, int], Proposal] = {}
    for strategy in STRATEGIES:
        for proposal in strategy(document):
            if proposal.first < proposal.last and not _is_idle(document, proposal):
                found.setdefault((proposal.start, proposal.end), proposal)
    return [found[key] for key in sorted(found)]


def _is_idle(document: Document, proposal: Proposal) -> bool:
    """Tell whether a proposal stands in coordinates ("E" for East), or a sign speaks against it."""
    in_coordinates = any(p.start < proposal.end and proposal.start < p.end for p in document.coordinates)
    return in_coordinates or bool(vetoed(document, proposal))
