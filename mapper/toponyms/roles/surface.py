"""The relation of a name read from the words beside it, where there is no syntactic parse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mapper.toponyms.roles.relation import Relation
from mapper.toponyms.vocabulary import NO_CLASSES, classes

if TYPE_CHECKING:
    from mapper.toponyms.words import Word, Words

PREPOSITIONS: Final = frozenset(
    "in at from to on of by against with between among for near into through across around outside inside "
    "over toward towards under like as than about".split()
)
_REACH: Final = 3
"""Words behind a name among which its noun is looked for: "Seoul's new defence chief"."""
_ENDINGS: Final = (
    ("ied", "y"), ("ies", "y"), ("es", ""), ("ed", ""), ("ed", "e"), ("s", ""), ("ing", ""), ("ing", "e"),
)  # fmt: skip


def surface_relation(words: Words, start: int, end: int) -> Relation:
    """Return what the neighbouring words say of the name at ``start:end``."""
    span = words.between(start, end)
    owns = is_possessive(words.text, end)
    noun = _noun_behind(words, span.stop + owns)
    before = _before(words, span.start)
    behind = words.word(span.stop)
    verb = _verb_classes(behind) if behind is not None and not before else NO_CLASSES
    dep = (
        "poss" if owns else "compound" if noun is not None else "pobj" if before else "nsubj" if verb else ""
    )
    return Relation(
        dep=dep,
        preposition=before if noun is None else "",
        noun=classes("nouns").get(noun.text.lower(), NO_CLASSES) if noun is not None else NO_CLASSES,
        noun_start=noun.start if noun is not None else None,
        verb=verb,
        possessive=owns,
        hyphenated=hyphenated(words, end),
    )


def _before(words: Words, first: int) -> str:
    """Return the preposition in front of a name, over an article."""
    word = words.word(first - 1)
    if word is not None and word.text.lower() == "the":
        word = words.word(first - 2)
    return word.text.lower() if word is not None and word.text.lower() in PREPOSITIONS else ""


def _noun_behind(words: Words, first: int) -> Word | None:
    """Return the first noun of a known class behind a name, no sign or other capital between."""
    for i in range(first, first + _REACH):
        word = words.word(i)
        if word is None or not word.glued:
            return None
        if classes("nouns").get(word.text.lower()):
            return word
        if not word.text.islower() or word.text in PREPOSITIONS or _verb_classes(word):
            return None
    return None


def _verb_classes(word: Word) -> frozenset[str]:
    """Return the classes of a verb in any form; none for a word that is no known verb."""
    known, text = classes("verbs"), word.text
    if not word.glued or not text.islower():
        return NO_CLASSES
    stems = (text[: -len(ending)] + stem for ending, stem in _ENDINGS if text.endswith(ending))
    return next((known[stem] for stem in stems if stem in known), NO_CLASSES)


def is_possessive(text: str, end: int) -> bool:
    """Tell whether a possessive ending stands behind the name."""
    return text[end : end + 2] in {"'s", "’s"} or (text[end : end + 1] in {"'", "’"} and text[end - 1] == "s")


def hyphenated(words: Words, end: int) -> str:
    """Return the word joined to the name by a hyphen ("based", "led")."""
    if words.text[end : end + 1] not in {"-", "–"}:
        return ""
    following = words.word(words.between(end, end + 2).stop - 1)
    return following.text if following is not None and following.start == end + 1 else ""
