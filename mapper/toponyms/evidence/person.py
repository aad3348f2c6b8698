"""Whether a span is a person's name, or a part of one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mapper.toponyms.vocabulary import first_name_level, members, surname_level

if TYPE_CHECKING:
    from mapper.toponyms.document import Document
    from mapper.toponyms.spans.proposal import Proposal
    from mapper.toponyms.words import Word

FUNCTION_WORDS: Final = frozenset(
    "the a an in at of on to from near and but or for by with as this that these those it its he she they we "
    "his her their our my your if when while after before since until because although though".split()
)
NAMES: Final = (
    "first_name",
    "surname",
    "honorific_before",
    "first_name_before",
    "capital_before",
    "capital_behind",
    "surname_behind",
    "initial_before",
    "in_persons",
    "age_behind",
)


def features(document: Document, proposal: Proposal) -> tuple[float, ...]:
    """Return the values of `NAMES`."""
    words = document.words
    first, last = words.words[proposal.first], words.words[proposal.last - 1]
    before, behind = words.word(proposal.first - 1), words.word(proposal.last)
    before = before if before is not None and first.glued and _is_namelike(before) else None
    behind = behind if behind is not None and behind.glued and behind.is_capital else None
    return (
        float(first_name_level(first.text)),
        float(surname_level(last.text)),
        _is_honorific(before),
        float(first_name_level(before.text)) if before is not None else 0.0,
        float(before is not None),
        float(behind is not None),
        float(surname_level(behind.text)) if behind is not None else 0.0,
        float(before is not None and len(before.text.strip(".")) == 1),
        float(document.people.get(last.text, 0)),
        float(
            document.text[proposal.end : proposal.end + 2] == ", "
            and document.text[proposal.end + 2 : proposal.end + 4].isdigit()
        ),
    )


def _is_namelike(word: Word) -> bool:
    """Tell whether a capitalised word before a name may belong to it, as no article or preposition does."""
    return word.is_capital and word.text.lower() not in FUNCTION_WORDS


def _is_honorific(word: Word | None) -> float:
    return float(word is not None and word.text.lower().strip(".") in members("words", "honorific"))
