"""Rules that say an event did not happen, is only imagined, or stands for any of its kind."""

from __future__ import annotations

from typing import Final

from mapper.events.mention import Mention
from mapper.events.scene import Scene
from mapper.events.status.cues import (
    auxiliary_words,
    carrying_steps,
    clause_cues,
    head_cues,
    is_negated,
    noun_cues,
)
from mapper.events.status.verdict import Verdict

_CONDITIONS: Final = frozenset({"if", "unless", "lest"})
_MODALS: Final = ("would", "will", "could", "may", "might", "'ll")
_CLAUSE_NEGATION: Final = frozenset({"neither", "none", "instead of", "rather than", "short of"})
_UNREAL: Final = frozenset({"hypothetical", "generic"})
_CLEAR: Final = 60
"""Least priority of a cue of unreality or habit that silences an event."""


def negated_verb(scene: Scene, mention: Mention) -> Verdict | None:
    """Notice a negation on the verb or on one that hands it down: "did not attack", "never held talks"."""
    if is_negated(scene, mention.anchor):
        return Verdict(None, "negated.verb", (mention.anchor,))
    verbal = scene.relations.is_verb(mention.anchor)
    for step in carrying_steps(scene, mention):
        if is_negated(scene, step.i) and (
            verbal or step.via == "to" or hands_down(scene, mention, step.i, step.via)
        ):
            return Verdict(None, "negated.governor", (step.i,))
    return None


def hands_down(scene: Scene, mention: Mention, verb: int, via: str) -> bool:
    """Tell whether what is said of a verb holds for the event noun it governs.

    It does for verbs of holding and happening, and for nouns that are new to the reader; "will
    investigate the crash" leaves the crash as it was.
    """
    if via in ("to", "xcomp", "conj"):
        return True
    name = "occur_verb" if via == "nsubj" else "light_verb"
    return scene.in_list(name, verb) or not is_definite(scene, mention.anchor)


def is_definite(scene: Scene, i: int) -> bool:
    """Tell whether the noun's phrase begins with a word that points to something known."""
    words = {scene.lower[j] for j in scene.relations.modifiers(i)}
    return bool(words & {"the", "this", "that", "these", "those", "his", "her", "its", "their", "'s"})


def negated_noun(scene: Scene, mention: Mention) -> Verdict | None:
    """Notice "no", "without" and the like on the noun: "no talks", "without a shot"."""
    for cue, tokens in noun_cues(scene, mention):
        if cue.row.status == "negated":
            return Verdict(None, f"negated.noun:{cue.row.cue}", tokens)
    for step in scene.relations.chain(mention.anchor):
        if step.via == "prep:without":
            return Verdict(None, "negated.without", (step.i,))
    return None


def negated_governor(scene: Scene, mention: Mention) -> Verdict | None:
    """Notice a verb of failing or refusing above: "failed to sign"."""
    verbal = scene.relations.is_verb(mention.anchor)
    for cue, tokens, step in head_cues(scene, mention):
        if cue.row.status == "negated" and (verbal or hands_down(scene, mention, step.i, step.via)):
            return Verdict(None, f"negated.governor:{cue.row.cue}", tokens)
    return None


def denied(scene: Scene, mention: Mention) -> Verdict | None:
    """Notice a that-clause or gerund under a verb of denying, as far as nobody else asserts it."""
    for i in scene.relations.speech(mention.anchor):
        row = next(
            (scene.lexicon.reporting[w] for w in sorted(scene.words[i]) if w in scene.lexicon.reporting), None
        )
        if row is not None and scene.parse.has_syntax:
            return (
                Verdict(None, f"denied:{row.lemma}", (i,))
                if row.factivity in ("denying", "doubting")
                else None
            )
    return None


def conditional(scene: Scene, mention: Mention) -> Verdict | None:
    """Notice a condition, or what would follow from one: "if the dam breaks, thousands would flee"."""
    mark = scene.relations.mark(mention.anchor)
    if mark is not None and scene.lower[mark] in _CONDITIONS:
        return Verdict(None, "hypothetical.condition", (mark,))
    for i in (mention.anchor, *(step.i for step in carrying_steps(scene, mention))):
        helpers = auxiliary_words(scene, i)
        modal = next((helpers[word] for word in _MODALS if word in helpers), None)
        if modal is not None and (("would" in helpers and "have" in helpers) or _has_condition(scene, i)):
            return Verdict(None, "hypothetical.would", (modal,))
    return None


def _has_condition(scene: Scene, verb: int) -> bool:
    """Tell whether the sentence opens with a condition, or one hangs on the verb."""
    if scene.lower[scene.sentence(verb).first] in _CONDITIONS:
        return True
    children = scene.parse.children(verb) if scene.parse.has_syntax else ()
    marks = (scene.relations.mark(child.i) for child in children if child.dep == "advcl")
    return any(mark is not None and scene.lower[mark] in _CONDITIONS for mark in marks)


def unreal(scene: Scene, mention: Mention) -> Verdict | None:
    """Fear, risk, habit, rule: "fear of an eruption", "the right to strike", "often attack"."""
    for cue, tokens in noun_cues(scene, mention):
        if cue.row.status in _UNREAL and cue.row.priority >= _CLEAR:
            return Verdict(None, f"{cue.row.status}.noun:{cue.row.cue}", tokens)
    for cue, tokens in clause_cues(scene, mention):
        if (
            cue.row.status in _UNREAL
            and cue.row.priority >= _CLEAR
            and cue.row.cue not in (*_CONDITIONS, "whether")
        ):
            return Verdict(None, f"{cue.row.status}.clause:{cue.row.cue}", tokens)
        if cue.row.cue in _CLAUSE_NEGATION:
            return Verdict(None, f"negated.clause:{cue.row.cue}", tokens)
    for cue, tokens, _ in head_cues(scene, mention):
        if cue.row.status == "hypothetical" and cue.row.pos == "VERB" and cue.row.priority >= _CLEAR:
            return Verdict(None, f"hypothetical.governor:{cue.row.cue}", tokens)
    return None


def always_so(scene: Scene, mention: Mention) -> Verdict | None:
    """Notice what is said of a kind, with no place or day: "dogs bite", "treaties are signed", "must pay"."""
    token = scene.tokens[mention.anchor]
    sentence = scene.sentence(token.i)
    set_somewhere = sentence.i in scene.toponyms_by_sentence or sentence.i in scene.times_by_sentence
    if set_somewhere or sentence.i == 0 or not scene.relations.is_verb(token.i):
        return None
    helpers = auxiliary_words(scene, token.i)
    if "must" in helpers and "have" not in helpers:
        return Verdict(None, "generic.must", (helpers["must"],))
    passive = scene.relations.has_form(token.i, "passive") and "are" in helpers and "being" not in helpers
    if not passive and (token.tag != "VBP" or helpers):
        return None
    who = scene.relations.objects(token.i) if passive else scene.relations.subjects(token.i)
    bare = [i for i in who if scene.tokens[i].tag == "NNS" and not scene.relations.modifiers(i)]
    return Verdict(None, "generic.kind", tuple(bare[:1])) if bare else None
