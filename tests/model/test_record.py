"""The record: JSON both ways, its schema, its errors, offsets in code points."""

import json

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mapper.articles import find_dateline
from mapper.errors import RecordError
from mapper.language.plain import PlainParser
from mapper.model import Article, ArticleMap, EventMap, Record, Run, Span, from_json, json_schema, to_json

RUN = Run("0", "g", "m", "r")
slow = settings(max_examples=25, suppress_health_check=list(HealthCheck), deadline=None)


@pytest.fixture(scope="module")
def validator():
    jsonschema = pytest.importorskip("jsonschema")
    schema = json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@pytest.mark.parametrize("kind", [ArticleMap, EventMap])
def test_any_record_survives_json_and_fits_the_schema(record_strategy, validator, kind):
    @slow
    @given(record_strategy(kind))
    def check(record):
        data = to_json(record)
        assert b"\n" not in data
        assert from_json(data, kind) == record
        assert to_json(from_json(data, kind)) == data
        validator.validate(json.loads(data))

    check()


def test_field_names_are_those_of_the_canonical_record():
    record = ArticleMap(RUN, Article("a", reference_date=None), toponyms=())
    names = list(json.loads(to_json(record)))
    assert names == ["run", "article", "toponyms", "times", "events", "links", "quotes", "schema"]
    assert "text" not in json.loads(to_json(record))["article"]
    data = b'{"schema":"event-mapper/1","run":{"mapper":"0","gazetteer":"g","model":"m","extractor":"r"},"article":'
    read = from_json(
        data + b'{"id":"a","reference_date":{"date":"2026-01-21","from":"dateline"}}}', ArticleMap
    )
    assert read.article.reference_date.source == "dateline"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "Input data was truncated"),
        (b"{}", "missing required field `run`"),
        (b"\xff", "ArticleMap"),
        (b"[" * 100_000, "ArticleMap"),
        (
            to_json(ArticleMap(RUN, Article("a"))).replace(b"event-mapper/1", b"event-mapper/2"),
            "Invalid enum value",
        ),
        (
            to_json(ArticleMap(RUN, Article("a"))).replace(b'"toponyms":[]', b'"toponyms":[{}]'),
            r"toponyms\[0\]",
        ),
    ],
)
def test_what_is_no_record_is_named(data, says):
    with pytest.raises(RecordError, match=says):
        from_json(data, ArticleMap)


def test_records_are_frozen_values():
    for kind in Record.__subclasses__():
        assert kind.__struct_config__.frozen, kind
    span = Span(0, 1, "a")
    with pytest.raises(AttributeError):
        span.start = 3
    assert span == Span(0, 1, "a")
    assert hash(span) == hash(Span(0, 1, "a"))


def test_unknown_fields_of_later_versions_are_left_alone():
    data = to_json(Span(0, 1, "a")).replace(b"}", b',"more":1}')
    assert from_json(data, Span) == Span(0, 1, "a")


MIXED = st.lists(
    st.text(max_size=20)
    | st.sampled_from(["🔥", "e\u0301", "\r\n", "MOSCOW (AP) — ", "한국", ". A", "\u2028"])
)


@given(MIXED.map("".join))
def test_offsets_count_code_points_in_any_text(text):
    parse = PlainParser().parse(text)
    for token in parse.tokens:
        assert text[token.start : token.end] == token.text
    assert all(0 <= s.start <= s.end <= len(text) for s in parse.sentences)
    dateline = find_dateline(text)
    spans = [dateline, *dateline.places] if dateline else []
    for span in spans:
        assert text[span.start : span.end] == span.text


def test_every_definition_of_the_schema_is_used(validator):
    schema = json_schema()
    text = json.dumps(schema)
    for name in schema["$defs"]:
        assert f'"#/$defs/{name}"' in text
    assert schema["title"] == "event-mapper/1"
    assert not validator.is_valid({"schema": "event-mapper/1"})
    assert msgspec.json.decode(to_json(EventMap(RUN)))["schema"] == "event-mapper/1"
