"""One name per person inside an article, and who a pronoun stands for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from mapper.events.animacy import is_individual, is_party, may_be
from mapper.events.scene import Scene

LOOK_BACK: Final = 2
"""Sentences before its own in which a pronoun's antecedent is looked for."""

_SINGULAR: Final = frozenset({"he", "she", "him", "her", "his", "himself", "herself"})
_RELATIVE: Final = frozenset({"who", "whom", "whose", "which", "that"})
_OTHERS: Final = frozenset({"other", "others"})
_PLURAL: Final = frozenset({"they", "them", "their", "both", "themselves", "we"})
_PARTICLES: Final = frozenset(
    {"-", "'", "’", "al", "bin", "ibn", "de", "di", "da", "von", "van", "der", "del", "la"}
)
_MARKS: Final = frozenset({"-", "'", "’"})
"""Signs inside a name that never begin one: of "GENEVA - Madison" only "Madison" may be a person."""
_SUBJECTS: Final = ("nsubj", "nsubjpass")
_ARGUMENTS: Final = ("dobj", "pobj", "conj", "appos", "attr", "dative")
_NOUNS: Final = ("NOUN", "PROPN")


@dataclass(frozen=True, slots=True)
class Person:
    """A person's name in the text: tokens ``first:last`` inclusive, title left out."""

    first: int
    last: int
    name: str


