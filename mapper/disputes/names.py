"""Finding the territories' names in a text: longest first, case-sensitive, with vetoes and context."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product
from typing import Final, NamedTuple

from mapper.disputes.context import Context, party_index
from mapper.disputes.guards import LASTING, guarded
from mapper.disputes.inflection import inflected
from mapper.disputes.phrases import Found, PhraseIndex
from mapper.disputes.territory import Party, Territory
from mapper.model import Reason

_SAME: Final = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "\u2011": "-", "\u00a0": " ", "\n": " ", "\t": " "}
)
"""Characters that a name may be spelled with instead; each stands for one, so that offsets hold."""
ADJECTIVE_NOUNS: Final = (
    "airfield airport airspace beach border bridge capital checkpoint city coast coastline countryside "
    "district harbour hills hospital mainland mountains parliament peninsula port region resort shore soil "
    "territory town valley village villages waters"
).split()
"""Nouns before which an adjective names the place: "the Crimean port", not "Crimean officials"."""
SHORTEST_CAPITALS: Final = 4
"""Shortest name that is also looked for in capitals, as datelines and headlines write it."""


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A name of a disputed territory in a text: ``text[start:end]``.

    `inside` is set where the name is of a place inside the territory rather than of the whole.
    `also` are other territories that the same name stands for (a parent). `reasons` says by which
    kind of name and by what cue.
    """

    start: int
    end: int
    text: str
    territory: str
    inside: bool = False
    also: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()


class _Sense(NamedTuple):
    """What one alias says: a territory, whether the name needs context, whether it is of a place inside."""

    territory: str
    weak: bool
    inside: bool


class NameFinder:
    """All names and vetoes of the register, ready to be looked for."""

    def __init__(self, territories: Mapping[str, Territory], parties: Mapping[str, Party]) -> None:
        self._territories = territories
        self._names = PhraseIndex(_senses(territories.values()))
        self._vetoes = PhraseIndex(
            (p.translate(_SAME), t.id) for t in territories.values() for p in t.never_match
        )
        self._party_words = party_index(parties)
        self._own = {code: frozenset(party.words) for code, party in parties.items()}
        self._family = _families(territories)

    def senses(self, name: str) -> tuple[tuple[str, bool, bool], ...]:
        """Return what a name stands for: territory, needs context, is a place inside."""
        return self._names.get(name.translate(_SAME))

    def find(
        self,
        text: str,
        *,
        date: date | None = None,
        points: Collection[tuple[float, float]] = (),
        quiet: bool = False,
    ) -> tuple[NameMatch, ...]:
        """Return the names in a text, in order, none overlapping.

        Parameters
        ----------
        text
            The article; offsets count its code points.
        date
            The day of the article: names of disputes that were over or had not begun are left out.
        points
            Known positions in the article (lat, lon): one inside a territory is a cue for its names.
        quiet
            Also return what is not flagged unasked: settled disputes and disputes over a name only.
        """
        same = text.translate(_SAME)
        hits = self._names.find(same)
        if not hits:
            return ()
        kept = self._kept(same, hits, date, quiet=quiet)
        named: dict[str, int] = {}
        for hit, senses in kept:
            for sense in senses:
                if not sense.weak:
                    named.setdefault(sense.territory, hit.start)
        context: Context | None = None
        matches = []
        for hit, senses in kept:
            if any(sense.weak for sense in senses) and context is None:
                context = Context(same, self._party_words, named, points)
            match = self._match(text, hit, senses, context)
            if match is not None:
                matches.append(match)
        return tuple(matches)

    def _kept(
        self, text: str, hits: Sequence[Found[_Sense]], date: date | None, *, quiet: bool
    ) -> list[tuple[Found[_Sense], list[_Sense]]]:
        """Return the hits with the senses that no date, veto or guard rules out."""
        vetoes = self._vetoes.every(text)
        kept = []
        elsewhere: set[str] = set()
        for hit in hits:
            vetoed = {
                row for veto in vetoes if veto.start < hit.end and hit.start < veto.end for row in veto.values
            }
            senses = [
                sense
                for sense in hit.values
                if sense.territory not in vetoed
                and (quiet or self._territories[sense.territory].flagged(date))
            ]
            if not senses:
                continue
            guard = self._guard(text, hit, senses)
            if guard is None:
                kept.append((hit, senses))
            elif guard in LASTING:
                elsewhere.add(text[hit.start : hit.end])
        return [(hit, senses) for hit, senses in kept if text[hit.start : hit.end] not in elsewhere]

    def _guard(self, text: str, hit: Found[_Sense], senses: Sequence[_Sense]) -> str | None:
        weak = all(sense.weak for sense in senses)
        own = {word for sense in senses for word in self._words(sense.territory)}
        return guarded(text, hit.start, hit.end, weak=weak, own=own)

    def _words(self, territory: str) -> Iterable[str]:
        row = self._territories[territory]
        for code in (*row.claimants, *row.administered_by, *row.contested_by):
            yield from self._own.get(code, ())

    def _match(
        self, text: str, hit: Found[_Sense], senses: Sequence[_Sense], context: Context | None
    ) -> NameMatch | None:
        """Choose among the senses of one hit: a sure one before one with a cue, a part before the whole."""
        held: list[tuple[_Sense, Reason]] = []
        for sense in senses:
            if not sense.weak:
                held.append((sense, Reason("name", None)))
            elif context is not None:
                row = self._territories[sense.territory]
                cue = context.cue(row, self._family[row.id], hit.start, hit.end)
                if cue is not None:
                    held.append((sense, cue))
        if not held:
            return None
        held.sort(
            key=lambda pair: (
                _WEIGHT.get(pair[1].code, 9),
                -self._depth(pair[0].territory),
                pair[0].territory,
            )
        )
        sense, reason = held[0]
        also = sorted({other.territory for other, _ in held} - {sense.territory})
        return NameMatch(
            hit.start,
            hit.end,
            text[hit.start : hit.end],
            sense.territory,
            sense.inside,
            tuple(also),
            (reason,),
        )

    def _depth(self, territory: str) -> int:
        parent = self._territories[territory].parent
        return 0 if parent is None else 1 + self._depth(parent)


