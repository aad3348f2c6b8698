"""Who can take part in an event: people, bodies that act, and the crews of ships, planes and vehicles."""

from __future__ import annotations

from typing import Final

from mapper.events.scene import Scene

NAMES: Final = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_PARTIES: Final = (
    "@actor|@person|@leader|@suspect|@diplomat|@civilian|@migrant|@prisoner|@hostage|@troops|@police|"
    "@militant|@team|counterpart"
)
_CREWED: Final = "@vessel|@aircraft|@vehicle"
_WEAPONS: Final = "@weapon|@crowd_weapon"
_NAMED_THINGS: Final = frozenset(
    {"LAW", "EVENT", "WORK_OF_ART", "FAC", "LANGUAGE", "PRODUCT", "DATE", "TIME", "MONEY", "LOC"}
)
"""Entity labels of capitalised names that are nobody's."""

_SETTLEMENTS: Final = frozenset(
    "village town city county province region island capital state country district palace port mill "
    "republic kingdom federation emirate".split()
)
"""Places that act as bodies but are no party when something befalls them."""

_GENDERED: Final = {"she": "female", "her": "female", "herself": "female"} | dict.fromkeys(
    ("he", "him", "his", "himself"), "male"
)
_OTHER: Final = {"female": "male", "male": "female"}


def is_party(scene: Scene, i: int) -> bool:
    """Tell whether token `i` names people or a body that acts, as far as labels and word lists know."""
    labels = scene.labels[i]
    if labels & NAMES or _is_listed(scene, i):
        return True
    return scene.tokens[i].pos == "PROPN" and not labels & _NAMED_THINGS and i not in scene.toponym_at


def _is_listed(scene: Scene, i: int) -> bool:
    if scene.in_list("person", i) or scene.in_list("body", i) or is_gendered(scene, i):
        return True
    return scene.matches(scene.lexicon.values(_PARTIES), [i])


def is_gendered(scene: Scene, i: int) -> bool:
    """Tell whether token `i` is a word for a man or a woman."""
    return scene.in_list("female", i) or scene.in_list("male", i)


def is_settlement(scene: Scene, i: int) -> bool:
    """Tell whether token `i` is a common noun for a place that people govern."""
    return scene.tokens[i].pos == "NOUN" and bool(scene.words[i] & _SETTLEMENTS)


def is_crewed(scene: Scene, i: int) -> bool:
    """Tell whether token `i` names a ship, plane or vehicle, which stands for its crew."""
    return scene.matches(scene.lexicon.values(_CREWED), [i])


def is_weapon(scene: Scene, i: int) -> bool:
    """Tell whether token `i` names what is shot, thrown or sprayed."""
    return scene.matches(scene.lexicon.values(_WEAPONS), [i]) and not is_crewed(scene, i)


def is_individual(scene: Scene, i: int) -> bool:
    """Tell whether token `i` names one person."""
    if "PERSON" in scene.labels[i]:
        return True
    one = scene.tokens[i].tag == "NN" and not scene.in_list("body", i)
    listed = scene.in_list("person", i) or is_gendered(scene, i)
    return one and (listed or scene.matches(scene.lexicon.values("@person|@leader|@suspect"), [i]))


def may_be(scene: Scene, pronoun: str, i: int) -> bool:
    """Tell whether a pronoun agrees with the noun or name at token `i`, as far as its words tell."""
    gender = _GENDERED.get(pronoun)
    if gender is None:
        return True
    words = [i, *scene.relations.modifiers(i)[-3:]] if scene.parse.has_syntax else [i]
    return not any(scene.in_list(_OTHER[gender], j) for j in words)
