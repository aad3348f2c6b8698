"""The one-to-one pairs whose weights add up to most (Kuhn 1955, Munkres 1957; general knowledge)."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

Weights: TypeAlias = Mapping[tuple[int, int], float]


def assign(weights: Weights) -> list[tuple[int, int]]:
    """Return the best pairs out of ``{(row, column): weight > 0}``."""
    pairs: list[tuple[int, int]] = []
    for rows, columns in _components(weights):
        if len(rows) <= len(columns):
            cost = [[-weights.get((i, j), 0) for j in columns] for i in rows]
            pairs += [(rows[a], columns[b]) for a, b in _cheapest(cost)]
        else:
            cost = [[-weights.get((i, j), 0) for i in rows] for j in columns]
            pairs += [(rows[b], columns[a]) for a, b in _cheapest(cost)]
    return sorted(pair for pair in pairs if pair in weights)


def _components(weights: Weights) -> Iterator[tuple[list[int], list[int]]]:
    """Yield the rows and columns that hang together, to be solved apart."""
    of_row: dict[int, list[int]] = defaultdict(list)
    of_column: dict[int, list[int]] = defaultdict(list)
    for i, j in weights:
        of_row[i].append(j)
        of_column[j].append(i)
    seen: set[int] = set()
    for start in sorted(of_row):
        if start in seen:
            continue
        rows, columns, waiting = {start}, set[int](), [start]
        while waiting:
            for j in of_row[waiting.pop()]:
                if j not in columns:
                    columns.add(j)
                    new = set(of_column[j]) - rows
                    rows |= new
                    waiting += new
        seen |= rows
        yield sorted(rows), sorted(columns)


def _cheapest(cost: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Return the cheapest assignment of every row to a column of its own (rows <= columns)."""
    rows, columns = len(cost), len(cost[0])
    row_price, column_price = [0.0] * (rows + 1), [0.0] * (columns + 1)
    owner, way = [0] * (columns + 1), [0] * (columns + 1)
    for row in range(1, rows + 1):
        owner[0] = row
        column = _grow(cost, row_price, column_price, owner, way)
        while column:  # hand the columns on along the path
            owner[column] = owner[way[column]]
            column = way[column]
    return [(owner[j] - 1, j - 1) for j in range(1, columns + 1) if owner[j]]


def _grow(
    cost: Sequence[Sequence[float]],
    row_price: list[float],
    column_price: list[float],
    owner: list[int],
    way: list[int],
) -> int:
    """Grow the tree of tight edges from column 0 until it reaches a free column; return that."""
    columns = len(owner) - 1
    best, used, column = [math.inf] * (columns + 1), [False] * (columns + 1), 0
    while owner[column]:
        used[column] = True
        row, delta, nearest = owner[column], math.inf, 0
        for j in range(1, columns + 1):
            if used[j]:
                continue
            reduced = cost[row - 1][j - 1] - row_price[row] - column_price[j]
            if reduced < best[j]:
                best[j], way[j] = reduced, column
            if best[j] < delta:
                delta, nearest = best[j], j
        for j in range(columns + 1):
            if used[j]:
                row_price[owner[j]] += delta
                column_price[j] -= delta
            else:
                best[j] -= delta
        column = nearest
    return column
