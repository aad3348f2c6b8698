"""The lexicon in working form: patterns compiled, words indexed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from mapper.events.lexicon.patterns import Pattern, Values, parse_pattern, parse_values
from mapper.events.lexicon.phrases import ARTICLES, Phrase, parse_phrase
from mapper.events.lexicon.tables import (
    ClassRow,
    GenericNounRow,
    NominalRow,
    NotEventRow,
    PartOfSpeech,
    ReportingVerbRow,
    StatusCueRow,
    TriggerRow,
    WordListRow,
    read_table,
)
from mapper.events.lexicon.words import form_index
from mapper.model import EventType


@dataclass(frozen=True, slots=True)
class Trigger:
    """A trigger row, compiled. `rule` names it in reasons, `order` is its place in the table."""

    phrase: Phrase
    pos: PartOfSpeech
    type: EventType
    mode: str
    pattern: Pattern
    excludes: Pattern
    hint: str
    strength: int
    order: int
    rule: str


@dataclass(frozen=True, slots=True)
class Idiom:
    """A phrase in which a trigger word reports no event."""

    phrase: Phrase
    match: str
    free_articles: bool


@dataclass(frozen=True, slots=True)
class Cue:
    """A status cue; `link` is "to" or the preposition that must lead from a head cue to the trigger."""

    phrase: Phrase
    link: str
    row: StatusCueRow
    blocked_by: Pattern


@dataclass(frozen=True, slots=True)
class GenericNoun:
    """A noun that refers back; no types = any."""

    types: frozenset[str]
    needs: frozenset[str]
    strength: int


_LINKS = frozenset({"to", "for", "of", "from", "in", "with", "that"})


class Lexicon:
    """Every table of ``data/lexicon`` the extractor works with, read when first needed."""

    @cached_property
    def classes(self) -> Mapping[str, tuple[str, ...]]:
        """Word classes by name."""
        return {row.name: tuple(row.members.split("|")) for row in read_table("object_classes", ClassRow)}

    @cached_property
    def lists(self) -> Mapping[str, frozenset[str]]:
        """Closed word lists by name."""
        rows = (*read_table("word_lists", WordListRow), *read_table("parties", WordListRow))
        return {row.name: frozenset(row.members.split("|")) for row in rows}

    def values(self, text: str) -> Values:
        """Return compiled values, for example ``@person|#PERSON``."""
        if text not in self._values:
            self._values[text] = parse_values(text, self.classes)
        return self._values[text]

    @cached_property
    def _values(self) -> dict[str, Values]:
        return {}

    @cached_property
    def rows(self) -> tuple[TriggerRow, ...]:
        """Trigger rows as written."""
        return read_table("triggers", TriggerRow)

    @cached_property
    def triggers(self) -> Mapping[str, tuple[Trigger, ...]]:
        """Triggers by their first word."""
        index: defaultdict[str, list[Trigger]] = defaultdict(list)
        for order, row in enumerate(self.rows):
            for trigger in self._compile(row, order):
                index[trigger.phrase.words[0]].append(trigger)
        return {word: tuple(found) for word, found in index.items()}

    def _compile(self, row: TriggerRow, order: int) -> Iterator[Trigger]:
        pattern = parse_pattern(row.pattern, self.classes)
        gaps = [clause.values.words for option in pattern for clause in option if clause.key == "gap"]
        gap = max((int(number) for words in gaps for number in words), default=0)
        phrases = [parse_phrase(row.lemma, gap)]
        if "-" in row.lemma and " " not in row.lemma:  # tokenizers differ on hyphens
            phrases.append(Phrase((row.lemma,), (0,)))
        for phrase in phrases:
            yield Trigger(
                phrase=phrase,
                pos=row.pos,
                type=row.type,
                mode=row.mode,
                pattern=pattern,
                excludes=self._any_clause(row.excludes),
                hint=row.status_hint,
                strength=row.strength,
                order=order,
                rule=f"{row.lemma}/{row.type}.{row.mode}",
            )

    def _any_clause(self, text: str) -> Pattern:
        """Read clauses of which one is enough."""
        return parse_pattern(text.replace(";", "/"), self.classes)

    @cached_property
    def idioms(self) -> Mapping[str, tuple[Idiom, ...]]:
        """Phrases that are no events, by the trigger word in them."""
        index: defaultdict[str, list[Idiom]] = defaultdict(list)
        for row in read_table("not_events", NotEventRow):
            text = row.phrase if row.match == "case" else row.phrase.casefold()
            index[row.trigger].append(
                Idiom(
                    parse_phrase(text),
                    row.match,
                    free_articles=not ARTICLES.isdisjoint(text.casefold().split()),
                )
            )
        return {word: tuple(found) for word, found in index.items()}

    @cached_property
    def cues(self) -> tuple[Cue, ...]:
        """Status cues, highest priority first."""
        rows = read_table("status_cues", StatusCueRow)
        return tuple(self._compile_cue(row) for row in sorted(rows, key=lambda row: -row.priority))

    def _compile_cue(self, row: StatusCueRow) -> Cue:
        *head, last = row.cue.split()
        link = last if head and last in _LINKS else ""
        text = " ".join(head) if link else row.cue
        return Cue(
            parse_phrase(text), link, row, parse_pattern(row.blocked_by.replace(";", "/"), self.classes)
        )

    @cached_property
    def reporting(self) -> Mapping[str, ReportingVerbRow]:
        """Reporting verbs by lemma; multiword ones are left to their own rules."""
        return {
            row.lemma: row for row in read_table("reporting_verbs", ReportingVerbRow) if row.pos == "VERB"
        }

    @cached_property
    def generic_nouns(self) -> Mapping[str, GenericNoun]:
        """Nouns that refer back."""
        return {
            row.noun: GenericNoun(
                frozenset(row.types.split("|")) - {"*"}, frozenset(row.needs.split("|")), row.strength
            )
            for row in read_table("generic_nouns", GenericNounRow)
        }

    @cached_property
    def nominals(self) -> Mapping[str, NominalRow]:
        """Nouns for what verbs do, by verb."""
        return {row.lemma: row for row in read_table("nominals", NominalRow)}

    @cached_property
    def forms(self) -> Mapping[str, frozenset[str]]:
        """For every spelling, the words of the lexicon it may be a form of."""
        words = {word for row in self.rows for word in row.lemma.split()}
        words |= {member for members in self.classes.values() for member in members if member[0] not in "@#"}
        words |= {row.cue for row in read_table("status_cues", StatusCueRow) if " " not in row.cue}
        words |= set(self.reporting) | set(self.generic_nouns)
        words |= {word for members in self.lists.values() for word in members}
        return form_index(sorted(words))


@cache
def load_lexicon() -> Lexicon:
    """Return the packaged lexicon; its tables are read once, when first needed."""
    return Lexicon()
