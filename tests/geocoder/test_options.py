"""Options: what they come to, and what is said of those that cannot be used."""

from __future__ import annotations

import pytest
from geopy.exc import GeocoderQueryError
from geopy.point import Point

from mapper.errors import InputError, QueryError
from mapper.geocoder.options import (
    FEATURE_TYPES,
    Filter,
    GeopyQueryError,
    read_filter,
    read_limit,
    read_point,
)


def _filter(country_codes=None, viewbox=None, featuretype=None, *, bounded=False):
    return read_filter(country_codes, viewbox, featuretype, bounded=bounded)


def test_nothing_asked_nothing_filtered():
    assert _filter() == Filter(None, None, False, None)
    assert _filter(bounded=True).bounded is False


@pytest.mark.parametrize("codes", ["kr,jp", ["KR", "jp"], ("kr", "JP"), {"KR", "JP"}, "KR, JP"])
def test_country_codes(codes):
    assert _filter(codes).countries == {"KR", "JP"}


def test_codes_of_entities_without_iso_code():
    assert _filter("x-TRNC").countries == {"x-TRNC"}


@pytest.mark.parametrize(
    "viewbox", [[(33, 124), (39, 132)], [Point(39, 132), Point(33, 124)], ["33,132", "39,124"]]
)
def test_viewbox(viewbox):
    assert _filter(viewbox=viewbox).box == (124, 33, 132, 39)


def test_featuretype():
    assert _filter(featuretype="state").kinds == FEATURE_TYPES["state"]
    assert _filter(featuretype=["city", "island"]).kinds == {"city", "island"}


@pytest.mark.parametrize("limit", [0, -1, 1.5, "3", True, [1]])
def test_limits_that_are_none(limit):
    with pytest.raises(QueryError, match="whole number"):
        read_limit(limit, exactly_one=False)


def test_limits():
    assert read_limit(None, exactly_one=True) == 1
    assert read_limit(5, exactly_one=True) == 1
    assert read_limit(None, exactly_one=False) == 10
    assert read_limit(3, exactly_one=False) == 3


@pytest.mark.parametrize("point", [object(), "nowhere", (91, 0), (1,), (float("nan"), 0)])
def test_points_that_are_none(point):
    with pytest.raises(GeocoderQueryError, match="no point"):
        read_point(point)


def test_one_error_is_both_ours_and_geopys():
    assert issubclass(QueryError, InputError)
    assert issubclass(GeopyQueryError, QueryError)
    assert issubclass(GeopyQueryError, GeocoderQueryError)
    assert issubclass(QueryError, ValueError)
