"""Files, folders, standard input, encodings, fields, ids."""

import hashlib
import io
import json
import sys
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mapper.articles import article_from_fields, as_article, read_articles, read_data
from mapper.errors import ArticleError, ExtraMissingError
from mapper.model import Article

PAGE = """<!doctype html><html lang="en-GB"><head><title>Ferry sinks</title>
<meta property="article:published_time" content="2199-01-21T10:00:00Z">
<meta property="og:site_name" content="Example News">
<link rel="canonical" href="https://www.example.org/a/1"></head><body><nav>Home | World | Sport</nav>
<article><h1>Ferry sinks</h1><p>ZANZIBAR (AP) — A ferry sank on Sunday off the coast of the island, officials
said, and forty people were aboard.</p><p>It was the second accident there since March 2024, a spokesman said
&lt;/script&gt; {{ 7*7 }}.</p></article><footer>Copyright</footer></body></html>"""


def one(data, name="a.txt", **options):
    (article,) = read_data(data, name, **options)
    return article


def test_text_is_kept_as_it_is():
    text = " date 2026-01-20 MENAFN - IANS) Seoul, Jan 21 (IANS) Talks.\r\n\r\n🔥 Nara\u2028x"
    article = one(text.encode())
    assert article.text == text
    assert article.id == "a"
    assert article.published == date(2026, 1, 20)
    assert article.text_sha256 == hashlib.sha256(text.encode()).hexdigest()


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Talks in São Tomé.", "utf-8"),
        ("Talks in São Tomé.", "utf-8-sig"),
        ("Talks in São Tomé.", "utf-16"),
        ("Talks in São Tomé.", "utf-16-le"),
        ("Talks in São Tomé.", "utf-16-be"),
        ("Talks in São Tomé.", "utf-32"),
        ("Talks in São Tomé and Besançon, in February.", "latin-1"),
        ("Talks at the café — he said “no” and paid €50.", "cp1252"),
        ("Rozmowy odbyły się w Łodzi, a minister powiedział, że są trudne.", "cp1250"),
        ("Встреча министров состоялась в Москве в среду, сообщил источник.", "cp1251"),
        ("東京で会談が行われた。両国の大臣は協力を再確認した。", "shift_jis"),
        ("서울에서 회담이 열렸다. 두 나라 장관이 만났다.", "euc-kr"),
    ],
)
def test_encodings(text, encoding):
    assert one(text.encode(encoding)).text == text


def test_older_encodings_without_the_detector(monkeypatch):
    monkeypatch.setitem(sys.modules, "charset_normalizer", None)
    assert one("Talks at the café — “no”.".encode("cp1252")).text == "Talks at the café — “no”."


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip))
def test_any_text_survives_a_file(text):
    assert one(text.encode("utf-8-sig")).text == text


@settings(deadline=None)  # the first call imports the detector
@given(st.binary())
def test_any_bytes_are_text_or_a_failure(data):
    for name in ("a.txt", "a.jsonl"):
        failures = []
        read = list(read_data(data, name, failures=failures))
        assert bool(read) != bool(failures) or name == "a.jsonl"


def test_page():
    article = one(PAGE.encode(), "page.html")
    assert (article.title, article.source, article.domain) == ("Ferry sinks", "Example News", "example.org")
    assert article.url == "https://www.example.org/a/1"
    assert article.published == date(2199, 1, 21)
    assert article.language == "en"
    assert "ZANZIBAR (AP) — A ferry sank" in article.text
    assert "\n\nIt was the second" in article.text
    assert "</script> {{ 7*7 }}" in article.text
    assert "Sport" not in article.text


def test_page_in_its_own_encoding():
    page = (
        PAGE.replace("<head>", '<head><meta charset="iso-8859-15">')
        .replace("island", "île")
        .replace("—", "-")
    )
    assert "île" in one(page.encode("iso-8859-15"), "page.htm").text


def test_no_date_is_guessed_from_the_text():
    page = PAGE.replace('<meta property="article:published_time" content="2199-01-21T10:00:00Z">', "")
    assert one(page.encode(), "page.html").published is None


def test_the_extractor_stays_silent(caplog):
    assert list(read_data(b"<html>", "page.html", failures=[])) == []
    assert caplog.records == []


