"""Find the status cues that bear on a mention: above it, on its noun, in its clause."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from mapper.events.lexicon import Cue, load_lexicon, match_phrase
from mapper.events.matching import holds
from mapper.events.mention import Mention
from mapper.events.scene import Scene
from mapper.events.syntax import Step

OBJECT_STEPS: Final = frozenset(
    {"dobj", "nsubjpass", "to", "xcomp", "conj", "oprd", "attr", "compound", "appos", "nmod"}
)
"""Relations over which what is said of the governor is said of the event."""

CARRYING: Final = frozenset({"of", "for", "in", "on", "to", "at", "with"})
"""Prepositions over which it carries too ("plans for a summit"), unlike "after" or "over"."""

_MAKING: Final = frozenset({"announce", "declare", "call", "agree"})
"""Verbs of saying that bring about what they name ("announced a strike")."""

_SUBJECTS: Final = frozenset({"nsubj"})
_NEGATIONS: Final = frozenset({"not", "n't", "never", "cannot"})


@cache
def cues_by_word(scope: str) -> Mapping[str, tuple[Cue, ...]]:
    """Return the cues of a scope by each of their words, highest priority first."""
    index: defaultdict[str, list[Cue]] = defaultdict(list)
    for cue in load_lexicon().cues:
        if cue.row.scope == scope:
            for word in dict.fromkeys(cue.phrase.words):
                index[word].append(cue)
    return {word: tuple(found) for word, found in index.items()}


def cues_at(scene: Scene, scope: str, i: int) -> Iterator[tuple[Cue, tuple[int, ...]]]:
    """Yield the cues of a scope whose words stand at token `i`, with their tokens."""
    index = cues_by_word(scope)
    for word in sorted(scene.words[i]):
        for cue in index.get(word, ()):
            tokens = _stands_at(scene, cue, word, i)
            if tokens and (not cue.blocked_by or holds(cue.blocked_by, scene, i, frozenset(tokens)) is None):
                yield cue, tokens


def _stands_at(scene: Scene, cue: Cue, word: str, i: int) -> tuple[int, ...]:
    words = cue.phrase.words
    if len(words) == 1:
        return (i,)
    at = words.index(word)
    sentence = scene.sentence(i)
    for start in range(max(sentence.first, i - at - 1), i + 1):
        found = match_phrase(cue.phrase, scene.words, start, sentence.last)
        if i in found:
            return found
    if at == 0 and len(words) == 2:  # a particle may stand behind the object
        return next(((i, j) for j in scene.relations.particles(i) if words[1] in scene.words[j]), ())
    return ()


def carrying_steps(scene: Scene, mention: Mention) -> tuple[Step, ...]:
    """Return the steps above a mention over which a status carries down to it."""
    found = []
    for step in scene.relations.chain(mention.anchor):
        preposition = step.via.removeprefix("prep:") if step.via.startswith("prep:") else None
        if preposition is not None and preposition not in CARRYING:
            break
        if preposition is None and step.via not in OBJECT_STEPS | _SUBJECTS:
            break
        if step.via != "to" and _only_says(scene, step.i):
            break
        found.append(step)
        if step.via in _SUBJECTS:
            break
    return tuple(found)


def _only_says(scene: Scene, i: int) -> bool:
    """Tell whether the verb tells of the event without making, planning or undoing it."""
    rows = [scene.lexicon.reporting[word] for word in scene.words[i] if word in scene.lexicon.reporting]
    return any(row.factivity in ("neutral", "factive") and row.lemma not in _MAKING for row in rows)


def head_cues(scene: Scene, mention: Mention) -> Iterator[tuple[Cue, tuple[int, ...], Step]]:
    """Yield the head cues above a mention, or on its noun as predicates, nearest first."""
    steps = list(carrying_steps(scene, mention))
    if not scene.relations.is_verb(mention.anchor):
        steps += [Step(j, "nsubjpass", mention.anchor) for j in scene.relations.predicates(mention.anchor)]
    seen: set[tuple[int, str]] = set()
    for step in steps:
        for cue, tokens in cues_at(scene, "head", step.i):
            key = (step.i, cue.row.cue)
            if key not in seen and not set(tokens) & set(mention.tokens) and _linked(scene, cue, step):
                seen.add(key)
                yield cue, tokens, step


def _linked(scene: Scene, cue: Cue, step: Step) -> bool:
    """Tell whether the cue's last word ("to", a preposition) leads from it to the event."""
    if not cue.link:
        return True
    if cue.link == "to":
        return step.via == "to" or (step.via != "dobj" and bool(_marked_infinitives(scene, step.i)))
    if cue.link == "that":
        return False
    if step.via == f"prep:{cue.link}":
        return True
    below = (scene.lower[entry.i] for entry in scene.relations.prepositions(step.i))
    return step.via in ("nsubjpass", "nsubj", "dobj") and cue.link in below


