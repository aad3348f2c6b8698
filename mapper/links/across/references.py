"""What a later report says followed an event that another article tells: "arrested … after the march".

The report names the earlier event by a word it does not tell as an event of its own, behind a cue, in the
sentence of what followed. The earlier event is one of that word, before it by at most two months, at the
same spot or with somebody named in both. Where two events fit, no link is made.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta
from itertools import islice
from typing import Final, NamedTuple

from mapper.graph import node_id
from mapper.links.across.places import one_spot
from mapper.links.across.report import Report, reports_of
from mapper.links.across.words import WORD, fold, stem
from mapper.model import ArticleMap, ClusterLink, LinkKind, Reason, Span

LONGEST_WAIT: Final = timedelta(days=60)
"""News no longer says "after the march" of a march longer ago without telling of it (general knowledge)."""

WORDS_AHEAD: Final = 4
"""How many words behind the cue the word for the event may stand: "after Friday's large march"."""

CONFIDENCE: Final = 0.5
"""Less than any link a report tells whole."""

CUES: Final[dict[str, LinkKind]] = {
    "after": "follow-up",
    "following": "follow-up",
    "in the wake of": "follow-up",
    "in the aftermath of": "follow-up",
    "because of": "caused",
    "due to": "caused",
    "owing to": "caused",
    "as a result of": "caused",
    "in response to": "caused",
    "in retaliation for": "caused",
    "in protest at": "caused",
    "in protest against": "caused",
    "in protest over": "caused",
}
"""What stands before an earlier event; what may mean time as well as cause is taken to mean time."""

_CUE: Final = re.compile(rf"\b({'|'.join(sorted(CUES, key=len, reverse=True))})\b", re.IGNORECASE)
_CLAUSE_END: Final = re.compile(r"[,;:.!?]\s")
_REAL: Final = frozenset({"happened", "ongoing", "claimed"})


class Reference(NamedTuple):
    """Words of a report that name an earlier event: the event told, the stem, the cue and its kind."""

    node: str
    report: Report
    word: str
    cue: Span
    kind: LinkKind


class References:
    """Gathers, an article at a time, the events that may be referred to and the words that refer."""

    def __init__(self) -> None:
        self._told: dict[str, list[tuple[str, Report]]] = defaultdict(list)
        self._asked: list[Reference] = []

    def add(self, article: ArticleMap) -> None:
        """Take in an article whose events have their clusters."""
        nodes = {event.id: node_id(article.article.id, event) for event in article.events}
        real = {r.ref.event: r for r in reports_of(article) if r.status in _REAL and r.begin and r.end}
        for name, report in real.items():
            for act in report.triggers:
                self._told[act].append((nodes[name], report))
        for event, cue, word in _back_references(article):
            if event in real:
                kind = CUES[" ".join(cue.text.casefold().split())]
                self._asked.append(Reference(nodes[event], real[event], stem(fold(word.text)), cue, kind))

    def links(self) -> Iterator[ClusterLink]:
        """Yield a link for each reference that one event alone fits, in the order of the nodes."""
        found: dict[tuple[str, str], Reference] = {}
        for asked in sorted(self._asked, key=lambda each: (each.node, each.report.key, each.cue.start)):
            meant = {node for node, told in self._told.get(asked.word, ()) if _fits(told, asked)}
            if len(meant) == 1 and (source := meant.pop()) != asked.node:
                found.setdefault((source, asked.node), asked)
        for (source, target), asked in sorted(found.items()):
            yield _link(source, target, asked)


def _fits(told: Report, asked: Reference) -> bool:
    """Tell whether an event may be the one a report refers to."""
    later = asked.report
    if told.ref.article == later.ref.article or told.end is None or later.begin is None:
        return False
    if not timedelta() < later.begin - told.end <= LONGEST_WAIT:
        return False
    return one_spot(told.where, later.where) or bool(_persons(told) & _persons(later))


def _persons(report: Report) -> frozenset[str]:
    """Return the names of people and organisations; a country takes part in too much."""
    return frozenset().union(*(who.names for who in report.people if who.country is None))


def _link(source: str, target: str, asked: Reference) -> ClusterLink:
    article = asked.report.ref.article
    reasons = (
        Reason("told-by", article, asked.cue.start, asked.cue.end),
        Reason("refers-back", asked.cue.text, asked.cue.start, asked.cue.end),
    )
    return ClusterLink(source, target, asked.kind, CONFIDENCE, reasons)


def _back_references(article: ArticleMap) -> Iterator[tuple[str, Span, Span]]:
    """Yield for each word behind a cue that no event covers the event it goes with, the cue and the word."""
    mentions = sorted((m.start, m.end, event.id) for event in article.events for m in event.mentions)
    for quote in article.quotes:
        here = [m for m in mentions if quote.start <= m[0] and m[1] <= quote.end]
        for found in _CUE.finditer(quote.text) if here else ():
            cue = Span(quote.start + found.start(), quote.start + found.end(), found[0])
            for word in _words_ahead(quote, found.end()):
                if not any(start < word.end and word.start < end for start, end, _ in here):
                    yield _nearest(here, cue.start), cue, word


def _words_ahead(quote: Span, at: int) -> Iterator[Span]:
    """Yield the next words of a sentence, not beyond the clause."""
    end = _CLAUSE_END.search(quote.text, at)
    words = WORD.finditer(quote.text, at, end.start() if end else len(quote.text))
    for word in islice(words, WORDS_AHEAD):
        yield Span(quote.start + word.start(), quote.start + word.end(), word[0])


def _nearest(mentions: list[tuple[int, int, str]], at: int) -> str:
    """Return the event mentioned last before a place in the text, or first behind it."""
    before = [event for _, end, event in mentions if end <= at]
    return before[-1] if before else mentions[0][2]
