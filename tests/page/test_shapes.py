from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from shapely import Polygon, box

from mapper.page.shapes import ALPHABET, decode, decode_all, encode, rings

POINTS = st.lists(
    st.tuples(st.integers(-18000, 18000), st.integers(-9000, 9000)).map(lambda p: (p[0] / 100, p[1] / 100)),
    min_size=1,
    max_size=30,
)


@given(POINTS)
def test_a_line_comes_back_without_repeats(points: list[tuple[float, float]]) -> None:
    expected = [point for i, point in enumerate(points) if not i or point != points[i - 1]]
    assert decode(encode(points, 100), 100) == expected


@given(st.lists(st.one_of(POINTS, st.just([])), max_size=6))
def test_many_lines_come_back_as_one_by_one(lines: list[list[tuple[float, float]]]) -> None:
    coded = [encode(line, 100) for line in lines]
    points, index = decode_all(coded, 100)
    for i, text in enumerate(coded):
        assert [tuple(point) for point in points[index == i]] == decode(text, 100)


@given(POINTS, st.sampled_from([10, 100, 1000]))
def test_the_code_needs_no_escapes(points: list[tuple[float, float]], steps: int) -> None:
    assert re.fullmatch(r"[A-Za-z0-9_-]*", encode(points, steps))


def test_the_alphabet_is_complete() -> None:
    assert len(set(ALPHABET)) == 64


def test_rings_come_largest_first_and_specks_not_at_all() -> None:
    shape = box(10, 10, 10.001, 10.001).union(box(0, 0, 1, 1)).union(box(2, 0, 6, 4))
    coded = rings(shape, 100)
    assert len(coded) == 2
    assert decode(coded[0][0], 100)[0][0] >= 2


def test_holes_stay() -> None:
    shape = Polygon([(0, 0), (9, 0), (9, 9), (0, 9)], [[(3, 3), (6, 3), (6, 6), (3, 6)]])
    assert len(rings(shape, 100)[0]) == 2
