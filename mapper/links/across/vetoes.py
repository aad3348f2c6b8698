"""What forbids that two reports are of one event, however alike they are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from mapper.links.across.blocking import is_loose
from mapper.links.across.parties import at_odds, share_words
from mapper.links.across.places import far_apart, one_area, one_spot
from mapper.links.across.report import Report, intervals_meet
from mapper.links.across.scoring import COMPATIBLE, SYMMETRIC
from mapper.links.across.ties import days_are_sure, told_beside

_CONTRADICTORY: Final = frozenset({frozenset({"cancelled", "happened"}), frozenset({"cancelled", "ongoing"})})
"""A plan may be reported before and after it is called off, but what was called off did not happen."""

_BY_PARTY: Final = frozenset(
    {
        "AGREE", "CONSULT", "COOPERATE", "ACCUSE", "REQUEST", "REJECT", "SUPPORT", "THREATEN", "CONCEDE",
        "SANCTION", "CLAIM", "AID", "RETREAT", "COERCE", "OTHER",
    }
)  # fmt: skip
"""Types of which each party has events of its own: two talks at one summit, two states' sanctions.

An attack, a march, a disaster or a drill may be told with other parties by every reporter.
"""


def _same_article(a: Report, b: Report) -> bool:
    return a.ref.article == b.ref.article


def _types_differ(a: Report, b: Report) -> bool:
    return a.type != b.type and frozenset((a.type, b.type)) not in COMPATIBLE


def _dates_apart(a: Report, b: Report) -> bool:
    return not intervals_meet(a, b)


def _places_apart(a: Report, b: Report) -> bool:
    return a.where is not None and b.where is not None and far_apart(a.where, b.where)


def _statuses_contradict(a: Report, b: Report) -> bool:
    return frozenset((a.status, b.status)) in _CONTRADICTORY


def _roles_swapped(a: Report, b: Report) -> bool:
    """Tell whether who acts here suffers there, in a kind of event where that matters."""
    if a.type in SYMMETRIC or b.type in SYMMETRIC:
        return False
    crossed = share_words(a.actors, b.targets) or share_words(b.actors, a.targets)
    return crossed and not (share_words(a.actors, b.actors) or share_words(a.targets, b.targets))


def _parties_differ(a: Report, b: Report) -> bool:
    """Tell whether each report names a party the other lacks, in a kind of event told apart by parties."""
    if a.type not in _BY_PARTY or b.type not in _BY_PARTY:
        return False
    if a.type in SYMMETRIC or b.type in SYMMETRIC:
        return at_odds(a.people, b.people)
    return at_odds(a.actors, b.actors) or at_odds(a.targets, b.targets)


def _other_kinds(a: Report, b: Report) -> bool:
    """Tell whether two events outside the scheme have no word in common: a death and a match."""
    return a.type == b.type == "OTHER" and not a.acts & b.acts


def _nothing_in_common(a: Report, b: Report) -> bool:
    """Tell whether the reports share no spot, no name, and no word for what one area or story tells.

    Where the days of one are open or long, a name and a word must be shared. All other pairs share a
    key of `blocking`, so that the outcome does not depend on the keys.
    """
    if is_loose(a) or is_loose(b):
        return not (a.names & b.names and a.acts & b.acts)
    if a.names & b.names or one_spot(a.where, b.where):
        return False
    return not (a.acts & b.acts and (one_area(a.where, b.where) or told_beside(a, b)))


def _little_in_common(a: Report, b: Report) -> bool:
    """Tell whether of spot, names and word the reports share but one, and the texts do not say the day."""
    if days_are_sure(a, b):
        return False
    shared = (a.names & b.names, a.acts & b.acts, one_area(a.where, b.where))
    return sum(map(bool, shared)) < 2


VETOES: Final[tuple[tuple[str, Callable[[Report, Report], bool]], ...]] = (
    ("same-article", _same_article),
    ("dates-apart", _dates_apart),
    ("types-differ", _types_differ),
    ("nothing-in-common", _nothing_in_common),
    ("little-in-common", _little_in_common),
    ("places-apart", _places_apart),
    ("statuses-contradict", _statuses_contradict),
    ("roles-swapped", _roles_swapped),
    ("parties-differ", _parties_differ),
    ("other-kinds", _other_kinds),
)


def vetoed_by(a: Report, b: Report) -> str | None:
    """Return the name of the first veto against a pair, None without one."""
    return next((name for name, veto in VETOES if veto(a, b)), None)
