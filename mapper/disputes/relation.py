"""How a text touches a territory: something happens in it, near it, or it is only the topic.

The name's governors are followed outwards (preposition, noun, verb) until a rule decides. With a
syntactic parse they are the heads of the tree; without one, the words before and after the name.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from mapper.disputes import relation_words as words
from mapper.disputes.governors import Step, governors
from mapper.disputes.native_words import native_relation
from mapper.disputes.syntax import Parse
from mapper.model import DisputeRelation

LONGEST_CHAIN: Final = 8
"""Governors looked at; news sentences decide within four."""


class Verdict(NamedTuple):
    """A relation and the id of the rule that gave it."""

    relation: DisputeRelation
    rule: str


class _Rule(NamedTuple):
    """What one governor says; a relation of None leaves it to the next governor."""

    id: str
    holds: Callable[[Step], bool]
    relation: DisputeRelation | None


_VERB_RULES: Final = (
    _Rule("undergoes", lambda step: step.link == "subject" and step.head in words.UNDERGO, "in"),
    _Rule("actor", lambda step: step.link == "subject", "mention"),
    _Rule("complement", lambda step: step.link == "complement" and step.head in words.COPULAR, "mention"),
    _Rule("topic-verb", lambda step: step.head in words.TOPIC_VERBS, "mention"),
    _Rule("goes-round", lambda step: step.link == "object" and step.head in words.AROUND, "near"),
    _Rule("affected", lambda _: True, "in"),
)
"""For "X did", "it is X", "did it to X"."""

_NOUN_RULES: Final = (
    _Rule("topic-noun", lambda step: step.head in words.TOPIC | words.TOPIC_DAYS, "mention"),
    _Rule("gathering", lambda step: step.link == "part" and step.head in words.GATHERINGS, "mention"),
    _Rule("waters", lambda step: step.head in words.WATERS, "near"),
    _Rule("part-of-it", lambda step: step.head in words.PLACES | words.SHORES, None),
    _Rule("event-noun", lambda step: step.head in words.EVENTS, "in"),
    _Rule("people-there", lambda step: step.head in words.INHABITANTS, "in"),
    _Rule("other-noun", lambda _: True, "mention"),
)
"""For "X dispute", "X's coast", "the shelling of X"."""

_BORDERING: Final = frozenset({"of", "with", "between"})
_DISTANT: Final = frozenset({"of", "from", "to"})
_PREPOSITION_RULES: Final = (
    _Rule("sealed-off", lambda step: step.link == "off" and step.head in words.SEALING, "in"),
    _Rule("near", lambda step: step.link in words.NEAR or step.head in words.NEXT_TO, "near"),
    _Rule("distance", lambda step: step.link in _DISTANT and step.head in words.DISTANCES, "near"),
    _Rule("border", lambda step: step.link in _BORDERING and step.head in words.BORDERS, "near"),
    _Rule(
        "topic",
        lambda step: step.head in words.TOPIC and step.link in words.TO_A_TOPIC and not step.verb,
        "mention",
    ),
    _Rule("flight", lambda step: step.link == "over" and step.head in words.FLIGHT, "near"),
    _Rule("talk", lambda step: step.link in {"on", "over"} and step.head in words.TALK, "mention"),
    _Rule("referring", lambda step: step.link == "to" and step.head in words.REFERRING, "mention"),
    _Rule(
        "renaming",
        lambda step: step.link in words.WITHIN and step.verb and step.head in words.NAMING,
        "mention",
    ),
    _Rule("origin", lambda step: step.link == "from" and step.head in words.PERSONS, "mention"),
    _Rule("wished", lambda step: step.verb and step.head in words.WISHING, "mention"),
    _Rule("within", lambda step: step.link in words.WITHIN, "in"),
    _Rule(
        "bound-for",
        lambda step: step.link in {"for", "against", "by"} and step.head in words.MOTION | words.EVENTS,
        "in",
    ),
    _Rule("about", lambda _: True, "mention"),
)
"""For "off X", "claims to X", "flew over X", "in X"; "of X" is judged by its noun."""


def relation_at(parse: Parse, start: int, end: int, *, inside: bool = False) -> DisputeRelation:
    """Return how a sentence touches the territory named at ``start:end``.

    Parameters
    ----------
    parse
        The article's parse, with or without syntax.
    start, end
        The name, in code points.
    inside
        The name is of a place inside the territory: near it is still in the territory.
    """
    return explain(parse, start, end, inside=inside).relation


def explain(parse: Parse, start: int, end: int, *, inside: bool = False) -> Verdict:
    """Return the relation with the id of the rule that decided; see `relation_at`."""
    name = parse.text[start:end].casefold().split()
    if name and (name[-1] in words.TOPIC | words.TOPIC_DAYS or any("dash" in word for word in name)):
        return Verdict("mention", "name-of-topic")
    if native := native_relation(parse.text, start, end):
        verdict = Verdict(*native)
    else:
        verdict = _judge(governors(parse, start, end)[:LONGEST_CHAIN], name)
    if inside and verdict.relation == "near":
        return Verdict("in", f"{verdict.rule}-inner-place")
    return verdict


def _judge(chain: Sequence[Step], name: Sequence[str]) -> Verdict:
    """Return the verdict of the first governor that decides, unless a later one makes it a topic."""
    if chain and chain[0] == ("of", "side", False) and name[-1] in words.LINES:
        return Verdict("near", "side-of-a-line")
    for i, step in enumerate(chain):
        rule = next(rule for rule in _rules_for(step) if rule.holds(step))
        if rule.relation is not None:
            if _is_there(rule, chain, i):
                return Verdict("in", f"{rule.id}-there")
            topic = rule.relation != "mention" and _is_topic(chain[i + 1 :])
            return Verdict("mention", "topic-above") if topic else Verdict(rule.relation, rule.id)
    return Verdict("mention", "no-governor")


def _rules_for(step: Step) -> tuple[_Rule, ...]:
    if step.link in {"object", "passive", "subject", "complement"}:
        return _VERB_RULES
    if step.link in {"part", "owner"}:
        return _NOUN_RULES
    nearer = _PREPOSITION_RULES[:4]
    if step.link == "of" and not any(rule.holds(step) for rule in nearer):
        return _NOUN_RULES
    return _PREPOSITION_RULES


def _is_there(rule: _Rule, chain: Sequence[Step], i: int) -> bool:
    """Tell whether what a rule takes for beside the place, or for an actor, is in it after all."""
    if rule.id == "other-noun":
        return _is_hit(chain[i + 1 :])
    if rule.id == "actor":
        return _works(chain[:i], chain[i])
    return rule.id in {"near", "distance"} and i > 0 and chain[i - 1].head in words.FACILITIES


def _is_hit(chain: Sequence[Step]) -> bool:
    """Tell whether something is done to what the name is part of: "damaged a staircase of X"."""
    return bool(chain) and chain[0].link in {"object", "passive"} and chain[0].head in words.BODILY


def _works(below: Sequence[Step], verb: Step) -> bool:
    """Tell whether what acts is a plant, port or school there, and does not speak: "the X plant ran dry"."""
    return bool(below) and below[-1].head in words.FACILITIES and verb.head not in words.TALK


def _is_topic(chain: Sequence[Step]) -> bool:
    """Tell whether what holds the name is itself only talked about: "names for places in X"."""
    for step in chain:
        if step.link in words.ABOUT and step.head in words.TALK | words.TOPIC:
            return True
        if step.link in {"of", "for"} and step.head in words.FIRM_TOPIC | words.PROPOSING:
            return True
        if step.link in {"object", "subject", "passive"}:
            return step.link != "subject" and step.head in words.NAMING | words.WISHING
    return False
