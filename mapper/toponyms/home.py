"""Read the name of the place where a publication is at home."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapper.errors import InputError
from mapper.toponyms.ranking.home import Home
from mapper.toponyms.ranking.mention import Mention
from mapper.toponyms.ranking.resolve import rank
from mapper.toponyms.spans.proposal import Proposal

if TYPE_CHECKING:
    from mapper.toponyms.candidates import CandidateSource


def home_of(name: str, source: CandidateSource) -> Home:
    """Return the home named "Paris, Texas" or "Nairobi".

    Raises
    ------
    InputError
        If the gazetteer knows no such place.
    """
    parts = [part.strip() for part in name.split(",") if part.strip()]
    mentions, start = [], 0
    for part in parts:
        start = name.index(part, start)
        proposal = Proposal(start, start + len(part), part, 0, 1, "home")
        mentions.append(Mention(proposal, source.choices(part)))
        start = proposal.end
    ranking = rank(name, mentions)
    best = ranking.of(0).best if mentions else None
    if best is None:
        msg = f"The gazetteer knows no place {name!r} for the publisher's home: write it as 'Town, State'."
        raise InputError(msg)
    table = ranking.table
    row = int(table.row[best])
    kind = table.kinds[best]
    return Home(
        float(table.lat[best]),
        float(table.lon[best]),
        row if kind == "country" else int(table.country[best]),
        row if kind == "admin1" else int(table.admin1[best]),
        name,
    )
