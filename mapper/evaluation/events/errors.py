"""What went wrong, event by event, for people."""

from __future__ import annotations

from mapper.evaluation.events.counts import date_verdict, labels_right, place_verdict
from mapper.evaluation.events.matching import Outcome
from mapper.evaluation.events.names import share_word
from mapper.evaluation.events.records import NO_DATE, ScoredEvent


def errors(outcome: Outcome) -> list[str]:
    """Return a line for everything that is not right."""
    lines = [line for g, p in outcome.matched for line in _pair(g, p)]
    swallowed = [id(event) for event in outcome.swallowed]
    lines += [
        f"missed     {g.label}" + (" (swallowed)" if id(g) in swallowed else "") for g in outcome.missed
    ]
    duplicates = [id(event) for event in outcome.duplicates]
    return lines + [f"{'duplicate' if id(p) in duplicates else 'false':10} {p.label}" for p in outcome.false]


def _pair(g: ScoredEvent, p: ScoredEvent) -> list[str]:
    wrong = [
        f"{what} {said or 'none'} for {wanted or 'none'}"
        for what, wanted, said in (("type", g.type, p.type), ("status", g.status, p.status))
        if wanted != said
    ]
    when, where = date_verdict(g, p), place_verdict(g, p, areas=False)
    if when not in ("right", "none"):
        wrong.append(f"date {when} {_interval(p)} for {_interval(g)}")
    if where not in ("right", "none"):
        by_name = " (right area by name)" if place_verdict(g, p, areas=True) == "right" else ""
        wrong.append(f"place {where} {_places(p)} for {_places(g)}{by_name}")
    usable = labels_right(g, p) and where in ("right", "none")
    if g.source and not (p.source and share_word(g.source, p.source)):
        wrong.append(f"source {p.source!r} for {g.source!r}")
    kind = "source" if usable else "unusable"
    return [f"{kind:10} {g.label}: {'; '.join(wrong)}"] if wrong else []


def _interval(event: ScoredEvent) -> str:
    return "none" if event.interval == NO_DATE else "..".join(str(day or "") for day in event.interval)


def _places(event: ScoredEvent) -> str:
    shown = []
    for place in event.places:
        name = min(place.names, default="?")
        shown.append(f"{name} ({place.lat:.2f},{place.lon:.2f})" if place.located else name)
    return " + ".join(shown) or "none"
