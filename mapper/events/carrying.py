"""Where an event is whose own sentence does not say: the place of those told before, or the story's."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import Final

from mapper.events.dating import Dating
from mapper.events.draft import Draft
from mapper.events.mention import Mention
from mapper.events.placing import FINENESS, Placing, location_of
from mapper.events.scene import Scene
from mapper.events.selection import SETTLED, is_wish
from mapper.events.ties import ancestors

CARRY_SENTENCES: Final = 2
"""Sentences over which a place or date is carried on."""

STORY_DAYS: Final = timedelta(days=60)
"""Age beyond which an event is background to a story and not set where the story plays."""

STORY_MENTIONS: Final = 2
STORY_SHARE: Final = 0.5
"""A place named at least twice, in at least half of the local names, is where a story plays."""

_BACKGROUND: Final = frozenset({"after", "since", "following"})
"""Words that lead to what came before; what stands behind "before" goes on with the story."""

_UNREAL: Final = frozenset({"planned", "cancelled"})
_BRINGING: Final = frozenset(
    "fly take bring transfer rush airlift evacuate move ferry carry transport".split()
)
"""Verbs of conveying somebody to another place."""

_SUMMONS: Final = "summon"


class Carrier:
    """Lends each event in turn the place of the events before it."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._story = story_place(scene)
        self._last: Draft | None = None
        self._last_sure: Draft | None = None

    def place(self, draft: Draft) -> Placing | None:
        """Return the place an event takes over, None when nothing fits or it is an act of speech."""
        if draft.mention.back:
            return None
        if draft.mention.is_speech(self._scene):
            return seat_of_summons(self._scene, draft)
        last = self._last if draft.verdict.status in _UNREAL else self._last_sure
        if last is not None and self._is_near(last, draft) and self._goes_with(last, draft):
            return carry_place(last.where)
        return self._story if _in_story(self._scene, draft) else None

    def note(self, draft: Draft) -> None:
        """Remember an event with a place; one that only frames another does not displace it."""
        if draft.where is None or draft.where.how == "story" or _takes_away(self._scene, draft):
            return
        last = self._last
        if last is not None and self._is_near(last, draft) and is_background(self._scene, draft.mention):
            return
        self._last = draft
        if not _is_unsettled(draft):
            self._last_sure = draft

    def _is_near(self, earlier: Draft, later: Draft) -> bool:
        tokens = self._scene.tokens
        apart = tokens[later.mention.anchor].sentence - tokens[earlier.mention.anchor].sentence
        return apart <= CARRY_SENTENCES

    def _goes_with(self, earlier: Draft, later: Draft) -> bool:
        """Tell whether two events may be at one place: of one kind or name, or not of different days."""
        same_noun = bool(self._nouns(earlier) & self._nouns(later))
        return earlier.type == later.type or same_noun or same_days(earlier.when, later.when)

    def _nouns(self, draft: Draft) -> frozenset[str]:
        anchor = draft.mention.anchor
        return frozenset() if self._scene.relations.is_verb(anchor) else self._scene.words[anchor]


def _is_unsettled(draft: Draft) -> bool:
    """Tell whether an act is only wished or thought possible, so that nothing need have happened there."""
    verdict = draft.verdict
    return verdict.status == "planned" and (verdict.certainty < SETTLED or is_wish(draft))


def _takes_away(scene: Scene, draft: Draft) -> bool:
    """Tell whether people are brought elsewhere, which leaves the scene where it was."""
    anchor = draft.mention.anchor
    brought = scene.relations.has_form(anchor, "passive") and bool(scene.words[anchor] & _BRINGING)
    return brought and not (draft.where and draft.where.origin and not draft.where.destination)


def is_background(scene: Scene, mention: Mention) -> bool:
    """Tell whether a mention only says what came before or against another event ("a week after …").

    So do clauses on a noun: "the clerk, who was jailed in May, …".
    """
    tokens = scene.tokens
    if tokens[scene.relations.clause(mention.anchor)].dep == "relcl":
        return True
    for i in ancestors(scene, mention.anchor):
        head = tokens[i].head
        if tokens[i].dep in ("pobj", "pcomp") and scene.lower[head] in _BACKGROUND:
            return True
        mark = scene.relations.mark(i) if tokens[i].dep == "advcl" else None
        if mark is not None and scene.lower[mark] in _BACKGROUND:
            return True
    return False


def same_days(one: Dating | None, other: Dating | None) -> bool:
    """Tell whether two datings do not exclude each other."""
    if one is None or other is None:
        return True
    apart = (one.end and other.begin and one.end < other.begin) or (
        other.end and one.begin and other.end < one.begin
    )
    return not apart


def carry_place(previous: Placing | None) -> Placing | None:
    """Return the place of the event before."""
    if previous is None or previous.location is None:
        return None
    return Placing(previous.location, previous.toponym, how="carried-over")


def seat_of_summons(scene: Scene, draft: Draft) -> Placing | None:
    """Return the dateline's city for a government named by it that summons somebody."""
    if draft.mention.trigger.mode != _SUMMONS:
        return None
    actors = {p.text.casefold() for p in draft.participants if p.role == "actor"}
    for toponym in scene.toponyms:
        if toponym.role == "dateline" and toponym.place is not None and toponym.text.casefold() in actors:
            return Placing(location_of(toponym, "in"), toponym, how="dateline")
    return None


def _in_story(scene: Scene, draft: Draft) -> bool:
    """Tell whether an event belongs to the story told: real, and not dated long before the report."""
    if draft.verdict.status in ("planned", "cancelled"):
        return False
    when = draft.when
    return (
        when is None
        or when.end is None
        or scene.reference is None
        or scene.reference - when.end <= STORY_DAYS
    )


def story_place(scene: Scene) -> Placing | None:
    """Return the one town or spot most of an article's literal names point to, None for a wide story."""
    local = [
        t
        for t in scene.toponyms
        if t.role == "literal" and t.place and FINENESS[t.place.precision] <= FINENESS["city"]
    ]
    counts = Counter(t.place.id for t in local if t.place)
    if not counts:
        return None
    place, count = counts.most_common(1)[0]
    if count < STORY_MENTIONS or count < STORY_SHARE * len(local):
        lead = [t for t in local if scene.parse.sentence_at(t.start).i < scene.lead_end]
        if not lead:
            return None
        return Placing(location_of(lead[0], "in"), lead[0], how="story")
    toponym = next(t for t in local if t.place and t.place.id == place)
    return Placing(location_of(toponym, "in"), toponym, how="story")
