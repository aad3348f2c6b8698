"""The sample articles: they read, they are marked, their gold holds."""

import json

import pytest

from mapper.articles import find_dateline, read_articles
from mapper.resources import data_path


@pytest.fixture(scope="module")
def samples():
    return list(read_articles(data_path("data", "articles")))


def test_they_read_and_are_marked(samples):
    assert len(samples) == 7
    for article in samples:
        assert article.source == "Sample (invented text)"
        assert article.title
        assert article.published
        assert find_dateline(article.text)


def test_gold_fits_the_texts(samples):
    texts = {article.id: article.text for article in samples}
    files = sorted(data_path("data", "articles", "gold").glob("*.json"))
    assert len(files) == 6
    for file in files:
        gold = json.loads(file.read_text("utf-8"))
        assert gold["text"] == texts[gold["id"]]
        mentions = [mention for event in gold["events"] for mention in event["mentions"]]
        for span in (*gold["places"], *gold["times"], *mentions):
            assert gold["text"][span["start"] : span["end"]] == span["text"]


def test_the_retelling_copies_no_sentence(samples, shared):
    original = (shared / "gold" / "000_ab449b006b86a282.txt").read_text("utf-8").lower().split()
    retelling = next(a for a in samples if a.id == "defence-talks").text.lower().split()
    runs = {tuple(original[i : i + 7]) for i in range(len(original) - 6)}
    assert not [i for i in range(len(retelling) - 6) if tuple(retelling[i : i + 7]) in runs]
