"""Other ways to write a name, and slips of the pen compared with a plain edit distance."""

from __future__ import annotations

import random

import marisa_trie
import pytest

from mapper.gazetteer.fuzzy import LEAST_LETTERS, near_folds
from mapper.gazetteer.variants import same_name, wider_names, without_unit


@pytest.mark.parametrize(
    ("folded", "other"),
    [
        ("st petersburg", "saint petersburg"), ("saint petersburg", "st petersburg"), ("mt everest", "mount everest"),
        ("ft worth", "fort worth"), ("cook co", "cook county"), ("n korea", "north korea"), ("ste marie", "sainte marie"),
        ("antigua and barbuda", "antigua barbuda"), ("solomon is", "solomon islands"),
    ],
)  # fmt: skip
def test_same_name(folded: str, other: str) -> None:
    assert other in same_name(folded)


def test_plain_names_have_one_spelling() -> None:
    assert list(same_name("seoul")) == []
    assert list(same_name("st " * 9)) == []


@pytest.mark.parametrize(
    ("folded", "bare"),
    [
        ("cook county", "cook"), ("county cork", "cork"), ("city of london", "london"), ("sverdlovsk oblast", "sverdlovsk"),
        ("gyeonggi province", "gyeonggi"), ("state of kerala", "kerala"), ("nara prefecture", "nara"),
        ("city of the angels", "angels"),
    ],
)  # fmt: skip
def test_without_unit(folded: str, bare: str) -> None:
    assert list(without_unit(folded)) == [bare]


@pytest.mark.parametrize("folded", ["seoul", "county", "city of", "new york"])
def test_nothing_to_take_off(folded: str) -> None:
    assert list(without_unit(folded)) == []


@pytest.mark.parametrize(("folded", "wider"), [("northern syria", "syria"), ("lake placid", "placid"), ("oahu", "oahu island"),
                                               ("raqqa", "al raqqa"), ("orange", "orange county"), ("bali island", "bali")])  # fmt: skip
def test_wider_names(folded: str, wider: str) -> None:
    assert wider in wider_names(folded)


def distance(a: str, b: str) -> int:
    """Optimal string alignment, the plain way."""
    table = [[i + j if i * j == 0 else 0 for j in range(len(b) + 1)] for i in range(len(a) + 1)]
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            table[i][j] = min(
                table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (a[i - 1] != b[j - 1])
            )
            if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
                table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
    return table[-1][-1]


def test_fuzzy_finds_all_within_one_edit_and_none_beyond_two() -> None:
    random.seed(4)
    words = sorted(
        {"".join(random.choices("abcdr", k=random.randint(4, 9))) for _ in range(400)}
        | {"서울특별시", "москва"}
    )
    trie = marisa_trie.Trie(words)
    for _ in range(120):
        asked = list(random.choice(words))
        for _ in range(random.choice([1, 1, 2])):
            place = random.randrange(1, len(asked))
            asked[place : place + random.randint(0, 1)] = random.choice(["", *"abcdr"])
        name = "".join(asked)
        exact = {word for word in words if word != name}
        found = near_folds(trie, name, 2)
        within = {edits: {word for word in exact if distance(name, word) == edits} for edits in (1, 2)}
        if len(name) >= LEAST_LETTERS[1] and within[1]:
            assert {word for word, _ in found} == within[1]
        else:
            assert all(word in within[2] and edits == 2 for word, edits in found)
            same_start = (
                {word for word in within[2] if word[0] == name[0]} if len(name) >= LEAST_LETTERS[2] else set()
            )
            assert same_start <= {word for word, _ in found}


def test_other_scripts_have_slips_too() -> None:
    trie = marisa_trie.Trie(["москва", "서울특별시"])
    assert near_folds(trie, "мсоква", 1) == [("москва", 1)]
    assert near_folds(trie, "서울특별", 1) == [("서울특별시", 1)]
