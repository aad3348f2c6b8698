"""One article on its way through the room, with what is asked of it more than once."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final, TypeAlias

from mapper.toponyms.described.coordinates import find_coordinates
from mapper.toponyms.ranking.mention import Mention
from mapper.toponyms.roles.relations import relation_of
from mapper.toponyms.roles.rules import ACTORS
from mapper.toponyms.spans.dateline import find_places
from mapper.toponyms.spans.model import model_spans
from mapper.toponyms.spans.proposal import Proposal
from mapper.toponyms.surroundings import Surroundings
from mapper.toponyms.vocabulary import members
from mapper.toponyms.words import Words

if TYPE_CHECKING:
    from datetime import date

    from mapper.disputes import DisputeRegister
    from mapper.language import Entity, ParsedArticle
    from mapper.toponyms.candidates import CandidateSource, Choices
    from mapper.toponyms.described.point import Point
    from mapper.toponyms.roles.relation import Relation
    from mapper.toponyms.words import Word

Occurrences: TypeAlias = tuple[int, int, int, int, int]
"""How often a name stands there: in all, as place, person, organisation, and behind a preposition."""
LONGEST_INITIALS: Final = 3
"""Letters of the longest name in capitals that is taken for initials ("UAE")."""
PEOPLED: Final = frozenset({"continent", "country", "admin1", "region", "city", "disputed"})
"""Kinds of place with a people whose name the gazetteer may hold as one of the place's own."""
PLACE_LABELS: Final = frozenset({"GPE", "LOC", "FAC"})


