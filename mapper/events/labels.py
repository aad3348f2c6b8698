"""Short noun phrases that name an event, without tense: "phone talks", "shelling of a village"."""

from __future__ import annotations

import re
from typing import Final

from mapper.events.mention import Mention
from mapper.events.scene import Scene
from mapper.model import Participant

MAX_LABEL: Final = 60
"""Longest label, in characters; beyond it the object is left out."""

MAX_OBJECT: Final = 5
"""Longest object in a label, in tokens."""

_DROPPED: Final = frozenset(
    "the a an this that these those his her its their our my your some any no 's another such last next "
    "previous planned upcoming cancelled canceled postponed scheduled proposed possible alleged latest "
    "recent earlier".split()
)
_VOWEL_E: Final = re.compile(r"[^aeiouy]e$")
_VOWELS: Final = re.compile(r"[aeiouy]+")
_DOUBLE: Final = re.compile(r"(?:^|[^aeiou])[aeiou][bdgmnprt]$")
_LIGHT: Final = frozenset(
    "hold make give stage launch issue conduct mount carry file lodge reach pay".split()
)
_INTRANSITIVE: Final = "of"
_MODE_NOUNS: Final = {"phone": "phone talks"}
"""Modes that name the event better than the verb does: two who spoke by telephone held phone talks."""


def label_of(scene: Scene, mention: Mention, participants: tuple[Participant, ...]) -> str:
    """Return the label of an event by its trigger and who took part."""
    if mention.trigger.pos == "ADJ":
        words = scene.text(mention.tokens[0], mention.tokens[-1])
        label = f"{words} {participants[0].text}" if participants else words
    elif scene.relations.is_verb(mention.anchor) and mention.trigger.pos != "NOUN":
        label = _verb_label(scene, mention, participants)
    else:
        label = _noun_label(scene, mention)
    return " ".join(label.split())


def _noun_label(scene: Scene, mention: Mention) -> str:
    """Return the trigger noun with the words that specify it."""
    modifiers = scene.relations.modifiers(mention.tokens[0])
    verbal = max((i for i in modifiers if scene.tokens[i].pos == "AUX"), default=-2) + 1
    words = [
        scene.tokens[i].text
        for i in modifiers
        if _specifies(scene, i) and i not in mention.tokens and i > verbal
    ]
    noun = scene.text(mention.tokens[0], mention.tokens[-1])
    label = " ".join([*words, noun])
    tail = _tail(scene, mention)
    return _join(_plain_case(scene, mention, label.replace(" - ", "-")), tail)


def _specifies(scene: Scene, i: int) -> bool:
    token = scene.tokens[i]
    counts = token.dep in ("nummod", "poss", "case", "advmod", "quantmod", "det")
    return (
        scene.lower[i] not in _DROPPED and not counts and i not in scene.time_at and token.text[0].isalpha()
    )


def _plain_case(scene: Scene, mention: Mention, label: str) -> str:
    """Lower the capital a sentence begins with."""
    starts = scene.tokens[mention.tokens[0]].i == scene.sentence(mention.anchor).first
    return label[:1].lower() + label[1:] if starts and label[1:2].islower() else label


def _tail(scene: Scene, mention: Mention) -> str:
    """Return the phrase after the noun that says on what or of whom."""
    for entry in scene.relations.prepositions(mention.anchor):
        if (
            scene.lower[entry.i] in ("on", "of", "against", "with")
            and entry.objects
            and scene.parse.has_syntax
        ):
            first, last = scene.relations.phrase(entry.objects[0])
            inside = range(first, last + 1)
            if last - first < MAX_OBJECT and not any(i in scene.time_at for i in inside) and first > entry.i:
                return f"{scene.lower[entry.i]} {scene.text(first, last)}"
    return ""


def _join(label: str, tail: str) -> str:
    full = f"{label} {tail}".strip()
    return full if len(full) <= MAX_LABEL else label[:MAX_LABEL]


def _verb_label(scene: Scene, mention: Mention, participants: tuple[Participant, ...]) -> str:
    lemma = scene.tokens[mention.anchor].lemma.casefold()
    phrase = (
        scene.lexicon.nominals.get(mention.trigger.rule.partition("/")[0])
        if len(mention.tokens) > 1
        else None
    )
    row = phrase or scene.lexicon.nominals.get(lemma)
    noun, preposition = (row.noun, row.preposition) if row else (_gerund(lemma), "of")
    if mention.trigger.mode in _MODE_NOUNS:
        return _MODE_NOUNS[mention.trigger.mode]
    noun_of_phrase = mention.tokens[-1]
    if (
        len(mention.tokens) > 1
        and bool(scene.words[mention.anchor] & _LIGHT)
        and scene.tokens[noun_of_phrase].pos == "NOUN"
    ):
        return _noun_label(scene, Mention(noun_of_phrase, (noun_of_phrase,), mention.trigger))
    if len(mention.tokens) > 1 and phrase is None:
        rest = [scene.tokens[i].text for i in mention.tokens if i != mention.anchor]
        return _join(" ".join([_gerund(lemma), *rest]), "")
    targets = [p for p in participants if p.role == "target"]
    actors = [p for p in participants if p.role == "actor"]
    chosen = targets or (
        actors if preposition == _INTRANSITIVE and row and not scene.relations.objects(mention.anchor) else []
    )
    if not chosen:
        return noun
    return _join(noun, f"{preposition} {_party(scene, chosen[0])}")


def _party(scene: Scene, participant: Participant) -> str:
    """Return a participant as it reads inside a phrase: no leading article, no sentence's capital."""
    words = participant.text.replace('"', "").split()
    if participant.start is None or len(words) < 2:
        return " ".join(words)
    (first, *_) = scene.parse.tokens_in(participant.start, participant.start + 1)
    if words[0].casefold() in _DROPPED:
        return " ".join(words[1:])
    if first.pos not in ("PROPN", "ADJ", "") and words[0][1:].islower():
        words[0] = words[0].casefold()
    return " ".join(words)


def _gerund(lemma: str) -> str:
    """Return the -ing form of a verb."""
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    if _VOWEL_E.search(lemma) or lemma.endswith("ue"):
        return lemma[:-1] + "ing"
    if lemma.endswith(
        (
            "begin",
            "forget",
            "admit",
            "commit",
            "submit",
            "permit",
            "compel",
            "expel",
            "repel",
            "rebel",
            "occur",
            "refer",
            "defer",
        )
    ):
        return lemma + lemma[-1] + "ing"
    if lemma.endswith("ic"):
        return lemma + "king"
    if _DOUBLE.search(lemma) and len(_VOWELS.findall(lemma)) == 1:
        return lemma + lemma[-1] + "ing"
    return lemma + "ing"
