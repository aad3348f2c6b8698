"""Results as rows for the tables. No Streamlit here."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from mapper.disputes import DisputeRegister, compared, countries_text
from mapper.model import Failure, Toponym

if TYPE_CHECKING:
    from mapper.model import ArticleMap, Event, EventMap


def article_rows(result: EventMap) -> list[dict[str, Any]]:
    """Return a row an article, those that failed last."""
    rows = [
        {
            "article": a.article.id,
            "title": a.article.title or "",
            "source": a.article.source or "",
            "date": _day(a.article.reference_date.date if a.article.reference_date else a.article.published),
            "language": a.article.language or "",
            "places": len(a.toponyms),
            "events": len(a.events),
            "problem": "",
        }
        for a in result.articles
    ]
    return rows + [_failure_row(failure) for failure in result.failures]


def _failure_row(failure: Failure) -> dict[str, Any]:
    where = failure.input if failure.line is None else f"{failure.input}, line {failure.line}"
    empty = {"title": "", "source": "", "date": "", "language": "", "places": 0, "events": 0}
    return {"article": where, **empty, "problem": failure.message}


def event_row(article: ArticleMap, event: Event) -> dict[str, Any]:
    """Return an event as a row."""
    return {
        "event": event.label,
        "status": event.status,
        "type": event.type,
        "begin": _day(event.begin),
        "end": _day(event.end),
        "place": event.location.name if event.location else "",
        "relation": event.location.relation if event.location else "",
        "disputed": ", ".join(dispute.territory for dispute in event.disputes),
        "who": ", ".join(participant.text for participant in event.participants),
        "said by": event.attribution.source if event.attribution else "",
        "confidence": round(event.confidence, 2),
        "article": article.article.id,
    }


def place_rows(result: EventMap) -> list[dict[str, Any]]:
    """Return a row a toponym, the least certain first."""
    rows = [_place_row(a, t) for a in result.articles for t in a.toponyms]
    return sorted(rows, key=lambda row: (row["confidence"], row["article"], row["name"]))


def _place_row(article: ArticleMap, toponym: Toponym) -> dict[str, Any]:
    place = toponym.place
    return {
        "name": toponym.text,
        "role": toponym.role,
        "place": place.name if place else "unresolved",
        "kind": place.kind if place else "",
        "admin1": (place.admin1 or "") if place else "",
        "country": country_text(toponym),
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "confidence": round(toponym.confidence, 2),
        "article": article.article.id,
    }


def country_text(toponym: Toponym) -> str:
    """Return the country of a toponym, spelt out as disputed where it is."""
    if toponym.dispute is not None:
        return countries_text(toponym.dispute)
    return (toponym.place.country or "") if toponym.place else ""


def dispute_rows(result: EventMap) -> list[dict[str, Any]]:
    """Return a row a disputed territory, with the names every side uses and where it is mentioned."""
    rows: dict[str, dict[str, Any]] = {}
    for article in result.articles:
        for toponym in article.toponyms:
            flag = toponym.dispute
            if flag is None:
                continue
            row = rows.setdefault(
                flag.territory,
                {
                    "place": _neutral_name(flag.territory),
                    "territory": flag.territory,
                    "names": " · ".join(f"{side}: {name}" for side, name in sorted(flag.names.items())),
                    "claimed by": ", ".join(flag.claimants),
                    "administered by": ", ".join(flag.administered_by) or "nobody",
                    "status": flag.status,
                    "as of": flag.as_of,
                    "in the articles": set(),
                },
            )
            row["in the articles"].add(f"“{toponym.text}” ({flag.relation}, {article.article.id})")
    return [
        row | {"in the articles": "; ".join(sorted(row["in the articles"]))}
        for _, row in sorted(rows.items())
    ]


def view_rows(result: EventMap) -> list[dict[str, Any]]:
    """Return a row a disputed territory and point of view: its name there, whose it is, how it is drawn."""
    register = DisputeRegister.load()
    flags = {t.dispute.territory for a in result.articles for t in a.toponyms if t.dispute is not None}
    return [
        {
            "place": register.territory(territory).neutral_name,
            "point of view": seen.view,
            "label": seen.label,
            "shown as part of": register.party_name(seen.country) if seen.country else "left open",
            "outline": seen.line,
        }
        for territory in sorted(flags)
        if territory in register
        for seen in compared(register, territory)
    ]


def _neutral_name(territory: str) -> str:
    """Return the label that takes no side; the id of a territory that another edition of the register had."""
    register = DisputeRegister.load()
    return register.territory(territory).neutral_name if territory in register else territory


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
