"""Events by rule: find triggers, say what each sentence tells of them, join, keep what is sure enough."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from mapper.events.acts import find_acts
from mapper.events.assemble import build_event
from mapper.events.attribution import find_attribution
from mapper.events.backward import find_references
from mapper.events.carrying import CARRY_SENTENCES, Carrier, is_background
from mapper.events.casualties import like_cause, place_like_causes, type_of
from mapper.events.coreference import join_mentions
from mapper.events.dated import find_dated_nouns
from mapper.events.dating import Dating, carried, date_mention, echoed, is_old, report_window
from mapper.events.draft import Draft
from mapper.events.figures import find_figures
from mapper.events.mention import Mention
from mapper.events.participants import find_participants
from mapper.events.parties import mark_claims
from mapper.events.people import People
from mapper.events.placing import place_mention
from mapper.events.pointing import place_of_noun
from mapper.events.scene import Scene, set_scene
from mapper.events.selection import is_event
from mapper.events.status import Verdict, judge
from mapper.events.triggers import find_mentions
from mapper.language import ParsedArticle
from mapper.model import Event, EventType, TimeExpression, Toponym


class EventExtractor(Protocol):
    """Finds the events of an article. Another implementation may stand in for the rules."""

    name: str
    """What the record says of who spoke (`run.extractor`)."""

    def extract(
        self, parsed: ParsedArticle, toponyms: Sequence[Toponym], times: Sequence[TimeExpression]
    ) -> tuple[Event, ...]:
        """Return the events of one article in text order."""
        ...


class RuleExtractor:
    """Events by trigger lexicon, grammar and ordered rules; every decision leaves its reason."""

    name = "rules"

    def extract(
        self, parsed: ParsedArticle, toponyms: Sequence[Toponym], times: Sequence[TimeExpression]
    ) -> tuple[Event, ...]:
        """Return the events of one article in text order.

        Parameters
        ----------
        parsed
            The article with its parse; a parse without syntax is read by word order.
        toponyms, times
            What was found in the same text; only toponyms of role "literal" say where an event is.
        """
        scene = set_scene(parsed, toponyms, times)
        if not toponyms and not times and scene.reference is None:
            return ()  # nothing could be placed or dated
        drafts = mark_claims(scene, list(_drafts(scene)))
        groups = place_like_causes(scene, [g for g in join_mentions(scene, drafts) if is_event(scene, g)])
        return tuple(build_event(scene, number, group) for number, group in enumerate(groups, 1))


def _drafts(scene: Scene) -> Iterator[Draft]:
    """Yield what the text says of each mention, places and dates carried on from the one before."""
    mentions = find_mentions(scene)
    mentions += tuple(find_dated_nouns(scene, mentions))
    mentions = tuple(sorted([*mentions, *find_acts(scene, mentions)], key=lambda mention: mention.anchor))
    taken = {i for mention in mentions for i in mention.tokens}
    people = People(scene)
    everything = sorted([*mentions, *find_references(scene, taken)], key=lambda mention: mention.anchor)
    by_sentence: dict[int, list[int]] = {}
    for mention in everything:
        by_sentence.setdefault(scene.sentence(mention.anchor).i, []).append(mention.anchor)
    carrier = Carrier(scene)
    done: list[Draft] = []
    when: tuple[int, Dating] | None = None
    for mention in everything:
        draft = _draft(scene, people, mention, type_of(scene, mention, mentions), frozenset(taken))
        if draft.verdict.status is None:
            continue
        draft = like_cause(scene, draft, done)
        sentence = scene.sentence(mention.anchor).i
        if draft.when is None and not mention.back:
            draft = replace(draft, when=_undated(scene, draft, by_sentence[sentence], when))
        if draft.where is None:
            draft = replace(draft, where=carrier.place(draft))
        if draft.when is not None and draft.when.time is not None:
            when = sentence, draft.when
        carrier.note(draft)
        done.append(draft)
        yield draft


def _draft(scene: Scene, people: People, mention: Mention, type_: EventType, taken: frozenset[int]) -> Draft:
    verdict = judge(scene, mention)
    others = taken - set(mention.tokens)
    when = date_mention(scene, mention, verdict, others)
    return Draft(
        mention=mention,
        type=type_,
        verdict=_by_date(scene, verdict, when, present=_is_present(scene, mention)),
        participants=() if mention.back else find_participants(scene, people, mention),
        attribution=find_attribution(scene, people, mention),
        when=when,
        where=place_of_noun(scene, mention, others, place_mention(scene, mention, others)),
        figures=find_figures(scene, mention),
    )


def _by_date(scene: Scene, verdict: Verdict, when: Dating | None, *, present: bool) -> Verdict:
    """Return "planned" for what no cue speaks of but lies after the report.

    In the present tense it is enough that the days end after the report: "the growers finish this week".
    """
    if when is None or when.time is None or when.inferred or scene.reference is None:
        return verdict
    weak = verdict.rule in ("happened.default", "ongoing.present")
    first = when.end if present else when.begin
    if weak and first is not None and first > scene.reference:
        return Verdict(
            "planned",
            "planned.date",
            tuple(t.i for t in scene.parse.tokens_in(when.time.start, when.time.end)),
        )
    return verdict


def _is_present(scene: Scene, mention: Mention) -> bool:
    token = scene.tokens[mention.anchor]
    helped = any(scene.tokens[i].dep in ("aux", "auxpass") for i in scene.relations.auxiliaries(token.i))
    return token.tag in ("VBZ", "VBP") or (token.tag == "VB" and not helped)


def _is_perfect(scene: Scene, mention: Mention) -> bool:
    """Tell whether the trigger stands in the present perfect, which looks back from the day of the report."""
    clause = scene.relations.clause(mention.anchor)
    helpers = {scene.lower[i] for verb in (mention.anchor, clause) for i in scene.relations.auxiliaries(verb)}
    return bool(helpers & {"has", "have", "'ve"})


def _undated(
    scene: Scene, draft: Draft, anchors: list[int], previous: tuple[int, Dating] | None
) -> Dating | None:
    """Return the days of an event its own sentence does not date; `anchors` are the sentence's triggers."""
    sentence = scene.sentence(draft.mention.anchor).i
    if draft.verdict.status != "ongoing":
        echo = echoed(scene, anchors, sentence)
        if echo is not None:
            return echo
    if (
        previous is not None
        and previous[0] == sentence
        and is_background(scene, draft.mention)
        and is_old(scene, previous[1])
    ):
        return None  # what came before something long past was not in the news of these days
    near = (
        previous is not None
        and sentence - previous[0] <= CARRY_SENTENCES
        and not _is_perfect(scene, draft.mention)
    )
    speech = draft.mention.is_speech(scene)
    if near and not speech and draft.verdict.status in ("happened", "claimed") and previous is not None:
        found = carried(scene, previous[1])
        if found is not None:
            return found
    return report_window(scene, draft.verdict)
