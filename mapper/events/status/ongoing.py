"""Rules that say an event goes on."""

from __future__ import annotations

from typing import Final

from mapper.events.mention import Mention
from mapper.events.scene import Scene
from mapper.events.status.cues import auxiliary_words, carrying_steps, clause_cues, head_cues, noun_cues
from mapper.events.status.verdict import Verdict

_PRESENT_BE: Final = frozenset({"is", "are", "am", "'s", "'re"})
_PRESENT: Final = frozenset({"VBZ", "VBP"})
_SURE: Final = 60
"""Least priority of a cue that says by itself that something goes on."""


def ongoing_cue(scene: Scene, mention: Mention) -> Verdict | None:
    """Notice "continues", "ongoing", "under way"."""
    for cue, tokens, _ in head_cues(scene, mention):
        if cue.row.status == "ongoing" and cue.row.pos != "AUX":
            return Verdict("ongoing", f"ongoing.governor:{cue.row.cue}", tokens)
    for cue, tokens in noun_cues(scene, mention):
        if cue.row.status == "ongoing":
            return Verdict("ongoing", f"ongoing.modifier:{cue.row.cue}", tokens)
    for cue, tokens in clause_cues(scene, mention):
        if cue.row.status == "ongoing" and cue.row.priority >= _SURE:
            return Verdict("ongoing", f"ongoing.clause:{cue.row.cue}", tokens)
    return None


def ongoing_progressive(scene: Scene, mention: Mention) -> Verdict | None:
    """Notice "are advancing", "has been blocking"."""
    if mention.trigger.pos == "ADJ":
        return None
    for i in (mention.anchor, *(step.i for step in carrying_steps(scene, mention))):
        helpers = auxiliary_words(scene, i)
        if scene.relations.has_form(i, "ing"):
            present = [j for word, j in helpers.items() if word in _PRESENT_BE]
            perfect = [j for word, j in helpers.items() if word in ("has", "have") and "been" in helpers]
            if present or perfect:
                return Verdict("ongoing", "ongoing.progressive", tuple((present or perfect)[:1]))
    return None


def ongoing_state(scene: Scene, mention: Mention) -> Verdict | None:
    """Notice a state in the present tense: "is in custody"."""
    if scene.tokens[mention.anchor].pos != "ADP":
        return None
    for step in (scene.tokens[mention.anchor].head,):
        if scene.lower[step] in _PRESENT_BE | {"remains", "remain"}:
            return Verdict("ongoing", "ongoing.state", (step,))
    return None


def ongoing_present(scene: Scene, mention: Mention) -> Verdict | None:
    """Notice a verb in the simple present: "claims the islet"; headlines tell what has happened so."""
    lasting = scene.lexicon.lists["lasting"]
    lasts = mention.type in lasting or f"{mention.type}.{mention.trigger.mode}" in lasting
    if scene.tokens[mention.anchor].sentence == 0 and not lasts:
        return None
    helpers = [
        i for i in scene.relations.auxiliaries(mention.anchor) if scene.tokens[i].dep in ("aux", "auxpass")
    ]
    if scene.tokens[mention.anchor].tag in _PRESENT and not helpers:
        return Verdict("ongoing", "ongoing.present", (mention.anchor,), 0.7)
    return None