class Document:
    """A parsed article, its words and the sources that know about names."""

    def __init__(
        self, parsed: ParsedArticle, source: CandidateSource, register: DisputeRegister | None
    ) -> None:
        self.article = parsed.article
        self.parse = parsed.parse
        self.text = parsed.parse.text
        self.words = Words(parsed.parse)
        self.source = source
        self.gazetteer = source.gazetteer
        self.register = register
        self._relations: dict[tuple[int, int], Relation] = {}
        self._occurrences: dict[str, Occurrences] = {}
        self._lines: dict[int, tuple[float, float]] = {}

    @property
    def date(self) -> date | None:
        """The day the article speaks from."""
        reference = self.article.reference_date
        return reference.date if reference is not None else self.article.published

    def proposal(self, start: int, end: int, source: str, *, name: str = "") -> Proposal:
        """Return the span ``start:end`` as a proposal."""
        words = self.words.between(start, end)
        return Proposal(start, end, self.text[start:end], words.start, words.stop, source, name)

    def choices(self, proposal: Proposal) -> Choices:
        """Return what a proposal may mean; the name of a disputed territory means that territory."""
        choices = self.source.choices(proposal.lookup)
        return choices.only(f"dt:{proposal.territory}") if proposal.whole else choices

    def is_demonym(self, proposal: Proposal) -> bool:
        """Tell whether a proposal is the name of a people or an adjective, first of all; "US" is none."""
        choices = self.choices(proposal)
        if self.is_initials(proposal) or not len(choices):
            return False
        if choices.name_kinds[0] != "alternate" or choices.kinds[0] not in PEOPLED:
            return choices.name_kinds[0] == "demonym"
        entity = self.entity(proposal)
        return entity is not None and entity.label == "NORP"

    @staticmethod
    def is_initials(proposal: Proposal) -> bool:
        """Tell whether a proposal is written as initials: "UAE", "U.S."."""
        letters = proposal.text.replace(".", "")
        return letters.isupper() and len(letters) <= LONGEST_INITIALS

    @cached_property
    def dateline_places(self) -> tuple[tuple[int, int], ...]:
        """Where the places of datelines stand, in text order."""
        return tuple(sorted(set(find_places(self))))

    def in_dateline(self, proposal: Proposal) -> bool:
        """Tell whether a proposal stands in a dateline's places."""
        return any(start < proposal.end and proposal.start < end for start, end in self.dateline_places)

    def is_article_dateline(self, proposal: Proposal) -> bool:
        """Tell whether a proposal stands in the dateline of the article as a whole."""
        dateline = self.article.dateline
        return dateline is not None and any(
            place.start < proposal.end and proposal.start < place.end for place in dateline.places
        )

    def has_unit_behind(self, proposal: Proposal) -> bool:
        """Tell whether the unit a proposal may lie in is named behind it: "Gdansk, Poland"."""
        if self.text[proposal.end : proposal.end + 2] != ", ":
            return False
        return self.surroundings.holds(proposal.end + 2, self.choices(proposal))

    def mention(self, proposal: Proposal) -> Mention:
        """Return a proposal as a toponym to resolve."""
        relation = self.relation(proposal)
        acts = any(sign.holds(relation) for sign in ACTORS)
        return Mention(proposal, self.choices(proposal), self.is_article_dateline(proposal), acts)

    def abbreviation_kinds(self, text: str) -> frozenset[str]:
        """Return the kinds of short name the gazetteer has in exactly this spelling."""
        return self.source.short_kinds(text)

    def is_model_place(self, word: Word) -> bool:
        """Tell whether the model marks the word as part of a place."""
        return self.words.token(word).entity in PLACE_LABELS

    def entity_starts_at(self, offset: int) -> bool:
        """Tell whether an entity of the model starts here."""
        return offset in self._entity_starts

    @cached_property
    def _entity_starts(self) -> frozenset[int]:
        return frozenset(entity.start for entity in self.parse.entities)

    @cached_property
    def coordinates(self) -> tuple[Point, ...]:
        """The coordinates written out in the text; no name stands in them."""
        return tuple(find_coordinates(self.text))

    @cached_property
    def people(self) -> dict[str, int]:
        """Words of the model's persons of two words and more, by how often they stand in one."""
        counts: dict[str, int] = {}
        for entity in self.parse.entities:
            if entity.label == "PERSON" and " " in entity.text.strip():
                for i in self.words.between(entity.start, entity.end):
                    word = self.words.words[i].text
                    counts[word] = counts.get(word, 0) + 1
        return counts

    @cached_property
    def surnames(self) -> dict[str, int]:
        """Last words of the model's persons of two words and more, and where the first such person stands."""
        found: dict[str, int] = {}
        for entity in self.parse.entities:
            words = entity.text.split() if entity.label == "PERSON" else []
            if len(words) > 1:
                found.setdefault(words[-1], entity.start)
        return found

    def entity(self, proposal: Proposal) -> Entity | None:
        """Return the model's entity that covers most of a proposal."""
        return self.words.entity(proposal.start, proposal.end)

    def relation(self, proposal: Proposal) -> Relation:
        """Return the syntax around a proposal."""
        key = proposal.start, proposal.end
        known = self._relations.get(key)
        if known is None:
            known = self._relations[key] = relation_of(self.words, *key)
        return known

    def line_casing(self, offset: int) -> tuple[float, float]:
        """Return the share of capitals among the letters of a line, and of capitalised words."""
        start = self.text.rfind("\n", 0, offset) + 1
        known = self._lines.get(start)
        if known is None:
            end = self.text.find("\n", start)
            known = self._lines[start] = _casing(self.text[start : end if end >= 0 else len(self.text)])
        return known

    def occurrences(self, name: str) -> Occurrences:
        """Return how often a name stands in the text, and as what."""
        known = self._occurrences.get(name)
        if known is None:
            known = self._occurrences[name] = self._count(name)
        return known

    def _count(self, name: str) -> Occurrences:
        counts = [0, 0, 0, 0, 0]
        size = len(name)
        for i in self._words_by_text.get(self._first_word(name), ()):
            word = self.words.words[i]
            if self.text[word.start : word.start + size] != name:
                continue
            label = self.words.token(word).entity
            before = self.words.word(i - 1)
            counts[0] += 1
            counts[1] += label in PLACE_LABELS
            counts[2] += label == "PERSON"
            counts[3] += label == "ORG"
            counts[4] += before is not None and word.glued and before.text in members("words", "before")
        return max(counts[0], 1), counts[1], counts[2], counts[3], counts[4]

    def _first_word(self, name: str) -> str:
        first = Words.first(name)
        return first if first is not None else name

    @cached_property
    def _words_by_text(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for word in self.words.words:
            found.setdefault(word.text, []).append(word.i)
        return found

    @cached_property
    def surroundings(self) -> Surroundings:
        """The likeliest places of the names the model marks as places."""
        anchors = []
        for proposal in model_spans(self):
            choices = self.choices(proposal)
            if len(choices) and choices.name_kinds[0] != "demonym":
                anchors.append((proposal, choices))
        return Surroundings(anchors, len(self.words.words))


def _casing(line: str) -> tuple[float, float]:
    words = [word for word in line.split() if len(word) > 3 and word[0].isalpha()]
    upper, lower = sum(map(str.isupper, line)), sum(map(str.islower, line))
    titles = sum(word[0].isupper() for word in words) / max(len(words), 1)
    return upper / max(upper + lower, 1), titles
