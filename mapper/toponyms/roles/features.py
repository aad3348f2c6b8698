"""The relation of a name as named numbers, for the fitted share of literal uses."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import numpy as np

from mapper.toponyms.evidence.gazetteer import GROUPS
from mapper.toponyms.roles.rules import EVIDENCE
from mapper.toponyms.vocabulary import NO_CLASSES, classes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from mapper.toponyms.document import Document
    from mapper.toponyms.roles.relation import Relation
    from mapper.toponyms.spans.proposal import Proposal

DEPENDENCIES: Final = (
    "nsubj", "nsubjpass", "dobj", "pobj", "poss", "compound", "amod", "nmod", "appos", "attr", "ROOT",
    "npadvmod", "conj", "dep", "dative",
)  # fmt: skip
PREPOSITIONS: Final = (
    "in", "at", "from", "to", "on", "of", "by", "against", "with", "between", "among", "for", "near",
    "into", "through", "across", "around", "outside", "inside", "over", "toward", "under", "like", "as",
    "than", "about",
)  # fmt: skip
NOUNS: Final = ("title", "organisation", "place", "building", "event", "diplomacy", "abstract", "people")
VERBS: Final = ("speech", "decision", "sport", "locative", "social", "stative")
LABELS: Final = ("GPE", "LOC", "FAC", "NORP", "ORG", "PERSON", "EVENT")
TAGS: Final = ("JJ", "NNP", "NNPS", "NN")
NAMES: Final = (
    *(f"dep_{dep.lower()}" for dep in DEPENDENCIES),
    *(f"prep_{word}" for word in PREPOSITIONS),
    "prep_other",
    *(f"noun_{kind}" for kind in NOUNS),
    "noun_is_name",
    "noun_any",
    *(f"verb_{kind}" for kind in VERBS),
    *(f"label_{label.lower()}" for label in LABELS),
    *(f"carrier_{label.lower()}" for label in LABELS),
    "carrier_any",
    "opens_carrier",
    *(f"carrier_head_{kind}" for kind in NOUNS),
    "listed",
    "possessive",
    "hyphenated",
    "based",
    "tail",
    *(f"tag_{tag.lower()}" for tag in TAGS),
    "all_capitals",
    "language",
    *(f"sign_{sign.id}" for sign in EVIDENCE),
    *(f"ends_with_{kind}" for kind in NOUNS),
    *(f"behind_{kind}" for kind in NOUNS),
    *(f"kind_{group}" for group in GROUPS),
    "by_demonym",
    "prominence",
    "occurrences",
    "share_behind_preposition",
    "unit_behind",
    "holds_organisation",
)


def role_rows(document: Document, proposals: Sequence[Proposal]) -> NDArray[np.float64]:
    """Return a row of `NAMES` for each proposal."""
    rows = [_row(document, proposal, document.relation(proposal)) for proposal in proposals]
    return np.array(rows, dtype=np.float64).reshape(len(rows), len(NAMES))


def _row(document: Document, proposal: Proposal, relation: Relation) -> tuple[float, ...]:
    return (*_syntax(relation), *_carrier(document, proposal, relation), *_form(document, proposal, relation))


def _syntax(relation: Relation) -> tuple[float, ...]:
    return (
        *(float(relation.dep == dep) for dep in DEPENDENCIES),
        *(float(relation.preposition == word) for word in PREPOSITIONS),
        float(bool(relation.preposition) and relation.preposition not in PREPOSITIONS),
        *(float(kind in relation.noun) for kind in NOUNS),
        float(relation.noun_is_name),
        float(relation.noun_start is not None),
        *(float(kind in relation.verb) for kind in VERBS),
    )


def _carrier(document: Document, proposal: Proposal, relation: Relation) -> tuple[float, ...]:
    entity = document.entity(proposal) if relation.carrier else None
    words = entity.text.split() if entity is not None else []
    head = classes("nouns").get(words[-1].lower(), NO_CLASSES) if words else NO_CLASSES
    return (
        *(float(relation.label == label) for label in LABELS),
        *(float(relation.carrier == label) for label in LABELS),
        float(bool(relation.carrier)),
        float(relation.opens_carrier),
        *(float(kind in head) for kind in NOUNS),
    )


def _form(document: Document, proposal: Proposal, relation: Relation) -> tuple[float, ...]:
    choices = document.choices(proposal)
    kind = choices.kinds[0] if len(choices) else ""
    behind = document.words.word(proposal.last)
    nouns = (
        classes("nouns").get(behind.text.lower(), NO_CLASSES)
        if behind is not None and behind.glued
        else NO_CLASSES
    )
    count, *_, after_preposition = document.occurrences(proposal.text)
    last = classes("nouns").get(document.words.words[proposal.last - 1].text.lower(), NO_CLASSES)
    return (
        float(relation.listed),
        float(relation.possessive),
        float(bool(relation.hyphenated)),
        float(relation.hyphenated == "based"),
        float(relation.is_tail),
        *(float(relation.tag == tag) for tag in TAGS),
        float(proposal.text.replace(".", "").isupper()),
        float(relation.label == "LANGUAGE"),
        *(float(sign.holds(relation)) for sign in EVIDENCE),
        *(float(known in last) for known in NOUNS),
        *(float(known in nouns) for known in NOUNS),
        *(float(kind in kinds) for kinds in GROUPS.values()),
        float(bool(len(choices)) and choices.name_kinds[0] == "demonym"),
        float(choices.prominence[0]) if len(choices) else 0.0,
        math.log2(1 + count),
        after_preposition / count,
        float(document.has_unit_behind(proposal)),
        float(_holds_organisation(document, proposal)),
    )


def _holds_organisation(document: Document, proposal: Proposal) -> bool:
    """Tell whether a name of several words says that it is a body: "Cavan County Council"."""
    words = document.words.words[proposal.first + 1 : proposal.last]
    known = classes("nouns")
    return any("organisation" in known.get(word.text.lower(), NO_CLASSES) for word in words)
