"""What the language model says of a span."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from mapper.toponyms.document import Document
    from mapper.toponyms.spans.proposal import Proposal

LABELS: Final = ("GPE", "LOC", "FAC", "NORP", "ORG", "PERSON")
TAGS: Final = ("PROPN", "ADJ", "NOUN")
NAMES: Final = (
    "has_model",
    *(f"label_{label.lower()}" for label in LABELS),
    "label_other",
    "is_entity",
    "inside_entity",
    "crosses_entity",
    "letters_before_in_entity",
    "letters_behind_in_entity",
    *(f"first_tag_{tag.lower()}" for tag in TAGS),
    "last_tag_propn",
)


def features(document: Document, proposal: Proposal) -> tuple[float, ...]:
    """Return the values of `NAMES`."""
    entity = document.entity(proposal)
    has_model = document.parse.model != "none"
    if entity is None:
        where: tuple[float, ...] = (0.0,) * (len(LABELS) + 6)
    else:
        before, behind = proposal.start - entity.start, entity.end - proposal.end
        inside = before >= 0 and behind >= 0
        tail = document.text[proposal.end : max(entity.end, proposal.end)]
        is_entity = inside and before in {0, len("the ")} and (behind <= len("'s") or tail.islower())
        where = (
            *(float(entity.label == label) for label in LABELS),
            float(entity.label not in LABELS),
            float(is_entity),
            float(inside and not is_entity),
            float(not inside),
            float(max(before, 0)),
            float(max(behind, 0)),
        )
    words = document.words.words
    first = document.words.token(words[proposal.first]).pos
    last = document.words.token(words[proposal.last - 1]).pos
    return (float(has_model), *where, *(float(first == tag) for tag in TAGS), float(last == "PROPN"))
