"""One figure with what shows how far to trust it, and tables of figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from mapper.evaluation.bootstrap import Interval
from mapper.model import Record


class Figure(Record, frozen=True):
    """A share, its 95 % interval by document, and its value in both halves of the documents."""

    value: float
    interval: Interval | None = None
    halves: tuple[float | None, ...] = ()


def plain(value: float | None, digits: int = 3) -> str:
    """Return a share as tables show it: ".878"."""
    if value is None:
        return "-"
    text = f"{value:.{digits}f}"
    return text.removeprefix("0") if value < 1 else text


def whole(figure: Figure | None) -> str:
    """Return a figure with its interval."""
    if figure is None:
        return "-"
    if figure.interval is None:
        return plain(figure.value)
    return f"{plain(figure.value)} ({plain(figure.interval.low)} to {plain(figure.interval.high)})"


def halves(figure: Figure | None) -> str:
    """Return a figure's values in both halves."""
    return "-" if figure is None else " / ".join(plain(value) for value in figure.halves) or "-"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table whose columns line up when it is read as text."""
    lines = [list(head), *map(list, rows)]
    widths = [max(len(line[i]) for line in lines) for i in range(len(head))]
    shown = [
        "| " + " | ".join(c.ljust(w) for c, w in zip(line, widths, strict=True)) + " |" for line in lines
    ]
    rule = "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    return "\n".join([shown[0], rule, *shown[1:]])


def columns(values: Mapping[str, str], names: Iterable[str]) -> list[str]:
    """Return a row's cells, a dash where there is none."""
    return [values.get(name, "-") for name in names]
