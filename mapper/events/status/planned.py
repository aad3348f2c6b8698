"""Rules that say an event lies ahead."""

from __future__ import annotations

from typing import Final

from mapper.events.mention import Mention
from mapper.events.scene import Scene
from mapper.events.status.cues import (
    auxiliary_words,
    carrying_steps,
    clause_cues,
    head_cues,
    is_moved,
    noun_cues,
)
from mapper.events.status.negated import hands_down
from mapper.events.status.verdict import Rule, Verdict

_FUTURE: Final = {"will": 1.0, "'ll": 1.0, "wo": 1.0, "shall": 0.9, "would": 0.8, "should": 0.5}
_POSSIBLE: Final = {"may": 0.6, "might": 0.5, "could": 0.5, "can": 0.4}
"""Modal verbs with the share of cases in which they point to a definite plan (general reasoning)."""


_QUALIFYING: Final = frozenset({"acl", "amod", "appos", "relcl"})
"""Relations over which a participle only adds to what its clause tells of a noun."""

_AHEAD: Final = frozenset({"to", "until", "till", "for"})
"""Prepositions that lead from a verb of moving to the new day."""

_GOES_ON: Final = frozenset({"continue", "remain", "last", "stay"})
"""What will go on has begun."""


def planned_modal(scene: Scene, mention: Mention) -> Verdict | None:
    """Notice a modal verb on the trigger or on a verb that hands it down."""
    found = _modal(scene, mention.anchor) if scene.relations.is_verb(mention.anchor) else None
    for step in carrying_steps(scene, mention):
        goes_on = bool(scene.words[step.i] & _GOES_ON) and step.via == "nsubj"
        if found is None and not goes_on and hands_down(scene, mention, step.i, step.via):
            found = _modal(scene, step.i)
    if found is None:
        return None
    i, certainty = found
    return Verdict("planned", f"planned.modal:{scene.lower[i]}", (i,), certainty)


def _modal(scene: Scene, i: int) -> tuple[int, float] | None:
    helpers = auxiliary_words(scene, i)
    if "have" in helpers:
        return None
    for word, j in helpers.items():
        certainty = _FUTURE.get(word) or _POSSIBLE.get(word)
        if certainty is not None and not _is_month(scene, j):
            return j, certainty
    return None


def _is_month(scene: Scene, i: int) -> bool:
    """Tell whether "May" is the month: parsers take "Oslo, May 12 - Rebels attacked" for a modal verb."""
    beside = scene.tokens[max(i - 1, 0)], scene.tokens[min(i + 1, len(scene.tokens) - 1)]
    return scene.lower[i] == "may" and any(token.text[:1].isdigit() for token in beside)


def planned_governor(scene: Scene, mention: Mention) -> Verdict | None:
    """Notice a word of planning above: "plans to", "is due to", "scheduled for"."""
    verbal = scene.relations.is_verb(mention.anchor)
    for cue, tokens, step in head_cues(scene, mention):
        if cue.row.status != "planned" or cue.row.pos == "AUX" or cue.row.cue in ("go ahead", "be to"):
            continue
        if verbal or cue.link != "to" or step.via == "to" or hands_down(scene, mention, step.i, step.via):
            return Verdict("planned", f"planned.governor:{cue.row.cue}", tokens)
    return None


def planned_be_to(scene: Scene, mention: Mention) -> Verdict | None:
    """Notice "is to be held", "were to land"."""
    for step in carrying_steps(scene, mention):
        helpers = [j for j in scene.relations.infinitives(step.i) if "to" in auxiliary_words(scene, j)]
        if "be" in scene.words[step.i] and (step.via == "to" or (step.via == "nsubj" and helpers)):
            return Verdict("planned", "planned.be-to", (step.i,))
    return None


def planned_moved(scene: Scene, mention: Mention) -> Verdict | None:
    """Notice that the clause tells of the event's new day: "was postponed from March to June".

    A clause with the old day alone recalls an event told elsewhere and is none of its own.
    """
    for cue, tokens, step in head_cues(scene, mention):
        if scene.tokens[step.i].dep in _QUALIFYING or not is_moved(scene, cue, step.i):
            continue
        ahead = (entry for entry in scene.relations.prepositions(step.i) if scene.lower[entry.i] in _AHEAD)
        if any(j in scene.time_at for entry in ahead for j in entry.objects):
            return Verdict("planned", f"planned.moved:{cue.row.cue}", tokens)
        return Verdict(None, f"moved.from:{cue.row.cue}", tokens)
    return None


def planned_modifier(scene: Scene, mention: Mention) -> Verdict | None:
    """Notice a word of planning on the noun: "upcoming visit", "plans for a strike"."""
    for cue, tokens in noun_cues(scene, mention):
        if cue.row.status == "planned":
            return Verdict("planned", f"planned.modifier:{cue.row.cue}", tokens)
    return None


def planned_clause(scene: Scene, mention: Mention) -> Verdict | None:
    """Notice a word of planning in the clause: "is forecast to hit"."""
    for cue, tokens in clause_cues(scene, mention):
        if cue.row.status == "planned":
            return Verdict("planned", f"planned.clause:{cue.row.cue}", tokens)
    return None


def planned_purpose(scene: Scene, mention: Mention) -> Verdict | None:
    """Notice an infinitive of purpose or content: "ways to deepen ties", "met to sign"."""
    token = scene.tokens[mention.anchor]
    if token.dep in ("acl", "advcl", "relcl") and "to" in auxiliary_words(scene, token.i):
        return Verdict("planned", "planned.purpose", (token.i,), 0.5)
    return None


def planned_speech(scene: Scene, mention: Mention) -> Verdict | None:
    """Notice the content of a wish, demand, order or promise: "urged them to release", "hopes that"."""
    reporting = scene.lexicon.reporting
    for step in carrying_steps(scene, mention):
        row = next((reporting[word] for word in sorted(scene.words[step.i]) if word in reporting), None)
        if (
            row is not None
            and row.factivity == "planning"
            and step.via in ("to", "xcomp", "prep:for", "dobj")
        ):
            return Verdict("planned", f"planned.speech:{row.lemma}", (step.i,))
    if scene.parse.has_syntax:
        for i in scene.relations.speech(mention.anchor)[:1]:
            row = next((reporting[word] for word in sorted(scene.words[i]) if word in reporting), None)
            if row is not None and row.factivity == "planning" and scene.tokens[mention.anchor].tag != "VBD":
                return Verdict("planned", f"planned.speech:{row.lemma}", (i,))
    return None


def planned_hint(scene: Scene, mention: Mention) -> Verdict | None:
    """Notice the trigger itself says so."""
    del scene
    return Verdict("planned", "planned.trigger") if mention.trigger.hint == "planned" else None


PLANNED: Final[tuple[Rule, ...]] = (
    planned_modal, planned_be_to, planned_governor, planned_moved, planned_modifier, planned_clause,
    planned_speech, planned_purpose, planned_hint,
)  # fmt: skip


def plan_rule(scene: Scene, mention: Mention) -> Verdict | None:
    """Return what the first rule of planning says."""
    return next(filter(None, (rule(scene, mention) for rule in PLANNED)), None)
