"""What the register says of a whole text: the territories it touches and how."""

from __future__ import annotations

from datetime import date
from typing import Final

from mapper.disputes.register import DisputeRegister
from mapper.disputes.relation import relation_at
from mapper.disputes.syntax import Parser, PlainText
from mapper.model import DisputeRelation

STRENGTH: Final[dict[DisputeRelation, int]] = {"in": 2, "near": 1, "mention": 0}
"""An event inside outweighs one beside it, and both a mere mention."""


def assess(
    text: str,
    *,
    date: date | None = None,
    parser: Parser | None = None,
    register: DisputeRegister | None = None,
) -> list[tuple[str, DisputeRelation]]:
    """Return every territory a text flags, in order of mention, each with its strongest relation.

    Parameters
    ----------
    text
        The article.
    date
        Its day, which decides whether a dispute was open.
    parser
        The parser for the relation; without one the words around a name decide.
    register
        The packaged one if none is given.
    """
    register = register or DisputeRegister.load()
    matches = register.find_names(text, date=date)
    if not matches:
        return []
    parse = PlainText(text) if parser is None else parser.parse(text)
    found: dict[str, DisputeRelation] = {}
    for match in matches:
        relation = relation_at(parse, match.start, match.end, inside=match.inside)
        for territory in (match.territory, *match.also):
            known = found.get(territory)
            if known is None or STRENGTH[relation] > STRENGTH[known]:
                found[territory] = relation
    return list(found.items())
