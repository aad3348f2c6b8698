"""Who took part: actors and targets of a mention."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, Literal

from mapper.events.mention import Mention
from mapper.events.people import People
from mapper.events.scene import Scene
from mapper.model import Participant

Role = Literal["actor", "target"]

MAX_WORDS: Final = 7
"""Longest name of a participant, in tokens."""

MAX_PARTICIPANTS: Final = 6

_TARGET_PREPOSITIONS: Final = frozenset({"against", "on", "with", "at"})
_AMONG_PARTIES: Final = frozenset({"CONSULT", "AGREE"})
"""Types whose targets are other parties, not what is talked about."""

_OF_IS_ACTOR: Final = frozenset({"CONSULT", "PROTEST", "MOBILIZE", "RETREAT", "CLAIM", "DISASTER", "OTHER"})
_LEADING: Final = frozenset("the a an its his her their at least this that 's some these".split())
_TEXTS: Final = (
    "@agreement|@law|@plan|@talks|@meeting|@accusation|@offer|@demand|@aid_goods|@money|@tie|@sanction|"
    "@restriction"
)
"""Classes of things that are acted on but take no part."""

_THINGS: Final = frozenset("plan talk visit meeting report statement part place fire law bill".split())


def find_participants(scene: Scene, people: People, mention: Mention) -> tuple[Participant, ...]:
    """Return the actors, then the targets, each once, with one name per person."""
    found: dict[tuple[str, str], Participant] = {}
    for i, role in _candidates(scene, mention):
        participant = _describe(scene, people, i, role, mention)
        if participant is not None:
            found.setdefault((participant.text.casefold(), ""), participant)
    ordered = sorted(found.values(), key=lambda p: p.role)
    return tuple(ordered[:MAX_PARTICIPANTS])


def _candidates(scene: Scene, mention: Mention) -> Iterator[tuple[int, Role]]:
    if scene.relations.is_verb(mention.anchor):
        yield from _of_verb(scene, mention.anchor)
        return
    yield from _of_noun(scene, mention)
    if not scene.parse.has_syntax:
        return
    for step in scene.relations.chain(mention.anchor)[:1]:
        carried = step.via in ("prep:in", "prep:to", "prep:for") or scene.in_list("light_verb", step.i)
        if (
            step.via in ("dobj", "prep:in", "prep:to", "prep:for")
            and carried
            and scene.relations.is_verb(step.i)
        ):
            yield from ((i, "actor") for i in scene.relations.subjects(step.i))


def _of_verb(scene: Scene, i: int) -> Iterator[tuple[int, Role]]:
    yield from ((j, "actor") for j in scene.relations.subjects(i))
    yield from ((j, "target") for j in scene.relations.objects(i))
    for entry in scene.relations.prepositions(i):
        word = scene.lower[entry.i]
        if word in ("with", "against") or (word == "to" and not scene.relations.objects(i)):
            yield from ((j, "target") for j in entry.objects if _is_party(scene, j))
        elif word == "between":
            yield from ((j, "actor") for j in entry.objects)


def _of_noun(scene: Scene, mention: Mention) -> Iterator[tuple[int, Role]]:
    for entry in scene.relations.prepositions(mention.anchor):
        word = scene.lower[entry.i]
        if word in ("by", "between", "among", "from"):
            yield from ((j, "actor") for j in entry.objects if word != "from" or _is_party(scene, j))
        elif word == "of":
            role: Role = "actor" if mention.type in _OF_IS_ACTOR else "target"
            yield from ((j, role) for j in entry.objects)
        elif word in _TARGET_PREPOSITIONS:
            yield from ((j, "target") for j in entry.objects if _is_party(scene, j) or word == "on")
    for j in scene.relations.modifiers(mention.tokens[0]):
        if scene.tokens[j].dep == "poss" or (j in scene.toponym_at and scene.toponym_at[j].role == "demonym"):
            yield j, "actor"


def _is_party(scene: Scene, i: int) -> bool:
    return bool(scene.labels[i] & {"PERSON", "ORG", "GPE", "NORP"}) or scene.matches(
        scene.lexicon.values("@actor|@person|@diplomat|counterpart"), [i]
    )


def _describe(scene: Scene, people: People, i: int, role: Role, mention: Mention) -> Participant | None:
    """Return the participant named at token `i`, None for what is no name of anyone."""
    target = people.antecedent(i)
    if (
        target is None
        or target in mention.tokens
        or target in scene.time_at
        or scene.tokens[target].start < scene.head_end
        or _is_thing(scene, target, role, mention)
    ):
        return None
    target = _named_beside(scene, people, target)
    toponym = scene.toponym_at.get(target)
    if toponym is not None and toponym.role == "dateline":
        return None
    if toponym is not None:
        if toponym.role == "literal" and role == "target" and mention.type != "ASSAULT":
            return None
        text = toponym.place.name if toponym.role == "demonym" and toponym.place else toponym.text
        if (
            toponym.role == "demonym"
            and scene.tokens[target].pos in ("NOUN", "PROPN")
            and not scene.relations.modifiers(target)
        ):
            text = toponym.text
        return Participant(text, role, _country(scene, [target]), toponym.start, toponym.end)
    person = people.at.get(target)
    if person is not None:
        start, end = scene.span(person.first, person.last)
        return Participant(person.name, role, _country(scene, range(*_phrase(scene, target))), start, end)
    return _phrase_participant(scene, target, role)


def _named_beside(scene: Scene, people: People, i: int) -> int:
    """Return the name set beside a description ("his counterpart, Rauf Mamedov"), else the token itself."""
    named = i in scene.toponym_at and scene.toponym_at[i].role != "dateline"
    if i in people.at or named or not scene.parse.has_syntax:
        return i
    return next(
        (
            child.i
            for child in scene.parse.children(i)
            if child.dep == "appos" and _is_name(scene, people, child.i)
        ),
        i,
    )


def _is_name(scene: Scene, people: People, i: int) -> bool:
    in_dateline = i in scene.toponym_at and scene.toponym_at[i].role == "dateline"
    return i in people.at or (i in scene.toponym_at and not in_dateline)


def _is_thing(scene: Scene, i: int, role: Role, mention: Mention) -> bool:
    """Tell whether a noun names a thing or an act rather than somebody, as an actor must be."""
    if scene.tokens[i].pos in ("VERB", "AUX", "ADV", "SCONJ"):
        return True
    if role == "target" and mention.type in _AMONG_PARTIES and not _is_party(scene, i):
        return True
    if scene.words[i] & _THINGS or (role == "target" and scene.matches(scene.lexicon.values(_TEXTS), [i])):
        return True
    return role == "actor" and mention.type != "DISASTER" and scene.tokens[i].pos == "PRON"


def _phrase(scene: Scene, i: int) -> tuple[int, int]:
    """Return first and end token of the noun phrase of `i`, widened to a named entity it begins."""
    first, last = scene.relations.phrase(i)
    for entity in scene.parse.entities:
        if entity.first <= i < entity.last and entity.label == "ORG":
            first, last = min(first, entity.first), max(last, entity.last - 1)
    last = _through_name(scene, last)
    while first < last and (scene.lower[first] in _LEADING or not scene.tokens[first].text[0].isalnum()):
        first += 1
    return max(first, last + 1 - MAX_WORDS), last + 1


def _through_name(scene: Scene, last: int) -> int:
    """Return the end of a name that goes on behind a capitalised preposition ("Doctors Without Borders")."""
    tokens = scene.tokens
    while last + 2 < len(tokens) and tokens[last + 1].pos == "ADP" and tokens[last].text[:1].isupper():
        if not (tokens[last + 1].text[:1].isupper() and tokens[last + 2].text[:1].isupper()):
            break
        last += 2
    return last


def _phrase_participant(scene: Scene, i: int, role: Role) -> Participant | None:
    first, end = _phrase(scene, i)
    counted = [j for j in scene.counted([i]) if j != i]
    if counted:  # "thousands of people"
        end = max(end, counted[0] + 1)
    text = scene.text(first, end - 1)
    if not any(char.isalnum() for char in text) or "\n" in text:
        return None
    start, stop = scene.span(first, end - 1)
    return Participant(text, role, _country(scene, range(first, end)), start, stop)


def _country(scene: Scene, positions: Iterable[int]) -> str | None:
    """Return the country of the first place named among the tokens."""
    for i in positions:
        toponym = scene.toponym_at.get(i)
        if toponym is not None and toponym.place is not None:
            return toponym.place.country
    return None
