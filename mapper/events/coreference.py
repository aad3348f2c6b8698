"""One event, however often it is mentioned: join the mentions of an article."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from mapper.events.conflicts import FIRM, REACH_MEMBERS, conflict, disjoint, same_area
from mapper.events.dating import STEM
from mapper.events.draft import Draft
from mapper.events.lexicon import GenericNoun
from mapper.events.scene import Scene
from mapper.events.status.negated import is_definite

REACH_SENTENCES: Final = 40
REACH_GROUPS: Final = 60
"""How far back a mention may refer, in sentences and in events; only the lead is remembered longer."""

_OTHERS: Final = frozenset(
    "another second third fourth fifth last previous earlier new fresh other separate similar further more "
    "next such latest subsequent later renewed additional".split()
)
_FORECAST: Final = "forecast"
"""The mode of warnings, which are not what they warn of."""

_WHICH: Final = frozenset({"which", "whom"})
_EQUATING: Final = frozenset({"be", "mark", "represent", "constitute", "become"})
_SUPPORTS: Final = frozenset(
    "dobj nsubjpass nsubj prep:in prep:to prep:into prep:for prep:by prep:with".split()
)
_PASSED: Final = frozenset({"prep:of", "conj", "appos", "compound"})
"""Steps passed over between a noun and its verb ("signed a set of agreements")."""

_CAUSING: Final = frozenset("cause trigger spark prompt provoke bring lead force unleash set leave".split())
"""Verbs whose subject is another event than their object."""

_WORD: Final = re.compile(r"\w{3,}")

Group = list[Draft]
Rule = Callable[[Scene, Draft, Draft], bool]


def join_mentions(scene: Scene, drafts: Sequence[Draft]) -> list[Group]:
    """Return the mentions as groups of one event each, in the order of their first mention."""
    groups: list[Group] = []
    for draft in drafts:
        group = _find_group(scene, _within_reach(scene, groups, draft), draft)
        holder = _holder(scene, groups, draft)
        if holder is not None and holder is not group and group is not None:
            group += holder
            groups = [other for other in groups if other is not holder]
        if group is not None:
            group.append(draft)
        elif not draft.mention.back or _stands_alone(draft):
            groups.append([draft])
    return groups


def _within_reach(scene: Scene, groups: Sequence[Group], draft: Draft) -> list[Group]:
    """Return the groups a mention may belong to: those mentioned not long before, and the lead's."""
    own = scene.tokens[draft.mention.anchor].sentence
    near = [group for group in groups[-REACH_GROUPS:] if _distance(scene, group[-1], own) <= REACH_SENTENCES]
    lead = [group for group in groups[:REACH_GROUPS] if _is_in_lead(scene, group[0])]
    return [*(group for group in lead if not any(group is other for other in near)), *near]


def _holder(scene: Scene, groups: Sequence[Group], draft: Draft) -> Group | None:
    """Return the verb of holding that governs a noun, as long as it is an event by itself."""
    if not scene.parse.has_syntax or scene.relations.is_verb(draft.mention.anchor):
        return None
    steps = scene.relations.chain(draft.mention.anchor)[:1]
    return next(
        (
            group
            for group in groups
            for step in steps
            if len(group) == 1
            and step.via == "dobj"
            and step.i == group[0].mention.anchor
            and group[0].type == draft.type
        ),
        None,
    )


def _is_in_lead(scene: Scene, draft: Draft) -> bool:
    return scene.tokens[draft.mention.anchor].sentence < scene.lead_end


def _distance(scene: Scene, draft: Draft, sentence: int) -> int:
    return sentence - scene.tokens[draft.mention.anchor].sentence


def _stands_alone(draft: Draft) -> bool:
    """Tell whether a noun that found nothing to refer to is an event of its own, with a day or place."""
    known = draft.mention.trigger.order >= 0 and draft.mention.trigger.strength > 1
    return known and any(found is not None and found.how == "attached" for found in (draft.when, draft.where))


def _find_group(scene: Scene, groups: list[Group], draft: Draft) -> Group | None:
    """Return the latest group a mention belongs to, the firmest rule first."""
    for rule in _RULES:
        for group in reversed(groups):
            members = group[-REACH_MEMBERS:]
            if rule is _refers_back and _governs(scene, group, draft):
                continue  # what the noun refers to lies further back than its own verb
            if rule is _restates and any(_is_told_apart(scene, member, draft) for member in members):
                continue
            if any(rule(scene, member, draft) for member in members) and not conflict(group, draft):
                return group
    return None


