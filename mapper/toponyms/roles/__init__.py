"""In which role a name stands: a location, an actor, a nationality, a part of another name, the dateline."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mapper.model import Reason
from mapper.toponyms.fitted import load, logistic
from mapper.toponyms.roles.features import NAMES, role_rows
from mapper.toponyms.roles.rules import ASSOCIATIVE, BEFORE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapper.model import Role
    from mapper.toponyms.document import Document
    from mapper.toponyms.roles.rules import Sign
    from mapper.toponyms.spans.proposal import Proposal

LITERAL: Final = 0.44
"""Share of literal uses from which a name counts as a location: a little below one half, as GeoWebNews, which
the share is fitted on, calls more uses associative than our own gold does."""


def roles(document: Document, proposals: Sequence[Proposal]) -> list[tuple[Role, Reason]]:
    """Return the role of each name with its main reason."""
    if not proposals:
        return []
    literal = logistic(load("roles", NAMES).score(role_rows(document, proposals)))
    return [
        _role(document, proposal, share) for proposal, share in zip(proposals, literal.tolist(), strict=True)
    ]


def _role(document: Document, proposal: Proposal, literal: float) -> tuple[Role, Reason]:
    sign = _first(BEFORE, document, proposal)
    if sign is not None:
        return sign.role, Reason(f"role:{sign.id}")
    if literal >= LITERAL:
        return "literal", Reason("role:literal", round(literal, 2))
    sign = _first(ASSOCIATIVE, document, proposal)
    assert sign is not None
    return sign.role, _reason(document, proposal, sign)


def _first(signs: Sequence[Sign], document: Document, proposal: Proposal) -> Sign | None:
    relation = document.relation(proposal)
    choices = document.choices(proposal)
    kind = choices.kinds[0] if len(choices) else ""
    known = {
        "is_dateline": document.in_dateline(proposal),
        "is_demonym": document.is_demonym(proposal),
        "unit_behind": document.has_unit_behind(proposal),
    }
    return next((sign for sign in signs if sign.holds(relation, kind=kind, **known)), None)


def _reason(document: Document, proposal: Proposal, sign: Sign) -> Reason:
    """Return the rule with the noun that the name modifies, if it is why."""
    start = document.relation(proposal).noun_start
    if sign.noun is None or start is None:
        return Reason(f"role:{sign.id}")
    word = document.parse.tokens_in(start, start + 1)[0]
    return Reason(f"role:{sign.id}", word.text, word.start, word.end)
