"""What stands around a name in its sentence, as plain fields a rule can ask for."""

from __future__ import annotations

from dataclasses import dataclass

from mapper.toponyms.vocabulary import NO_CLASSES


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
