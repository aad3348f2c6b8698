"""Tell whether the pattern of a trigger holds where its words stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final, cast

from mapper.events.lexicon import Clause, Pattern
from mapper.events.scene import Scene
from mapper.events.syntax import Form

_PAST: Final = frozenset({"VBN", "VBD", "JJ"})

Check = Callable[[Scene, Clause, int, frozenset[int]], bool]


def holds(pattern: Pattern, scene: Scene, anchor: int, inside: frozenset[int]) -> tuple[Clause, ...] | None:
    """Return the first alternative that holds, None when none does; an empty pattern always holds.

    `anchor` is the token the trigger's grammar hangs on, `inside` all tokens of the trigger.
    """
    if not pattern:
        return ()
    for option in pattern:
        if all(clause_holds(clause, scene, anchor, inside) for clause in option):
            return option
    return None


def clause_holds(clause: Clause, scene: Scene, anchor: int, inside: frozenset[int]) -> bool:
    """Tell whether one clause holds."""
    return _CHECKS[clause.key](scene, clause, anchor, inside) != clause.negated


def _any(scene: Scene, clause: Clause, positions: Iterable[int], inside: frozenset[int]) -> bool:
    return scene.matches(clause.values, [i for i in positions if i not in inside])


def _object(scene: Scene, clause: Clause, anchor: int, inside: frozenset[int]) -> bool:
    found = list(scene.relations.objects(anchor))
    for entry in scene.relations.around(anchor):  # "switched on the lights": a particle read as a preposition
        if entry.i in inside:
            found += entry.objects
    if _is_headline_passive(scene, anchor):
        found += scene.relations.subjects(anchor)
    return _any(scene, clause, found, inside)


def _subject(scene: Scene, clause: Clause, anchor: int, inside: frozenset[int]) -> bool:
    subjects = [*scene.relations.subjects(anchor), *_mistaken_subject(scene, anchor)]
    if scene.parse.has_syntax and any(
        scene.lower[i] in ("they", "he", "she", "it", "its", "their") for i in subjects
    ):
        speakers = scene.relations.speech(anchor)[:1]  # "rebels say they have captured"
        subjects += [i for verb in speakers for i in scene.relations.subjects(verb)]
    return _any(scene, clause, subjects, inside)


def _is_headline_passive(scene: Scene, anchor: int) -> bool:
    """Tell whether a participle heads its clause without an auxiliary verb: "Driver injured in crash"."""
    token = scene.tokens[anchor]
    helped = any(scene.tokens[i].dep in ("aux", "auxpass") for i in scene.relations.auxiliaries(anchor))
    return token.tag == "VBN" and token.dep in ("ROOT", "ccomp") and not helped


def _mistaken_subject(scene: Scene, anchor: int) -> tuple[int, ...]:
    """Return the noun a past tense seems to qualify where it tells of it: "A raft flipped in the rapids"."""
    token = scene.tokens[anchor]
    if token.dep not in ("acl", "amod") or token.tag not in _PAST or token.head > anchor:
        return ()
    noun = top = scene.tokens[token.head]
    while top.dep in ("pobj", "prep"):  # "thousands of cattle starved"
        top = scene.tokens[top.head]
    return (noun.i, top.i) if top.dep == "ROOT" and top.pos in ("NOUN", "PROPN") else ()


def _preposition(scene: Scene, clause: Clause, anchor: int, inside: frozenset[int]) -> bool:
    found = [entry.i for entry in scene.relations.around(anchor)]
    return _any(scene, clause, [*found, *scene.relations.particles(anchor)], inside)


def _prepositional_object(scene: Scene, clause: Clause, anchor: int, inside: frozenset[int]) -> bool:
    for entry in scene.relations.around(anchor):
        word = scene.lower[entry.i]
        allowed = not clause.prepositions or word in clause.prepositions
        if allowed and _any(scene, clause, entry.objects, inside):
            return True
    return False


def _particle(scene: Scene, clause: Clause, anchor: int, inside: frozenset[int]) -> bool:
    directional = [i for i in scene.relations.auxiliaries(anchor) if scene.in_list("directional", i)]
    return _any(scene, clause, [*scene.relations.particles(anchor), *directional], inside)


def _infinitive(scene: Scene, clause: Clause, anchor: int, inside: frozenset[int]) -> bool:
    return _any(scene, clause, scene.relations.infinitives(anchor), inside)


def _that_clause(scene: Scene, clause: Clause, anchor: int, inside: frozenset[int]) -> bool:
    return _any(scene, clause, scene.relations.clauses(anchor), inside)


def _modifier(scene: Scene, clause: Clause, anchor: int, inside: frozenset[int]) -> bool:
    return _any(scene, clause, scene.relations.modifiers(anchor), inside)


def _argument(scene: Scene, clause: Clause, anchor: int, inside: frozenset[int]) -> bool:
    found = [i for entry in scene.relations.prepositions(anchor) for i in entry.objects]
    return _any(scene, clause, [*scene.relations.modifiers(anchor), *found], inside)


def _head(scene: Scene, clause: Clause, anchor: int, inside: frozenset[int]) -> bool:
    found = list(scene.relations.governors(anchor))
    if scene.relations.is_verb(anchor):  # "dozens are missing"
        found += scene.relations.subjects(anchor)
    return _any(scene, clause, found, inside)


def _form(scene: Scene, clause: Clause, anchor: int, inside: frozenset[int]) -> bool:
    del inside
    if "passive" in clause.values.words and _is_headline_passive(scene, anchor):
        return True
    return any(scene.relations.has_form(anchor, cast("Form", form)) for form in sorted(clause.values.words))


def _gap(scene: Scene, clause: Clause, anchor: int, inside: frozenset[int]) -> bool:
    """Hold always: the phrase matcher has kept to the gap."""
    del scene, clause, anchor, inside
    return True


def _near(scene: Scene, clause: Clause, anchor: int, inside: frozenset[int]) -> bool:
    sentence = scene.sentence(anchor)
    return _any(scene, clause, range(sentence.first, sentence.last), inside)


def _case(scene: Scene, clause: Clause, anchor: int, inside: frozenset[int]) -> bool:
    del clause, inside
    return scene.tokens[anchor].text[:1].isupper() and anchor > scene.sentence(anchor).first


_CHECKS: Final[dict[str, Check]] = {
    "obj": _object,
    "subj": _subject,
    "prep": _preposition,
    "pobj": _prepositional_object,
    "prt": _particle,
    "xcomp": _infinitive,
    "ccomp": _that_clause,
    "mod": _modifier,
    "arg": _argument,
    "head": _head,
    "form": _form,
    "gap": _gap,
    "near": _near,
    "case": _case,
}
