"""Rules that find two events beside a cue."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from mapper.links.cues import FoundCue
from mapper.links.stage import Proposal, Stage
from mapper.model import LinkKind

REACH: Final = 40
"""Most tokens between the two events of a cue in texts without a parse."""

_REACTIONS: Final = frozenset(
    {"SANCTION", "ACCUSE", "CONCEDE", "AID", "COERCE", "REJECT", "PROTEST", "RETREAT", "THREATEN"}
)
_HARMS: Final = frozenset({"ASSAULT", "DISASTER", "ACCUSE", "COERCE"})
_OVER: Final = frozenset({"ACCUSE", "PROTEST", "SANCTION", "REJECT", "CONCEDE", "COERCE"})
_TIME_OR_CAUSE: Final = frozenset({"after", "following", "in the wake of"})
_SELF_CUES: Final = frozenset({"kill", "injure", "destroy", "damage", "disrupt", "paralyse", "delay"})
_OBJECT_CUES: Final = frozenset({"condemn", "accuse of", "charge with"})
_OPENERS: Final = frozenset({"prep", "agent", "pcomp", "advcl", "acl", "prt", "dative"})
_CAUSING: Final = frozenset({"cause", "trigger", "spark", "prompt", "provoke", "lead"})

Rule = Callable[[Stage, FoundCue], Iterator[Proposal]]


def _proposal(
    found: FoundCue, a: int, b: int, rule: str, kind: LinkKind | None = None, strength: int | None = None
) -> Proposal:
    source, target = (a, b) if found.row.direction != "B>A" else (b, a)
    return Proposal(
        source, target, kind or found.row.kind, strength or found.row.strength, found.tokens, rule
    )


def connective(stage: Stage, found: FoundCue) -> Iterator[Proposal]:
    """Notice a preposition or conjunction: A above it, B in the phrase or clause it opens."""
    if found.row.scope != "sentence":
        return
    if stage.scene.relations.is_verb(found.tokens[0]) and found.row.cue != "following":
        yield from _verb_with_preposition(stage, found)
        return
    opener = _opener(stage, found)
    if opener is None:
        return
    top, inner = opener
    inside = [event for event in _opened(stage, inner) if event not in _own(stage, found)]
    outside = [event for event in _outer(stage, top, inner) if event not in inside]
    if inside and outside:
        yield from _resolved(stage, found, outside[0], inside[0])


def _verb_with_preposition(stage: Stage, found: FoundCue) -> Iterator[Proposal]:
    """Yield what "caused by", "result from" join: the verb's subject and the preposition's object."""
    verb, last = found.tokens[0], found.tokens[-1]
    token = stage.scene.tokens[last]
    if verb == last or token.pos not in ("ADP", "SCONJ"):
        return
    if token.dep == "mark":  # "comes after the leaders met"
        last = token.head
    subjects = (*stage.scene.relations.subjects(verb), *stage.scene.relations.objects(verb))
    below = {token.i for token in stage.scene.parse.subtree(last)}
    first = [event for j in subjects if j not in below for event in stage.under(j)] or stage.above(verb)
    second = [event for event in stage.under(last) if event not in first]
    if first and second:
        yield _proposal(found, first[0], second[0], f"verb:{found.row.cue}")


def _opened(stage: Stage, inner: int) -> list[int]:
    """Return the events of a phrase or clause; where it says what caused what, the effect comes first."""
    events = stage.under(inner)
    if not stage.scene.relations.is_verb(inner) and stage.scene.parse.has_syntax:
        events = stage.inside(i for i in stage.phrase_below(inner))
    if stage.scene.words[inner] & _CAUSING:
        effects = [event for j in stage.scene.relations.objects(inner) for event in stage.under(j)]
        return list(dict.fromkeys([*effects, *events]))
    return events


def _own(stage: Stage, found: FoundCue) -> set[int]:
    return {stage.at[i] for i in found.tokens if i in stage.at}


def _opener(stage: Stage, found: FoundCue) -> tuple[int, int] | None:
    """Return what the cue hangs on and the token below which its own phrase lies."""
    tokens = stage.scene.tokens
    last = found.tokens[-1]
    top = next((i for i in found.tokens if tokens[i].head == i or tokens[i].head not in found.tokens), last)
    token = tokens[top]
    if token.dep in ("mark", "advmod") and tokens[token.head].dep in ("advcl", "relcl", "ccomp", "acl"):
        clause = token.head
        return tokens[clause].head, clause
    if token.dep in ("advmod", "npadvmod") and tokens[last].pos == "ADP":
        return token.head, top  # "ahead of the summit"
    if token.dep in _OPENERS or token.pos in ("ADP", "SCONJ"):
        below = stage.scene.parse.children(last)
        return token.head, last if below and tokens[last].pos == "ADP" else top
    return None


def _outer(stage: Stage, top: int, inner: int) -> list[int]:
    """Return the events on or above `top`, then those elsewhere in its clause."""
    found = [stage.at[top]] if top in stage.at else []
    found += stage.above(top)
    below = {token.i for token in stage.scene.parse.subtree(inner)}
    rest = [token.i for token in stage.scene.parse.subtree(top) if token.i not in below]
    return list(dict.fromkeys([*found, *stage.inside(sorted(rest, key=lambda i: abs(i - inner)))]))


def _resolved(stage: Stage, found: FoundCue, a: int, b: int) -> Iterator[Proposal]:
    """Yield the proposal of a connective, its kind settled by the types it joins."""
    cue, kind = found.row.cue, found.row.kind
    first, second = stage.events[a].type, stage.events[b].type
    causal = (first in _REACTIONS and second in _HARMS) or (stage.is_effect(a) and stage.is_harm(b))
    if cue in _TIME_OR_CAUSE and (kind == "caused") != causal:
        if kind == "caused" and cue == "following":
            yield _proposal(found, a, b, "connective", "follow-up")
        return
    if cue == "over" and first not in _OVER:
        return
    if cue == "when" and kind == "caused" and not (stage.is_effect(a) and stage.is_harm(b)):
        return
    if cue == "at" and (first == second or stage.events[b].type not in ("CONSULT", "OTHER", "PROTEST")):
        return
    yield _proposal(found, a, b, f"connective:{cue}")


def causing_verb(stage: Stage, found: FoundCue) -> Iterator[Proposal]:
    """Notice a verb of causing: its subject is the cause, what it governs the effect."""
    i = found.tokens[0]
    if (
        found.row.scope != "sentence"
        or not stage.scene.relations.is_verb(i)
        or found.row.cue in _SELF_CUES | _OBJECT_CUES
    ):
        return
    if found.row.direction == "B>A":  # "citing": the object is the reason
        effects = stage.above(i)
        causes = [event for event in stage.under(i) if event not in effects]
        if effects and causes:
            yield _proposal(found, effects[0], causes[0], f"verb:{found.row.cue}")
        return
    causes = _subject_events(stage, i)
    below = [
        event
        for j in (*stage.scene.relations.objects(i), *_complements(stage, i))
        for event in stage.under(j)
    ]
    effects = [event for event in dict.fromkeys(below) if event not in causes[:1]]
    if causes and effects:
        yield _proposal(found, causes[0], effects[0], f"verb:{found.row.cue}")


def _complements(stage: Stage, i: int) -> list[int]:
    objects = [j for entry in stage.scene.relations.prepositions(i) for j in entry.objects]
    return [*stage.scene.relations.infinitives(i), *objects]


def _subject_events(stage: Stage, i: int) -> list[int]:
    """Return the events a verb's subject names, else those of the clause a participle hangs on."""
    subjects = stage.scene.relations.subjects(i)
    found = [event for j in subjects for event in stage.under(j) if not _below(stage, j, i)]
    if not found and stage.scene.tokens[i].dep in ("advcl", "relcl", "acl", "conj"):
        found = stage.above(i)
    return found


