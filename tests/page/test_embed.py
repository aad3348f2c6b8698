from __future__ import annotations

import json
import re
from typing import Any

from folium.template import Template
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mapper.page.embed import data_constant, json_constant, safe_json

HOSTILE = st.lists(
    st.one_of(
        st.text(max_size=8),
        st.sampled_from(
            [
                "{{",
                "}}",
                "{%",
                "%}",
                "{#",
                "#}",
                "{",
                "<",
                "</script>",
                "<!--",
                "\u2028",
                "\\",
                "`",
                "${",
                '"',
                "'",
            ]
        ),
    ),
    max_size=12,
).map("".join)


@given(HOSTILE)
@example("{{{{7*7}}}}{%raw%}{#")
@example("{\u2028{<{%")
def test_a_constant_means_the_same(text: str) -> None:
    value = {"text": text, "nested": [{}, {"a": {"b": text}}]}
    encoded = json_constant(value)
    assert json.loads(encoded) == value
    assert not re.search(r"[<\u2028\u2029]|\{[{%#]", encoded)


@settings(max_examples=60)
@given(HOSTILE)
@example("{{ cycler.__init__.__globals__ }}")
@example("100 {% foo")
def test_the_template_engine_leaves_it_alone(text: str) -> None:
    encoded = json_constant({"text": text})
    assert Template(encoded).render() == encoded


def test_small_data_is_plain_and_large_data_is_packed() -> None:
    small: Any = {"words": ["a"] * 10}
    large: Any = {"words": [f"word {i}" for i in range(120_000)]}
    assert data_constant(small) == '{"words":["a","a","a","a","a","a","a","a","a","a"]}'
    packed = data_constant(large)
    assert re.fullmatch(r'"[A-Za-z0-9+/=]+"', packed)
    assert len(packed) < 600_000
    assert packed == data_constant(large)


def test_escapes_are_lower_case_and_four_digits() -> None:
    assert safe_json('"<\u2028{{"') == '"\\u003c\\u2028\\u007b{"'
