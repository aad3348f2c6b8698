"""How steady the figures are: intervals by article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from mapper.evaluation.bootstrap import Interval, interval
from mapper.evaluation.events.figures import SourceAccuracy
from mapper.evaluation.measures import Accuracy, LabelAccuracy, Prf


def intervals(articles: Sequence[Struct]) -> dict[str, Interval]:
    """Return the 95 % interval of every F1 and share, by its path in the figures ("events.usable")."""
    columns: dict[str, list[tuple[float, float]]] = {}
    for article in articles:
        for path, ratio in _ratios(article):
            columns.setdefault(path, []).append(ratio)
    found = {path: interval(*zip(*ratios, strict=True)) for path, ratios in columns.items()}
    return {path: value for path, value in found.items() if value is not None}


def _ratios(record: Struct, path: str = "") -> Iterator[tuple[str, tuple[float, float]]]:
    """Yield the path of every figure with its numerator and denominator."""
    if isinstance(record, Prf):
        yield path, (2 * record.tp, record.n_pred + record.n_gold)
    elif isinstance(record, Accuracy | LabelAccuracy | SourceAccuracy):
        yield path, (record.right, record.of)
    else:
        for name in record.__struct_fields__:
            value = getattr(record, name)
            if isinstance(value, Struct):
                yield from _ratios(value, f"{path}.{name}" if path else name)


def figure_at(figures: Struct, path: str) -> object:
    """Return the figure at a path, None or unset where there is none."""
    value: object = figures
    for name in path.split("."):
        value = getattr(value, name, None)
    return value
