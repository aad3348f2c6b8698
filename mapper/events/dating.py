"""When an event is: its own time expression, else its clause's, its sentence's, the story's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from mapper.events.mention import Mention
from mapper.events.scene import Scene
from mapper.events.status import Verdict
from mapper.events.ties import Tie, Tied, ancestors, holder_of, tie_between
from mapper.model import DatePrecision, TimeExpression

REPORT_WINDOW: Final = timedelta(days=3)
"""News reports what happened up to three days before; the span the mapper's date conventions use."""

CARRY_LIMIT: Final = timedelta(days=30)
"""A date is carried into the next sentence only when it is this close to the report."""

_AIMED: Final = frozenset({"for", "until", "till", "to"})
"""Prepositions that lead from a verb of planning or cancelling to the day of the event."""

_AT_HAND: Final = frozenset({"about to", "poised to"})
"""Cues of a plan that is to begin at once."""

_POINTING: Final = frozenset({"that", "this", "same"})
STEM: Final = 6
"""Letters by which a verb and the noun made from it are taken for the same word."""

_HOW: Final = {
    Tie.ATTACHED: "attached",
    Tie.CLAUSE: "clause",
    Tie.OUTER: "outer-clause",
    Tie.INNER: "inner-clause",
    Tie.BESIDE: "beside",
    Tie.SENTENCE: "sentence",
}


@dataclass(frozen=True, slots=True)
class Dating:
    """The days of an event, inclusive, and how they were found; `inferred` = not said of this event."""

    begin: date | None
    end: date | None
    precision: DatePrecision | None
    how: str
    time: TimeExpression | None = None
    inferred: bool = False


def date_mention(scene: Scene, mention: Mention, verdict: Verdict, others: frozenset[int]) -> Dating | None:
    """Return the days the text gives a mention in its own sentence."""
    found: list[tuple[Tied, TimeExpression]] = []
    sentence = scene.tokens[mention.anchor].sentence
    for time, first, last in scene.times_by_sentence.get(sentence, ()):
        if (time.begin is None and time.end_date is None) or time.type in ("DURATION", "SET"):
            continue
        tied = tie_between(scene, mention, first, last, others)
        if tied is not None and _dates(scene, mention, verdict, tied, time):
            found.append((tied, time))
    if not found:
        return None
    tied, time = min(
        found, key=lambda pair: (pair[0].tie, _in_brackets(scene, pair[1]), pair[0].distance, pair[0].i)
    )
    return _dating(scene, verdict, tied, time)


def _in_brackets(scene: Scene, time: TimeExpression) -> bool:
    """Tell whether the words stand in brackets, as a second clock's time does."""
    before = scene.parse.text[max(0, time.start - 20) : time.start]
    return before.rfind("(") > before.rfind(")")


def _is_over(scene: Scene, time: TimeExpression) -> bool:
    return bool(scene.reference and time.end_date and time.end_date < scene.reference)


def _dates(scene: Scene, mention: Mention, verdict: Verdict, tied: Tied, time: TimeExpression) -> bool:
    """Tell whether a time expression says when the event is, not when it was called off or told."""
    if tied.tie >= Tie.BESIDE and scene.parse.has_syntax:
        return False
    if verdict.status == "planned" and tied.tie >= Tie.OUTER and _is_over(scene, time):
        return False
    if tied.tie == Tie.REPORT or ((tied.tie >= Tie.OUTER or tied.through) and mention.is_speech(scene)):
        return False
    called_off = verdict.status == "cancelled" and tied.holder in verdict.cue
    return not called_off or tied.preposition in _AIMED


def _dating(scene: Scene, verdict: Verdict, tied: Tied, time: TimeExpression) -> Dating:
    begin, end = time.begin, time.end_date
    if tied.preposition == "since":
        end = None if verdict.status in ("ongoing", "planned") else scene.reference
    elif tied.preposition in ("until", "till"):
        begin = None if verdict.status != "planned" else scene.reference
    if begin and end and end < begin:
        end = begin
    return Dating(begin, end, time.precision, _HOW[tied.tie], time, inferred=tied.tie >= Tie.OUTER)


def report_window(scene: Scene, verdict: Verdict) -> Dating | None:
    """Return the days before the report for an event the text does not date."""
    if scene.reference is None or verdict.rule == "ongoing.present":
        return None
    if verdict.rule.removeprefix("planned.governor:") in _AT_HAND:
        return Dating(scene.reference, None, None, "report-window", inferred=True)
    if verdict.status in ("planned", "cancelled"):
        return None
    if verdict.status == "ongoing":
        return Dating(None, scene.reference, None, "report-window", inferred=True)
    begin = scene.reference - REPORT_WINDOW
    return Dating(begin, scene.reference, "days", "report-window", inferred=True)


def is_old(scene: Scene, when: Dating) -> bool:
    """Tell whether days lie further back than those from which a date is carried on."""
    return bool(scene.reference and when.end and scene.reference - when.end > CARRY_LIMIT)


def echoed(scene: Scene, anchors: Iterable[int], sentence: int) -> Dating | None:
    """Return the past days the sentence before gives to something one of the triggers takes up again.

    "… after a refuelling incident in November. The jets were to refuel …": the second sentence tells
    what the dated words of the first one named.
    """
    named = [*anchors, *_taken_up(scene, sentence)]
    stems = {scene.lower[i][:STEM] for i in named if len(scene.lower[i]) >= STEM}
    for time, first, last in reversed(scene.times_by_sentence.get(sentence - 1, [])):
        if not time.begin or not time.end_date:
            continue
        past = scene.reference is not None and time.end_date < scene.reference
        if past and any(word[:STEM] in stems for word in _dated_words(scene, first, last)):
            return Dating(time.begin, time.end_date, time.precision, "echo", time, inferred=True)
    return None


def _taken_up(scene: Scene, number: int) -> Iterator[int]:
    """Yield the nouns of a sentence that point back: "in that quarrel"."""
    sentence = scene.parse.sentences[number]
    for i in range(sentence.first, sentence.last):
        if scene.tokens[i].pos == "NOUN" and any(
            scene.lower[j] in _POINTING for j in scene.relations.modifiers(i)
        ):
            yield i


def _dated_words(scene: Scene, first: int, last: int) -> list[str]:
    """Return the noun a time expression hangs on with the words before it."""
    if not scene.parse.has_syntax:
        return [scene.lower[i] for i in range(max(0, first - 5), first)]
    holder = holder_of(scene, first, last)
    above = [i for i in ancestors(scene, holder) if scene.tokens[i].pos == "NOUN"][:2]
    return [scene.lower[i] for i in (*scene.relations.modifiers(holder), holder, *above)]


def carried(scene: Scene, previous: Dating | None) -> Dating | None:
    """Return the days of the event before, when they lie close to the report."""
    if previous is None or previous.begin is None or scene.reference is None or previous.time is None:
        return None
    near = abs(scene.reference - previous.begin) <= CARRY_LIMIT
    if not near or previous.begin > scene.reference:
        return None
    return Dating(
        previous.begin, previous.end, previous.precision, "carried-over", previous.time, inferred=True
    )
