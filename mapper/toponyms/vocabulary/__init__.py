"""Classes of general words that say what a name beside them is: small lists of our own, one a line."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Final

_FOLDER: Final = Path(__file__).parent
NO_CLASSES: Final[frozenset[str]] = frozenset()


@cache
def classes(name: str) -> dict[str, frozenset[str]]:
    """Return the classes of every word of the list `name`, lower case.

    A line of a list is ``class: word word …``; a word may stand in several classes.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for line in (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            label, _, words = line.partition(":")
            for word in words.split():
                found[word].add(label)
    return {word: frozenset(labels) for word, labels in found.items()}


@cache
def members(name: str, label: str) -> frozenset[str]:
    """Return the words of one class of a list."""
    return frozenset(word for word, labels in classes(name).items() if label in labels)


@cache
def _levels(kind: str) -> dict[str, int]:
    return {
        word: max(int(label[-1]) for label in labels if label.startswith(kind))
        for word, labels in classes("people").items()
        if any(label.startswith(kind) for label in labels)
    }


def first_name_level(word: str) -> int:
    """Return how common a word is as a first name: 0 not listed, 1 rare, 5 very common."""
    return _levels("first").get(word.lower(), 0)


def surname_level(word: str) -> int:
    """Return how common a word is as a surname: 0 not listed, 1 rare, 5 very common."""
    return _levels("last").get(word.lower(), 0)
