"""The words that govern a name, from the nearest outwards."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from mapper.disputes import relation_words as words
from mapper.disputes.syntax import Parse, Token

_OBJECTS: Final = {
    "dobj": "object", "dative": "object", "nsubjpass": "passive", "nsubj": "subject", "attr": "complement",
    "oprd": "complement", "acomp": "complement",
}  # fmt: skip
_PARTS: Final = frozenset({"compound", "nmod", "amod", "npadvmod", "quantmod"})
_NOUN_LINKS: Final = frozenset({"to", "over", "of", "with", "from", "about", "for", "on"})
_SIDEWAYS: Final = frozenset({"conj", "appos"})
_SKIPPED: Final = frozenset(
    "the a an this that these those its their his her our both all much most some any disputed "
    "contested occupied "
    "annexed breakaway separatist northern southern eastern western central north south east west upper "
    "lower nearby "
    "so-called self-declared russian-occupied israeli-occupied indian-administered and or , \" “ ” ' ‘ "
    "’ ( ) / —".split()
)
"""What may stand between a preposition and a name, where there is no syntax to say so."""
_WORDS: Final = re.compile(r"[’']s\b|\w+(?:[-.’']\w+)*|[^\w\s]")
_SENTENCE_END: Final = re.compile(r"(?<=[a-z0-9)\]”\"][.!?])\s+(?=[\"“A-Z])|\n\s*\n")
WINDOW: Final = 200
"""Characters on each side that are read without syntax."""


class Step(NamedTuple):
    """One governor: how it holds what is below it, and its lemma.

    `link` is a preposition, or ``part`` (X airport), ``owner`` (X's airport), ``object``,
    ``passive`` (X was hit), ``subject`` or ``complement``. `verb` is set where a parser says so.
    """

    link: str
    head: str
    verb: bool = False


def governors(parse: Parse, start: int, end: int) -> tuple[Step, ...]:
    """Return the governors of the name at ``start:end``, nearest first."""
    if parse.has_syntax:
        root = parse.root_of(start, end)
        if root is not None and _plausible(parse, root, end):
            return tuple(_climb(parse, root))
    return _look_around(parse.text, start, end)


def _plausible(parse: Parse, root: Token, end: int) -> bool:
    """Tell whether a name that is said to modify a noun stands right before it."""
    if root.dep not in _PARTS:
        return True
    between = [token for token in parse.tokens[root.i + 1 : root.head] if token.start >= end]
    nominal = all(
        token.pos in {"ADJ", "NOUN", "PROPN", "PUNCT"} and token.lemma[-3:] != "ing" for token in between
    )
    return root.head > root.i and nominal


def _climb(parse: Parse, token: Token) -> list[Step]:
    """Follow the heads of the tree up to the first verb."""
    steps: list[Step] = []
    seen: set[int] = set()
    while token.i not in seen and token.head != token.i:
        seen.add(token.i)
        head = parse.tokens[token.head]
        link = _link(parse, token, head)
        if link == "":
            token = parse.tokens[head.head] if token.dep in {"pobj", "pcomp"} else head
            continue
        if link is None:
            break
        if token.dep in {"pobj", "pcomp"}:
            head = _holder(parse, head, link)
        if link == "as" and head.dep == "acl" and head.lemma in words.CALLING:
            token = parse.tokens[head.head]
            continue
        steps.append(Step(link, _stem(head), head.pos in {"VERB", "AUX"}))
        if token.dep in _OBJECTS:
            break
        token = head
    return steps


def _holder(parse: Parse, preposition: Token, link: str) -> Token:
    """Return what a preposition hangs on; of two in a row ("out of"), what the first one does.

    Parsers hang "repeated the claim to X" on the verb; the noun right before says more.
    """
    holder = parse.tokens[preposition.head]
    if holder.lemma.casefold() == "out":
        return parse.tokens[holder.head]
    before = parse.tokens[max(preposition.i - 1, 0)]
    telling = words.TOPIC | words.BORDERS | words.DISTANCES
    if holder.pos == "VERB" and link in _NOUN_LINKS and before.pos == "NOUN" and _stem(before) in telling:
        return before
    return holder


def _link(parse: Parse, token: Token, head: Token) -> str | None:
    """Return how a head holds a token: "" where it stands beside it, None where it tells nothing."""
    if token.dep in {"pobj", "pcomp"}:
        return "" if _gives_example(parse, head) else _preposition(parse, head)
    if token.dep in _SIDEWAYS:
        return ""
    if token.dep == "poss":
        return "owner"
    return _OBJECTS.get(token.dep) or ("part" if token.dep in _PARTS else None)


def _gives_example(parse: Parse, preposition: Token) -> bool:
    """Tell whether a preposition only names one of the things before it: "places such as X"."""
    before = parse.tokens[max(preposition.i - 1, 0)].lemma.casefold()
    lemma = preposition.lemma.casefold()
    return lemma in {"include", "including"} or (lemma == "as" and before == "such")


def _preposition(parse: Parse, token: Token) -> str:
    """Return a preposition; of two ("close to", "from off"), the one that says more."""
    above = parse.tokens[token.head].lemma.casefold()
    if above == "out":
        return "from"
    if above in words.NEAR and above in words.PREPOSITIONS:
        return above
    before = parse.text[: token.start].rsplit(None, 1)
    nearby = before[-1].casefold() if before else ""
    return nearby if nearby in words.NEXT_TO else token.lemma.casefold()


def _stem(token: Token) -> str:
    return words.stem(token.lemma.casefold())


def _look_around(text: str, start: int, end: int) -> tuple[Step, ...]:
    """Read the words before and after a name where there is no syntax."""
    before = _words(_SENTENCE_END.split(text[max(0, start - WINDOW) : start])[-1])
    after = _words(_SENTENCE_END.split(text[end : end + WINDOW])[0])
    steps: list[Step] = []
    if len(after) > 1 and after[0] in {"'s", "’s"}:
        steps.append(Step("owner", words.stem(after[1])))
    elif after and words.stem(after[0]) in words.NOUNS:
        steps.append(Step("part", words.stem(after[0])))
    return (*steps, *_backwards(before, after))


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORDS.findall(text)]


def _backwards(before: list[str], after: list[str]) -> list[Step]:
    """Return the prepositions before a name with the words before them, then the verb beside it."""
    before = _without_skipped(before)
    steps = []
    while before and (before[-1] in words.PREPOSITIONS or before[-1] in words.NEXT_TO):
        link, before = before[-1], before[:-1]
        if link == "of" and before and before[-1] == "out":
            link, before = "from", before[:-1]
        if before and words.stem(before[-1]) not in words.DISTANCES:
            before = _without_skipped(before)
        steps.append(Step(link, words.stem(before[-1]) if before else ""))
        while before and words.stem(before[-1]) in words.NOUNS:
            before = _without_skipped(before[:-1])
    return [*steps, *_verb_beside(before, after)]


def _without_skipped(before: list[str]) -> list[str]:
    while before and before[-1] in _SKIPPED:
        before = before[:-1]
    return before


def _verb_beside(before: list[str], after: list[str]) -> list[Step]:
    """Return the verb before a name as holding an object, or the one after it as having a subject."""
    if before and words.stem(before[-1]) not in words.NOUNS and before[-1] not in words.REPORTING:
        return [Step("object", words.stem(before[-1]))]
    if not after:
        return []
    passive = len(after) > 1 and after[0] in {"was", "were", "is", "are", "been"} and after[1].endswith("ed")
    return [Step("passive" if passive else "subject", words.stem(after[1 if passive else 0]))]
