"""Places that common nouns stand for: "on the mountain", "outside the courthouse", "in four towns"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from mapper.events.mention import Mention
from mapper.events.placing import Placing, location_of, relation_of
from mapper.events.scene import Scene
from mapper.events.ties import Tie, Tied, holder_of, tie_between
from mapper.model import Toponym

KINDS: Final = {
    noun: frozenset(kinds.split())
    for noun, kinds in {
        "mountain": "mountain volcano range",
        "peak": "mountain volcano",
        "volcano": "volcano mountain",
        "island": "island archipelago",
        "lake": "lake reservoir",
        "river": "river",
        "reservoir": "reservoir lake",
        "canal": "canal",
        "strait": "strait",
        "gulf": "gulf",
        "bay": "bay",
        "peninsula": "peninsula",
        "valley": "valley",
        "desert": "desert",
        "forest": "forest",
        "glacier": "glacier",
        "city": "city",
        "town": "city",
        "village": "city",
        "neighbourhood": "district",
        "neighborhood": "district",
        "suburb": "district city",
        "district": "admin2 district",
        "county": "admin2",
        "municipality": "admin2 city",
        "prefecture": "admin1",
        "province": "admin1 admin2",
        "state": "admin1",
        "region": "region admin1",
    }.items()
}
"""Nouns for places, and the gazetteer's kinds each may take up (general knowledge)."""

UNNAMED: Final = Placing(how="unnamed")
"""Somewhere of its own that the text does not name, so that no other place is lent to it."""

_AT: Final = frozenset("in on at near outside inside across around off within throughout".split())
_HOUSED: Final = frozenset("in at outside inside near".split())
_DEFINITE: Final = frozenset({"the", "this", "that"})
_SOME: Final = frozenset("a an another several some many other two three".split())
STEM: Final = 5
"""Letters from which a word that begins another is taken for the same ("court", "courthouse")."""

_ROLES: Final = (("literal", "metonym"), ("dateline",))
_SAID: Final = frozenset({"attached", "clause", "host"})


def place_of_noun(
    scene: Scene, mention: Mention, others: frozenset[int], where: Placing | None
) -> Placing | None:
    """Return where a common noun sets a mention, else the place found by name.

    A definite noun takes up the last place of its kind named before it, or the place of the same noun
    ("A court in Lima …, outside the courthouse"). A kind of place that takes up nothing, and one that
    is new ("a village"), is a place without a name.
    """
    if not scene.parse.has_syntax or (where is not None and where.how in _SAID):
        return where
    unnamed = False
    for i, tied in _nouns(scene, mention, others):
        kinds = _kinds(scene, i)
        if _points_back(scene, i):
            toponym = _last_of(scene, i, kinds) if kinds else _house(scene, i, tied)
            if toponym is not None:
                relation = relation_of(tied.preposition) if kinds else "in"
                return Placing(location_of(toponym, relation), toponym, how="taken-up")
            unnamed = unnamed or bool(kinds)
        else:
            unnamed = True
    return UNNAMED if unnamed else where


def _nouns(scene: Scene, mention: Mention, others: frozenset[int]) -> Iterator[tuple[int, Tied]]:
    """Yield the nouns that say where the mention is and hold no name, with their tie to it."""
    sentence = scene.sentence(mention.anchor)
    taken = (mention.tokens, others, scene.toponym_at, scene.time_at)
    for i in range(sentence.first, sentence.last):
        if scene.tokens[i].pos != "NOUN" or scene.tokens[i].dep != "pobj" or any(i in them for them in taken):
            continue
        if scene.lower[scene.tokens[i].head] not in _AT or not _tells(scene, i) or _holds_name(scene, i):
            continue
        tied = tie_between(scene, mention, i, i, others)
        if tied is not None and tied.tie <= Tie.CLAUSE and not tied.through and not tied.in_subject:
            yield i, tied


def _tells(scene: Scene, i: int) -> bool:
    """Tell whether a noun may take up a name, or is a new place: the cheap questions first."""
    return _points_back(scene, i) or (bool(_kinds(scene, i)) and _is_new(scene, i))


def _holds_name(scene: Scene, i: int) -> bool:
    return any(token.i in scene.toponym_at for token in scene.parse.subtree(i))


def _kinds(scene: Scene, i: int) -> frozenset[str]:
    return next((KINDS[word] for word in sorted(scene.words[i]) if word in KINDS), frozenset())


def _points_back(scene: Scene, i: int) -> bool:
    """Tell whether a noun has "the" and nothing else with it."""
    words = {scene.lower[child.i] for child in scene.parse.children(i) if child.dep != "punct"}
    return len(words) == 1 and words <= _DEFINITE and scene.tokens[i].tag == "NN"


def _is_new(scene: Scene, i: int) -> bool:
    before = {scene.lower[j] for j in scene.relations.modifiers(i)}
    return not before & _DEFINITE and (scene.tokens[i].tag == "NNS" or bool(before & _SOME))


def _last_of(scene: Scene, i: int, kinds: frozenset[str]) -> Toponym | None:
    """Return the last place of some kinds named before token `i`, that of the dateline if no other."""
    before = [t for t in scene.toponyms if t.place is not None and t.end <= scene.tokens[i].start]
    for roles in _ROLES:
        for toponym in reversed(before):
            if toponym.role not in roles or toponym.place is None:
                continue
            if toponym.place.kind in kinds or _is_called(scene, toponym, scene.tokens[i].lemma):
                return toponym
    return None


def _is_called(scene: Scene, toponym: Toponym, noun: str) -> bool:
    """Tell whether a name stands with a noun for its kind: "the island of Samos", "the Shopian district"."""
    inside = scene.parse.tokens_in(toponym.start, toponym.end)
    if not inside:
        return False
    first, last = inside[0].i, inside[-1].i
    near = [*range(first, min(last + 2, len(scene.tokens)))]
    if first > 1 and scene.lower[first - 1] == "of":
        near.append(first - 2)
    return any(noun in scene.words[j] for j in near)


def _house(scene: Scene, i: int, tied: Tied) -> Toponym | None:
    """Return the place the same noun had before: "a plant in Leeds …, at the plant"."""
    if not set(tied.preposition.split()[-1:]) & _HOUSED:
        return None
    for number in range(scene.tokens[i].sentence, -1, -1):
        for toponym, first, last in reversed(scene.toponyms_by_sentence.get(number, [])):
            if last < i and toponym.role == "literal" and toponym.place is not None:
                holder = holder_of(scene, first, last)
                if scene.tokens[holder].pos == "NOUN" and _same_noun(scene, holder, i):
                    return toponym
    return None


def _same_noun(scene: Scene, one: int, other: int) -> bool:
    a, b = scene.tokens[one].lemma.casefold(), scene.tokens[other].lemma.casefold()
    return a == b or (min(len(a), len(b)) >= STEM and (a.startswith(b) or b.startswith(a)))
