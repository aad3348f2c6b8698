"""How closely a place name or time expression is tied to a trigger."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from mapper.events.mention import EFFECTS, Mention
from mapper.events.scene import Scene
from mapper.events.status.cues import carrying_steps

_WHILE: Final = frozenset({"when", "as", "while", "where"})


_APART: Final = frozenset("after following before since until despite because over amid without".split())
_SPEAKING: Final = frozenset({"speak", "talk", "address", "visit", "meet", "campaign"})
_AT_WHICH: Final = frozenset({"where", "when"})


class Tie(IntEnum):
    """Kinds of tie, the closest first."""

    ATTACHED = 0
    """Hangs on the trigger or on a verb that carries it."""
    CLAUSE = 1
    """Stands in the trigger's clause."""
    OUTER = 2
    """Stands in a clause that contains the trigger's, or is joined to it."""
    INNER = 3
    """Stands in a clause that says when or while the trigger's happened."""
    BESIDE = 4
    """Belongs to something named as before, after or behind the trigger's act."""
    SENTENCE = 5
    """Stands elsewhere in the sentence."""
    REPORT = 6
    """Belongs to the saying, not to what is said."""


@dataclass(frozen=True, slots=True)
class Tied:
    """A token tied to a trigger; `holder` is the token it hangs on, `preposition` what leads to it."""

    tie: Tie
    i: int
    holder: int
    preposition: str
    distance: int
    through: bool = False
    """Whether another trigger stands between the two."""
    in_subject: bool = False
    """Whether the words only describe the trigger's subject ("a Leeds man was arrested")."""


def tie_between(
    scene: Scene, mention: Mention, first: int, last: int, others: frozenset[int] = frozenset()
) -> Tied | None:
    """Return the tie between a mention and the words ``first:last`` (inclusive), None across sentences.

    `others` are the tokens of the other triggers.
    """
    tokens = scene.tokens
    if tokens[first].sentence != tokens[mention.anchor].sentence:
        return None
    i = _head_of(scene, first, last)
    preposition, holder = _holder(scene, i)
    distance = min(abs(i - j) for j in mention.tokens)
    if not scene.parse.has_syntax:
        same = scene.relations.clause(i) == scene.relations.clause(mention.anchor)
        tie = Tie.CLAUSE if same else Tie.SENTENCE
        return Tied(Tie.ATTACHED if same and distance <= 5 else tie, i, holder, preposition, distance)
    through = _passes(scene, mention, i, others)
    return Tied(
        _tie(scene, mention, i), i, holder, preposition, distance, through, _in_subject(scene, mention, i)
    )


def _head_of(scene: Scene, first: int, last: int) -> int:
    inside = range(first, last + 1)
    return next((i for i in inside if scene.tokens[i].head not in inside or scene.tokens[i].head == i), last)


def _holder(scene: Scene, i: int) -> tuple[str, int]:
    """Return the preposition over token `i`, with its place word ("south of"), and what it hangs on."""
    tokens = scene.tokens
    if not scene.parse.has_syntax:
        before = [
            j for j in range(max(0, i - 3), i) if scene.relations.clause(j) == scene.relations.clause(i)
        ]
        return " ".join(scene.lower[j] for j in before), i
    j = i
    while tokens[j].dep in ("conj", "appos") and tokens[j].head != j:
        j = tokens[j].head
    head = tokens[tokens[j].head]
    if tokens[j].dep not in ("pobj", "pcomp"):
        return "", head.i
    words, holder = [scene.lower[head.i]], head.head
    if scene.lower[head.i] == "of" and holder not in scene.toponym_at and tokens[holder].dep == "pobj":
        head = tokens[tokens[holder].head]  # "off the coast of", "near the town of"
        words, holder = ["of", scene.lower[head.i]], head.head
    while tokens[holder].pos in ("ADP", "ADV", "SCONJ") or tokens[holder].dep in (
        "advmod",
        "npadvmod",
        "prep",
    ):
        words.append(scene.lower[holder])
        if tokens[holder].head == holder:
            break
        holder = tokens[holder].head
    return " ".join(reversed(words)), holder


def holder_of(scene: Scene, first: int, last: int) -> int:
    """Return the token the words ``first:last`` hang on, prepositions passed over."""
    return _holder(scene, _head_of(scene, first, last))[1]


def _in_subject(scene: Scene, mention: Mention, i: int) -> bool:
    """Tell whether token `i` lies inside the subject of the mention's verb without being it."""
    for j in ancestors(scene, i):
        if j in mention.tokens:
            return False
        if scene.tokens[j].dep in ("nsubj", "nsubjpass"):
            return j != i
    return False


def _passes(scene: Scene, mention: Mention, i: int, others: frozenset[int]) -> bool:
    """Tell whether the way up from token `i` meets another trigger that stands below the mention."""
    for j in ancestors(scene, i):
        if j in mention.tokens:
            return False
        if j in others:
            return mention.anchor in ancestors(scene, j)
    return False


def ancestors(scene: Scene, i: int) -> Iterator[int]:
    """Yield token `i` and everything above it."""
    for _ in range(len(scene.tokens)):
        yield i
        if scene.tokens[i].head == i:
            return
        i = scene.tokens[i].head


