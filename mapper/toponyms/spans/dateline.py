"""The places of datelines, which reporters print in capitals."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapper.model import Dateline
    from mapper.toponyms.document import Document
    from mapper.toponyms.spans.proposal import Proposal

_WORD: Final = r"[^\W\d_](?:[^\W\d_]|['’.-](?=[^\W\d_]))+"
_HEAD: Final = re.compile(
    rf"(?:^|(?<=[.!?\"”)]\s))[ \t]*(?P<place>{_WORD}(?: {_WORD}){{0,3}})"
    rf"(?:, (?P<unit>{_WORD}(?: {_WORD})?\.?))?"
    r" ?(?:\([^()\n]{2,40}\) ?)?(?:--|[—–]|- )",
    re.MULTILINE,
)
"""A name and perhaps its unit between the head of a line or sentence and a dash."""


def dateline_spans(document: Document) -> Iterator[Proposal]:
    """Yield the places of the article's dateline, and of datelines of further reports in the text."""
    for start, end in document.dateline_places:
        yield document.proposal(start, end, "dateline")


def find_places(document: Document) -> Iterator[tuple[int, int]]:
    """Yield where the places of datelines stand."""
    first = document.article.dateline
    for start, end in _of_article(first):
        if _is_signed(first) or document.gazetteer.has(document.text[start:end]):
            yield start, end
    for match in _HEAD.finditer(document.text):
        if match["place"].isupper() and document.gazetteer.has(match["place"]):
            for group in ("place", "unit"):
                if match[group] and document.gazetteer.has(match[group]):
                    yield match.span(group)


def _of_article(dateline: Dateline | None) -> list[tuple[int, int]]:
    return [(place.start, place.end) for place in dateline.places] if dateline is not None else []


def _is_signed(dateline: Dateline | None) -> bool:
    """Tell whether a date or an agency makes a line of capitals a dateline whatever it names."""
    return dateline is not None and (dateline.date is not None or dateline.agency is not None)