_WEIGHT: Final = {"name": 0, "named-too": 1, "point-inside": 2, "party": 3, "dispute-word": 4}
"""Which cue decides first between two territories of one name."""


def _senses(territories: Iterable[Territory]) -> Iterable[tuple[str, _Sense]]:
    """Yield every name of every territory, long ones in capitals too."""
    filed = set()
    for row in territories:
        weak, inside = set(row.aliases_need_context), set(row.aliases_inside)
        for adjective, noun in product(row.adjectives, ADJECTIVE_NOUNS):
            yield f"{adjective} {noun}", _Sense(row.id, weak=False, inside=True)
        for alias in (*row.aliases, *row.aliases_need_context):
            for form in (form for case in inflected(alias) for form in _forms(case)):
                if (form, row.id) not in filed:
                    filed.add((form, row.id))
                    yield form, _Sense(row.id, alias in weak, alias in inside)


def _forms(alias: str) -> tuple[str, ...]:
    plain = alias.translate(_SAME)
    capitals = plain.upper()
    return (plain, capitals) if len(plain) >= SHORTEST_CAPITALS and len(capitals) == len(plain) else (plain,)


def _families(territories: Mapping[str, Territory]) -> dict[str, tuple[str, ...]]:
    """Return for each territory itself, the ones above it and the ones below it."""
    above: dict[str, list[str]] = {}
    below: dict[str, list[str]] = {territory: [] for territory in territories}
    for territory, row in territories.items():
        line, parent = [territory], row.parent
        while parent is not None:
            line.append(parent)
            below[parent].append(territory)
            parent = territories[parent].parent
        above[territory] = line
    return {territory: (*above[territory], *below[territory]) for territory in territories}