def _tie(scene: Scene, mention: Mention, i: int) -> Tie:
    above = list(ancestors(scene, i))
    carriers = {step.i for step in carrying_steps(scene, mention)}
    verbal = scene.relations.is_verb(mention.anchor)
    own = set(mention.tokens) | carriers
    if not verbal:
        own |= set(scene.relations.predicates(mention.anchor)[:2])
        if scene.tokens[mention.anchor].dep in ("nsubj", "nsubjpass"):
            own |= set(scene.relations.infinitives(scene.tokens[mention.anchor].head))
    clause = scene.relations.clause(i)
    if _is_misjoined(scene, above):
        return Tie.SENTENCE
    if _is_speaking(scene, clause, mention):
        return Tie.CLAUSE
    borders: list[int] = []
    for j in above:
        if j in own:
            return Tie.BESIDE if _parted(scene, above, j) else _through(scene, mention, borders)
        if scene.relations.clause(j) == j:
            borders.append(j)
    mine = scene.relations.clause(mention.anchor)
    if clause == mine:
        return Tie.CLAUSE
    return _outer_tie(scene, clause, mine)


def _is_misjoined(scene: Scene, above: list[int]) -> bool:
    """Tell whether a noun joined to a place name stands between: "closed in Bern and trains to Basel …"."""
    tokens = scene.tokens
    before = [j - 1 for j in above if tokens[j].dep == "prep" and j]
    return any(
        tokens[j].dep == "conj"
        and tokens[j].pos == "NOUN"
        and j not in scene.toponym_at
        and tokens[j].head in scene.toponym_at
        for j in (*above[1:], *before)
    )


def _is_speaking(scene: Scene, clause: int, mention: Mention) -> bool:
    """Tell whether the clause says where the subject spoke: "the premier, speaking in Lahore, urged"."""
    if scene.tokens[clause].tag != "VBG" or not scene.words[clause] & _SPEAKING:
        return False
    return scene.tokens[clause].head in (*scene.relations.subjects(mention.anchor), mention.anchor)


def _parted(scene: Scene, above: list[int], top: int) -> bool:
    """Tell whether a word belongs to a noun that a preposition like "after" sets apart from the trigger."""
    tokens = scene.tokens
    below = above[: above.index(top)]
    return any(
        scene.lower[j] in _APART
        and tokens[j].dep in ("prep", "pcomp", "mark")
        and any(_is_common_noun(scene, k) for k in below[:n])
        for n, j in enumerate(below)
    )


def _is_common_noun(scene: Scene, i: int) -> bool:
    return scene.tokens[i].pos == "NOUN" and i not in scene.time_at and i not in scene.toponym_at


def _through(scene: Scene, mention: Mention, borders: list[int]) -> Tie:
    """Return the tie to a word below the trigger with clause borders between."""
    if not borders:
        return Tie.ATTACHED
    token = scene.tokens[borders[0]]
    if token.dep == "advcl" and mention.trigger.mode in EFFECTS:  # "killed and hurt when a bus …"
        borders = [i for i in borders if scene.tokens[i].dep != "conj"]
    if len(borders) > 1:
        return Tie.SENTENCE
    staged = scene.in_list("occur_verb", token.i) or scene.in_list("staging_verb", token.i)
    if token.dep in ("relcl", "acl") and (staged or "be" in scene.words[token.i]):
        return Tie.CLAUSE  # "talks that are to take place in Geneva"
    if token.dep == "pcomp" and scene.lower[token.head] == "by":
        return Tie.CLAUSE  # "wounded by shelling in Idlib"
    opener = scene.relations.mark(token.i)
    adverbs = {scene.lower[k] for k in scene.relations.auxiliaries(token.i)}
    words = adverbs | ({scene.lower[opener]} if opener is not None else set())
    return Tie.INNER if token.dep == "advcl" and words & _WHILE else Tie.SENTENCE


def _outer_tie(scene: Scene, clause: int, mine: int) -> Tie:
    """Return the tie to a word in another clause."""
    outside = list(ancestors(scene, mine))
    if scene.tokens[mine].dep == "conj" and _has_place_for_subject(scene, mine):
        return Tie.SENTENCE  # "officials in Bern …, and Basel …"
    if (
        scene.tokens[mine].dep in ("relcl", "ccomp", "advcl")
        and _opened_by(scene, mine, _AT_WHICH)
        and clause in outside
    ):
        return Tie.CLAUSE  # "held talks in Rome, where they agreed"
    if clause in outside and scene.tokens[mine].dep == "advcl" and _marked_by(scene, mine, _APART):
        return Tie.BESIDE  # "postponed talks on Thursday after three were killed"
    if clause in outside:
        return Tie.REPORT if _says(scene, clause, outside) else Tie.OUTER
    shared = scene.tokens[clause].dep == "conj" and scene.tokens[clause].head in outside
    return Tie.OUTER if shared and not _says(scene, clause, outside) else Tie.SENTENCE


def _has_place_for_subject(scene: Scene, verb: int) -> bool:
    return any(child.dep == "nsubj" and child.i in scene.toponym_at for child in scene.parse.children(verb))


def _marked_by(scene: Scene, verb: int, words: frozenset[str]) -> bool:
    mark = scene.relations.mark(verb)
    return mark is not None and scene.lower[mark] in words


def _opened_by(scene: Scene, verb: int, words: frozenset[str]) -> bool:
    return any(scene.lower[i] in words for i in scene.relations.auxiliaries(verb))


def _says(scene: Scene, verb: int, outside: list[int]) -> bool:
    """Tell whether the verb reports the clause the trigger stands in."""
    reports = any(word in scene.lexicon.reporting for word in scene.words[verb])
    return reports and any(scene.tokens[j].dep == "ccomp" and scene.tokens[j].head == verb for j in outside)