def _governs(scene: Scene, group: Group, draft: Draft) -> bool:
    """Tell whether a group is but the verb whose object the mention is."""
    return len(group) == 1 and group[0].mention.anchor == scene.tokens[draft.mention.anchor].head


def _is_other(scene: Scene, draft: Draft) -> bool:
    """Tell whether a modifier sets the mention apart from those before ("another attack")."""
    mention = draft.mention
    return any(scene.lower[i] in _OTHERS for i in scene.relations.modifiers(mention.tokens[0]))


def _supported(scene: Scene, earlier: Draft, later: Draft) -> bool:
    """Verb and noun of one phrase: "signed an agreement", "clashes broke out"."""
    if earlier.type != later.type or scene.sentence(earlier.mention.anchor) != scene.sentence(
        later.mention.anchor
    ):
        return False
    if any(_hangs_on(scene, one, other) for one, other in ((earlier, later), (later, earlier))):
        return True
    return not scene.parse.has_syntax and 0 < later.mention.anchor - earlier.mention.anchor <= 3


def _hangs_on(scene: Scene, one: Draft, other: Draft) -> bool:
    """Tell whether a mention is subject, object or complement of the other's verb."""
    if not scene.parse.has_syntax:
        return False
    for step in scene.relations.chain(one.mention.anchor)[:2]:
        if step.i in other.mention.tokens and step.via in _SUPPORTS:
            return step.via != "nsubj" or not scene.words[step.i] & _CAUSING
        if step.via not in _PASSED:
            return False
    return False


def _joined(scene: Scene, earlier: Draft, later: Draft) -> bool:
    """Two verbs of one act of speech: "met and discussed", "summoned the envoy and lodged a protest"."""
    if earlier.type != later.type or later.type not in scene.lexicon.lists["speech_type"]:
        return False
    token = scene.tokens[later.mention.anchor]
    own_subject = any(child.dep in ("nsubj", "nsubjpass") for child in scene.parse.children(token.i))
    return token.dep == "conj" and token.head in earlier.mention.tokens and not own_subject


def _equated(scene: Scene, earlier: Draft, later: Draft) -> bool:
    """Notice a noun that says what its subject is: "the visit marks the first such trip"."""
    token = scene.tokens[later.mention.anchor]
    if token.dep not in ("attr", "dobj") or not scene.words[token.head] & _EQUATING:
        return False
    subjects = {j for i in scene.relations.subjects(token.head) for j in (i,)}
    return bool(subjects & set(earlier.mention.tokens)) and earlier.type == later.type


def _purpose(scene: Scene, earlier: Draft, later: Draft) -> bool:
    """Notice an infinitive of purpose that says again what the main verb says: "marched to protest"."""
    if earlier.type != later.type or not scene.parse.has_syntax:
        return False
    token = scene.tokens[later.mention.anchor]
    infinitive = any(scene.lower[i] == "to" for i in scene.relations.auxiliaries(token.i))
    return infinitive and token.dep in ("advcl", "xcomp") and token.head in earlier.mention.tokens


def _at_which(scene: Scene, earlier: Draft, later: Draft) -> bool:
    """Notice an act of the same kind told in a clause on the event's noun: "a summit at which they met"."""
    if earlier.type != later.type or not scene.parse.has_syntax:
        return False
    token = scene.tokens[later.mention.anchor]
    inside = token.dep == "relcl" and token.head in earlier.mention.tokens
    opened = (scene.lower[i] for entry in scene.relations.prepositions(token.i) for i in entry.objects)
    return inside and any(word in _WHICH for word in opened)


