"""The condition language of the lexicon: ``obj:@vessel|boat;prep:in/form:passive``.

Clauses joined by ``;`` must all hold, ``/`` sets alternatives apart, ``!`` before a clause turns it
round. A value is a word, ``a_phrase``, ``@class``, ``#ENTITY_LABEL`` or ``*``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias, get_args

from mapper.errors import LexiconError

Key: TypeAlias = Literal[
    "obj",
    "subj",
    "prep",
    "pobj",
    "prt",
    "xcomp",
    "ccomp",
    "mod",
    "arg",
    "head",
    "form",
    "gap",
    "near",
    "case",
]
_HYPHEN: Final = re.compile(r"(?<=\w)(-)(?=\w)")
_KEYS: Final = frozenset(get_args(Key))

Classes: TypeAlias = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Values:
    """What a word may be: one of `words`, carry one of `labels`, begin one of `phrases`, or anything."""

    words: frozenset[str]
    labels: frozenset[str]
    phrases: frozenset[tuple[str, ...]]
    anything: bool


@dataclass(frozen=True, slots=True)
class Clause:
    """One condition; `prepositions` narrows ``pobj``."""

    key: Key
    prepositions: frozenset[str]
    values: Values
    negated: bool = False

    @property
    def bare(self) -> bool:
        """Tell whether the clause only says that something is there."""
        return self.values.anything or self.key == "gap"


Pattern: TypeAlias = tuple[tuple[Clause, ...], ...]
"""Alternatives, each a tuple of clauses that must all hold; empty = always."""


def parse_pattern(text: str, classes: Classes) -> Pattern:
    """Read a pattern.

    Raises
    ------
    LexiconError
        If a key or class is unknown or a clause has no value; the message quotes the clause.
    """
    return tuple(
        tuple(_parse_clause(clause, classes) for clause in alternative.split(";"))
        for alternative in text.split("/")
        if alternative
    )


def _parse_clause(text: str, classes: Classes) -> Clause:
    name, _, values = text.removeprefix("!").partition(":")
    key, _, prepositions = name.partition(".")
    if key not in _KEYS or not all(values.split("|")):
        msg = f"The clause {text!r} has no known key or an empty value."
        raise LexiconError(msg)
    allowed = frozenset(prepositions.replace("_", " ").split("|")) if prepositions else frozenset()
    return Clause(key, allowed, parse_values(values, classes), text.startswith("!"))  # type: ignore[arg-type]


def parse_values(text: str, classes: Classes) -> Values:
    """Read values set apart by ``|``, classes spelled out.

    Raises
    ------
    LexiconError
        If a class is unknown.
    """
    members = _spell_out(text.split("|"), classes, ())
    plain = [member.casefold() for member in members if member[0] not in "#*"]
    return Values(
        words=frozenset(word for word in plain if "_" not in word),
        labels=frozenset(member[1:] for member in members if member[0] == "#"),
        phrases=frozenset(_pieces(word) for word in plain if "_" in word or "-" in word),
        anything="*" in members,
    )


def _pieces(word: str) -> tuple[str, ...]:
    """Return the tokens of a phrase; a tokenizer may part a hyphenated word at its hyphens."""
    return tuple(piece for part in word.split("_") for piece in _HYPHEN.split(part))


def _spell_out(members: list[str], classes: Classes, within: tuple[str, ...]) -> list[str]:
    found = []
    for member in members:
        name = member[1:]
        if not member.startswith("@"):
            found.append(member)
        elif name not in classes or name in within:
            msg = f"The word class {member!r} is unknown or contains itself."
            raise LexiconError(msg)
        else:
            found += _spell_out(list(classes[name]), classes, (*within, name))
    return found
