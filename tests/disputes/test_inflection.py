"""Case forms of names in Cyrillic script, and names in scripts that join or leave out spaces."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.disputes.inflection import inflected
from mapper.disputes.native_words import native_relation


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Крым", "Крыму"),
        ("Донецк", "Донецке"),
        ("Донецьк", "Донецьку"),
        ("Севастополь", "Севастополе"),
        ("Керчь", "Керчи"),
        ("Абхазия", "Абхазии"),
        ("Запорожье", "Запорожья"),
        ("Запоріжжя", "Запоріжжі"),
        ("Косово", "Косово"),
        ("Азовское море", "Азовском море"),
        ("Южная Осетия", "Южной Осетии"),
        ("Голанские высоты", "Голанских высотах"),
        ("Нагорный Карабах", "Нагорном Карабахе"),
    ],
)
def test_a_case_form_is_among_the_forms(name, form):
    assert form in inflected(name)


@pytest.mark.parametrize("name", ["Crimea", "ДНР", "Сох", "독도", "Крым 2", ""])
def test_other_names_stay_as_they_are(name):
    assert inflected(name) == (name,)


@given(st.text(alphabet="абвгдежзийклмнопрстуфхцчшщъыьэюяАБ -", max_size=20))
def test_the_name_itself_is_the_first_form(name):
    assert inflected(name)[0] == name


@pytest.mark.parametrize(
    ("text", "territories"),
    [
        ("Взрывы в Севастополе и на Голанских высотах.", ["crimea", "golan-heights"]),
        ("В Донецке и Южной Осетии прошли выборы.", ["donetsk", "south-ossetia"]),
        ("대만에서 지진이 났다.", ["taiwan"]),
        ("기대만큼 크지 않았다.", []),
        ("ジブラルタル海峡を通過した。", []),
        ("가자지구에 구호품이 도착했다.", ["gaza-strip"]),
    ],
)
def test_names_in_other_scripts(register, text, territories):
    assert [match.territory for match in register.find_names(text)] == territories


@pytest.mark.parametrize(
    ("text", "name", "relation"),
    [
        ("尖閣諸島沖で船が確認された。", "尖閣諸島", "near"),
        ("독도 인근 해역에서 훈련했다.", "독도", "near"),
        ("「竹島の日」の式典", "竹島", "mention"),
        ("南海问题", "南海问题", "mention"),
        ("Взрыв возле Крыма", "Крыма", "near"),
        ("статус Крыма", "Крыма", "mention"),
        ("Взрыв в Крыму", "Крыму", "in"),
    ],
)
def test_the_relation_beside_a_name_in_another_script(text, name, relation):
    start = text.index(name)
    found = native_relation(text, start, start + len(name))
    assert found is not None
    assert found[0] == relation


def test_names_in_latin_letters_are_left_to_the_other_rules():
    assert native_relation("near Dokdo", 5, 10) is None
