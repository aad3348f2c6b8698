"""What stands around a name in its sentence, as plain fields a rule can ask for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from mapper.toponyms.vocabulary import NO_CLASSES, classes

if TYPE_CHECKING:
    from mapper.language import Entity, Parse, Token
    from mapper.toponyms.words import Words

_MAX_CONJUNCTS: Final = 12
_MODIFIERS: Final = frozenset({"compound", "amod", "nmod", "poss", "nummod"})
_NOMINALS: Final = frozenset({"NOUN", "PROPN"})
_VERBALS: Final = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True)
class Relation:
    """The syntax around one name; fields are empty where there is none.

    `dep` and what follows are those of the name's root word; for a later name of a list those of
    the first (`listed`). `noun` is the noun the name modifies, the one before "of" or another
    preposition, or the one in apposition; `verb` the verb that governs it. `carrier` is the label
    of a longer entity that holds the name, `label` that of the entity that is the name.
    """

    dep: str = ""
    tag: str = ""
    preposition: str = ""
    noun: frozenset[str] = NO_CLASSES
    noun_start: int | None = None
    noun_is_name: bool = False
    noun_label: str = ""
    verb: frozenset[str] = NO_CLASSES
    label: str = ""
    carrier: str = ""
    opens_carrier: bool = False
    listed: bool = False
    possessive: bool = False
    hyphenated: str = ""
    is_tail: bool = False


def relation_of(words: Words, start: int, end: int) -> Relation:
    """Return what stands around the name at ``start:end``."""
    parse = words.parse
    root = parse.root_of(start, end)
    if root is None:
        return Relation()
    label, carrier = _entities(words, start, end)
    head, listed = _first_of_list(parse, root)
    noun = _noun(parse, head, end)
    verb = _verb(parse, head)
    return Relation(
        dep=head.dep,
        tag=root.tag,
        preposition=_preposition(parse, head),
        noun=_classes_of("nouns", noun),
        noun_start=noun.start if noun is not None else None,
        noun_is_name=noun is not None and noun.pos == "PROPN",
        noun_label=noun.entity if noun is not None else "",
        verb=_classes_of("verbs", verb),
        label=label,
        carrier=carrier.label if carrier is not None else "",
        opens_carrier=carrier is not None and _opens(carrier, start),
        listed=listed,
        possessive=_is_possessive(parse.text, end),
        hyphenated=_hyphenated(words, end),
        is_tail=parse.text[max(start - 2, 0) : start] in {", ", "(", " ("}
        and root.dep in {"appos", "npadvmod"},
    )


def _entities(words: Words, start: int, end: int) -> tuple[str, Entity | None]:
    """Return the label of the entity that is the name, and the longer entity around it."""
    entity = words.entity(start, end)
    if entity is None:
        return "", None
    before = words.text[entity.start : start].strip().lower()
    behind = words.text[end : entity.end].strip().lower()
    if before in {"", "the"} and behind in {"", "'s", "’s", "’", "'", "."}:
        return entity.label, None
    return "", entity


def _opens(entity: Entity, start: int) -> bool:
    return start - entity.start <= len("the ")


def _first_of_list(parse: Parse, token: Token) -> tuple[Token, bool]:
    """Return the first name of the list a token stands in ("A, B and C")."""
    head, listed = token, False
    for _ in range(_MAX_CONJUNCTS):
        if head.dep != "conj" or parse.tokens[head.head].pos not in _NOMINALS:
            break
        head, listed = parse.tokens[head.head], True
    return head, listed


def _preposition(parse: Parse, token: Token) -> str:
    head = parse.tokens[token.head]
    return head.lemma.lower() if token.dep in {"pobj", "pcomp"} else "by" if token.dep == "agent" else ""


def _noun(parse: Parse, token: Token, end: int) -> Token | None:
    """Return the noun that a name modifies, that governs its preposition, or that renames it."""
    head = parse.tokens[token.head]
    if token.dep in _MODIFIERS and head.start >= end:
        return head
    if token.dep == "pobj":
        above = parse.tokens[head.head]
        return above if above.pos in _NOMINALS and head.dep == "prep" else None
    if token.dep == "appos":
        return head
    return next((child for child in parse.children(token.i) if child.dep == "appos"), None)


def _verb(parse: Parse, token: Token) -> Token | None:
    """Return the verb a name is subject, object or adverbial of, through one preposition."""
    head = parse.tokens[token.head]
    if head.pos == "ADP" and head.head != head.i:
        head = parse.tokens[head.head]
    return head if head.pos in _VERBALS and head.i != token.i else None


def _classes_of(table: str, token: Token | None) -> frozenset[str]:
    if token is None:
        return NO_CLASSES
    known = classes(table)
    return known.get(token.lemma.lower()) or known.get(token.text.lower()) or NO_CLASSES


def _is_possessive(text: str, end: int) -> bool:
    return text[end : end + 2] in {"'s", "’s"} or (text[end : end + 1] in {"'", "’"} and text[end - 1] == "s")


def _hyphenated(words: Words, end: int) -> str:
    """Return the word joined to the name by a hyphen ("based", "led")."""
    if words.text[end : end + 1] not in {"-", "–"}:
        return ""
    following = words.word(words.between(end, end + 2).stop - 1)
    return following.text if following is not None and following.start == end + 1 else ""
