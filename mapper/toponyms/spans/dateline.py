"""The places of the dateline, which reporters print in capitals."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapper.toponyms.document import Document
    from mapper.toponyms.spans.proposal import Proposal


def dateline_spans(document: Document) -> Iterator[Proposal]:
    """Yield the places of the article's dateline."""
    dateline = document.article.dateline
    if dateline is not None:
        for place in dateline.places:
            yield document.proposal(place.start, place.end, "dateline")
