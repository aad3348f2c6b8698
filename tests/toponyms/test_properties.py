"""What holds for every text, however odd."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from mapper.disputes import DisputeRegister
from mapper.gazetteer import Gazetteer
from mapper.model import Extent
from mapper.toponyms import Geoparser
from mapper.toponyms.words import Words

from .making import labelled, plain

if TYPE_CHECKING:
    from mapper.model import Toponym

GEOPARSER = Geoparser(Gazetteer.open(), DisputeRegister.load())
PIECES = (
    "Paris", "Paris, Texas", "SEOUL", "U.S.", "the", "Mr", "near", " - ", "Dokdo", "Kashmir", "Lake Baringo",
    "Walker County Sheriff's Office", "New York", "York", "Georgia", "20 km north of", "37°14′N 131°52′E",
    "between", "and", "🙂", "(", ")", "\n", "\n\n", ".", ",", "’s", "'", "—", "日本", "Москва", "القاهرة", "zzz",
    "Washington", "UAE", "IN", "Ky.", "halfway between", "N'Djamena", "São Paulo", "\u202e", "\x00", "{{7*7}}",
    "Taipei", "Northern Cyprus", "miles", "5", "1,000", "Aleppo", "-based", "government", "and the", "London",
)  # fmt: skip
pieces = st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join)
glued = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
texts = st.one_of(st.text(max_size=300), pieces, glued)
bounds = st.tuples(st.integers(0, 60), st.integers(1, 20))


def holds(text: str, found: tuple[Toponym, ...]) -> None:
    """Assert what must hold of the toponyms of a text."""
    assert [t.id for t in found] == [f"t{i}" for i in range(1, len(found) + 1)]
    end = 0
    for toponym in found:
        assert end <= toponym.start < toponym.end <= len(text)
        assert toponym.text == text[toponym.start : toponym.end]
        end = toponym.end
        shares = [alternative.score for alternative in toponym.alternatives]
        assert 0 <= toponym.confidence <= 1
        assert all(0 <= share <= 1 for share in shares)
        assert sum(shares) <= 1 + 1e-3
        assert toponym.reasons[0].code.startswith("found:")
        assert all(0 <= r.start < r.end <= len(text) for r in toponym.reasons if r.start is not None)
        if toponym.place is None:
            assert toponym.confidence == 0
        else:
            assert -90 <= toponym.place.lat <= 90
            assert -180 <= toponym.place.lon <= 180
        if toponym.dispute is not None:
            assert toponym.place is None or toponym.place.country is None
            assert all(alternative.place.country is None for alternative in toponym.alternatives)


@settings(max_examples=120)
@given(texts)
def test_any_text_gives_well_formed_toponyms(text: str) -> None:
    holds(text, GEOPARSER.toponyms(plain(text)))


@settings(max_examples=40)
@given(texts)
def test_the_same_text_gives_the_same_toponyms(text: str) -> None:
    first = GEOPARSER.toponyms(plain(text))
    GEOPARSER.toponyms(plain("Talks in Oslo. " + text))
    assert GEOPARSER.toponyms(plain(text)) == first


@settings(max_examples=30)
@given(texts)
def test_a_fresh_geoparser_finds_no_more_and_no_less(text: str) -> None:
    assert Geoparser(Gazetteer.open(), DisputeRegister.load()).toponyms(plain(text)) == GEOPARSER.toponyms(
        plain(text)
    )


@settings(max_examples=60)
@given(pieces.filter(lambda text: text.strip() != ""), st.lists(bounds, max_size=6))
def test_given_spans_come_back_as_given(text: str, wanted: list[tuple[int, int]]) -> None:
    spans, end = [], 0
    for gap, size in wanted:
        start = end + gap
        if start + size <= len(text):
            spans.append(Extent(start, start + size))
            end = start + size
    found = GEOPARSER.resolve(plain(text), spans)
    assert [(t.start, t.end) for t in found] == [(s.start, s.end) for s in spans]
    assert all(t.text == text[t.start : t.end] for t in found)


@settings(max_examples=60)
@given(pieces, st.sampled_from(("GPE", "LOC", "FAC", "NORP", "ORG", "PERSON", "EVENT", "DATE")))
def test_any_label_of_a_model_is_borne(text: str, label: str) -> None:
    words = [word for word in ("Paris", "London", "Georgia", "New York", "Dokdo") if word in text]
    labels = {word.replace(" ", "_"): label for word in words}
    parsed = labelled(text, **labels) if labels else plain(text)
    holds(text, GEOPARSER.toponyms(parsed))


@settings(max_examples=150)
@given(st.text(max_size=200))
def test_words_are_pieces_of_the_text_in_order(text: str) -> None:
    words = Words(plain(text).parse).words
    end = 0
    for i, word in enumerate(words):
        assert word.i == i
        assert end <= word.start < word.end
        assert text[word.start : word.end] == word.text
        end = word.end
    assert end <= len(text)


@settings(max_examples=100)
@given(st.text(max_size=80), st.integers(0, 80), st.integers(0, 80))
def test_the_words_of_a_span_share_a_letter_with_it(text: str, a: int, b: int) -> None:
    start, end = min(a, b), max(a, b)
    words = Words(plain(text).parse)
    inside = words.between(start, end)
    for word in words.words:
        assert (word.i in inside) == (word.start < end and start < word.end)
