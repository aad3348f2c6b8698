"""Names of disputed territories: always looked for, whatever the model says."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapper.toponyms.document import Document
    from mapper.toponyms.spans.proposal import Proposal


def disputed_spans(document: Document) -> Iterator[Proposal]:
    """Yield the names the register knows in this text."""
    if document.register is None:
        return
    for match in document.register.find_names(document.text, date=document.date):
        proposal = document.proposal(match.start, match.end, "disputed")
        yield replace(proposal, territory=match.territory, whole=not match.inside)
