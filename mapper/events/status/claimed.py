"""Rules that say an event is somebody's claim."""

from __future__ import annotations

from typing import Final

from mapper.events.mention import Mention
from mapper.events.scene import Scene
from mapper.events.status.cues import clause_cues, head_cues, is_negated, noun_cues
from mapper.events.status.verdict import Verdict

_LEGAL: Final = frozenset({"accuse", "charge", "suspect", "indict", "arraign", "prosecute", "try"})
"""Verbs whose "of" or "with" phrase names an act that is not proven; convictions are left out."""

_LEGAL_NOUNS: Final = frozenset(
    {"charge", "allegation", "accusation", "suspicion", "claim", "count", "rumour", "rumor"}
)
_HEARSAY: Final = frozenset(
    {"believed to", "thought to", "said to", "appear to", "reported to", "rumoured to"}
)
_MODALS: Final = frozenset({"will", "would", "may", "might", "could", "shall", "'ll"})
_HEARD: Final = frozenset({"reportedly", "apparently"})
"""Adverbs that cast no doubt on what nobody did."""

_ADVERB: Final = 70
"""Least priority of an adverb that makes a report a claim."""


def claimed_speech(scene: Scene, mention: Mention) -> Verdict | None:
    """Notice the clause of a verb of claiming: "claims that rebels attacked"."""
    if any(scene.lower[j] in _MODALS for j in scene.relations.auxiliaries(mention.anchor)):
        return None
    for i in scene.relations.speech(mention.anchor):
        for word in sorted(scene.words[i]):
            row = scene.lexicon.reporting.get(word)
            if row is None:
                continue
            if row.factivity == "claiming" and not is_negated(scene, i):
                return Verdict("claimed", f"claimed.speech:{row.lemma}", (i,))
            if scene.parse.has_syntax:
                return None
    return _claim_before(scene, mention)


def _claim_before(scene: Scene, mention: Mention) -> Verdict | None:
    """Notice a verb of claiming right before the subject that the parse lost: "police allege he held"."""
    for subject in scene.relations.subjects(mention.anchor):
        i = scene.relations.phrase(subject)[0] - 1
        for word in sorted(scene.words[i]) if i >= scene.sentence(mention.anchor).first else ():
            row = scene.lexicon.reporting.get(word)
            if row is not None and row.factivity == "claiming":
                return Verdict("claimed", f"claimed.before:{row.lemma}", (i,))
    return None


def claimed_of(scene: Scene, mention: Mention) -> Verdict | None:
    """Notice what somebody is accused of or charged with, or charges are for."""
    for step in scene.relations.chain(mention.anchor):
        if step.via not in ("prep:of", "prep:with", "prep:for", "compound", "conj", "to", "dobj"):
            break
        if scene.words[step.i] & _LEGAL and step.via in ("prep:of", "prep:with"):
            return Verdict("claimed", f"claimed.of:{scene.tokens[step.i].lemma}", (step.i,))
        if scene.words[step.i] & _LEGAL_NOUNS and not scene.relations.is_verb(step.i):
            return Verdict("claimed", f"claimed.charge:{scene.tokens[step.i].lemma}", (step.i,))
    return None


def claimed_adverb(scene: Scene, mention: Mention) -> Verdict | None:
    """Notice "allegedly", "reportedly" in the clause."""
    for cue, tokens in clause_cues(scene, mention):
        natural = mention.type == "DISASTER" and cue.row.cue in _HEARD
        if (
            cue.row.status == "claimed"
            and cue.row.pos == "ADV"
            and cue.row.priority >= _ADVERB
            and not natural
        ):
            return Verdict("claimed", f"claimed.adverb:{cue.row.cue}", tokens)
    return None


def claimed_modifier(scene: Scene, mention: Mention) -> Verdict | None:
    """Notice "alleged", "unconfirmed" on the noun, "allegations of" before it."""
    for cue, tokens in noun_cues(scene, mention):
        if cue.row.status in ("claimed", "denied") and cue.row.priority >= 65:
            return Verdict("claimed", f"claimed.modifier:{cue.row.cue}", tokens)
    return None


def claimed_hearsay(scene: Scene, mention: Mention) -> Verdict | None:
    """Notice "is believed to have", "claims to have"; denials of a deed named by a noun."""
    for cue, tokens, step in head_cues(scene, mention):
        if cue.row.cue in _HEARSAY:
            return Verdict("claimed", f"claimed.hearsay:{cue.row.cue}", tokens)
        if cue.row.status == "denied" and step.via in ("dobj", "nsubjpass"):
            return Verdict("claimed", f"claimed.denied:{cue.row.cue}", tokens)
    for step in scene.relations.chain(mention.anchor):
        row = next(
            (scene.lexicon.reporting[w] for w in sorted(scene.words[step.i]) if w in scene.lexicon.reporting),
            None,
        )
        if step.via == "to" and row is not None and row.factivity == "claiming":
            return Verdict("claimed", f"claimed.hearsay:{row.lemma}", (step.i,))
    return None


def claimed_hint(scene: Scene, mention: Mention) -> Verdict | None:
    """Notice the trigger itself says so."""
    del scene
    return Verdict("claimed", "claimed.trigger") if mention.trigger.hint == "claimed" else None
