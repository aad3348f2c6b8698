"""Who is named, where a model's idea of a name is odd."""

from __future__ import annotations

import pytest

from mapper.events import RuleExtractor
from mapper.events.people import People
from mapper.events.scene import set_scene
from mapper.language import Entity, Parse, ParsedArticle, Sentence, Token
from mapper.model import Article, Toponym

TEXT = "OSLO - Madison spoke."
WORDS = ((0, 4, "PROPN"), (5, 6, "PUNCT"), (7, 14, "PROPN"), (15, 20, "VERB"), (20, 21, "PUNCT"))
DEPS = ("compound", "punct", "nsubj", "ROOT", "punct")
HEADS = (2, 2, 3, 3, 3)


@pytest.fixture
def odd() -> ParsedArticle:
    """Return a text in which the model takes the dateline, its dash and the name for one person."""
    tokens = tuple(
        Token(
            i,
            start,
            end,
            TEXT[start:end],
            TEXT[start:end].lower(),
            pos,
            "",
            DEPS[i],
            HEADS[i],
            0,
            "PERSON" if i < 3 else "",
        )
        for i, (start, end, pos) in enumerate(WORDS)
    )
    entity = Entity(0, 14, TEXT[:14], "PERSON", 0, 3)
    parse = Parse(TEXT, "en", "made by hand", tokens, (Sentence(0, 0, 21, 0, 5),), (entity,), has_syntax=True)
    return ParsedArticle(Article(id="odd", text=TEXT), parse)


def test_a_dash_behind_a_place_begins_no_name(odd: ParsedArticle) -> None:
    place = Toponym("t1", 0, 4, "OSLO", "dateline")
    scene = set_scene(odd, (place,), ())
    assert {i: person.name for i, person in People(scene).at.items()} == {2: "Madison"}


def test_such_an_article_is_read_to_its_end(odd: ParsedArticle) -> None:
    place = Toponym("t1", 0, 4, "OSLO", "dateline")
    events = RuleExtractor().extract(odd, (place,), ())
    assert all(TEXT[m.start : m.end] == m.text for event in events for m in event.mentions)
