"""Signs that decide a role by themselves, in order; the first that holds wins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from mapper.model import Role
    from mapper.toponyms.roles.relation import Relation

ORGANISATIONS: Final = frozenset({"ORG", "PERSON", "PRODUCT", "LAW", "WORK_OF_ART"})
_JOINED_LITERAL: Final = frozenset({"based", "located", "raised", "headquartered", "educated"})
_BEFORE: Final = frozenset({"compound", "nmod", "amod"})
_NOT_INSIDE: Final = frozenset({"", "by", "with", "between", "against", "for", "of", "to", "from"})
_OWNS: Final = frozenset({"poss"})
_STATES: Final = frozenset({"country", "admin1"})
_ACTS: Final = "speech decision"


@dataclass(frozen=True, slots=True)
class Sign:
    """What must hold of a relation; None asks nothing."""

    id: str
    role: Role = "literal"
    dateline: bool | None = None
    demonym: bool | None = None
    carrier: frozenset[str] | None = None
    label: frozenset[str] | None = None
    noun: frozenset[str] | None = None
    verb: frozenset[str] | None = None
    dep: frozenset[str] | None = None
    preposition: frozenset[str] | None = None
    hyphenated: bool | None = None
    noun_label: frozenset[str] | None = None
    kind: frozenset[str] | None = None
    unit_behind: bool | None = None

    def holds(
        self,
        relation: Relation,
        *,
        is_dateline: bool = False,
        is_demonym: bool = False,
        kind: str = "",
        unit_behind: bool = False,
    ) -> bool:
        """Tell whether the sign is there."""
        return (
            (self.dateline is None or self.dateline == is_dateline)
            and (self.demonym is None or self.demonym == is_demonym)
            and (self.carrier is None or relation.carrier in self.carrier)
            and (self.label is None or relation.label in self.label)
            and (self.noun is None or not self.noun.isdisjoint(relation.noun))
            and (self.verb is None or not self.verb.isdisjoint(relation.verb))
            and (self.dep is None or relation.dep in self.dep)
            and (self.preposition is None or relation.preposition in self.preposition)
            and (self.noun_label is None or relation.noun_label in self.noun_label)
            and (self.kind is None or kind in self.kind)
            and (self.unit_behind is None or self.unit_behind == unit_behind)
            and (self.hyphenated is None or self.hyphenated == _is_deed(relation.hyphenated))
        )


def _is_deed(word: str) -> bool:
    """Tell whether the word joined to a name says what its people do: "US-led", but not "Paris-based"."""
    return word.endswith(("ed", "led", "made", "run")) and word not in _JOINED_LITERAL


def _sign(sign: str, role: Role = "literal", **conditions: Any) -> Sign:
    """Return a sign; words of a condition are alternatives."""
    asked: dict[str, Any] = {
        key: frozenset(value.split()) if isinstance(value, str) else value
        for key, value in conditions.items()
    }
    return Sign(sign, role, **asked)


BEFORE: Final = (
    Sign("in-dateline", "dateline", dateline=True),
    Sign("demonym-in-organisation", "part-of-organisation", demonym=True, carrier=ORGANISATIONS),
    Sign("demonym", "demonym", demonym=True),
    Sign("before-office", "part-of-organisation", noun=frozenset({"office"}), dep=_BEFORE),
    Sign("before-body", "part-of-organisation", noun=frozenset({"organisation"}), dep=_BEFORE),
    Sign("joined-to-deed", "metonym", hyphenated=True),
    Sign("spoken-to", "metonym", preposition=frozenset({"to"}), verb=frozenset({"yield"})),
    Sign("named-with-unit", unit_behind=True, carrier=frozenset({""})),
    Sign("union-acts", "metonym", kind=frozenset({"grouping"}), preposition=_NOT_INSIDE),
)
"""Asked first: a name before a body or an office is part of it ("Winnipeg police"), by convention."""
ASSOCIATIVE: Final = (
    Sign("inside-organisation", "part-of-organisation", carrier=ORGANISATIONS),
    Sign("named-as-body", "part-of-organisation", label=frozenset({"ORG"}), noun=frozenset({"organisation"})),
    Sign("owns-body", "part-of-organisation", noun=frozenset({"organisation"}), dep=_OWNS),
    Sign("owns-named-body", "part-of-organisation", noun_label=frozenset({"ORG"}), dep=_OWNS),
    Sign("state-owns-office", "part-of-organisation", noun=frozenset({"office"}), dep=_OWNS, kind=_STATES),
    Sign("actor", "metonym"),
)
"""Asked for a name that is not meant as a location."""
EVIDENCE: Final = (
    _sign("acts", dep="nsubj", verb=_ACTS),
    _sign("plays", dep="nsubj", verb="sport"),
    _sign("is", dep="nsubj", verb="stative"),
    _sign("acted-on", dep="dobj", verb="social"),
    _sign("gone-to", dep="dobj", verb="locative"),
    _sign("by-actor", preposition="by", verb=_ACTS),
    _sign("between-parties", preposition="between with against among on", noun="diplomacy"),
    _sign("dealing-with", preposition="between with against", verb=_ACTS),
    _sign("addressed", preposition="to", verb="yield speech"),
    _sign("office-of", preposition="of for", noun="title"),
    _sign("body-of", preposition="of", noun="organisation"),
    _sign("part-of", preposition="of", noun="place"),
    _sign("people-of", preposition="of from", noun="people"),
    _sign("event-in", preposition="in at on", noun="event"),
    _sign("before-place", dep=_BEFORE, noun="place building"),
    _sign("before-event", dep=_BEFORE, noun="event"),
    _sign("before-people", dep=_BEFORE, noun="people"),
    _sign("before-office", dep=_BEFORE, noun="title"),
    _sign("before-body", dep=_BEFORE, noun="organisation"),
    _sign("before-matter", dep=_BEFORE, noun="abstract diplomacy"),
    _sign("owns-place", dep="poss", noun="place building"),
    _sign("owns-office", dep="poss", noun="title"),
    _sign("owns-body", dep="poss", noun="organisation"),
    _sign("owns-matter", dep="poss", noun="abstract diplomacy"),
    _sign("owns-people", dep="poss", noun="people"),
)
"""Signs for or against a location; how much each is worth is fitted."""
ACTORS: Final = tuple(
    sign
    for sign in EVIDENCE
    if sign.id
    in {"acts", "acted-on", "by-actor", "between-parties", "dealing-with", "owns-office", "owns-body"}
)
"""Signs of a government or people: such a name hardly means a village."""
