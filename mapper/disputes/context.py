"""The second cue that a name needs when it is not enough alone."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Mapping
from typing import Final

from mapper.disputes.phrases import PhraseIndex
from mapper.disputes.territory import Party, Territory
from mapper.geo import in_box
from mapper.model import Reason

WINDOW: Final = 400
"""Characters on each side in which a cue counts: about the sentence, the one before and the one after."""
COMMON_PARTIES: Final = frozenset({"AU", "CA", "CN", "GB", "US"})
"""Parties so often in the news, or so rich in namesakes, that their mention alone proves little."""

DISPUTE_WORDS: Final = re.compile(
    r"\b(?:sovereignty|territorial (?:claims?|disputes?|integrity|waters)|disputed|border disputes?|"
    r"in dispute|claims? to|claims? (?:\w+ )?(?:\w+ than )?(?:half|most|all|part|a third|two[- ]thirds) of|"
    r"maps?\b[^.;]{0,60}\bas (?:a |an integral )?part of|"
    r"claimed by|both claim|claims? over|claimants?|la(?:id|ys) claim|annexation|"
    r"illegally annexed|occupied territor\w+|under occupation|\w+-occupied|(?:not|never) recogni[sz]e\w*|"
    r"breakaway|separatists?|secession\w*|unrecogni[sz]ed|self-declared|self-proclaimed|ceasefire line|"
    r"armistice line|maritime (?:border|boundary|claims?|dispute)|exclusive economic zone|EEZ|"
    r"irredentis\w*)\b"
)
"""Words of a dispute over territory; "settlement", "annexed" and "occupied" alone are too common."""
SEA_WORDS: Final = re.compile(
    r"\b(?:coast ?guards?|islets?|shoals?|reefs?|atolls?|cays?|outposts?|nautical|naval|navy|warships?|"
    r"fishermen|fishing|skippers|trawlers?|patrol (?:boats?|ships?)|water cannons?|militia|garrison|"
    r"archipelago|maritime|territorial waters|islands)\b"
)

PLACE_BEFORE: Final = re.compile(r"\b(?:in|near|off|inside|from|around|across|to)\s$")
"""A place must follow: enough for a territory's own neutral name, which is else only a person's."""


class Context:
    """The cues of one text, found once and asked about many names."""

    def __init__(
        self,
        text: str,
        parties: PhraseIndex[str],
        named: Mapping[str, int],
        points: Collection[tuple[float, float]] = (),
    ) -> None:
        self._text = text
        found = parties.find(text)
        self._offsets = [hit.start for hit in found]
        self._parties = [hit.values for hit in found]
        self._named = named
        self._points = points

    def cue(self, territory: Territory, family: Collection[str], start: int, end: int) -> Reason | None:
        """Return what shows that the name at ``start:end`` is the territory, None when nothing does.

        Parameters
        ----------
        territory
            The territory the name would be.
        family
            The ids of the territory, its parents and its parts: a sure name of any of them is a cue.
        start, end
            The name, in code points.
        """
        for relative in family:
            if relative in self._named:
                return Reason("named-too", relative, self._named[relative])
        for lat, lon in self._points:
            if in_box(lat, lon, territory.bbox):
                return Reason("point-inside", f"{lat:.4f}, {lon:.4f}")
        if place := self._place_cue(territory, start, end):
            return place
        window = slice(max(0, start - WINDOW), end + WINDOW)
        if word := DISPUTE_WORDS.search(self._text, window.start, min(window.stop, len(self._text))):
            return Reason("dispute-word", word.group(), word.start(), word.end())
        return self._party_cue(territory, start, end, window) if territory.context_by != "dispute" else None

    def _place_cue(self, territory: Territory, start: int, end: int) -> Reason | None:
        if territory.context_by == "dispute" or territory.neutral_name != self._text[start:end]:
            return None
        before = PLACE_BEFORE.search(self._text, max(0, start - 8), start)
        return before and Reason("place-preposition", before.group().strip(), before.start(), before.end())

    def _party_cue(self, territory: Territory, start: int, end: int, window: slice) -> Reason | None:
        parties = {*territory.claimants, *territory.contested_by, *territory.former_claimants}
        parties |= {*territory.administered_by} - {"UN"}
        near: set[str] = set()
        first, last = (bisect_left(self._offsets, offset) for offset in (window.start, window.stop))
        for offset, codes in zip(self._offsets[first:last], self._parties[first:last], strict=True):
            if not start <= offset < end:
                near.update(parties.intersection(codes))
        if not near:
            return None
        telling = near - COMMON_PARTIES
        at_sea = SEA_WORDS.search(self._text, window.start, min(window.stop, len(self._text)))
        if len(near) > 1 or at_sea or (telling and territory.context_by == "party"):
            return Reason("party", "/".join(sorted(near)))
        return None


def party_index(parties: Mapping[str, Party]) -> PhraseIndex[str]:
    """Return the words that betray each party."""
    return PhraseIndex((word, code) for code, party in parties.items() for word in party.words)
