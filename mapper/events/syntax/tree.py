"""Grammar read off a dependency tree (ClearNLP labels)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Final

from mapper.events.syntax.relations import Form, Preposition, Step
from mapper.language import Parse, Token

MAX_STEPS: Final = 3
"""How far up a cue may stand above its trigger; more than three steps rarely bear on it."""

_SUBJECT: Final = frozenset({"nsubj"})
_OBJECTS: Final = frozenset({"dobj", "nsubjpass", "obj"})
_RELATIVES: Final = frozenset({"WDT", "WP", "WP$"})
_PLACES: Final = frozenset({"GPE", "LOC", "FAC"})
_NOUN_STEPS: Final = frozenset(
    {"dobj", "nsubjpass", "nsubj", "attr", "oprd", "dative", "compound", "nmod", "poss"}
)
_BORDERS: Final = frozenset(
    {"ROOT", "ccomp", "advcl", "relcl", "csubj", "csubjpass", "parataxis", "acl", "pcomp"}
)
_BEFORE_NOUN: Final = frozenset(
    {
        "amod",
        "compound",
        "nummod",
        "poss",
        "nmod",
        "det",
        "npadvmod",
        "quantmod",
        "advmod",
        "predet",
        "case",
        "punct",
    }
)
_NOUN_PHRASE: Final = _BEFORE_NOUN | {"prep"}
_ORDINAL: Final = frozenset("first last next final other another only such all".split())
"""Adjectives that stand before a number."""

_VERB_FORMS: Final = frozenset({"VB", "VBD", "VBZ", "VBP"})
_HELPERS: Final = frozenset({"aux", "auxpass", "neg", "advmod", "mark", "cc", "preconj", "npadvmod"})
_VERBS: Final = frozenset({"VERB", "AUX"})


class TreeRelations:
    """Grammar of a text with a syntactic parse."""

    def __init__(self, parse: Parse) -> None:
        self._tokens = parse.tokens
        self._clauses: dict[int, int] = {}

    @cached_property
    def _children(self) -> list[list[Token]]:
        found: list[list[Token]] = [[] for _ in self._tokens]
        for token in self._tokens:
            if token.head != token.i:
                found[token.head].append(token)
        return found

    def _with(self, i: int, labels: frozenset[str]) -> list[int]:
        return [child.i for child in self._children[i] if child.dep in labels]

    def _conjuncts(self, i: int) -> Iterator[int]:
        yield i
        for child in self._children[i]:
            if child.dep == "conj":
                yield from self._conjuncts(child.i)

    def _spread(self, found: list[int]) -> tuple[int, ...]:
        return tuple(dict.fromkeys(j for i in found for j in self._conjuncts(i)))

    def _is_infinitive(self, i: int) -> bool:
        return any(child.dep == "aux" and child.tag == "TO" for child in self._children[i])

    def is_verb(self, i: int) -> bool:
        """Tell whether token `i` is used as a verb."""
        return self._tokens[i].pos in _VERBS

    def objects(self, i: int) -> tuple[int, ...]:
        """Return what verb `i` acts on."""
        token = self._tokens[i]
        found = [self._antecedent(i, j) for j in (*self._with(i, _OBJECTS), *self._clausal(i, "csubjpass"))]
        for child in self._children[i]:
            if child.dep in ("xcomp", "ccomp") and self._is_infinitive(child.i):
                found += self._with(child.i, frozenset({"nsubj"}))
        if not found:
            found = self._outer_objects(token)
        return self._spread(found)

    def _outer_objects(self, token: Token) -> list[int]:
        """Return the object of a verb without one: the noun of a participle or relative clause."""
        participle = token.tag == "VBN"
        if token.dep in ("acl", "amod") and participle:
            return [token.head]
        if token.dep == "relcl" and self._with(token.i, frozenset({"nsubj"})) and not self._relative(token.i):
            return [token.head]
        if token.dep == "xcomp" and self._with(token.i, frozenset({"auxpass"})):
            return list(self.subjects(token.head) or self.objects(token.head))
        if token.dep == "conj" and participle and self._tokens[token.head].tag == "VBN":
            return self._with(token.head, frozenset({"nsubjpass"})) or self._outer_objects(
                self._tokens[token.head]
            )
        return []

    def _relative(self, i: int) -> bool:
        return any(child.tag in _RELATIVES for child in self._children[i])

    def _antecedent(self, verb: int, i: int) -> int:
        """Return what a relative pronoun stands for, any other token unchanged."""
        if self._tokens[i].tag not in _RELATIVES or self._tokens[verb].dep != "relcl":
            return i
        noun = self._tokens[self._tokens[verb].head]
        holder = self._tokens[self._tokens[noun.head].head]
        home = noun.entity in _PLACES or (noun.tag == "NNP" and holder.tag == "NNP")
        if self._tokens[i].tag == "WP" and noun.dep == "pobj" and home:
            return holder.i  # "Mora, of Vigo, who …"
        return noun.i

    def _clausal(self, i: int, label: str) -> list[int]:
        """Return the noun of a clause taken for a subject ("jets taking part were …")."""
        clauses = self._with(i, frozenset({label}))
        return [noun for j in clauses for noun in self._with(j, _SUBJECT)] or clauses

    def subjects(self, i: int) -> tuple[int, ...]:
        """Return who does verb `i`."""
        found = [self._antecedent(i, j) for j in (*self._with(i, _SUBJECT), *self._clausal(i, "csubj"))]
        for agent in self._with(i, frozenset({"agent"})):
            found += self._with(agent, frozenset({"pobj"}))
        if found or self.has_form(i, "passive"):
            return self._spread(found)
        return self._outer_subjects(self._tokens[i])

    def _outer_subjects(self, token: Token) -> tuple[int, ...]:
        """Return the subject of a verb that has none of its own."""
        head = self._tokens[token.head]
        if token.dep == "ROOT" or head.i == token.i:
            return ()
        if token.dep in ("acl", "amod", "relcl"):
            return self._noun_as_subject(token, head)
        if token.dep == "xcomp":
            verb = head.head if head.dep in ("acomp", "oprd") else head.i
            return self.objects(verb) or self.subjects(verb)
        if token.dep in ("conj", "advcl") and head.pos in _VERBS:
            return self.subjects(head.i) or self._passive_subjects(head.i)
        if token.dep == "pcomp":
            return self.objects(head.head) or self.subjects(head.head)
        return ()

    def _noun_as_subject(self, token: Token, noun: Token) -> tuple[int, ...]:
        """Return the subject of a participle, relative clause or infinitive that hangs on a noun."""
        if token.dep == "relcl":
            return (noun.i,) if self._relative(token.i) else ()
        if token.dep == "acl" and self._is_infinitive(token.i):
            owners = tuple(
                j for j in self._with(noun.i, frozenset({"poss"})) if self._tokens[j].tag != "PRP$"
            )
            return owners or (self.subjects(noun.head) if noun.dep in ("dobj", "pobj") else ())
        return (noun.i,) if token.tag == "VBG" else ()

    def _passive_subjects(self, i: int) -> tuple[int, ...]:
        return self._spread(self._with(i, frozenset({"nsubjpass"})))

    def prepositions(self, i: int) -> tuple[Preposition, ...]:
        """Return the prepositions on `i` itself, nested ones ("out of") included."""
        return tuple(self._prepositions(i))

    def _prepositions(self, i: int) -> Iterator[Preposition]:
        for child in self._children[i]:
            if child.dep in ("prep", "agent", "dative") and child.pos in ("ADP", "SCONJ", "VERB"):
                yield Preposition(child.i, self._spread(self._with(child.i, frozenset({"pobj", "pcomp"}))))
                yield from self._prepositions(child.i)
            elif child.dep in ("advmod", "prt", "npadvmod"):
                yield from self._prepositions(child.i)

    def around(self, i: int) -> tuple[Preposition, ...]:
        """Return the prepositions on `i`, its objects and, for a noun, on the verb it depends on."""
        found = list(self._prepositions(i))
        if self.is_verb(i):
            for j in self.objects(i):
                found += self._prepositions(j)
        elif self._tokens[i].dep in ("dobj", "nsubj", "nsubjpass", "attr"):
            found += self._prepositions(self._tokens[i].head)
        return tuple(found)

    def particles(self, i: int) -> tuple[int, ...]:
        """Return the verb particles of `i`."""
        return tuple(self._with(i, frozenset({"prt"})))

    def infinitives(self, i: int) -> tuple[int, ...]:
        """Return the infinitive and gerund complements of `i`."""
        return tuple(
            child.i
            for child in self._children[i]
            if child.dep == "xcomp"
            or (child.dep in ("acl", "ccomp", "advcl") and self._is_infinitive(child.i))
        )

    def clauses(self, i: int) -> tuple[int, ...]:
        """Return the heads of the that-clauses `i` governs."""
        return tuple(self._with(i, frozenset({"ccomp"})))

    def modifiers(self, i: int) -> tuple[int, ...]:
        """Return the words before noun `i` inside its phrase."""
        if self._tokens[i].tag in _VERB_FORMS:
            return ()
        before = [child.i for child in self._children[i] if child.dep in _BEFORE_NOUN and child.i < i]
        return tuple(range(self._left_edge(min(before)), i)) if before else ()

    def _left_edge(self, i: int) -> int:
        while children := [child.i for child in self._children[i] if child.i < i]:
            i = children[0]
        return i

    def governors(self, i: int) -> tuple[int, ...]:
        """Return what governs noun or adjective `i`."""
        token = self._tokens[i]
        found: list[int] = [] if token.head == i else [token.head]
        head = self._tokens[token.head]
        if token.dep == "conj":
            found += self.governors(head.i)
        elif token.dep == "pobj" and head.head != head.i:
            found.append(head.head)
        elif token.dep in ("acomp", "attr"):
            found += self._with(head.i, frozenset({"nsubj"}))
        found += [
            child.i for child in self._children[i] if child.dep in ("acl", "amod") and child.pos == "VERB"
        ]
        return tuple(found)

    def has_form(self, i: int, form: Form) -> bool:
        """Tell whether token `i` stands in the given form."""
        token = self._tokens[i]
        if form == "ing":
            return token.tag == "VBG"
        if form == "plural":
            return token.tag in ("NNS", "NNPS")
        if form == "attr":
            return token.dep in ("amod", "compound", "nmod") and token.head > i
        return any(child.dep == "auxpass" for child in self._children[i]) or (
            token.tag == "VBN"
            and token.dep in ("acl", "amod", "conj", "advcl")
            and not any(child.dep in ("dobj", "aux", "nsubj") for child in self._children[i])
        )

    def clause(self, i: int) -> int:
        """Return the clause of token `i` as the index of its head."""
        if i not in self._clauses:
            self._clauses[i] = self._find_clause(i)
        return self._clauses[i]

    def _find_clause(self, i: int) -> int:
        for _ in range(len(self._tokens)):
            token = self._tokens[i]
            if token.head == i or (token.pos in _VERBS and (token.dep in _BORDERS or token.dep == "conj")):
                return i
            i = token.head
        return i

    def chain(self, i: int) -> tuple[Step, ...]:
        """Return the way up from trigger `i` to the next clause border."""
        found: list[Step] = []
        counted = 0
        while counted < MAX_STEPS and (step := self._step(i)) is not None:
            found.append(step)
            counted += step.via not in ("conj", "appos")
            i = step.i
        return tuple(found)

    def _step(self, i: int) -> Step | None:
        token = self._tokens[i]
        head = token.head
        if head == i:
            return None
        if self.is_verb(i):
            return self._verb_step(token)
        if token.dep in _NOUN_STEPS or token.dep in ("conj", "appos"):
            return Step(head, token.dep, i)
        if token.dep == "pobj" and self._tokens[head].head != head:
            return Step(self._tokens[head].head, f"prep:{self._tokens[head].text.casefold()}", i)
        return None

    def _verb_step(self, token: Token) -> Step | None:
        head = self._tokens[token.head]
        if token.dep == "xcomp" or (token.dep in ("acl", "ccomp") and self._is_infinitive(token.i)):
            return Step(head.i, "to" if self._is_infinitive(token.i) else "xcomp", token.i)
        if token.dep == "pcomp" and head.head != head.i:
            return Step(head.head, f"prep:{head.text.casefold()}", token.i)
        if token.dep in ("acomp", "oprd"):
            return Step(head.i, token.dep, token.i)
        if token.dep == "conj" and self._shares_helpers(token, head):
            return Step(head.i, "conj", token.i)
        if token.dep in ("amod", "compound"):
            return Step(head.i, token.dep, token.i)
        return None

    def _shares_helpers(self, token: Token, head: Token) -> bool:
        """Tell whether a coordinated verb stands under the first one's auxiliaries ("will meet and sign")."""
        own = any(child.dep in ("nsubj", "nsubjpass", "aux", "auxpass") for child in self._children[token.i])
        return not own and token.tag == head.tag and token.tag in ("VB", "VBG", "VBN")

    def predicates(self, i: int) -> tuple[int, ...]:
        """Return participles and adjectives that say something of noun `i`."""
        token = self._tokens[i]
        verbs = [
            child.i
            for child in self._children[i]
            if child.dep in ("acl", "relcl", "amod")
            and child.pos in _VERBS
            and (child.dep != "relcl" or self._relative(child.i))
            and not (child.dep == "acl" and self._is_infinitive(child.i))
        ]
        if token.dep in ("nsubj", "nsubjpass"):
            verbs.append(token.head)
        complements = [
            j for verb in verbs for j in self._with(verb, frozenset({"acomp", "oprd", "advmod", "prep"}))
        ]
        return tuple(dict.fromkeys([*verbs, *complements]))

    def speech(self, i: int) -> tuple[int, ...]:
        """Return the verbs whose that-clause holds `i`, nearest first."""
        found = []
        for _ in range(len(self._tokens)):
            token = self._tokens[i]
            if token.head == i:
                break
            if token.dep == "ccomp" and self._tokens[token.head].pos in _VERBS and not self._is_infinitive(i):
                found.append(token.head)
            found += [
                child.i for child in self._children[i] if child.dep == "parataxis" and child.pos in _VERBS
            ]
            i = token.head
        found += [child.i for child in self._children[i] if child.dep == "parataxis" and child.pos in _VERBS]
        return tuple(found)

    def mark(self, i: int) -> int | None:
        """Return the conjunction that opens the clause of `i`."""
        found = self._with(self.clause(i), frozenset({"mark"}))
        return found[0] if found else None

    def phrase(self, i: int) -> tuple[int, int]:
        """Return first and last token of the noun phrase headed by `i`, without clauses."""
        before = [child.i for child in self._children[i] if child.dep in _NOUN_PHRASE and child.i < i]
        before = before[self._result(before) :]
        first = self._left_edge(min(before)) if before else i
        return first, i

    def _result(self, before: list[int]) -> int:
        """Return 1 if the first word only says what became of somebody: "shot dead two men", else 0."""
        if len(before) < 2:
            return 0
        one, two = self._tokens[before[0]], self._tokens[before[1]]
        resulting = one.dep == "amod" and one.i > 0 and self._tokens[one.i - 1].pos in _VERBS
        counted = two.dep in ("det", "nummod", "poss") and two.i == one.i + 1
        return int(resulting and counted and one.text.casefold() not in _ORDINAL)

    def auxiliaries(self, i: int) -> tuple[int, ...]:
        """Return auxiliaries, negations and adverbs that go with verb `i`."""
        return tuple(self._with(i, _HELPERS))
