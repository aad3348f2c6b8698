"""Signs that a name is no place here, whatever else speaks for it: ships, persons, things named so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mapper.articles.dateline_words import AGENCIES
from mapper.toponyms.vocabulary import NO_CLASSES, classes, first_name_level

if TYPE_CHECKING:
    from collections.abc import Callable

    from mapper.toponyms.document import Document
    from mapper.toponyms.spans.proposal import Proposal
    from mapper.toponyms.words import Word

_SHORT: Final = 3
"""Letters up to which a ship's prefix counts only in capitals: "MS", not "Ms"."""
_SURE_FIRST_NAME: Final = 2
_SHORTEST_AGENCY: Final = 4
"""Letters of the shortest agency that is no state's abbreviation: "Jiji", but not "PA" or "NA"."""
_COMPANY_FORMS: Final = frozenset({"P.A.", "P.C.", "P.L.", "S.A.", "N.V.", "L.P."})
_FIRM: Final = 40
"""Characters in which a firm's name with its "&" stands before its form."""
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
    introduced = document.surnames.get(proposal.text)
    if proposal.last - proposal.first > 1 or introduced is None:
        return False
    if proposal.start < introduced and _is_country(document, proposal):
        return False
    behind = _behind(document, proposal)
    is_tail = document.text[proposal.end : proposal.end + 2] == ", "
    return (
        not is_tail
        and "before" not in _kinds("words", _before(document, proposal))
        and _PLACE_NOUNS.isdisjoint(_kinds("nouns", behind) | _kinds("words", behind))
    )


def _is_agency(document: Document, proposal: Proposal) -> bool:
    """Tell whether a news agency is named, which "in" or "near" before it rules out."""
    if proposal.text.casefold() not in AGENCIES or len(proposal.text) < _SHORTEST_AGENCY:
        return False
    before = _before(document, proposal)
    return before is None or before.text.lower() not in {"in", "at", "near", "around", "across", "outside"}


def _is_model(document: Document, proposal: Proposal) -> bool:
    """Tell whether a maker's name stands before: "a Toyota Tacoma", but not "the Toyota Georgetown plant"."""
    behind = _behind(document, proposal)
    return "maker" in _kinds("words", _before(document, proposal)) and _PLACE_NOUNS.isdisjoint(
        _kinds("nouns", behind) | _kinds("words", behind)
    )


def _is_one_of_many(document: Document, proposal: Proposal) -> bool:
    """Tell whether the name is counted and nothing follows it: "the owner of a Labrador."."""
    before = _before(document, proposal)
    return (
        before is not None
        and before.text in {"a", "an", "another"}
        and not document.is_demonym(proposal)
        and document.text[proposal.end : proposal.end + 1] in {"", ".", ",", ";", "!", "?", "\n"}
        and (entity := document.entity(proposal)) is not None
        and entity.label != "NORP"
    )


def _is_country(document: Document, proposal: Proposal) -> bool:
    """Tell whether the model takes a country's name for a place."""
    entity, choices = document.entity(proposal), document.choices(proposal)
    return (
        entity is not None and entity.label == "GPE" and bool(len(choices)) and choices.kinds[0] == "country"
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


def _is_company_form(document: Document, proposal: Proposal) -> bool:
    """Tell whether a firm's legal form ends its name: "Stone & Wells, P.A."."""
    before = document.text[max(0, proposal.start - _FIRM) : proposal.start]
    return proposal.text in _COMPANY_FORMS and before.endswith(", ") and "&" in before


SIGNS: Final[dict[str, Callable[[Document, Proposal], bool]]] = {
    "ship": _is_ship,
    "namesake": _is_namesake,
    "titled-person": _is_titled,
    "surname": _is_surname,
    "first-name": _is_first_name,
    "agency": _is_agency,
    "model": _is_model,
    "one-of-many": _is_one_of_many,
    "company-form": _is_company_form,
}
"""In the order asked."""
