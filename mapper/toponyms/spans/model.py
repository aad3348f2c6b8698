"""Names the language model marks as places or nationalities, cut to the name itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mapper.toponyms.spans.proposal import Proposal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapper.language import Entity
    from mapper.toponyms.document import Document

LABELS: Final = frozenset({"GPE", "LOC", "FAC", "NORP"})
_SPLIT: Final = re.compile(r"\s*(?:[,;()\[\]\n\"“”]|\s(?:and|or|to|versus)\s(?=[A-Z]))\s*")
_DRESS: Final = re.compile(
    r"^(?:the|this|that|a|an)\s+|(?:['’]s?)$|[\s.…—–-]+$|^[\s.…—–'\"-]+", re.IGNORECASE
)
_KIND: Final = re.compile(
    r"(?<=\w) (?:province|state|county|city|district|region|prefecture|governorate|territory|area|town"
    r"|village)$"
)
"""A word for the kind, in lower case, is no part of the name."""
_KEEPS_POINT: Final = re.compile(r"(?:\b[^\W\d_]\.){2,}$")


def model_spans(document: Document) -> Iterator[Proposal]:
    """Yield the model's places and nationalities, lists and "City, State" taken apart."""
    for entity in document.parse.entities:
        if entity.label in LABELS:
            for start, end in _pieces(document, entity):
                yield document.proposal(start, end, "model")


def _pieces(document: Document, entity: Entity) -> Iterator[tuple[int, int]]:
    """Yield where the names in an entity stand."""
    whole = undressed(document.text, entity.start, entity.end)
    if whole is None:
        return
    if document.gazetteer.has(document.text[slice(*whole)]):
        yield whole
        return
    start = entity.start
    for match in _SPLIT.finditer(document.text, entity.start, entity.end):
        if piece := undressed(document.text, start, match.start()):
            yield piece
        start = match.end()
    if piece := undressed(document.text, start, entity.end):
        yield piece


def undressed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return a span without article, possessive ending and stray signs, None when nothing is left."""
    while start < end:
        piece = text[start:end]
        match = _KIND.search(piece) or _DRESS.search(piece)
        if match is None or not match.group() or (match.start() and _KEEPS_POINT.search(piece)):
            break
        start, end = (start + match.end(), end) if match.start() == 0 else (start, start + match.start())
    return (start, end) if _may_be_name(text[start:end]) else None


def _may_be_name(piece: str) -> bool:
    """Tell whether a capital, or a letter of a script without capitals, is in a piece."""
    return any(letter.isalpha() and not letter.islower() for letter in piece)
