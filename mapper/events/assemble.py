"""Make the record of an event from its mentions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from mapper.events.confidence import confidence_of
from mapper.events.dating import Dating
from mapper.events.draft import Draft
from mapper.events.labels import label_of
from mapper.events.placing import FIRMNESS, Placing, firmness
from mapper.events.scene import Scene
from mapper.events.status import HAPPENED, Verdict
from mapper.events.ties import Tie, tie_between
from mapper.model import Event, EventDispute, Extent, Figure, Location, Participant, Reason, Span, Toponym

TERRITORY: Final = "dt:"
"""Prefix of the ids of disputed territories that are places themselves."""
_SAID: Final = frozenset({"attached", "clause"})

FRAME_DAYS: Final = 31
"""Days from which on a time beside a noun that refers back frames a comparison ("the worst this year")."""


def build_event(scene: Scene, number: int, group: Sequence[Draft]) -> Event:
    """Return the record of one event."""
    first = group[0]
    verdict = choose_verdict(group)
    when, where = _best_when(group), _best_where(group)
    participants = _participants(group)
    attribution = next((d.attribution for d in group if d.attribution is not None), None)
    return Event(
        id=f"e{number}",
        type=first.type,
        label=label_of(scene, first.mention, participants, _named_place(where)),
        mentions=tuple(draft.mention.span(scene) for draft in group),
        status=verdict.status or "happened",
        participants=participants,
        location=where.location if where else None,
        origin=where.origin if where else None,
        destination=where.destination if where else None,
        begin=when.begin if when else None,
        end=when.end if when else None,
        date_precision=when.precision if when else None,
        attribution=attribution,
        figures=_figures(group),
        disputes=_disputes(scene, group, where),
        confidence=confidence_of(group),
        evidence=_evidence(scene, group),
        reasons=tuple(_reasons(scene, group, verdict, when, where)),
    )


def _named_place(where: Placing | None) -> Location | None:
    """Return the place a label may name: one the text itself gives the event."""
    return where.location if where is not None and where.how in _SAID else None


def choose_verdict(group: Sequence[Draft]) -> Verdict:
    """Return the verdict of an event: a cancelling one, else the first that rests on a cue.

    What a narrator asserts outright is no mere claim, and what happened is no longer planned.
    """
    verdicts = [draft.verdict for draft in group if draft.verdict.status is not None]
    cancelled = next((v for v in verdicts if v.status == "cancelled"), None)
    if cancelled is not None:
        return cancelled
    first = verdicts[0]
    if first.status == "claimed" and any(_is_told_outright(draft) for draft in group[1:]):
        return HAPPENED
    return first


def _is_told_outright(draft: Draft) -> bool:
    """Tell whether the text itself, not somebody in it, says that it happened."""
    return draft.verdict.rule.startswith("happened") and draft.attribution is None and not draft.mention.back


def _best_when(group: Sequence[Draft]) -> Dating | None:
    found = [
        draft.when
        for draft in group
        if draft.when is not None and not (draft.mention.back and _is_long(draft.when))
    ]
    return min(found, key=_when_rank, default=None)


def _is_long(when: Dating) -> bool:
    """Tell whether the days only set a frame ("the worst incident this year")."""
    return when.begin is None or when.end is None or (when.end - when.begin).days > FRAME_DAYS


def _when_rank(when: Dating) -> tuple[int, int]:
    """Rank what is said of the event itself before what is carried to it, the shorter span first."""
    firmness = FIRMNESS.index(when.how)
    days = (when.end - when.begin).days if when.begin and when.end else 9999
    return (0 if firmness < 2 else firmness, days)


def _best_where(group: Sequence[Draft]) -> Placing | None:
    found = [draft.where for draft in group if draft.where is not None]
    return min(found, key=firmness, default=None)


def _participants(group: Sequence[Draft]) -> tuple[Participant, ...]:
    found: dict[str, Participant] = {}
    for draft in group:
        for participant in draft.participants:
            found.setdefault(participant.text.casefold(), participant)
    told = [who for who in found.values() if not any(_is_fuller(other, who) for other in found.values())]
    return tuple(sorted(told, key=lambda participant: participant.role))


def _is_fuller(one: Participant, other: Participant) -> bool:
    """Tell whether one name says all that the other says, and more ("a young nurse", "a nurse")."""
    words, fewer = one.text.casefold().split(), other.text.casefold().split()
    return one.role == other.role and words[-1] == fewer[-1] and set(fewer) < set(words)


def _figures(group: Sequence[Draft]) -> tuple[Figure, ...]:
    found = {figure.start: figure for draft in group for figure in draft.figures}
    return tuple(found[start] for start in sorted(found))


def _disputes(scene: Scene, group: Sequence[Draft], where: Placing | None) -> tuple[EventDispute, ...]:
    """Return the disputed territories the event is in or near, or that are named with its trigger."""
    found: dict[str, EventDispute] = {}
    if where and where.toponym and where.toponym.dispute and where.location:
        flag = where.toponym.dispute
        near = flag.relation == "near" or _is_beside(where.location, where.toponym)
        found[flag.territory] = EventDispute(flag.territory, "near" if near else "in", where.toponym.id)
    for draft in group:
        sentence = scene.tokens[draft.mention.anchor].sentence
        for toponym, first, last in scene.toponyms_by_sentence.get(sentence, ()):
            if toponym.dispute is None or toponym.dispute.territory in found:
                continue
            tied = tie_between(scene, draft.mention, first, last)
            if tied is not None and tied.tie <= Tie.CLAUSE:
                territory = toponym.dispute.territory
                found[territory] = EventDispute(territory, "mention", toponym.id)
    return tuple(found[key] for key in sorted(found))


def _is_beside(location: Location, toponym: Toponym) -> bool:
    """Tell whether an event is beside a territory: near it or off it; near a town of it is still inside."""
    whole = toponym.place is not None and toponym.place.id.startswith(TERRITORY)
    return location.relation == "off" or (location.relation == "near" and whole)


def _evidence(scene: Scene, group: Sequence[Draft]) -> tuple[Extent, ...]:
    numbers = sorted({scene.sentence(draft.mention.anchor).i for draft in group})
    return tuple(Extent(scene.parse.sentences[n].start, scene.parse.sentences[n].end) for n in numbers)


def _cue(scene: Scene, verdict: Verdict) -> Span | None:
    if not verdict.cue:
        return None
    start, end = scene.span(min(verdict.cue), max(verdict.cue))
    return Span(start, end, scene.parse.text[start:end])


def _reasons(
    scene: Scene, group: Sequence[Draft], verdict: Verdict, when: Dating | None, where: Placing | None
) -> Iterator[Reason]:
    for draft in group:
        span = draft.mention.span(scene)
        yield Reason("trigger", draft.mention.trigger.rule, span.start, span.end)
    cue = _cue(scene, verdict)
    yield Reason(
        f"status.{verdict.rule}",
        cue.text if cue else None,
        cue.start if cue else None,
        cue.end if cue else None,
    )
    if when is not None:
        time = when.time
        code = f"date.{when.how}" + (".inferred" if when.inferred else "")
        yield Reason(
            code, time.text if time else None, time.start if time else None, time.end if time else None
        )
    if where is not None:
        named = where.toponym
        grounds = (named.text, named.start, named.end) if named else ()
        yield Reason(f"place.{where.how}", *grounds)
        if where.venue_candidate:
            yield Reason("place.venue-candidate", *grounds)
