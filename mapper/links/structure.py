"""Links that the grammar around two triggers gives."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from mapper.links.stage import Proposal, Stage
from mapper.model import Event

_WORDS: Final = frozenset("AGREE ACCUSE REJECT REQUEST SUPPORT THREATEN CLAIM CONCEDE".split())
"""Types of acts done by word: said again they are no series."""

_VICTIMS: Final = frozenset(
    "wounded injured hurt survivors survivor victims dead bodies stranded trapped".split()
)

_WORD: Final = re.compile(r"\w{3,}")


def cancelling(stage: Stage) -> Iterator[Proposal]:
    """Yield a link from the act of calling off to the event that is called off by it."""
    acts = {(m.start, m.end): n for n in stage.by_type.get("REJECT", ()) for m in stage.events[n].mentions}
    for number, event in enumerate(stage.events):
        reason = next((r for r in event.reasons if r.code.startswith("status.cancelled")), None)
        act = acts.get((reason.start, reason.end)) if reason and reason.start and reason.end else None
        if act is not None and act != number:
            yield Proposal(act, number, "caused", 3, _cue(stage, act), "cancelling")


def repeated(stage: Stage) -> Iterator[Proposal]:
    """Yield a link between two acts of one kind by the same people on different days."""
    for number, event in enumerate(stage.events):
        if event.type in _WORDS:
            continue
        earlier = next((k for k in stage.earlier_of_type(number) if _is_repeat(stage, k, number)), None)
        if earlier is not None:
            yield Proposal(number, earlier, "same-series", 2, _cue(stage, number), "repeated")


def _is_repeat(stage: Stage, one: int, other: int) -> bool:
    a, b = stage.events[one], stage.events[other]
    alike = stage.kind_of(one) == stage.kind_of(other) and (a.type != "OTHER" or _same_rule(a, b))
    return alike and _apart(a, b) and bool(_names(a) & _names(b))


def _same_rule(a: Event, b: Event) -> bool:
    """Tell whether two events were found by the same trigger, as "married" and "moved" were not."""
    return a.reasons[:1] == b.reasons[:1]


def named_alike(stage: Stage) -> Iterator[Proposal]:
    """Yield a link between events on different days that one noun names: "joint patrols", "a patrol"."""
    seen: dict[str, int] = {}
    for number in sorted(range(len(stage.events)), key=lambda k: stage.events[k].mentions[0].start):
        noun = _noun(stage, number)
        if noun is None:
            continue
        other = seen.get(noun)
        seen[noun] = number
        if other is not None and _is_other_time(stage.events[number], stage.events[other]):
            yield Proposal(number, other, "same-series", 2, _cue(stage, number), "same-noun")


def _is_other_time(a: Event, b: Event) -> bool:
    """Tell whether two events lie on different days and are not told of different people."""
    one, other = _names(a), _names(b)
    return _apart(a, b) and bool(not one or not other or one & other)


def _noun(stage: Stage, number: int) -> str | None:
    """Return the noun that ends the first mention of an event, None for a verb."""
    last = _cue(stage, number)[-1]
    token = stage.scene.tokens[last]
    return token.lemma.casefold() if token.pos == "NOUN" else None


def caring(stage: Stage) -> Iterator[Proposal]:
    """Yield a link from harm to help for its victims: "the wounded men were evacuated"."""
    for number in stage.by_type.get("AID", ()):
        victims = _victims(stage, number)
        before = [k for k in range(len(stage.events)) if _is_before(stage, k, number)]
        harms = [k for k in before if stage.is_effect(k)] or [k for k in before if stage.is_harm(k)]
        if victims and harms:
            nearest = max(harms, key=lambda k: stage.events[k].mentions[0].start)
            yield Proposal(nearest, number, "caused", 2, victims, "victims")


def _is_before(stage: Stage, k: int, number: int) -> bool:
    return stage.events[k].mentions[0].start < stage.events[number].mentions[0].start


def _victims(stage: Stage, number: int) -> tuple[int, ...]:
    """Return the words for known victims ("the injured") among those whom an act of help is for."""
    scene = stage.scene
    for target in stage.events[number].participants:
        if target.role == "target" and target.start is not None and target.end is not None:
            inside = scene.parse.tokens_in(target.start, target.end)
            known = any(scene.lower[token.i - 1] == "the" for token in inside[:1] if token.i)
            words = tuple(token.i for token in inside if scene.lower[token.i] in _VICTIMS)
            if known and words:
                return words
    return ()


def _cue(stage: Stage, number: int) -> tuple[int, ...]:
    span = stage.events[number].mentions[0]
    return tuple(token.i for token in stage.scene.parse.tokens_in(span.start, span.end))


def _apart(a: Event, b: Event) -> bool:
    return bool((a.end and b.begin and a.end < b.begin) or (b.end and a.begin and b.end < a.begin))


def _names(event: Event) -> set[str]:
    return {word.casefold() for participant in event.participants for word in _WORD.findall(participant.text)}


STRUCTURES: Final[tuple[Callable[[Stage], Iterator[Proposal]], ...]] = (
    cancelling, repeated, named_alike, caring,
)  # fmt: skip
