"""What stands in the cells of every table: disputes, quotes, names, without a side taken."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from mapper.model import ArticleMap, DisputeFlag, Event, Extent, Location, Toponym

_SETTLED: Final = frozenset({"resolved", "legally_resolved"})


def dispute_text(flag: DisputeFlag | None) -> str | None:
    """Return "disputed (JP/KP/KR), administered by KR", None for a place that is not flagged."""
    if flag is None:
        return None
    claims = f" ({'/'.join(flag.claimants)})" if flag.claimants else ""
    if flag.status in _SETTLED:
        return f"formerly disputed{claims}"
    what = "name disputed" if flag.status == "naming" else "disputed"
    holders = f", administered by {'/'.join(flag.administered_by)}" if flag.administered_by else ""
    return f"{what}{claims}{holders}"


def names_text(flag: DisputeFlag) -> str:
    """Return the name each party uses: "JP/ja Takeshima; KR/ko Dokdo"."""
    return "; ".join(f"{party} {name}" for party, name in sorted(flag.names.items()))


def quote(article: ArticleMap, extents: Iterable[Extent]) -> str:
    """Return the sentences that hold any of these pieces of the text, in text order."""
    wanted = [(extent.start, extent.end) for extent in extents]
    found = (q.text for q in article.quotes if any(q.start < end and start < q.end for start, end in wanted))
    return " ".join(found)


def evidence_of(event: Event) -> Iterable[Extent]:
    """Return where an event's evidence stands, at least its trigger."""
    return event.evidence or [Extent(m.start, m.end) for m in event.mentions[:1]]


def flag_of(event: Event, toponyms: dict[str, Toponym]) -> DisputeFlag | None:
    """Return the flag of the place an event is at, else of the first territory it is in or near."""
    toponym = toponym_of(event.location, toponyms)
    if toponym is not None and toponym.dispute is not None:
        return toponym.dispute
    for dispute in event.disputes:
        if dispute.relation == "mention":
            continue
        for other in toponyms.values():
            if other.dispute is not None and other.dispute.territory == dispute.territory:
                return other.dispute
    return None


def toponym_of(location: Location | None, toponyms: dict[str, Toponym]) -> Toponym | None:
    """Return the place name in the text that says where a location is."""
    return None if location is None or location.toponym is None else toponyms.get(location.toponym)


def name_of(location: Location | None) -> str | None:
    """Return the name of a location."""
    return None if location is None else location.name


def country_of(toponym: Toponym | None) -> str | None:
    """Return the country of a place name, None where it is disputed or unknown."""
    if toponym is None or toponym.place is None or toponym.dispute is not None:
        return None
    return toponym.place.country
