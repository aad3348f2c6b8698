"""What lies on the desk, without Streamlit."""

from __future__ import annotations

from datetime import date

import pytest

pytest.importorskip("geopandas")

from mapper.dashboard.desk import Desk, pasted_article, read_paths, read_samples, read_uploads
from mapper.dashboard.launch import command
from mapper.model import Article


def test_samples_give_way_to_ones_own():
    desk = read_samples()
    assert desk.samples
    assert len(desk.articles) == 7
    desk.add([Article("mine", text="Rain fell in Nara.")])
    assert [a.id for a in desk.articles] == ["mine"]
    assert not desk.samples


def test_uploads_keep_the_good_and_name_the_bad():
    articles, failures = read_uploads(
        [("a.txt", b"Troops left Busan."), ("../../{{7*7}}.txt", b""), ("b.pdf", b"%PDF-1.4 \x00\x01")]
    )
    assert [a.text for a in articles] == ["Troops left Busan."]
    assert [f.input for f in failures] == ["{{7*7}}.txt", "b.pdf"]


def test_paths_of_the_command_line(tmp_path):
    (tmp_path / "one.txt").write_text("Ministers met in Oslo.", encoding="utf-8")
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    desk = read_paths([str(tmp_path)])
    assert len(desk.articles) == 1
    assert [f.input for f in desk.failures] == ["empty.txt"]


def test_pasted_articles_carry_title_and_day():
    article = pasted_article("Text.", title=" A title ", published=date(2026, 1, 2), number=3)
    assert (article.id, article.title, article.published) == ("pasted-3", "A title", date(2026, 1, 2))


def test_a_new_article_makes_the_result_stale():
    desk = Desk(articles=[Article("a", text="x")])
    assert desk.unmapped
    desk.clear()
    assert not desk.unmapped


def test_the_server_listens_where_told_and_sends_no_statistics():
    words = command(["x.txt"], host="127.0.0.1", port=8600, base_url="/maps/", headless=True)
    assert "--server.address=127.0.0.1" in words
    assert "--server.baseUrlPath=maps" in words
    assert "--browser.gatherUsageStats=false" in words
    assert words[words.index("--") + 1].endswith("x.txt")
