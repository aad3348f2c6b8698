"""Literal against associative uses on GeoWebNews: five folds of documents, held out in turn."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np

from benchmarks.corpora import GoldDocument
from benchmarks.fitting import fit_logistic, write
from benchmarks.toponyms.figure import Figure
from benchmarks.train import LITERAL_TYPES, ROLE_RIDGE, Bench, fold_of, role_data
from mapper.evaluation.bootstrap import interval
from mapper.toponyms.fitted import parameters_of
from mapper.toponyms.roles import features, roles

FOLDS: Final = 5
LITERAL: Final = frozenset({"literal", "dateline"})


def five_folds(documents: Sequence[GoldDocument]) -> Figure:
    """Return how many gold mentions get the right one of the two uses."""
    bench = Bench()
    right, count = np.zeros(len(documents)), np.array([len(item.toponyms) for item in documents])
    for fold in range(FOLDS):
        rows, labels = role_data(bench, [d for d in documents if fold_of(d, FOLDS) != fold])
        numbers = fit_logistic(features.NAMES, rows, labels, ridge=ROLE_RIDGE)
        with tempfile.TemporaryDirectory() as name:
            write(Path(name), "roles", numbers)
            with parameters_of(Path(name)):
                for i, item in enumerate(documents):
                    if fold_of(item, FOLDS) == fold:
                        right[i] = _right(bench, item)
    apart = [np.array([item.is_even == even for item in documents]) for even in (True, False)]
    shares = tuple(float(right[half].sum() / count[half].sum()) for half in apart)
    return Figure(float(right.sum() / count.sum()), interval(right.tolist(), count.tolist()), shares)


def _right(bench: Bench, item: GoldDocument) -> int:
    document = bench.document(item)
    spans = [document.proposal(t["start"], t["end"], "gold") for t in item.toponyms]
    said = [role in LITERAL for role, _ in roles(document, spans)]
    wanted = [t["type"] in LITERAL_TYPES for t in item.toponyms]
    return sum(a == b for a, b in zip(said, wanted, strict=True))