def _below(stage: Stage, top: int, i: int) -> bool:
    """Tell whether token `i` lies below `top`, so that its subtree holds the effect as well."""
    return any(token.i == i for token in stage.scene.parse.subtree(top)) and top not in stage.at


def consequence(stage: Stage, found: FoundCue) -> Iterator[Proposal]:
    """Notice a participle that is an event itself: "a quake hit the town, killing nine"."""
    i = found.tokens[0]
    token = stage.scene.tokens[i]
    if (
        found.row.cue not in _SELF_CUES
        or i not in stage.at
        or token.dep not in ("advcl", "acl", "conj", "ROOT", "relcl", "ccomp")
    ):
        return
    effect = stage.at[i]
    if token.tag == "VBG" and token.dep in ("advcl", "acl", "conj"):
        causes = [
            event
            for event in (*_harms_before(stage, i), *stage.above(i), *_subject_events(stage, i))
            if event != effect
        ]
    else:
        causes = [event for event in _subject_events(stage, i) if event != effect]
    causes = [event for event in causes if stage.is_harm(event)]
    if causes:
        yield _proposal(found, causes[0], effect, f"consequence:{found.row.cue}")


def _harms_before(stage: Stage, i: int) -> list[int]:
    """Return the attacks and accidents told before token `i` in its sentence, nearest first."""
    sentence = stage.scene.sentence(i)
    return [event for event in stage.inside(range(i - 1, sentence.first - 1, -1)) if stage.is_harm(event)]


