"""Triggers that presuppose another event: an arrest a deed, a denial an accusation, a rescue an accident."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import Final

import msgspec

from mapper.events.lexicon.tables import read_table
from mapper.links.stage import Proposal, Stage
from mapper.model import Event, LinkKind


class PresuppositionRow(msgspec.Struct, frozen=True):
    """What an event of a type and mode (``COERCE.arrest``) presupposes, up to `reach` sentences before it."""

    trigger: str
    antecedent: str
    kind: LinkKind
    reach: int
    strength: int
    example: str


REAL: Final = frozenset({"happened", "ongoing", "claimed"})
"""Only what has happened, or is said to have, has consequences."""


@cache
def _rows() -> Mapping[str, tuple[PresuppositionRow, ...]]:
    found: defaultdict[str, list[PresuppositionRow]] = defaultdict(list)
    for row in read_table("presuppositions", PresuppositionRow):
        found[row.trigger].append(row)
    return {trigger: tuple(rows) for trigger, rows in found.items()}


def presupposed(stage: Stage, caused: Collection[tuple[int, int]]) -> Iterator[Proposal]:
    """Yield links from each presupposing event to the nearest event that fits; the cue is its trigger.

    `caused` are the pairs other cues join: of a chain of causes the last is the nearest.
    """
    for number, event in enumerate(stage.events):
        rows = _rows().get(stage.kind_of(number), ()) if event.status in REAL else ()
        found = [(k, row) for row in rows if (k := _antecedent(stage, number, row, caused)) is not None]
        if found:
            antecedent, row = min(
                found, key=lambda pair: (_distance(stage, number, pair[0])[0] > 0, rows.index(pair[1]))
            )
            tokens = tuple(
                token.i
                for token in stage.scene.parse.tokens_in(event.mentions[0].start, event.mentions[0].end)
            )
            source, target = (number, antecedent) if row.kind == "during" else (antecedent, number)
            yield Proposal(source, target, row.kind, row.strength, tokens, f"presupposed:{row.trigger}")


def _distance(stage: Stage, number: int, other: int) -> tuple[int, int]:
    """Return sentences and characters between two events, by their first mentions."""
    at = stage.events[number].mentions[0].start
    sentences = stage.first_sentence[number] - stage.first_sentence[other]
    return sentences, abs(stage.events[other].mentions[0].start - at)


def _antecedent(
    stage: Stage, number: int, row: PresuppositionRow, caused: Collection[tuple[int, int]]
) -> int | None:
    """Return the fitting event nearest before, in the same sentence also behind."""
    wanted = row.antecedent.split("|")
    own = stage.first_sentence[number]
    near = (
        k for sentence in range(own - row.reach, own + 1) for k in stage.by_first_sentence.get(sentence, ())
    )
    fitting = [
        k
        for k in near
        if k != number
        and _fits(stage, k, wanted)
        and stage.events[k].status in REAL
        and (
            row.kind != "follow-up"
            or stage.events[k].mentions[0].start < stage.events[number].mentions[0].start
        )
        and compatible(stage.events[number], stage.events[k])
    ]
    fitting = [k for k in fitting if not any((k, other) in caused for other in fitting)]
    return min(fitting, key=lambda k: _distance(stage, number, k), default=None)


def _fits(stage: Stage, k: int, wanted: list[str]) -> bool:
    kind = stage.kind_of(k)
    return kind in wanted or (kind.partition(".")[0] in wanted and not stage.is_effect(k))


def compatible(effect: Event, cause: Event) -> bool:
    """Tell whether the days of two events let the one follow from the other."""
    return not (effect.end and cause.begin and effect.end < cause.begin)
