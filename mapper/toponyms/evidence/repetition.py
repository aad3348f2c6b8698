"""What the rest of the document says of a span's name."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from mapper.toponyms.document import Document
    from mapper.toponyms.spans.proposal import Proposal

NAMES: Final = (
    "occurrences",
    "share_as_place",
    "share_as_person",
    "share_as_organisation",
    "share_behind_preposition",
    "places_per_100_words",
    "country_in_document",
    "admin1_in_document",
    "kilometres_to_place",
    "contained_by_next",
)


def features(document: Document, proposal: Proposal) -> tuple[float, ...]:
    """Return the values of `NAMES`."""
    count, place, person, organisation, behind = document.occurrences(proposal.text)
    surroundings = document.surroundings
    choices = document.choices(proposal)
    return (
        math.log2(1 + count),
        place / count,
        person / count,
        organisation / count,
        behind / count,
        surroundings.density,
        *surroundings.support(choices),
        float(document.has_unit_behind(proposal)),
    )
