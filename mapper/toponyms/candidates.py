"""What the gazetteer says a name may mean, as columns."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

import numpy as np

from mapper.gazetteer import fold
from mapper.gazetteer.kinds import ADMIN, POPULATED, SEAS
from mapper.toponyms.sphere import unit_vectors
from mapper.toponyms.vocabulary import NO_CLASSES, classes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from mapper.gazetteer import Candidate, Gazetteer
    from mapper.model import Place

MOST_CANDIDATES: Final = 60
"""Places considered for one name, the most likely first."""
MOST_NAMES: Final = 20_000
"""Names remembered between articles before the memory is emptied."""
FEATURE_WORDS: Final = frozenset({"lake", "mount", "mt", "river"})
"""First words of names that no town bears which is called without them."""
SHORT_KINDS: Final = frozenset({"abbreviation", "code"})
NONE: Final = -1
"""Row of a parent that a place does not have."""


class Choices:
    """The places one name may mean, best first, as columns read when asked for.

    Rows are the gazetteer's; -1 stands for no row.

    Parameters
    ----------
    name
        The name.
    candidates
        What the gazetteer found.
    part
        The part of the name that was looked up, empty for the whole.
    """

    def __init__(self, name: str, candidates: Sequence[Candidate], part: str = "") -> None:
        self.name = name
        self.part = part
        self.candidates = tuple(candidates)
        self.kinds = tuple([c.kind for c in candidates])
        self.name_kinds = tuple([_name_kind(c) for c in candidates])
        self.matches = tuple([c.match for c in candidates])

    def __len__(self) -> int:
        return len(self.candidates)

    def only(self, ident: str) -> Choices:
        """Return the choices cut down to one place; unchanged if it is none of them."""
        found = [candidate for candidate in self.candidates if candidate.id == ident]
        return Choices(self.name, found) if found else self

    @cached_property
    def row(self) -> NDArray[np.int64]:
        """The gazetteer's row of each place."""
        return np.array([c.row for c in self.candidates], dtype=np.int64)

    @cached_property
    def lat(self) -> NDArray[np.float64]:
        """Latitudes in degrees."""
        return np.array([c.lat for c in self.candidates], dtype=np.float64)

    @cached_property
    def lon(self) -> NDArray[np.float64]:
        """Longitudes in degrees."""
        return np.array([c.lon for c in self.candidates], dtype=np.float64)

    @cached_property
    def points(self) -> NDArray[np.float64]:
        """The places as points of the unit sphere, a row each."""
        return unit_vectors(self.lat, self.lon)

    @cached_property
    def score(self) -> NDArray[np.float64]:
        """How likely the gazetteer finds each place, in powers of ten."""
        return np.array([c.score for c in self.candidates], dtype=np.float64)

    @cached_property
    def prominence(self) -> NDArray[np.float64]:
        """How well known each place is, in powers of ten."""
        return np.array([c.prominence for c in self.candidates], dtype=np.float64)

    @cached_property
    def population(self) -> NDArray[np.float64]:
        """Inhabitants."""
        return np.array([c.population for c in self.candidates], dtype=np.float64)

    @cached_property
    def country(self) -> NDArray[np.int64]:
        """Row of each place's country."""
        return _rows([c.country_row for c in self.candidates])

    @cached_property
    def admin1(self) -> NDArray[np.int64]:
        """Row of each place's first-level unit."""
        return _rows([c.admin1_row for c in self.candidates])

    @cached_property
    def admin2(self) -> NDArray[np.int64]:
        """Row of each place's second-level unit."""
        return _rows([c.admin2_row for c in self.candidates])

    @cached_property
    def likeness(self) -> NDArray[np.float64]:
        """How alike the name is to each place's first name, 0 to 1, by shared pairs of letters."""
        return _likeness(self.name, self.candidates)


def _name_kind(candidate: Candidate) -> str:
    """Return how the place bears the name; a sea has no people that could be named after it."""
    kind: str = candidate.name_kind
    return "alternate" if kind == "demonym" and candidate.kind in SEAS else kind


def _rows(rows: Sequence[int | None]) -> NDArray[np.int64]:
    return np.array([NONE if row is None else row for row in rows], dtype=np.int64)


