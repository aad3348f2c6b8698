"""Links that the grammar around two triggers gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from mapper.links.stage import Proposal, Stage
from mapper.model import Event

_WORDS: Final = frozenset("AGREE ACCUSE REJECT REQUEST SUPPORT THREATEN CLAIM CONCEDE".split())
"""Types of acts done by word: said again they are no series."""

_WORD: Final = re.compile(r"\w{3,}")


def cancelling(stage: Stage) -> Iterator[Proposal]:
    """Yield a link from the act of calling off to the event that is called off by it."""
    acts = {(m.start, m.end): n for n in stage.by_type.get("REJECT", ()) for m in stage.events[n].mentions}
    for number, event in enumerate(stage.events):
        reason = next((r for r in event.reasons if r.code.startswith("status.cancelled")), None)
        act = acts.get((reason.start, reason.end)) if reason and reason.start and reason.end else None
        if act is not None and act != number:
            span = stage.events[act].mentions[0]
            tokens = tuple(token.i for token in stage.scene.parse.tokens_in(span.start, span.end))
            yield Proposal(act, number, "caused", 3, tokens, "cancelling")


def repeated(stage: Stage) -> Iterator[Proposal]:
    """Yield a link between two acts of one kind by the same people on different days."""
    for number, event in enumerate(stage.events):
        if event.type in _WORDS:
            continue
        earlier = next((k for k in stage.earlier_of_type(number) if _is_repeat(stage, k, number)), None)
        if earlier is not None:
            span = event.mentions[0]
            tokens = tuple(token.i for token in stage.scene.parse.tokens_in(span.start, span.end))
            yield Proposal(number, earlier, "same-series", 2, tokens, "repeated")


def _is_repeat(stage: Stage, one: int, other: int) -> bool:
    a, b = stage.events[one], stage.events[other]
    return stage.kind_of(one) == stage.kind_of(other) and _apart(a, b) and bool(_names(a) & _names(b))


def _apart(a: Event, b: Event) -> bool:
    return bool((a.end and b.begin and a.end < b.begin) or (b.end and a.begin and b.end < a.begin))


def _names(event: Event) -> set[str]:
    return {word.casefold() for participant in event.participants for word in _WORD.findall(participant.text)}
