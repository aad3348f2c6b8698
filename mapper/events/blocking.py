"""Trigger words that report nothing: idioms, names, modifiers, advice, commands."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from mapper.events.lexicon import Idiom, match_phrase
from mapper.events.mention import Mention
from mapper.events.scene import Scene

_NAMES: Final = frozenset({"PERSON", "ORG", "WORK_OF_ART", "FAC", "PRODUCT", "LAW", "LANGUAGE"})
_MODIFIES: Final = frozenset({"compound", "nmod", "amod"})
_NOUNS: Final = frozenset({"NOUN", "PROPN"})
_NATURE: Final = frozenset({"storm", "flood", "landslide", "quake", "fire"})
_ELLIPSIS_REACH: Final = 8
"""Tokens before a trigger in which an idiom that contains it may begin."""


def is_blocked(scene: Scene, mention: Mention) -> bool:
    """Tell whether any rule says the words report no event."""
    return any(rule(scene, mention) for rule in _RULES)


def _in_other_span(scene: Scene, mention: Mention) -> bool:
    """Inside a place name or a time expression ("Fire Island", "March 3")."""
    return any(i in scene.toponym_at or i in scene.time_at for i in mention.tokens)


def _in_name(scene: Scene, mention: Mention) -> bool:
    """Inside a longer name, or a capitalised noun that is the name of something."""
    if mention.trigger.pos == "VERB":
        return False
    token = scene.tokens[mention.anchor]
    if not token.text[:1].isupper():
        return False
    if token.entity in _NAMES:
        return True
    first = mention.anchor == scene.sentence(mention.anchor).first
    neighbours = [
        scene.tokens[i]
        for i in (mention.tokens[0] - 1, mention.tokens[-1] + 1)
        if 0 <= i < len(scene.tokens)
        and i not in scene.toponym_at
        and scene.tokens[i].sentence == token.sentence
    ]
    named = any(t.text[:1].isupper() and t.pos in ("PROPN", "") for t in neighbours)
    return named or (token.pos == "PROPN" and not first)


def _modifies_noun(scene: Scene, mention: Mention) -> bool:
    """Before another noun ("meeting room"), unless that noun keeps the event alive ("rescue effort")."""
    if mention.trigger.pos == "VERB":
        return False
    token = scene.tokens[mention.anchor]
    head = scene.tokens[token.head]
    if token.dep not in _MODIFIES or head.i in mention.tokens or head.pos not in _NOUNS:
        return False
    return not scene.matches(scene.lexicon.values("@carrier"), [head.i])


def _compound_word(scene: Scene, mention: Mention) -> bool:
    """Notice the first part of a hyphenated word ("fire-damaged")."""
    if mention.trigger.pos == "VERB":
        return False
    i = mention.tokens[-1] + 1
    tokens = scene.tokens
    return (
        i + 1 < len(tokens)
        and tokens[i].text == "-"
        and tokens[i].start == tokens[i - 1].end
        and tokens[i + 1].start == tokens[i].end
    )


def _general_subject(scene: Scene, mention: Mention) -> bool:
    """Notice a subject that stands for anybody: advice, rules."""
    return any(scene.in_list("generic_subject", i) for i in scene.relations.subjects(mention.anchor))


def _command(scene: Scene, mention: Mention) -> bool:
    """Notice an imperative: a bare verb at the top of a sentence, or joined to one, without a subject."""
    first = scene.sentence(mention.anchor).first
    if (
        mention.tokens[0] == first
        and mention.trigger.pos != "MWE"
        and scene.lower[first + 1 : first + 2] == ("the",)
    ):
        return True  # "Flood the pot": taken for a noun by the tagger
    i = mention.anchor
    tokens = scene.tokens
    for _ in range(len(tokens)):
        token = tokens[i]
        if token.tag != "VB" or any(tokens[j].tag in ("MD", "TO") for j in scene.relations.auxiliaries(i)):
            return False
        if token.dep == "ROOT":
            return not scene.relations.subjects(i)
        if token.dep not in ("conj", "ccomp", "dep"):
            return False
        i = token.head
    return False


def _is_defined(scene: Scene, mention: Mention) -> bool:
    """Notice a bare noun of which the text says what it is: "Sandstorm is a dance track"."""
    token = scene.tokens[mention.anchor]
    verb = scene.tokens[token.head]
    if token.dep != "nsubj" or verb.lemma != "be" or verb.tag != "VBZ" or not scene.parse.has_syntax:
        return False
    bare = not any(scene.tokens[i].dep in ("det", "poss") for i in scene.relations.modifiers(token.i))
    return bare and any(child.dep == "attr" for child in scene.parse.children(verb.i))


def _figure_of_speech(scene: Scene, mention: Mention) -> bool:
    """Notice a force of nature made of something else: "a tsunami of emails"."""
    trigger = mention.trigger
    if trigger.type != "DISASTER" or trigger.pos == "VERB" or trigger.mode not in _NATURE:
        return False
    matter = scene.lexicon.values("@matter|#GPE|#LOC|#DATE|#CARDINAL|#QUANTITY|#TIME")
    for entry in scene.relations.prepositions(mention.anchor):
        if scene.lower[entry.i] == "of":
            return not scene.matches(matter, entry.objects) and not any(
                i in scene.time_at or i in scene.toponym_at for i in entry.objects
            )
    return False


def _told_in_fiction(scene: Scene, mention: Mention) -> bool:
    """Notice what a novel, film or game tells: "the novel describes how a storm sinks a ferry"."""
    if not scene.parse.has_syntax:
        return False
    i = mention.anchor
    for _ in range(len(scene.tokens)):
        if scene.in_list("telling_verb", i) and any(
            scene.in_list("fiction", j) for j in scene.relations.subjects(i)
        ):
            return True
        if scene.tokens[i].head == i:
            return False
        i = scene.tokens[i].head
    return False


def _idiom(scene: Scene, mention: Mention) -> bool:
    """Inside a longer phrase listed as no event."""
    for i in mention.tokens:
        for word in sorted(scene.words[i]):
            for idiom in scene.lexicon.idioms.get(word, ()):
                if len(idiom.phrase) >= len(mention.tokens) and _stands_around(scene, mention, idiom, i):
                    return True
    return False


def _stands_around(scene: Scene, mention: Mention, idiom: Idiom, i: int) -> bool:
    pos = scene.tokens[i].pos
    if pos and ((idiom.match == "noun" and pos not in _NOUNS) or (idiom.match == "verb" and pos != "VERB")):
        return False
    sentence = scene.sentence(i)
    if idiom.match == "case":
        words = [frozenset((token.text,)) for token in scene.tokens[sentence.first : sentence.last]]
    else:
        words = list(scene.words[sentence.first : sentence.last])
    at = i - sentence.first
    for start in range(max(0, at - _ELLIPSIS_REACH), at + 1):
        found = match_phrase(idiom.phrase, words, start, len(words), free_articles=idiom.free_articles)
        if at in found and len(found) > len(mention.tokens):
            return True
    return False


_RULES: Final[tuple[Callable[[Scene, Mention], bool], ...]] = (
    _in_other_span, _modifies_noun, _compound_word, _in_name, _general_subject, _command, _is_defined,
    _figure_of_speech, _told_in_fiction,
    _idiom,
)  # fmt: skip