def test_page_without_the_extractor(monkeypatch):
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(ExtraMissingError, match=r"event-mapper\[text\]"):
        one(PAGE.encode(), "page.html")
    failures = []
    assert list(read_data(PAGE.encode(), "page.html", failures=failures)) == []
    assert "event-mapper[text]" in failures[0].message


def test_lines():
    rows = [
        {
            "id": 7,
            "text": "A.",
            "title": "T\n1",
            "date": "2009-03-20T10:00:00Z",
            "url": "https://www.example.org/x",
        },
        {"text": "B.", "published": "Tue, 20 Jan 2026 10:00:00 +0900", "source": "S", "domain": "d.example"},
        {"id": "7", "text": "C.", "url": "javascript:alert(1)", "extra": {"left": "alone"}, "date": None},
    ]
    data = "\n".join(json.dumps(row) for row in rows).encode()
    first, second, third = read_data(data, "news.jsonl")
    assert (first.id, first.title, first.published) == ("7", "T 1", date(2009, 3, 20))
    assert (first.url, first.domain) == ("https://www.example.org/x", "example.org")
    assert (second.id, second.published) == ("news-2", date(2026, 1, 20))
    assert (second.source, second.domain, second.url) == ("S", "d.example", None)
    assert (third.id, third.url, third.published) == ("7-2", None, None)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_lines_in_other_encodings(encoding):
    data = '{"text": "São"}\n{"text": "東京"}\n'.encode(encoding)
    assert [a.text for a in read_data(data, "a.jsonl")] == ["São", "東京"]


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "//host/x", "https://", "http://[bad", "data:text/html,x", ""]
)
def test_only_web_addresses_are_kept(url):
    assert article_from_fields({"text": "A.", "url": url}).url is None


def test_folder_order_hidden_files_and_ids(tmp_path):
    for name in (
        "b/report.txt",
        "a/report.txt",
        ".hidden/x.txt",
        "a/.x.txt",
        "z.TXT",
        "notes.md",
        "a/x.jsonl",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text('{"text": "x"}' if name.endswith("jsonl") else name, "utf-8")
    (tmp_path / "loop").symlink_to(tmp_path)
    read = list(read_articles(tmp_path))
    assert [(a.id, a.text) for a in read] == [
        ("z", "z.TXT"), ("report", "a/report.txt"), ("x-1", "x"), ("report-2", "b/report.txt"),
    ]  # fmt: skip


def stdin(monkeypatch, data):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
    return list(read_articles("-"))


def test_standard_input_tells_what_it_holds(monkeypatch):
    assert stdin(monkeypatch, b"A ferry left.\nIt sank.")[0].text == "A ferry left.\nIt sank."
    assert [a.id for a in stdin(monkeypatch, b'\xef\xbb\xbf {"text": "A."}\n{"text": "B."}')] == [
        "stdin-1",
        "stdin-2",
    ]
    assert stdin(monkeypatch, PAGE.encode())[0].title == "Ferry sinks"
    with pytest.raises(ArticleError, match="standard input: It is empty"):
        stdin(monkeypatch, b"")


def test_texts_and_articles_pass_through(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    text = "A ferry left the port of Oslo at dawn"
    given = Article(id="mine", text="A ferry.", title="T")
    first, second = read_articles([text, given])
    assert (first.text, first.id[:5]) == (text, "text-")
    assert second is given
    (tmp_path / text).write_text("x", "utf-8")
    with pytest.raises(ArticleError, match=r"named \.txt"):
        list(read_articles(text))


def test_fields_of_a_data_frame():
    np = pytest.importorskip("numpy")
    fields = {"text": np.str_("A."), "id": np.int64(3), "date": datetime(2026, 1, 20, 5), "other": object()}  # noqa: DTZ001
    article = article_from_fields(fields)
    assert (article.id, article.published) == ("3", date(2026, 1, 20))
    with pytest.raises(ArticleError, match="'n': The article has no text"):
        article_from_fields({"text": "", "id": "'n'"})


def test_lone_surrogates_become_one_character_each():
    article = as_article("A \ud800 ferry", id="x")
    assert article.text == "A \ufffd ferry"
    with pytest.raises(ArticleError, match=r"^x: "):
        as_article(" ", id="x")