def _marked_infinitives(scene: Scene, i: int) -> list[int]:
    return [
        j
        for j in scene.relations.infinitives(i)
        if not scene.parse.has_syntax or any(scene.lower[k] == "to" for k in scene.relations.auxiliaries(j))
    ]


def is_moved(scene: Scene, cue: Cue, i: int) -> bool:
    """Tell whether postponing is told by the day an event was moved from: it is held on its new day."""
    if cue.row.status != "postponed":
        return False
    left = (entry for entry in scene.relations.prepositions(i) if scene.lower[entry.i] == "from")
    return any(j in scene.time_at for entry in left for j in entry.objects)


def noun_cues(scene: Scene, mention: Mention) -> Iterator[tuple[Cue, tuple[int, ...]]]:
    """Yield the cues on the noun: adjectives, determiners and phrases before it ("fear of an attack")."""
    if (
        scene.parse.has_syntax
        and mention.trigger.pos == "VERB"
        and scene.tokens[mention.anchor].dep not in ("amod", "compound")
    ):
        return
    positions = [j for j in scene.relations.modifiers(mention.tokens[0]) if j not in mention.tokens]
    positions += [j for j in scene.relations.modifiers(mention.anchor) if j not in mention.tokens]
    first = min([*positions, mention.tokens[0]])
    positions += range(max(scene.sentence(mention.anchor).first, first - 2), first)
    for i in sorted(set(positions), reverse=True):
        for cue, tokens in cues_at(scene, "noun", i):
            if not cue.link or (
                tokens[-1] + 1 < len(scene.lower) and scene.lower[tokens[-1] + 1] == cue.link
            ):
                ends = tokens[-1] + bool(cue.link)
                if i >= first or ends >= first - 1:
                    yield cue, tokens


def clause_cues(scene: Scene, mention: Mention) -> Iterator[tuple[Cue, tuple[int, ...]]]:
    """Yield the cues in the clause of a mention."""
    sentence = scene.sentence(mention.anchor)
    clause = scene.relations.clause(mention.anchor)
    for i in range(sentence.first, sentence.last):
        if i in mention.tokens or scene.relations.clause(i) != clause:
            continue
        for cue, tokens in cues_at(scene, "clause", i):
            if not cue.link or (
                tokens[-1] + 1 < len(scene.lower) and scene.lower[tokens[-1] + 1] == cue.link
            ):
                yield cue, tokens


def is_negated(scene: Scene, i: int) -> bool:
    """Tell whether verb `i` has a negation of its own ("not only" is none)."""
    for j in scene.relations.auxiliaries(i):
        if scene.lower[j] in _NEGATIONS:
            following = scene.lower[j + 1] if j + 1 < len(scene.lower) else ""
            return following not in ("only", "just", "merely", "until", "least")
    return False


def auxiliary_words(scene: Scene, i: int) -> dict[str, int]:
    """Return the helpers of verb `i` by their word."""
    return {scene.lower[j]: j for j in scene.relations.auxiliaries(i)}
