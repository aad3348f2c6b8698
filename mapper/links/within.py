"""Links between the events of one article, each with the words that say so; no cue, no link."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from mapper.events.scene import set_scene
from mapper.language import ParsedArticle
from mapper.links.cues import find_cues
from mapper.links.presupposed import presupposed
from mapper.links.rules import RULES
from mapper.links.stage import Proposal, Stage
from mapper.links.structure import STRUCTURES
from mapper.model import Event, Link, Reason, Span

LEAST_STRENGTH: Final = 2
"""Cues below it only support; alone they show no link."""

_CONFIDENCE: Final = {3: 0.8, 2: 0.6, 1: 0.4}
"""Confidence by the strength of a cue: firm causal words, looser ones, mere hints."""

_KINDS: Final = ("caused", "during", "same-series", "follow-up")
"""Of two readings of one pair the more telling is kept."""


def link_events(parsed: ParsedArticle, events: Sequence[Event]) -> tuple[Link, ...]:
    """Return the links between the events of one article, one for a pair, in text order of their cues.

    Parameters
    ----------
    parsed
        The article with its parse.
    events
        Its events, as an extractor gave them.
    """
    if len(events) < 2:
        return ()
    stage = Stage(set_scene(parsed, (), ()), events)
    chosen = _choose(_proposals(stage))
    return tuple(_link(stage, proposal) for proposal in chosen)


def _proposals(stage: Stage) -> Iterator[Proposal]:
    caused: set[tuple[int, int]] = set()
    for proposal in _cued(stage):
        if proposal.kind == "caused" and proposal.strength >= LEAST_STRENGTH:
            caused.add((proposal.source, proposal.target))
        yield proposal
    yield from presupposed(stage, caused)
    for structure in STRUCTURES:
        yield from structure(stage)


def _cued(stage: Stage) -> Iterator[Proposal]:
    for sentence in stage.scene.parse.sentences:
        for found in find_cues(stage.scene, sentence):
            for rule in RULES:
                yield from rule(stage, found)


def _choose(proposals: Iterable[Proposal]) -> list[Proposal]:
    """Return the firmest proposal of every pair of events."""
    best: dict[tuple[int, int], Proposal] = {}
    for proposal in proposals:
        pair = min(proposal.source, proposal.target), max(proposal.source, proposal.target)
        if proposal.source == proposal.target or proposal.strength < LEAST_STRENGTH:
            continue
        if pair not in best or _firmness(proposal) < _firmness(best[pair]):
            best[pair] = proposal
    return sorted(best.values(), key=lambda p: (p.cue, p.source, p.target))


def _firmness(proposal: Proposal) -> tuple[int, int, tuple[int, ...]]:
    return -proposal.strength, _KINDS.index(proposal.kind), proposal.cue


def _link(stage: Stage, proposal: Proposal) -> Link:
    start, end = stage.scene.span(proposal.cue[0], proposal.cue[-1])
    cue = Span(start, end, stage.scene.parse.text[start:end])
    return Link(
        source=stage.events[proposal.source].id,
        target=stage.events[proposal.target].id,
        kind=proposal.kind,
        confidence=_CONFIDENCE[proposal.strength],
        cue=cue,
        reasons=(Reason(f"link.{proposal.rule}", cue.text, start, end),),
    )
