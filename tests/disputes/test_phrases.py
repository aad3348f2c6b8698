"""Finding many phrases at once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mapper.disputes.phrases import PhraseIndex


def found(index, text):
    return [(text[hit.start : hit.end], hit.values) for hit in index.find(text)]


def test_leftmost_longest_and_all_values():
    index = PhraseIndex([("a b", 1), ("a b c", 2), ("b", 3), ("a b", 4)])
    assert found(index, "a b c b a b") == [("a b c", (2,)), ("b", (3,)), ("a b", (1, 4))]
    assert index.get("a b") == (1, 4)
    assert index.get("x") == ()


def test_words_are_kept_whole():
    index = PhraseIndex([("sea", 1)])
    assert found(index, "seas, overseas, sea-lane, sea") == [("sea", (1,)), ("sea", (1,))]


def test_every_gives_overlaps_too():
    index = PhraseIndex([("a b", 1), ("b c", 2)])
    assert [hit.values for hit in index.every("a b c")] == [(1,), (2,)]
    assert [hit.values for hit in index.find("a b c")] == [(1,)]


def test_scripts_without_spaces():
    index = PhraseIndex([("竹島", 1), ("동해", 2), ("غزة", 3)])
    assert found(index, "日本の竹島は") == [("竹島", (1,))]
    assert found(index, "동해에서") == [("동해", (2,))]
    assert found(index, "في غزة وبغزة، غزةx") == [("غزة", (3,)), ("غزة", (3,))]


@given(
    st.lists(
        st.text(alphabet="ab é竹", min_size=1, max_size=4).map(str.strip).filter(bool), min_size=1, max_size=6
    ),
    st.text(alphabet="ab é竹,\n", max_size=30),
)
def test_what_is_found_stands_there(phrases, text):
    index = PhraseIndex([(phrase, phrase) for phrase in phrases])
    end = 0
    for hit in index.find(text):
        assert text[hit.start : hit.end] == hit.values[0]
        assert hit.start >= end
        end = hit.end
