"""Figures and the arithmetic behind them. A figure whose denominator is zero is None."""

from __future__ import annotations

from mapper.model import Record


class Prf(Record, frozen=True):
    """Precision, recall and F1 with the counts they come from."""

    p: float | None
    r: float | None
    f1: float | None
    tp: int
    n_pred: int
    n_gold: int


class Accuracy(Record, frozen=True):
    """A share with its counts; `right` may be a sum of shares."""

    acc: float | None
    right: float
    of: int


class LabelAccuracy(Record, frozen=True):
    """Accuracy of a label with Cohen's kappa and what was taken for what ("gold->predicted")."""

    acc: float | None
    right: int
    of: int
    kappa: float | None
    confusions: dict[str, int]


def ratio(part: float, whole: float) -> float | None:
    """Return a share, None of nothing."""
    return part / whole if whole else None


def prf(tp: int, n_pred: int, n_gold: int) -> Prf:
    """Return precision, recall and F1 of counts."""
    return Prf(ratio(tp, n_pred), ratio(tp, n_gold), ratio(2 * tp, n_pred + n_gold), tp, n_pred, n_gold)


def accuracy(right: float, of: int) -> Accuracy:
    """Return a share of counts."""
    return Accuracy(ratio(right, of), right, of)


def f1_of(p: float | None, r: float | None) -> float | None:
    """Return the harmonic mean; a missing side counts as zero unless both are missing."""
    if p is None and r is None:
        return None
    p, r = p or 0.0, r or 0.0
    return 2 * p * r / (p + r) if p + r else 0.0
