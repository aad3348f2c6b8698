"""Bad input: every failure is named with its line, everything else is read."""

import os
import tracemalloc

import pytest

from mapper.articles import read_articles, read_data
from mapper.errors import ArticleError, ArticleTooLargeError, InputError
from mapper.model import Article, Failure, Run, to_json


@pytest.fixture
def folder(cases):
    return cases / "bad_input"


def expected(folder):
    for row in (folder / "expected.tsv").read_text("utf-8").splitlines()[1:]:
        name, line, says = row.split("\t")
        yield name, None if line == "-" else int(line), says


def test_every_failure_is_named_and_the_rest_is_read(folder):
    failures = []
    read = [article.id for article in read_articles(folder, failures=failures)]
    wanted = sorted(expected(folder), key=lambda row: (row[0], row[1] or 0))
    assert [(f.input, f.line) for f in failures] == [(name, line) for name, line, _ in wanted]
    for failure, (_, _, says) in zip(failures, wanted, strict=True):
        assert says in failure.message
    assert read == ["good", "hostile", "first", "eleventh", "no-place"]


@pytest.mark.parametrize(
    ("name", "says"), [("feed.xml", "Feeds"), ("table.csv", "Tables"), ("record.json", "jsonl")]
)
def test_what_comes_later_is_a_clear_error(folder, name, says):
    with pytest.raises(ArticleError, match=f"{name}: .*{says}"):
        list(read_articles(folder / name))


def test_first_failure_is_raised_with_name_and_line(folder):
    with pytest.raises(ArticleError, match=r"^broken-utf8\.txt, line 2: "):
        list(read_articles([folder / "good.txt", folder / "broken-utf8.txt"]))


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("https://example.org/a", "Web addresses"),
        ("nowhere.txt", "no such file"),
        ("bad\0name.txt", "no such file"),
        ("a" * 5000 + ".txt", "no such file"),
        ("notes.docx", "no such file"),
        (Article(id="a"), "no text"),
        (Article(id="a", text=" "), "no text"),
        ("  \n ", "no text"),
    ],
)
def test_sources_that_cannot_be(source, says):
    failures = []
    assert list(read_articles([source], failures=failures)) == []
    assert says in failures[0].message
    assert isinstance(failures[0], Failure)
    with pytest.raises(InputError, match=says):
        list(read_articles([source]))


def test_no_path_in_messages(tmp_path):
    failures = []
    list(read_articles([tmp_path / "x.txt", tmp_path], failures=failures))
    assert len(failures) == 2
    for failure in failures:
        assert str(tmp_path.parent) not in failure.message + failure.input


def test_unreadable_files(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "dir.txt").mkdir()
    (tmp_path / "{{7*7}}.txt").write_text("A ferry left Oslo.", "utf-8")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    name = os.fsdecode(b"caf\xe9 \n.txt")
    (tmp_path / name).write_text("A ferry left Bergen.", "utf-8")
    failures = []
    read = list(read_articles(tmp_path, failures=failures))
    assert [a.id for a in read] == ["caf\ufffd \ufffd", "{{7*7}}"]
    assert [(f.input, f.message) for f in failures] == [
        ("gone.txt", "There is no such file."),
        ("pipe.txt", "It is not a regular file."),
    ]
    assert all(to_json(article) for article in read)


def test_a_huge_text_fails_fast_with_little_memory(tmp_path):
    path = tmp_path / "huge.txt"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)
    tracemalloc.start()
    with pytest.raises(ArticleTooLargeError, match=r"huge\.txt: .*5,000,000"):
        list(read_articles(path))
    assert tracemalloc.get_traced_memory()[1] < 45_000_000
    tracemalloc.stop()


def test_limits_count_characters(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("é" * 100, "utf-8")
    assert len(next(read_articles(path, max_chars=100)).text) == 100
    for source in (path, "é\n" * 50, Article(id="a", text="é" * 100)):
        with pytest.raises(ArticleTooLargeError):
            list(read_articles(source, max_chars=99))


def test_a_long_line_does_not_stop_the_lines_after_it():
    lines = b'{"text": "' + b"a" * 40_000 + b'"}\n{"text": "' + b"b" * 120 + b'"}\n{"text": "c"}\n'
    failures = []
    read = list(read_data(lines, "a.jsonl", max_chars=100, failures=failures))
    assert [(f.line, "100 characters" in f.message) for f in failures] == [(1, True), (2, True)]
    assert [a.text for a in read] == ["c"]


def test_a_file_of_bad_lines_is_given_up():
    failures = []
    assert list(read_data(b"[\n" * 5000, "a.jsonl", failures=failures)) == []
    assert len(failures) == 101
    assert "JSON Lines" in failures[-1].message


def test_deeply_nested_json_is_a_failure():
    failures = []
    list(read_data(b'{"text": ' + b"[" * 200_000, "a.jsonl", failures=failures))
    assert failures[0].line == 1


def test_entity_bombs_stay_small():
    bomb = '<!DOCTYPE html [<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {chr(98 + i)} "{("&" + chr(97 + i) + ";") * 10}">' for i in range(9)
    )
    page = f"{bomb}]><html><body><article><p>A ferry left Oslo on Monday. &j;</p></article></body></html>"
    for article in read_data(page.encode(), "bomb.html", failures=[]):
        assert len(article.text) < 10_000


def test_pages_of_endless_tags_are_not_tried():
    with pytest.raises(ArticleTooLargeError, match="100,000 tags"):
        list(read_data(b"<html><body>" + b"<p>Oslo" * 100_000, "page.html"))


def test_finished_records_pass_through():
    from mapper.model import ArticleMap, EventMap

    run = Run("0", "g", "m", "e")
    one = ArticleMap(run, Article(id="a", title="T"))
    both = EventMap(run, (one, ArticleMap(run, Article(id="b"))))
    data = to_json(one) + b"\n" + to_json(both)
    read = list(read_data(data, "r.jsonl"))
    assert [r.article.id for r in read] == ["a", "a-2", "b"]
    assert read[0] == one
    assert list(read_articles(one)) == [one]
