"""Signs that a name is no place here, whatever else speaks for it: ships, persons, things named so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mapper.toponyms.vocabulary import NO_CLASSES, classes, first_name_level

if TYPE_CHECKING:
    from collections.abc import Callable

    from mapper.toponyms.document import Document
    from mapper.toponyms.spans.proposal import Proposal
    from mapper.toponyms.words import Word

_SHORT: Final = 3
"""Letters up to which a ship's prefix counts only in capitals: "MS", not "Ms"."""
_SURE_FIRST_NAME: Final = 2
_PLACE_NOUNS: Final = frozenset({"place", "people", "organisation", "building", "area"})


def vetoed(document: Document, proposal: Proposal) -> str:
    """Return the id of the first sign against a proposal, empty when there is none."""
    return next((sign for sign, holds in SIGNS.items() if holds(document, proposal)), "")


def _before(document: Document, proposal: Proposal) -> Word | None:
    """Return the word before the name, if nothing but a space parts them."""
    word = document.words.word(proposal.first - 1)
    return word if word is not None and document.text[word.end : proposal.start] in {" ", ". "} else None


def _behind(document: Document, proposal: Proposal) -> Word | None:
    word = document.words.word(proposal.last)
    return word if word is not None and document.text[proposal.end : word.start] == " " else None


def _kinds(table: str, word: Word | None) -> frozenset[str]:
    return classes(table).get(word.text.lower(), NO_CLASSES) if word is not None else NO_CLASSES


def _is_ship(document: Document, proposal: Proposal) -> bool:
    """Tell whether a ship's prefix or kind stands before: "USS Boise", "the frigate Lancaster"."""
    before = _before(document, proposal)
    return (
        before is not None
        and "vessel" in _kinds("words", before)
        and (before.text.isupper() or len(before.text) > _SHORT)
    )


def _is_namesake(document: Document, proposal: Proposal) -> bool:
    """Tell whether a thing named after places stands behind: "Lyme disease", "the Schengen Agreement"."""
    behind = _behind(document, proposal)
    kinds = _kinds("nouns", behind)
    return "namesake" in kinds or ("treaty" in kinds and behind is not None and behind.is_capital)


def _is_titled(document: Document, proposal: Proposal) -> bool:
    """Tell whether a person's title stands before: "Mr Houston"."""
    before = _before(document, proposal)
    return (
        before is not None
        and proposal.last - proposal.first == 1
        and before.text.istitle()
        and "honorific" in _kinds("words", before)
    )


def _is_surname(document: Document, proposal: Proposal) -> bool:
    """Tell whether a person of the text bears the name, and nothing beside it speaks of a place."""
    if proposal.last - proposal.first > 1 or proposal.text not in document.surnames:
        return False
    behind = _behind(document, proposal)
    is_tail = document.text[proposal.end : proposal.end + 2] == ", "
    return (
        not is_tail
        and "before" not in _kinds("words", _before(document, proposal))
        and _PLACE_NOUNS.isdisjoint(_kinds("nouns", behind) | _kinds("words", behind))
    )


def _is_first_name(document: Document, proposal: Proposal) -> bool:
    """Tell whether a first name stands before a word that is no place and no organisation's."""
    behind = _behind(document, proposal)
    if behind is None or not behind.text.istitle() or proposal.last - proposal.first > 1:
        return False
    entity = document.words.entity(proposal.start, behind.end)
    return (
        first_name_level(proposal.text) >= _SURE_FIRST_NAME
        and not document.gazetteer.has(behind.text)
        and not _kinds("nouns", behind)
        and not _kinds("words", behind)
        and (entity is None or entity.label != "ORG")
    )


SIGNS: Final[dict[str, Callable[[Document, Proposal], bool]]] = {
    "ship": _is_ship,
    "namesake": _is_namesake,
    "titled-person": _is_titled,
    "surname": _is_surname,
    "first-name": _is_first_name,
}
"""In the order asked."""
