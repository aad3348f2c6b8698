"""In, near or only mentioned: by syntax where there is one, by the words around otherwise."""

from __future__ import annotations

import pytest

from mapper.disputes import relation_at
from mapper.disputes.governors import Step, governors
from mapper.disputes.relation import explain
from mapper.disputes.syntax import PlainText

NAME = "Kinmen"
SENTENCES = {
    "in": [
        "A blast was heard in Kinmen.", "The storm hit Kinmen.", "Tourists sailed to Kinmen.", "Kinmen was shelled.",
        "He was arrested on Kinmen.", "The island of Kinmen burned down.", "Residents fled from Kinmen.",
    ],
    "near": [
        "A boat sank off Kinmen.", "Ships drilled near Kinmen.", "A patrol in waters around Kinmen ended.",
        "A drone flew over Kinmen.", "It lies 10 km from Kinmen.", "A boat sank north of Kinmen.",
        "Trawlers fished in the waters of Kinmen.", "They met at the border with Kinmen.",
    ],
    "mention": [
        "Officials repeated their claim to Kinmen.", "Talks on Kinmen failed.", "The status of Kinmen is open.",
        "The Kinmen dispute drags on.", "Both sides claim Kinmen.", "Sovereignty over Kinmen is disputed.",
        "A statement about Kinmen followed.",
    ],
}  # fmt: skip
ALL = [(relation, sentence) for relation, sentences in SENTENCES.items() for sentence in sentences]


def span(sentence, name=NAME):
    start = sentence.index(name)
    return start, start + len(name)


@pytest.mark.parametrize(("relation", "sentence"), ALL)
def test_without_syntax(relation, sentence):
    assert relation_at(PlainText(sentence), *span(sentence)) == relation


@pytest.mark.parametrize(("relation", "sentence"), ALL)
def test_with_syntax(parser, relation, sentence):
    if parser.name == "none":
        pytest.skip("no language model is installed")
    assert relation_at(parser.parse(sentence), *span(sentence)) == relation


@pytest.mark.parametrize(
    "sentence",
    [
        "They fled to areas, such as Kinmen.",
        "They were seen on islands such as Kinmen.",
        "In the county of Kinmen, snow fell.",
    ],
)
def test_an_example_is_judged_by_what_it_is_an_example_of(parser, sentence):
    if parser.name == "none":
        pytest.skip("no language model is installed")
    assert relation_at(parser.parse(sentence), *span(sentence)) == "in"


def test_near_a_place_inside_is_inside():
    sentence = "Shelling near Poonch killed two."
    assert relation_at(PlainText(sentence), *span(sentence, "Poonch")) == "near"
    assert relation_at(PlainText(sentence), *span(sentence, "Poonch"), inside=True) == "in"


def test_inside_does_not_make_a_mention_an_event():
    sentence = "The dispute over Poonch went on."
    assert relation_at(PlainText(sentence), *span(sentence, "Poonch"), inside=True) == "mention"


@pytest.mark.parametrize("name", ["Takeshima Day", "Kashmir dispute", "nine-dash line"])
def test_names_that_are_topics(name):
    assert (
        explain(PlainText(f"They marched on {name}."), *span(f"They marched on {name}.", name)).rule
        == "name-of-topic"
    )


def test_the_deciding_rule_is_named():
    sentence = "A boat sank off Kinmen."
    assert explain(PlainText(sentence), *span(sentence)) == ("near", "near")


def test_governors_run_outwards():
    sentence = "They reported the death of a guard on the coast of Kinmen."
    assert governors(PlainText(sentence), *span(sentence))[:2] == (Step("of", "coast"), Step("on", "guard"))


def test_a_name_alone_is_a_mention():
    assert relation_at(PlainText("Kinmen"), 0, 6) == "mention"
    assert relation_at(PlainText("Kinmen: what next?"), 0, 6) == "mention"


def test_the_sentence_before_does_not_count():
    sentence = "They talked of ships near it. Kinmen was shelled."
    assert relation_at(PlainText(sentence), *span(sentence)) == "in"


def test_empty_spans_do_no_harm():
    assert relation_at(PlainText(""), 0, 0) == "mention"


def test_a_parse_without_syntax_is_read_like_plain_text(parser):
    from mapper.language import load_parser

    sentence = "A boat sank off Kinmen."
    assert relation_at(load_parser("none").parse(sentence), *span(sentence)) == "near"
