"""How a span is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mapper.toponyms.vocabulary import members

if TYPE_CHECKING:
    from mapper.toponyms.document import Document
    from mapper.toponyms.spans.proposal import Proposal

NAMES: Final = (
    "words",
    "letters",
    "all_capitals",
    "line_of_capitals",
    "line_of_titles",
    "opens_sentence",
    "common_word",
    "stands_in_lower_case",
    "has_point",
)


def features(document: Document, proposal: Proposal) -> tuple[float, ...]:
    """Return the values of `NAMES`."""
    capitals, titles = document.line_casing(proposal.start)
    words = document.words.words[proposal.first : proposal.last]
    lowered = [word.text.lower() for word in words]
    return (
        float(len(words)),
        float(len(proposal.text)),
        float(proposal.text.replace(".", "").isupper()),
        capitals,
        titles,
        float(document.parse.sentence_at(proposal.start).start == proposal.start),
        float(all(word in members("words", "common") for word in lowered)),
        float(all(word in document.words.lowered for word in lowered)),
        float("." in proposal.text),
    )
