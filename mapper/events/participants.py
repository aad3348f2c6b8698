"""Who took part: actors and targets of a mention."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, Literal

from mapper.events.animacy import is_crewed, is_party, is_settlement, is_weapon
from mapper.events.mention import Mention
from mapper.events.people import People
from mapper.events.scene import Scene
from mapper.model import Participant

Role = Literal["actor", "target"]

MAX_WORDS: Final = 7
"""Longest name of a participant, in tokens."""

MAX_PARTICIPANTS: Final = 6

_TARGET_PREPOSITIONS: Final = frozenset({"against", "on", "with", "at"})
_OF_IS_ACTOR: Final = frozenset({"CONSULT", "PROTEST", "MOBILIZE", "RETREAT", "CLAIM", "DISASTER", "OTHER"})
_LEADING: Final = frozenset("the a an its his her their at least this that 's some these".split())
_NONE: Final = frozenset({"no", "neither", "few", "fewer"})

_THINGS: Final = frozenset(
    "plan talk visit meeting report statement part place fire law bill attack raid strike operation".split()
)
_BY_CREWS: Final = frozenset({"ASSAULT", "DISASTER", "MOBILIZE", "COERCE", "THREATEN", "COOPERATE", "OTHER"})
"""Types in which ships, planes and vehicles act or suffer."""

_STRIKES_THINGS: Final = frozenset({"ASSAULT"})
"""Types whose target may be a thing: a building, a village, a road."""

_CRITICISM: Final = frozenset({"ACCUSE.condemn", "ACCUSE.criticise"})
"""Kinds of act whose target may be a thing: a law, a raid, a plan."""

_SUFFERED: Final = frozenset(
    "COERCE.arrest COERCE.custody COERCE.deport COERCE.evict COERCE.sentence COERCE.dismiss_official "
    "ASSAULT.abduct ASSAULT.murder ASSAULT.assassinate ASSAULT.execute ASSAULT.casualties "
    "ASSAULT.stabbing ASSAULT.torture ASSAULT.beat AID.rescue AID.evacuate DISASTER.casualties".split()
)
"""Kinds of act whose noun has the victim for its owner: "Ms Ruiz's arrest", "his abduction"."""

_SUFFERING: Final = frozenset({"die", "perish", "drown", "suffer", "fall", "lose"})
"""Verbs whose subject does not do what they happen in ("died in an attack")."""

_BY_POLICE: Final = frozenset({"COERCE.arrest", "COERCE.custody", "ACCUSE.charge"})
"""Kinds of act that police are taken to do when they are named in the sentence and nobody else is."""


def find_participants(scene: Scene, people: People, mention: Mention) -> tuple[Participant, ...]:
    """Return the actors, then the targets, each once, with one name per person."""
    found: dict[tuple[str, str], Participant] = {}
    candidates = list(_candidates(scene, mention))
    if not any(role == "actor" for _, role in candidates):
        candidates += _officers(scene, mention)
    for i, role in candidates:
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
            and not scene.words[step.i] & _SUFFERING
        ):
            yield from ((i, "actor") for i in scene.relations.subjects(step.i))


def _of_verb(scene: Scene, i: int) -> Iterator[tuple[int, Role]]:
    yield from ((j, "actor") for j in scene.relations.subjects(i))
    yield from ((j, "target") for j in scene.relations.objects(i))
    for entry in scene.relations.prepositions(i):
        word = scene.lower[entry.i]
        if word in ("with", "against") or (word == "to" and not scene.relations.objects(i)):
            yield from ((j, "target") for j in entry.objects if is_party(scene, j))
        elif word == "between":
            yield from ((j, "actor") for j in entry.objects)


def _of_noun(scene: Scene, mention: Mention) -> Iterator[tuple[int, Role]]:
    owned = False
    for entry in scene.relations.prepositions(mention.anchor):
        word = scene.lower[entry.i]
        if word in ("by", "between", "among", "from"):
            yield from ((j, "actor") for j in entry.objects if word != "from" or is_party(scene, j))
        elif word == "of":
            owned = True
            role: Role = "actor" if mention.type in _OF_IS_ACTOR else "target"
            yield from ((j, role) for j in entry.objects)
        elif word in _TARGET_PREPOSITIONS:
            yield from ((j, "target") for j in entry.objects if is_party(scene, j) or word == "on")
    suffered = not owned and _kind(mention) in _SUFFERED
    for j in scene.relations.modifiers(mention.tokens[0]):
        if scene.tokens[j].dep == "poss":
            yield j, "target" if suffered and not _is_nation(scene, j) else "actor"
        elif j in scene.toponym_at and scene.toponym_at[j].role == "demonym":
            yield j, "actor"
    yield from ((j, "target") for j in _struck(scene, mention))


def _kind(mention: Mention) -> str:
    return f"{mention.type}.{mention.trigger.mode}"


def _is_nation(scene: Scene, i: int) -> bool:
    return bool(scene.labels[i] & {"GPE", "NORP"})


def _struck(scene: Scene, mention: Mention) -> Iterator[int]:
    """Yield whom a disaster or attack strikes as the subject of a verb: "the fire displaced families"."""
    if mention.type in ("DISASTER", "ASSAULT") and scene.parse.has_syntax:
        for step in scene.relations.chain(mention.anchor)[:1]:
            if step.via == "nsubj":
                yield from (j for j in scene.relations.objects(step.i) if is_party(scene, j))


def _officers(scene: Scene, mention: Mention) -> list[tuple[int, Role]]:
    """Return the police of the sentence for an arrest or charge of which nobody is said to be the author."""
    if _kind(mention) not in _BY_POLICE or not scene.parse.has_syntax:
        return []
    police = scene.lexicon.values("@police")
    sentence = scene.sentence(mention.anchor)
    found = [
        i
        for i in range(sentence.first, sentence.last)
        if scene.tokens[i].dep == "nsubj" and scene.matches(police, [i]) and scene.tokens[i].pos == "NOUN"
    ]
    return [(min(found, key=lambda i: abs(i - mention.anchor)), "actor")] if found else []


def _describe(scene: Scene, people: People, i: int, role: Role, mention: Mention) -> Participant | None:
    """Return the participant named at token `i`, None for what is no name of anyone."""
    target = people.antecedent(i)
    if (
        target is None
        or target in mention.tokens
        or target in scene.time_at
        or scene.tokens[target].start < scene.head_end
        or not _takes_part(scene, target, role, mention)
    ):
        return None
    target = _named_beside(scene, people, target)
    toponym = scene.toponym_at.get(target)
    if toponym is not None:
        return _place_participant(scene, target, role, mention)
    person = people.at.get(target)
    if person is not None:
        start, end = scene.span(person.first, person.last)
        return Participant(person.name, role, people.countries.get(person.name), start, end)
    return _phrase_participant(scene, people, target, role)


def _place_participant(scene: Scene, i: int, role: Role, mention: Mention) -> Participant | None:
    """Return the government or people that the toponym at token `i` stands for."""
    toponym = scene.toponym_at[i]
    if toponym.role == "dateline":
        return None
    if toponym.role == "literal" and role == "target" and mention.type != "ASSAULT":
        return None
    text = toponym.place.name if toponym.role == "demonym" and toponym.place else toponym.text
    noun = scene.tokens[i].pos in ("NOUN", "PROPN") and not scene.relations.modifiers(i)
    if toponym.role == "demonym" and noun:
        text = toponym.text
    return Participant(text, role, _country(scene, [i]), toponym.start, toponym.end)


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


def _takes_part(scene: Scene, i: int, role: Role, mention: Mention) -> bool:
    """Tell whether a noun names somebody, or something that acts or is acted on in this kind of event."""
    token = scene.tokens[i]
    if token.pos in ("VERB", "AUX", "ADV", "SCONJ", "NUM"):
        return False
    if any(scene.lower[j] in _NONE for j in scene.relations.modifiers(i)[:1]):
        return False
    if is_crewed(scene, i):
        return mention.type in _BY_CREWS
    if is_party(scene, i):
        befalls = role == "target" and mention.type not in _STRIKES_THINGS
        return not (befalls and is_settlement(scene, i))
    return role == "target" and token.pos != "PRON" and _may_be_thing(scene, i, mention)


def _may_be_thing(scene: Scene, i: int, mention: Mention) -> bool:
    if mention.type in _STRIKES_THINGS:
        return not is_weapon(scene, i) and not scene.words[i] & _THINGS
    return _kind(mention) in _CRITICISM and scene.tokens[i].dep in ("dobj", "nsubjpass", "conj")


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


def _phrase_participant(scene: Scene, people: People, i: int, role: Role) -> Participant | None:
    i = people.first_described(i)
    first, end = _phrase(scene, i)
    counted = [j for j in scene.counted([i]) if j != i]
    if counted:  # "thousands of people"
        end = max(end, counted[0] + 1)
    end = max(end, _end_of_parties(scene, i, first))
    text = scene.text(first, end - 1)
    if not any(char.isalnum() for char in text) or "\n" in text:
        return None
    start, stop = scene.span(first, end - 1)
    return Participant(text, role, _country(scene, range(first, end)), start, stop)


def _end_of_parties(scene: Scene, i: int, first: int) -> int:
    """Return the end of what "of" adds to an office or group: "envoys of Chile and Peru"."""
    if not scene.parse.has_syntax:
        return 0
    for entry in scene.relations.prepositions(i):
        inside = [token.i for token in scene.parse.subtree(entry.i)]
        whole = inside == list(range(entry.i, inside[-1] + 1)) and inside[-1] - first < MAX_WORDS
        if entry.i == i + 1 and scene.lower[entry.i] == "of" and whole:
            return inside[-1] + 1 if any(is_party(scene, j) for j in entry.objects) else 0
    return 0


def _country(scene: Scene, positions: Iterable[int]) -> str | None:
    """Return the country of the places named among the tokens, None for several or a disputed one."""
    places = [scene.toponym_at[i].place for i in positions if i in scene.toponym_at]
    countries = {place.country for place in places if place is not None}
    return countries.pop() if len(countries) == 1 else None
