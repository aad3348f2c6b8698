"""Where an event is: by literal place names only, the most closely tied first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from mapper.events.animacy import is_individual
from mapper.events.mention import EFFECTS, Mention
from mapper.events.scene import Scene
from mapper.events.ties import Tie, Tied, ancestors, tie_between
from mapper.model import Location, Place, PlaceRelation, Toponym

FIRMNESS: Final = tuple(
    "attached clause host taken-up outer-clause inner-clause beside sentence unnamed cause echo carried-over "
    "dateline story report-window".split()
)
"""Ways a place or day was found, what is said of the event itself first."""

FINENESS: Final = {"point": 0, "district": 1, "city": 2, "sea": 3, "province": 4, "region": 5, "country": 6}
_NEAR: Final = frozenset(
    "near outside around close beside nearby towards toward north south east west northeast northwest "
    "southeast southwest km miles kilometres kilometers".split()
)
_OFF: Final = frozenset({"off"})
_TOPIC: Final = frozenset(
    "about regarding concerning despite like than for against between without as".split()
)
_TOPIC_ON_NOUN: Final = frozenset({"on", "over"})
"""Prepositions that name the topic after a noun of speech ("talks on Cyprus")."""

_TALK: Final = frozenset("CONSULT AGREE ACCUSE REQUEST REJECT SUPPORT CLAIM PROTEST SANCTION".split())
_FOR_AREA: Final = frozenset("warning alert advisory watch evacuation curfew lockdown emergency".split())
"""What is issued for the area it holds in, so that "for" leads to its place."""

_HOSTED: Final = frozenset(
    "festival carnival parade marathon fair market race regatta concert procession firework fireworks "
    "celebration school airport metro subway museum zoo beach port library bridge".split()
)
"""What a town may call its own and what is then inside it."""

_LOCAL: Final = frozenset({"point", "district", "city"})
_INTO: Final = frozenset({"to", "into", "onto", "towards", "toward", "for"})
MOVES: Final = frozenset(
    "arrival departure flight evacuate deport flee transit deploy withdraw visit relief displace extradite "
    "invade missing abduct expel return_property military_aid buildup act".split()
)
"""Modes of events that lead from one place to another."""
_SENSING: Final = frozenset({"feel", "hear", "see", "sense"})
_TALKS: Final = "talks"
_HELD_AT: Final = frozenset({"in", "at"})
_LEAVING: Final = frozenset({"leave", "depart", "flee", "quit", "withdraw", "vacate"})
_ARRIVING: Final = frozenset({"arrive", "land", "dock", "return", "arrival", "touch", "reach"})
_HOW: Final = {
    Tie.ATTACHED: "attached",
    Tie.CLAUSE: "clause",
    Tie.OUTER: "outer-clause",
    Tie.INNER: "inner-clause",
    Tie.BESIDE: "beside",
    Tie.SENTENCE: "sentence",
}
_CANDIDATE: Final = frozenset({"candidate", "venue", "contender", "favourite", "favorite", "option"})


@dataclass(frozen=True, slots=True)
class Placing:
    """The place of an event, with where a movement began and ended, and how it was found."""

    location: Location | None = None
    toponym: Toponym | None = None
    origin: Location | None = None
    destination: Location | None = None
    how: str = ""
    venue_candidate: bool = False

    @property
    def place(self) -> Place | None:
        """The gazetteer place of the location."""
        return self.toponym.place if self.toponym else None


def place_mention(scene: Scene, mention: Mention, others: frozenset[int]) -> Placing | None:
    """Return the place the text gives a mention in its own sentence."""
    host = _host(scene, mention)
    if host is not None:
        return Placing(location_of(host, "in"), host, how="host")
    ties = list(_ties(scene, mention, others))
    origin, destination = _ends_of_movement(scene, mention, ties)
    usable = [pair for pair in ties if _is_location(scene, mention, pair[0])]
    if destination or origin:
        tied, toponym = destination or origin  # type: ignore[misc]
    elif usable:
        tied, toponym = min(usable, key=lambda pair: _closeness(pair, scene))
    else:
        return None
    return Placing(
        location=location_of(toponym, relation_of(tied.preposition)),
        toponym=toponym,
        origin=location_of(origin[1], "in") if origin else None,
        destination=location_of(destination[1], "in") if destination else None,
        how="clause" if tied.in_subject and tied.tie == Tie.ATTACHED else _HOW[tied.tie],
        venue_candidate=_is_venue_candidate(scene, tied),
    )


def _host(scene: Scene, mention: Mention) -> Toponym | None:
    """Return the town that is said to do something to what it has: "Bern cancelled its festival"."""
    verbal = scene.relations.is_verb(mention.anchor)
    for i in scene.relations.objects(mention.anchor) if verbal else (mention.anchor,):
        owned = any(scene.lower[j] == "its" for j in scene.relations.modifiers(i))
        if not owned or not scene.words[i] & _HOSTED or not scene.parse.has_syntax:
            continue
        for j in scene.relations.subjects(mention.anchor if verbal else scene.tokens[i].head):
            toponym = scene.toponym_at.get(j)
            if toponym is not None and toponym.place is not None and toponym.place.precision in _LOCAL:
                return toponym
    return None


def _ties(scene: Scene, mention: Mention, others: frozenset[int]) -> Iterator[tuple[Tied, Toponym]]:
    sentence = scene.tokens[mention.anchor].sentence
    for toponym, first, last in scene.toponyms_by_sentence.get(sentence, ()):
        if toponym.role != "literal" or toponym.place is None:
            continue
        tied = tie_between(scene, mention, first, last, others)
        if tied is not None and tied.tie < Tie.REPORT:
            yield tied, toponym


def _closeness(pair: tuple[Tied, Toponym], scene: Scene) -> tuple[int, bool, bool, int, int, int]:
    tied, toponym = pair
    below_another = (
        scene.parse.has_syntax
        and tied.holder in scene.toponym_at
        and bool(set(tied.preposition.split()) & _NEAR)
    )
    precision = toponym.place.precision if toponym.place else "country"
    near = relation_of(tied.preposition) != "in"
    tie = max(tied.tie, Tie.CLAUSE) if tied.in_subject else tied.tie
    return (tie, below_another, near, FINENESS[precision], tied.distance, tied.i)


def _is_location(scene: Scene, mention: Mention, tied: Tied) -> bool:
    """Tell whether the name says where the event is, not what it is about or where somebody is from."""
    if any(rule(scene, mention, tied) for rule in (_is_source, _acts, _is_topic, _is_home, _is_sensed)):
        return False
    if tied.tie == Tie.BESIDE and mention.trigger.mode not in EFFECTS:
        return False
    if tied.tie == Tie.SENTENCE and scene.parse.has_syntax:
        return False
    close = (tied.tie < Tie.OUTER and not tied.through) or (
        tied.tie == Tie.OUTER and _is_venue_candidate(scene, tied)
    )
    return close or not mention.is_speech(scene)


def _acts(scene: Scene, mention: Mention, tied: Tied) -> bool:
    """Tell whether the name is the subject of an act of speech: who speaks, not where."""
    return mention.is_speech(scene) and tied.i in scene.relations.subjects(mention.anchor)


def _is_topic(scene: Scene, mention: Mention, tied: Tied) -> bool:
    """Tell whether the name says what the event is about ("talks on Cyprus")."""
    words = set(tied.preposition.split())
    on_noun = scene.tokens[tied.holder].pos in ("NOUN", "PROPN")
    on_trigger = on_noun and mention.type in _TALK and tied.holder in mention.tokens
    if words & _TOPIC and not _has_area(scene, mention, tied):
        return True
    return bool(words & _TOPIC_ON_NOUN and on_trigger) or _is_discussed(scene, mention, tied)


def _has_area(scene: Scene, mention: Mention, tied: Tied) -> bool:
    """Tell whether "for" leads to the area in which a warning or its like holds."""
    if tied.preposition != "for":
        return False
    named = [*mention.tokens, tied.holder]
    if scene.relations.is_verb(tied.holder):
        named += scene.relations.objects(tied.holder)
    return any(scene.words[i] & _FOR_AREA for i in named)


def _is_discussed(scene: Scene, mention: Mention, tied: Tied) -> bool:
    """Tell whether the name belongs to the object of a verb of talking: "discuss aid to Chad"."""
    if mention.trigger.mode != _TALKS or set(tied.preposition.split()) & _HELD_AT:
        return False
    objects = set(scene.relations.objects(mention.anchor)) - set(mention.tokens)
    return scene.relations.is_verb(mention.anchor) and any(i in objects for i in ancestors(scene, tied.i))


def _is_home(scene: Scene, _: Mention, tied: Tied) -> bool:
    """Tell whether the name says where somebody lives, rules or comes from."""
    words = set(tied.preposition.split())
    if "of" in words and is_individual(scene, tied.holder):
        return True
    return "from" in words and scene.tokens[tied.holder].pos in ("NOUN", "PROPN", "PRON")


def _is_sensed(scene: Scene, mention: Mention, tied: Tied) -> bool:
    """Tell whether the name says where an event was noticed: "the quake was felt in Bern"."""
    return tied.holder not in mention.tokens and bool(scene.words[tied.holder] & _SENSING)


def _is_source(scene: Scene, _: Mention, tied: Tied) -> bool:
    """Tell whether the name says who reports ("Xinhua said"), whatever it is also the name of."""
    token = scene.tokens[tied.i]
    says = any(word in scene.lexicon.reporting for word in scene.words[token.head])
    return (token.dep == "nsubj" and says) or "according" in tied.preposition.split()


def _ends_of_movement(
    scene: Scene, mention: Mention, ties: list[tuple[Tied, Toponym]]
) -> tuple[tuple[Tied, Toponym] | None, tuple[Tied, Toponym] | None]:
    """Return where a movement begins and where it ends."""
    if mention.trigger.mode not in MOVES:
        return None, None
    origin = destination = None
    arrives = bool(scene.words[mention.anchor] & _ARRIVING)
    for tied, toponym in sorted(ties, key=lambda pair: _closeness(pair, scene)):
        if tied.tie != Tie.ATTACHED or _is_provenance(tied) or _has_area(scene, mention, tied):
            continue
        words = set(tied.preposition.split()[-1:])
        object_of = not words and tied.holder in mention.tokens and scene.tokens[tied.i].dep == "dobj"
        leaves = bool(scene.words[mention.anchor] & _LEAVING)
        if ("from" in words and tied.holder not in scene.toponym_at) or (object_of and leaves):
            origin = origin or (tied, toponym)
        elif words & _INTO or (arrives and words & {"in", "at"}):
            destination = destination or (tied, toponym)
    return origin, destination


def _is_provenance(tied: Tied) -> bool:
    """Tell whether "from" says where the subject comes from, not where it set out: "nurses from Bern"."""
    return tied.in_subject and "from" in tied.preposition.split()


def relation_of(preposition: str) -> PlaceRelation:
    """Return how an event lies to the place that a preposition, with its place word, leads to."""
    words = set(preposition.split())
    if words & _NEAR:
        return "near"
    return "off" if words & _OFF else "in"


def location_of(toponym: Toponym, relation: PlaceRelation) -> Location:
    """Return the resolved place of a toponym as the place of an event."""
    place = toponym.place
    assert place is not None
    return Location(toponym.id, place.name, place.lat, place.lon, place.precision, relation)


def _is_venue_candidate(scene: Scene, tied: Tied) -> bool:
    sentence = scene.sentence(tied.i)
    return any(scene.words[j] & _CANDIDATE for j in range(sentence.first, sentence.last))


def firmness(where: Placing) -> tuple[int, bool, int]:
    """Rank what is said of the event itself before what is carried to it, the finer place first."""
    rank = FIRMNESS.index(where.how)
    near = where.location is not None and where.location.relation != "in"
    return (0 if rank < 2 else rank, near, FINENESS[where.location.precision] if where.location else 9)