def _refers_back(scene: Scene, earlier: Draft, later: Draft) -> bool:
    """Notice a definite noun of a fitting type: "the talks", "the incident"."""
    if scene.relations.is_verb(later.mention.anchor) or _is_other(scene, later):
        return False
    noun = _generic_noun(scene, later)
    words = {scene.lower[i] for i in scene.relations.modifiers(later.mention.tokens[0])}
    if earlier.mention.trigger.mode == _FORECAST != later.mention.trigger.mode:
        return _same_words(scene, earlier, later)
    if noun is not None and (
        words & noun.needs or (is_definite(scene, later.mention.anchor) and noun.strength > 1)
    ):
        if earlier.type == "OTHER":  # too wide a type to say what is meant
            return _same_words(scene, earlier, later)
        return earlier.type == later.type or earlier.type in noun.types
    return (
        is_definite(scene, later.mention.anchor)
        and _same_kind(earlier, later)
        and (earlier.type != "OTHER" or _same_words(scene, earlier, later))
    )


def _same_words(scene: Scene, earlier: Draft, later: Draft) -> bool:
    """Tell whether two triggers are one word, or a verb and its noun."""
    one, other = earlier.mention.anchor, later.mention.anchor
    if scene.words[one] & scene.words[other]:
        return True
    return scene.lower[one][:STEM] == scene.lower[other][:STEM] and len(scene.lower[one]) >= STEM


def _generic_noun(scene: Scene, draft: Draft) -> GenericNoun | None:
    nouns = scene.lexicon.generic_nouns
    return next((nouns[word] for word in sorted(scene.words[draft.mention.anchor]) if word in nouns), None)


def _same_kind(earlier: Draft, later: Draft) -> bool:
    one, other = earlier.mention.trigger, later.mention.trigger
    return (
        earlier.type == later.type
        and one.mode == other.mode
        and (one.mode != "act" or one.phrase == other.phrase)
    )


def _restates(scene: Scene, earlier: Draft, later: Draft) -> bool:
    """Notice the same kind of act by or on the same people, or a lead told again."""
    if later.mention.back or not _same_kind(earlier, later) or _is_other(scene, later):
        return False
    if _is_other(scene, earlier):
        return False
    shared = _share_words(earlier.actors | earlier.targets, later.actors | later.targets)
    bare = not (later.actors | later.targets) or not (earlier.actors | earlier.targets)
    lead = _is_in_lead(scene, earlier)
    same_words = _same_words(scene, earlier, later)
    if later.type == "OTHER" and not same_words:
        return False
    if scene.sentence(earlier.mention.anchor) == scene.sentence(later.mention.anchor):
        return False
    return (
        shared
        or (same_words and lead and _is_named_later(earlier, later))
        or (bare and lead and _at_one_spot(earlier, later))
        or (bare and bool(same_words) and (lead or not _has_place_and_date(later)))
    )


def _at_one_spot(earlier: Draft, later: Draft) -> bool:
    """Tell whether both sentences set the act at places of which one holds the other."""
    one, other = earlier.where, later.where
    firm = one is not None and other is not None and one.how in FIRM and other.how in FIRM
    return firm and one is not None and other is not None and same_area(one.place, other.place)


def _is_named_later(earlier: Draft, later: Draft) -> bool:
    """Tell whether those whom the lead describes ("a top aide") are then named ("Mr Marra")."""
    one, other = earlier.participants, later.participants
    first = [p for p in one if p.role == "target"] or list(one)
    second = [p for p in other if p.role == first[0].role] if first else []
    return bool(first and second) and first[0].text[:1].islower() and second[0].text[:1].isupper()


def _is_told_apart(scene: Scene, earlier: Draft, later: Draft) -> bool:
    """Tell whether a noun without "the" is set elsewhere or on another day, however loosely."""
    if scene.relations.is_verb(later.mention.anchor) or is_definite(scene, later.mention.anchor):
        return False
    apart = earlier.when and later.when and disjoint(earlier.when, later.when)
    elsewhere = earlier.where and later.where and not same_area(earlier.where.place, later.where.place)
    return bool(apart or elsewhere)


def _has_place_and_date(draft: Draft) -> bool:
    return draft.when is not None and draft.where is not None


def _share_words(some: frozenset[str], others: frozenset[str]) -> bool:
    def words(names: frozenset[str]) -> set[str]:
        return {word for name in names for word in _WORD.findall(name)} - {"the", "people", "two", "three"}

    return bool(words(some) & words(others))


_RULES: Final[tuple[Rule, ...]] = (
    _equated,
    _at_which,
    _refers_back,
    _supported,
    _purpose,
    _joined,
    _restates,
)
