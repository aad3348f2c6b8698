"""Signs that decide a role by themselves, in order; the first that holds wins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from mapper.model import Role
    from mapper.toponyms.roles.relations import Relation

ORGANISATIONS: Final = frozenset({"ORG", "PERSON", "PRODUCT", "EVENT", "LAW", "WORK_OF_ART"})
_MODIFIERS: Final = frozenset({"compound", "nmod", "amod", "poss"})


@dataclass(frozen=True, slots=True)
class Sign:
    """What must hold for a rule; None asks nothing."""

    id: str
    role: Role
    dateline: bool | None = None
    demonym: bool | None = None
    carrier: frozenset[str] | None = None
    label: frozenset[str] | None = None
    noun: frozenset[str] | None = None
    dep: frozenset[str] | None = None
    possessive: bool | None = None

    def holds(self, relation: Relation, *, is_dateline: bool, is_demonym: bool) -> bool:
        """Tell whether the rule applies."""
        return (
            (self.dateline is None or self.dateline == is_dateline)
            and (self.demonym is None or self.demonym == is_demonym)
            and (self.carrier is None or relation.carrier in self.carrier)
            and (self.label is None or relation.label in self.label)
            and (self.noun is None or not self.noun.isdisjoint(relation.noun))
            and (self.dep is None or relation.dep in self.dep)
            and (self.possessive is None or self.possessive == relation.possessive)
        )


BEFORE: Final = (
    Sign("in-dateline", "dateline", dateline=True),
    Sign("demonym-in-organisation", "part-of-organisation", demonym=True, carrier=ORGANISATIONS),
    Sign("demonym", "demonym", demonym=True),
)
"""Asked first."""
ASSOCIATIVE: Final = (
    Sign("inside-organisation", "part-of-organisation", carrier=ORGANISATIONS),
    Sign(
        "named-as-organisation",
        "part-of-organisation",
        label=frozenset({"ORG"}),
        noun=frozenset({"organisation"}),
    ),
    Sign("before-organisation", "part-of-organisation", noun=frozenset({"organisation"}), dep=_MODIFIERS),
    Sign(
        "before-office", "part-of-organisation", noun=frozenset({"title"}), dep=_MODIFIERS, possessive=False
    ),
    Sign("actor", "metonym"),
)
"""Asked for a name that is not meant as a location."""
