"""Acts no trigger row knows, shown because the text itself dates or places them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from mapper.events.blocking import is_blocked
from mapper.events.lexicon import Phrase, Trigger
from mapper.events.mention import Mention
from mapper.events.prose import prose_sentences
from mapper.events.scene import Scene
from mapper.events.ties import Tie, tie_between

MODE: Final = "act"
LONGEST: Final = 120
"""Longest span in days of a time expression that dates a single act."""

_CLAUSES: Final = frozenset({"ROOT", "conj", "ccomp", "advcl", "relcl", "parataxis", "xcomp"})
_TAGS: Final = frozenset({"VBD", "VBN", "VB", "VBZ", "VBP", "VBG"})


def find_acts(scene: Scene, mentions: Collection[Mention]) -> Iterator[Mention]:
    """Yield verbs with a day or a place of their own in clauses that hold no other trigger."""
    if not scene.parse.has_syntax:
        return
    busy = {scene.relations.clause(i) for mention in mentions for i in mention.tokens}
    for sentence in prose_sentences(scene):
        for i in range(sentence.first, sentence.last):
            if scene.relations.clause(i) not in busy and _is_act(scene, i):
                mention = Mention(i, (i,), _trigger(scene, i))
                if not is_blocked(scene, mention) and _is_tied(scene, mention):
                    yield mention


def _is_act(scene: Scene, i: int) -> bool:
    token = scene.tokens[i]
    if token.pos != "VERB" or token.tag not in _TAGS or token.dep not in _CLAUSES:
        return False
    known = token.lemma in scene.lexicon.reporting or scene.in_list("stative", i)
    return not known and bool(scene.relations.subjects(i) or scene.relations.objects(i))


def _is_tied(scene: Scene, mention: Mention) -> bool:
    """Tell whether a day or a literal place hangs on the verb itself."""
    sentence = scene.tokens[mention.anchor].sentence
    for time, first, last in scene.times_by_sentence.get(sentence, ()):
        single = time.begin and time.end_date and (time.end_date - time.begin).days <= LONGEST
        if single and _attached(scene, mention, first, last):
            return True
    return any(
        toponym.role == "literal" and toponym.place is not None and _attached(scene, mention, first, last)
        for toponym, first, last in scene.toponyms_by_sentence.get(sentence, ())
    )


def _attached(scene: Scene, mention: Mention, first: int, last: int) -> bool:
    tied = tie_between(scene, mention, first, last)
    return tied is not None and tied.tie <= Tie.CLAUSE and not tied.in_subject


def _trigger(scene: Scene, i: int) -> Trigger:
    lemma = scene.tokens[i].lemma.casefold()
    return Trigger(Phrase((lemma,), (0,)), "VERB", "OTHER", MODE, (), (), "", 1, -1, f"{lemma}/act")
