"""Abbreviated names: "U.S.", "UAE", "Ky.", and a state's postal code behind a comma."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapper.toponyms.document import Document
    from mapper.toponyms.spans.proposal import Proposal
    from mapper.toponyms.words import Word

_LONGEST: Final = 6
"""Letters and points of the longest abbreviation looked for; "Minn." has five, "U.A.E." six."""
_ALWAYS: Final = frozenset({"abbreviation"})
_BEHIND_A_NAME: Final = frozenset({"abbreviation", "code"})


def abbreviation_spans(document: Document) -> Iterator[Proposal]:
    """Yield abbreviations spelled exactly as the gazetteer has them."""
    for word in document.words.words:
        if not word.is_capital or len(word.text) > _LONGEST:
            continue
        end = word.end + (document.text[word.end : word.end + 1] == ".")
        kinds = _BEHIND_A_NAME if _follows_a_name(document, word) else _ALWAYS
        for stop in sorted({word.end, end}, reverse=True):
            if document.abbreviation_kinds(document.text[word.start : stop]) & kinds:
                yield document.proposal(word.start, stop, "abbreviation")
                break


def _follows_a_name(document: Document, word: Word) -> bool:
    """Tell whether a comma or bracket parts the word from a capitalised one: "Phoenix, AZ"."""
    before = document.words.word(word.i - 1)
    return (
        before is not None
        and before.is_capital
        and document.text[before.end : word.start] in {", ", " (", ",", " "}
    )