def _likeness(name: str, candidates: Sequence[Candidate]) -> NDArray[np.float64]:
    """Return the Dice coefficients of letter pairs; a first name that holds the name whole is alike."""
    folded = fold(name)
    own = _pairs(folded)
    alike = []
    for candidate in candidates:
        other = fold(candidate.name)
        if folded == other or f" {folded} " in f" {other} ":
            alike.append(1.0)
        else:
            pairs = _pairs(other)
            alike.append(2 * len(own & pairs) / max(len(own) + len(pairs), 1))
    return np.array(alike, dtype=np.float64)


def _pairs(folded: str) -> set[str]:
    return {folded[i : i + 2] for i in range(len(folded) - 1)}


BEARERS: Final = frozenset({"organisation", "building", "place", "event", "site", "area"})
"""Classes of words that a body or building adds to the name of its place."""


def bearer(name: str, gazetteer: Gazetteer) -> str:
    """Return the place a body or building is named after, empty when the name does not say that it is one.

    "Walker County" for "Walker County Sheriff's Office".
    """
    words = name.split()
    last = words[-1].lower().strip(".") if words else ""
    known = classes("nouns").get(last, NO_CLASSES) | classes("words").get(last, NO_CLASSES)
    if BEARERS.isdisjoint(known) or "road" in known:
        return ""
    for stop in range(len(words) - 1, 0, -1):
        part = " ".join(words[:stop])
        if gazetteer.has(part):
            return part
    return ""


def _is_town_without_word(name: str, candidate: Candidate) -> bool:
    """Tell whether a name of a lake or mountain was only found as a town's or unit's without that word."""
    first, _, rest = fold(name).partition(" ")
    built = candidate.kind in POPULATED or candidate.kind in ADMIN
    return bool(rest) and first in FEATURE_WORDS and built and candidate.match == "variant"


class CandidateSource:
    """Look-ups in one gazetteer, each name asked once."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self._choices: dict[str, Choices] = {}
        self._short: dict[str, frozenset[str]] = {}
        self._known: dict[str, tuple[bool, bool]] = {}
        self._places: dict[int, Place] = {}

    def choices(self, name: str) -> Choices:
        """Return the places a name may mean, by forms with a word more or less unless one bears just it."""
        known = self._choices.get(name)
        if known is None:
            if len(self._choices) >= MOST_NAMES:
                self._choices.clear()
            known = self._choices[name] = self._ask(name)
        return known

    def _ask(self, name: str) -> Choices:
        found = self.gazetteer.lookup(name, variants=False, limit=MOST_CANDIDATES)
        if not any(candidate.name_kind == "primary" and candidate.match == "exact" for candidate in found):
            wider = self.gazetteer.lookup(name, limit=MOST_CANDIDATES)
            found = [candidate for candidate in wider if not _is_town_without_word(name, candidate)]
        if found:
            return Choices(name, found)
        part = bearer(name, self.gazetteer)
        return Choices(name, self.gazetteer.lookup(part, variants=False) if part else (), part)

    def place(self, candidate: Candidate) -> Place:
        """Return the record of a candidate's place."""
        known = self._places.get(candidate.row)
        if known is None:
            if len(self._places) >= MOST_NAMES:
                self._places.clear()
            known = self._places[candidate.row] = candidate.place
        return known

    def known(self, text: str) -> tuple[bool, bool]:
        """Return whether some place bears this name, and whether some name begins with it."""
        known = self._known.get(text)
        if known is None:
            if len(self._known) >= MOST_NAMES:
                self._known.clear()
            begins = self.gazetteer.has_prefix(text)
            known = self._known[text] = (begins and self.gazetteer.has(text), begins)
        return known

    def short_kinds(self, text: str) -> frozenset[str]:
        """Return the name kinds under which this exact spelling is an abbreviation or a code."""
        known = self._short.get(text)
        if known is None:
            if len(self._short) >= MOST_NAMES:
                self._short.clear()
            kinds = {candidate.name_kind for candidate in self.gazetteer.exact(text)}
            known = self._short[text] = frozenset(kinds & SHORT_KINDS)
        return known
