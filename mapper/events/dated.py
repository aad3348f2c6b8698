"""Nouns that are shown to be events by the day they have: "Monday's workshop", "the supper is on Friday"."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from mapper.events.acts import MODE
from mapper.events.blocking import is_blocked
from mapper.events.lexicon import Phrase, Trigger
from mapper.events.matching import holds
from mapper.events.mention import Mention
from mapper.events.prose import prose_sentences
from mapper.events.scene import Scene
from mapper.events.ties import holder_of

LONGEST: Final = 31
"""Longest span in days of a time expression that dates a single event."""

SURE: Final = 2
"""Least strength of a trigger row whose conditions a day may stand in for."""

_ARGUMENTS: Final = frozenset({"nsubj", "nsubjpass", "dobj"})


def find_dated_nouns(scene: Scene, mentions: Collection[Mention]) -> Iterator[Mention]:
    """Yield nouns of events no trigger row found that have a day of their own."""
    if not scene.parse.has_syntax:
        return
    taken = {i for mention in mentions for i in mention.tokens}
    for sentence in prose_sentences(scene):
        holders = frozenset(_dated_tokens(scene, sentence.i))
        for i in range(sentence.first, sentence.last) if holders else ():
            trigger = _trigger(scene, i) if i not in taken and _has_day(scene, i, holders) else None
            if trigger is not None:
                mention = Mention(i, (i,), trigger)
                if not is_blocked(scene, mention):
                    yield mention


def _dated_tokens(scene: Scene, sentence: int) -> Iterator[int]:
    """Yield the tokens the single days of a sentence hang on."""
    for time, first, last in scene.times_by_sentence.get(sentence, ()):
        if time.begin and time.end_date and (time.end_date - time.begin).days <= LONGEST:
            yield holder_of(scene, first, last)


def _has_day(scene: Scene, i: int, holders: Collection[int]) -> bool:
    """Tell whether a day hangs on the noun, or on a verb that says it takes place."""
    token = scene.tokens[i]
    if token.pos != "NOUN":
        return False
    if i in holders:
        return True
    verb = token.head
    staged = scene.in_list("staging_verb", verb) or (
        token.dep != "dobj" and scene.in_list("occur_verb", verb)
    )
    return token.dep in _ARGUMENTS and verb in holders and staged


def _trigger(scene: Scene, i: int) -> Trigger | None:
    """Return the surest trigger row of the noun whose exclusions allow it, else one of no special type."""
    rows = [
        trigger
        for word in sorted(scene.words[i])
        for trigger in scene.lexicon.triggers.get(word, ())
        if trigger.pos == "NOUN" and len(trigger.phrase) == 1 and trigger.strength >= SURE
    ]
    allowed = [
        row for row in rows if not row.excludes or holds(row.excludes, scene, i, frozenset({i})) is None
    ]
    if rows:
        return max(allowed, key=lambda row: (row.strength, -row.order), default=None)
    refers_back = not scene.words[i].isdisjoint(scene.lexicon.generic_nouns)
    if refers_back or not scene.in_list("event_noun", i):
        return None
    lemma = scene.tokens[i].lemma.casefold()
    return Trigger(Phrase((lemma,), (0,)), "NOUN", "OTHER", MODE, (), (), "", SURE, -1, f"{lemma}/act")
