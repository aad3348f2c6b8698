"""English inflection: every spelling a word of the lexicon may take, and back."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final

from mapper.events.lexicon.tables import FormsRow, read_table

_CONSONANT_Y: Final = re.compile(r"[^aeiou]y$")
_DOUBLING: Final = re.compile(r"(?:^|[^aeiou])[aeiou][bdglmnprtkvz]$")
_PREFIXES: Final = ("re-", "co-", "over", "re", "out", "un", "mis")


@cache
def irregular_forms() -> Mapping[str, tuple[str, ...]]:
    """Return the irregular forms by word."""
    return {row.lemma: tuple(row.forms.split()) for row in read_table("irregular_forms", FormsRow)}


@cache
def past_forms() -> frozenset[str]:
    """Return the irregular forms that differ from their word and are no plural or gerund."""
    return frozenset(
        form
        for lemma, forms in irregular_forms().items()
        for form in forms
        if form != lemma and not form.endswith(("ing", "s", "men"))
    )


def inflections(word: str) -> frozenset[str]:
    """Return the spellings of one lower-case word, verb and noun readings together."""
    forms = {word, word + "s"}
    if word.endswith("e"):
        forms |= {word + "d", word[:-1] + "ing"}
    else:
        forms |= {word + "ed", word + "ing"}
    if word.endswith(("s", "x", "z", "ch", "sh", "o")):
        forms.add(word + "es")
    if word.endswith("ie"):
        forms.add(word[:-2] + "ying")
    if _CONSONANT_Y.search(word):
        forms |= {word[:-1] + "ies", word[:-1] + "ied"}
    if _DOUBLING.search(word):
        forms |= {word + word[-1] + "ed", word + word[-1] + "ing"}
    if word.endswith("ic"):
        forms |= {word + "ked", word + "king"}
    return frozenset(forms | _irregular(word))


def _irregular(word: str) -> set[str]:
    """Return the irregular forms of a word, also behind a prefix or a hyphen ("rewrote")."""
    table = irregular_forms()
    if word in table:
        return set(table[word])
    for prefix in (word[: word.rfind("-") + 1], *_PREFIXES):
        stem = word[len(prefix) :]
        if prefix and word.startswith(prefix) and stem in table:
            return {prefix + form for form in table[stem]}
    return set()


def form_index(words: Iterable[str]) -> Mapping[str, frozenset[str]]:
    """Return for every spelling the words of `words` it may be a form of."""
    index: defaultdict[str, set[str]] = defaultdict(set)
    for word in words:
        for form in inflections(word):
            index[form].add(word)
    return {form: frozenset(lemmas) for form, lemmas in index.items()}
