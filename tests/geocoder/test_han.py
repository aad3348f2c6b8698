"""Names in other characters than the index has them in."""

from __future__ import annotations

import pytest

from mapper.geocoder.han import _FROM_JAPANESE, _SIMPLIFIED, other_characters
from mapper.geocoder.spelled import respelled


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("釣魚島", "钓鱼岛"),
        ("紐約", "纽约"),
        ("纽约", "紐約"),
        ("広島", "廣島"),
        ("广岛", "広島"),
        ("広島", "广岛"),
    ],
)
def test_other_characters(name, other):
    assert other in set(other_characters(name))


@pytest.mark.parametrize("name", ["Seoul", "서울", "北京", ""])
def test_names_without_such_characters_stay(name):
    assert list(other_characters(name)) == []


def test_no_character_stands_twice():
    assert len(set(_SIMPLIFIED.values())) >= 0.97 * len(_SIMPLIFIED)
    assert all(key != ord(value) for key, value in _SIMPLIFIED.items())
    assert all(key != ord(value) for key, value in _FROM_JAPANESE.items())


def test_signs_for_units_are_added():
    assert {"仁川市", "仁川廣域市"} <= set(respelled("仁川"))
    assert "강릉시" in set(respelled("강릉"))
    assert not any(form.endswith("市") for form in respelled("東南亞國家協會"))


@pytest.mark.parametrize("word", ["星期一", "總統", "总统", "大臣", "今日", "대통령", "회의", "장관"])
def test_words_of_these_scripts_are_no_places(offline, word):
    assert offline.geocode(word) is None
