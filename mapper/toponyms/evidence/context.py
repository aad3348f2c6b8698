"""The words beside a span."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mapper.toponyms.vocabulary import NO_CLASSES, classes

if TYPE_CHECKING:
    from mapper.toponyms.document import Document
    from mapper.toponyms.spans.proposal import Proposal

BESIDE: Final = ("area", "water", "relief", "site")
NOUNS: Final = ("title", "organisation", "place", "building", "event", "diplomacy", "abstract", "people")
_JOINERS: Final = frozenset({"and", "or"})
_LIST_GAP: Final = re.compile(r", ?(?:and |or )?| (?:and|or) |[-/–]")
_OF: Final = frozenset({"of", "de", "of the"})
NAMES: Final = (
    "preposition_before",
    "article_before",
    "compass_before",
    "vessel_before",
    "comma_before",
    "comma_behind",
    "hyphen_before",
    "hyphen_behind",
    "bracket_before",
    "possessive_behind",
    "of_before",
    *(f"{kind}_of_before" for kind in BESIDE),
    "organisation_of_before",
    *(f"{kind}_behind" for kind in BESIDE),
    *(f"{kind}_last" for kind in BESIDE),
    *(f"noun_{kind}_behind" for kind in NOUNS),
    "noun_namesake_behind",
    "listed_with_place",
    "digit_behind",
    "ends_line",
    "colon_behind",
)


def features(document: Document, proposal: Proposal) -> tuple[float, ...]:
    """Return the values of `NAMES`."""
    text, words = document.text, document.words
    before = words.word(proposal.first - 1)
    behind = words.word(proposal.last)
    lowered = before.text.lower() if before is not None and words.words[proposal.first].glued else ""
    known = classes("words")
    ahead = _before_of(document, proposal, lowered)
    following = behind.text.lower() if behind is not None and behind.glued else ""
    last = (
        known.get(words.words[proposal.last - 1].text.lower(), NO_CLASSES)
        if proposal.last - proposal.first > 1
        else NO_CLASSES
    )
    following_kinds = known.get(following, NO_CLASSES)
    nouns = classes("nouns").get(following, NO_CLASSES)
    gap_before, gap_behind = (
        text[max(proposal.start - 2, 0) : proposal.start],
        text[proposal.end : proposal.end + 2],
    )
    return (
        float("before" in known.get(lowered, NO_CLASSES)),
        float(lowered == "the"),
        float("compass" in known.get(lowered, NO_CLASSES)),
        float("vessel" in known.get(lowered, NO_CLASSES)),
        float(gap_before == ", "),
        float(gap_behind[:1] == ","),
        float(gap_before[1:] in {"-", "–", "/"}),
        float(gap_behind[:1] in {"-", "–", "/"}),
        float("(" in gap_before),
        float(gap_behind in {"'s", "’s"}),
        float(lowered in _OF),
        *(float(kind in known.get(ahead, NO_CLASSES)) for kind in BESIDE),
        float("organisation" in classes("nouns").get(ahead, NO_CLASSES)),
        *(float(kind in following_kinds) for kind in BESIDE),
        *(float(kind in last) for kind in BESIDE),
        *(float(kind in nouns) for kind in NOUNS),
        float("namesake" in nouns),
        float(_listed(document, proposal.first, -1) or _listed(document, proposal.last - 1, 1)),
        float(following[:1].isdigit()),
        float(gap_behind[:1] in {"\n", ""}),
        float(gap_behind[:1] == ":"),
    )


def _before_of(document: Document, proposal: Proposal, before: str) -> str:
    """Return the word before "of": "city" in "the city of Nara"."""
    if before not in _OF:
        return ""
    word = document.words.word(proposal.first - 2)
    return word.text.lower() if word is not None else ""


def _listed(document: Document, i: int, step: int) -> bool:
    """Tell whether a comma or "and" joins a name to one that the model marks as a place."""
    words, here = document.words, document.words.words[i]
    other = words.word(i + step)
    if other is not None and other.text in _JOINERS:
        other = words.word(i + 2 * step)
    if other is None or not document.is_model_place(other):
        return False
    gap = document.text[min(here.end, other.end) : max(here.start, other.start)]
    return _LIST_GAP.fullmatch(gap) is not None