def reproach(stage: Stage, found: FoundCue) -> Iterator[Proposal]:
    """Notice an act of blaming and the act blamed: "accused of ramming", "condemned the attack"."""
    if found.row.cue not in _OBJECT_CUES:
        return
    i = found.tokens[0]
    if i not in stage.at:
        return
    below = [*stage.scene.relations.objects(i), *_complements(stage, i)]
    acts = [event for j in below for event in stage.under(j) if event != stage.at[i]]
    if acts:
        yield _proposal(found, stage.at[i], acts[0], f"reproach:{found.row.cue}")


def next_sentence(stage: Stage, found: FoundCue) -> Iterator[Proposal]:
    """Notice an adverb at the head of a sentence that ties it to the one before."""
    scene = stage.scene
    sentence = scene.sentence(found.tokens[0])
    early = found.tokens[0] - sentence.first <= 3
    if found.row.scope != "next" or not early or sentence.i == 0 or found.row.strength < 2:
        return
    a, b = stage.main_event(sentence.i - 1), stage.main_event(sentence.i)
    if a is not None and b is not None and a != b:
        yield _proposal(found, a, b, f"next-sentence:{found.row.cue}")


def series(stage: Stage, found: FoundCue) -> Iterator[Proposal]:
    """Notice a word on an event noun that says there was one like it: "another attack"."""
    if found.row.scope not in ("noun", "head") or found.row.strength < 2:
        return
    event = _modified_event(stage, found)
    if event is None:
        return
    earlier = next(stage.earlier_of_type(event), None)
    if earlier is None:
        beside = stage.in_sentence(stage.first_sentence[event])
        earlier = next((k for k in beside if k != event and stage.kind_of(k) == stage.kind_of(event)), None)
    if earlier is not None:
        yield _proposal(found, event, earlier, f"series:{found.row.cue}")


def _modified_event(stage: Stage, found: FoundCue) -> int | None:
    tokens = stage.scene.tokens
    if found.row.scope == "head":
        events = [
            event for j in stage.scene.relations.objects(found.tokens[0]) for event in stage.inside([j])
        ]
        events += [
            event for j in stage.scene.relations.subjects(found.tokens[0]) for event in stage.inside([j])
        ]
        return events[0] if events else None
    last = found.tokens[-1]
    if last + 1 < len(tokens) and tokens[last + 1].text == "-":
        return None  # "second-degree murder"
    for i in (tokens[last].head, *range(last + 1, min(last + 4, len(tokens)))):
        if i in stage.at and i > last and tokens[i].sentence == tokens[last].sentence:
            return stage.at[i]
    return None


def first_since(stage: Stage, found: FoundCue) -> Iterator[Proposal]:
    """Notice "the first … since" joins an event with the earlier one named behind "since"."""
    sentence = stage.scene.sentence(found.tokens[0])
    since = next((i for i in range(found.tokens[-1], sentence.last) if stage.scene.lower[i] == "since"), None)
    if found.row.cue not in ("first since", "since the last", "first such") or since is None:
        return
    behind = stage.inside(range(since + 1, sentence.last))
    before = stage.inside(range(found.tokens[0] - 1, sentence.first - 1, -1)) or _previous(stage, sentence.i)
    alike = [k for k in before if behind and stage.events[k].type == stage.events[behind[0]].type]
    if alike and alike[0] != behind[0]:
        yield _proposal(found, alike[0], behind[0], "first-since")


def _previous(stage: Stage, number: int) -> list[int]:
    return stage.in_sentence(number - 1) if number else []


RULES: Final[tuple[Rule, ...]] = (
    connective, causing_verb, consequence, reproach, next_sentence, series, first_since,
)  # fmt: skip
