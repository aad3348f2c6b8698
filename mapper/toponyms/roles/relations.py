"""The relation of a name read from the syntactic parse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mapper.toponyms.roles.relation import Relation
from mapper.toponyms.roles.surface import hyphenated, is_possessive, surface_relation
from mapper.toponyms.vocabulary import NO_CLASSES, classes

if TYPE_CHECKING:
    from mapper.language import Entity, Parse, Token
    from mapper.toponyms.words import Words

_MAX_CONJUNCTS: Final = 12
_MODIFIERS: Final = frozenset({"compound", "amod", "nmod", "poss", "nummod"})
_NOMINALS: Final = frozenset({"NOUN", "PROPN"})
_VERBALS: Final = frozenset({"VERB", "AUX"})


def relation_of(words: Words, start: int, end: int) -> Relation:
    """Return what stands around the name at ``start:end``."""
    parse = words.parse
    root = parse.root_of(start, end) if parse.has_syntax else None
    if root is None:
        return surface_relation(words, start, end)
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
        possessive=is_possessive(parse.text, end),
        hyphenated=hyphenated(words, end),
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
