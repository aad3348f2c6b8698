"""Addresses from the largest area down, and words for kinds in other languages."""

from __future__ import annotations

import pytest

from mapper.geocoder.downward import downward
from mapper.geocoder.query import Query, read_query
from mapper.geocoder.spelled import respelled, without_town_word


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("東京都新宿区", Query("新宿区", ("東京都",))),
        ("京都府京都市", Query("京都市", ("京都府",))),
        ("中国广东省广州市", Query("广州市", ("广东省", "中国"))),
        ("서울특별시 강남구", Query("강남구", ("서울특별시",))),
        ("대한민국 경기도 수원시", Query("수원시", ("경기도", "대한민국"))),
        ("京都市", None),
        ("東京", None),
        ("中国", None),
        ("日本", None),
        ("서울", None),
        ("Seoul Korea", None),
        ("Москва", None),
        ("", None),
    ],
)
def test_areas_are_parted_at_their_signs(name, parts):
    assert downward(Query(name)) == parts


def test_what_follows_a_comma_holds_all():
    assert downward(Query("東京都新宿区", ("日本",))) == Query("新宿区", ("東京都", "日本"))


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("г. Москва", "Москва"), ("город Москва", "Москва"), ("м. Київ", "Київ"), ("مدينة بغداد", "بغداد"),
        ("Московская обл.", "Московская область"), ("Городец", "Городец"), ("Москва", "Москва"),
        ("Stadt Köln", "Stadt Köln"), ("Kota Bharu", "Kota Bharu"),
    ],
)  # fmt: skip
def test_town_words_of_other_scripts_are_taken_off(name, bare):
    assert without_town_word(name) == bare
    assert read_query(name).name.rstrip(".") == bare.rstrip(".")


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Stadt Köln", "Köln"), ("Comune di Milano", "Milano"), ("Ville de Lyon", "Lyon"), ("Provinsi Aceh", "Aceh"),
        ("Suwon-si", "Suwon"), ("İstanbul ili", "İstanbul"),
    ],
)  # fmt: skip
def test_latin_words_for_kinds_are_tried_without(name, bare):
    assert bare in set(respelled(name))


def test_names_that_begin_like_such_a_word_stay_themselves(offline):
    assert offline.geocode("Ciudad Juárez").raw["place"]["name"] == "Ciudad Juárez"
    assert offline.geocode("Kota Kinabalu").raw["place"]["name"] == "Kota Kinabalu"


@pytest.mark.parametrize("name", ["東京都星期一区", "대통령 회의", "総理大臣会見"])
def test_what_is_no_address(offline, name):
    assert offline.geocode(name) is None