class People:
    """Who is named in an article."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    @cached_property
    def at(self) -> dict[int, Person]:
        """The person each token of a name belongs to, under the fullest name used before."""
        full: dict[str, str] = {}
        found: dict[int, Person] = {}
        for first, last in self._spans():
            name = self._scene.text(first, last)
            words = name.split()
            known = full.get(words[-1])
            if len(words) > 1 and (known is None or words[0] in known.split() or known == words[-1]):
                full.setdefault(words[-1], name)
                full.setdefault(words[0], name)
                known = full[words[-1]]
            person = Person(first, last, known or name)
            found.update(dict.fromkeys(range(first, last + 1), person))
        for token in self._scene.tokens:  # a surname the model takes for something else
            if (
                token.text in full
                and token.i not in found
                and token.pos == "PROPN"
                and token.i not in self._scene.toponym_at
            ):
                found[token.i] = Person(token.i, token.i, full[token.text])
        return found

    def _spans(self) -> Iterator[tuple[int, int]]:
        """Yield first and last token of each personal name, without titles and possessive marks."""
        scene = self._scene
        i, tokens = 0, scene.tokens
        while i < len(tokens):
            if not self._in_name(i) or tokens[i].text in _MARKS:
                i += 1
                continue
            last = i
            while (
                last + 1 < len(tokens)
                and self._in_name(last + 1)
                and tokens[last + 1].sentence == tokens[i].sentence
            ):
                last += 1
            last = self._through_hyphens(last)
            first = i
            while first < last and scene.in_list("title", first):
                first += 1
            if not scene.in_list("title", first):
                yield first, last
            i = last + 1

    def _through_hyphens(self, last: int) -> int:
        """Return the last token of a name whose hyphenated part was left out of it ("Gyu-back")."""
        tokens = self._scene.tokens
        if tokens[last].text == "-":  # the model ended the name at the hyphen
            last -= 1
        while (
            last + 2 < len(tokens)
            and tokens[last + 1].text == "-"
            and tokens[last].end == tokens[last + 1].start
        ):
            if tokens[last + 2].start != tokens[last + 1].end or not tokens[last + 2].text[0].isalpha():
                break
            last += 2
        return last

    def _in_name(self, i: int) -> bool:
        token = self._scene.tokens[i]
        capital = (
            token.text[:1].isupper() and not self._scene.in_list("pronoun", i)
        ) or token.text in _PARTICLES
        return capital and "PERSON" in self._scene.labels[i] and i not in self._scene.toponym_at

    def antecedent(self, i: int) -> int | None:
        """Return the token a pronoun stands for, None when nothing fits; others stand for themselves."""
        scene, word = self._scene, self._scene.lower[i]
        if word in _RELATIVE and (noun := self._relative_noun(i)) is not None:
            return noun
        if word in _SINGULAR:
            return self._nearest(i, lambda j: is_individual(scene, j) and may_be(scene, word, j))
        if word in _PLURAL:
            return self._nearest(i, self._is_plural)
        if word == "it":
            return self._nearest(i, self._is_body, subjects_only=True)
        if scene.in_list("pronoun", i):
            return i if word in _OTHERS and self._is_counted(i) else None
        return i

    def first_described(self, i: int) -> int:
        """Return where the person at token `i`, taken up with "the", was first described ("a baker")."""
        scene = self._scene
        before = [scene.lower[j] for j in scene.relations.modifiers(i)]
        if before != ["the"] or not is_individual(scene, i):
            return i
        same = (
            j
            for j in range(i)
            if scene.tokens[j].lemma == scene.tokens[i].lemma
            and scene.tokens[j].text.islower()
            and {scene.lower[k] for k in scene.relations.modifiers(j)} & {"a", "an"}
        )
        return next(same, i)

    def _relative_noun(self, i: int) -> int | None:
        """Return the noun that the relative clause of a pronoun ("who", "whose") hangs on."""
        scene = self._scene
        clause = next((t for t in (scene.tokens[i], *scene.parse.ancestors(i)) if t.dep == "relcl"), None)
        if clause is None:
            return None
        noun = scene.tokens[clause.head]
        holder = scene.tokens[scene.tokens[noun.head].head]
        home = noun.dep == "pobj" and noun.i in scene.toponym_at and is_individual(scene, holder.i)
        return holder.i if home and scene.lower[i] != "which" else noun.i

    def _is_counted(self, i: int) -> bool:
        return any(child.dep == "nummod" for child in self._scene.parse.children(i))

    def _nearest(self, i: int, fits: Callable[[int], bool], *, subjects_only: bool = False) -> int | None:
        """Return the fitting noun before token `i`: of the nearest sentence, subjects before others."""
        return next((j for j in self._nouns_before(i, subjects_only=subjects_only) if fits(j)), None)

    def _nouns_before(self, i: int, *, subjects_only: bool) -> Iterator[int]:
        """Yield the nouns before token `i` that are no pronouns, nearest sentence first, in text order."""
        scene = self._scene
        own = scene.tokens[i].sentence
        for number in range(own, max(-1, own - LOOK_BACK - 1), -1):
            sentence = scene.parse.sentences[number]
            nouns = [
                j
                for j in range(sentence.first, min(sentence.last, i))
                if scene.tokens[j].pos in _NOUNS and not scene.in_list("pronoun", j)
            ]
            yield from (j for j in nouns if scene.tokens[j].dep in _SUBJECTS)
            if not subjects_only:
                yield from (j for j in nouns if scene.tokens[j].dep in _ARGUMENTS)

    def _is_plural(self, i: int) -> bool:
        scene = self._scene
        joined = any(token.dep == "conj" and is_party(scene, token.i) for token in scene.parse.children(i))
        return (joined or scene.tokens[i].tag in ("NNS", "NNPS")) and is_party(scene, i)

    def _is_body(self, i: int) -> bool:
        scene = self._scene
        return scene.tokens[i].tag in ("NN", "NNP") and is_party(scene, i) and not is_individual(scene, i)

    @cached_property
    def countries(self) -> dict[str, str]:
        """The country each person is named with: "Japan's premier, Aiko Mori"."""
        found: dict[str, str] = {}
        for person in sorted(set(self.at.values()), key=lambda person: person.first):
            country = self._country_of(person)
            if country is not None:
                found.setdefault(person.name, country)
        return found

    def _country_of(self, person: Person) -> str | None:
        """Return the one country among the words that go with a name; the words of others do not count."""
        scene = self._scene
        tops = [person.last]
        token = scene.tokens[person.last]
        if token.dep == "appos":
            tops.append(token.head)
        tops += [child.i for child in scene.parse.children(person.last) if child.dep == "appos"]
        near = {j for top in tops for j in range(*self._with_modifiers(top))}
        places = [scene.toponym_at[j].place for j in sorted(near) if j in scene.toponym_at]
        countries = {place.country for place in places if place is not None}
        return countries.pop() if len(countries) == 1 else None

    def _with_modifiers(self, i: int) -> tuple[int, int]:
        first, last = self._scene.relations.phrase(i)
        return first, last + 1
