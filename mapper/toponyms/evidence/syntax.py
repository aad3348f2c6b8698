"""What the span does in its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from mapper.toponyms.document import Document
    from mapper.toponyms.spans.proposal import Proposal

DEPENDENCIES: Final = (
    "nsubj",
    "pobj",
    "poss",
    "compound",
    "appos",
    "dobj",
    "amod",
    "conj",
    "npadvmod",
    "ROOT",
)
PREPOSITIONS: Final = ("in", "at", "from", "to", "of", "by", "with", "for", "on")
NAMES: Final = (
    *(f"dep_{dep.lower()}" for dep in DEPENDENCIES),
    *(f"prep_{word}" for word in PREPOSITIONS),
    "noun_is_name",
    "verb_speech",
    "verb_decision",
    "verb_locative",
)


def features(document: Document, proposal: Proposal) -> tuple[float, ...]:
    """Return the values of `NAMES`."""
    relation = document.relation(proposal)
    return (
        *(float(relation.dep == dep) for dep in DEPENDENCIES),
        *(float(relation.preposition == word) for word in PREPOSITIONS),
        float(relation.noun_is_name),
        *(float(kind in relation.verb) for kind in ("speech", "decision", "locative")),
    )
