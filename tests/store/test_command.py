"""``mapper parse … --into STORE``: what a person types."""

import json

import pytest
from typer.testing import CliRunner

from mapper.cli.app import app
from mapper.cli.corpus import expected
from mapper.errors import MapperError
from mapper.model import ArticleMap, from_json
from mapper.store import Store
from tests.store.generated import articles

MODEL = ["--model", "none"]


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "corpus"
    folder.mkdir()
    texts = [article.text for article in articles(4, sentences=3)]
    for n, text in enumerate((*texts, texts[0])):
        (folder / f"a{n}.txt").write_text(text, encoding="utf-8")
    return folder


def command(*arguments):
    return CliRunner().invoke(app, ["parse", *map(str, arguments), *MODEL])


def test_into_a_store_and_on(tmp_path, folder):
    path = tmp_path / "c.db"
    done = command(folder, "--into", path)
    assert done.exit_code == 0, done.output
    assert "4 articles in c.db: 4 mapped, 1 held before; 1 duplicates, 0 pairs" in done.stderr
    assert done.stdout == ""
    (folder / "b.txt").write_text("LIMA, May 4 (Example) - A fire destroyed nine homes in Lima on Monday.")
    done = command(folder, "--into", path, "-o", tmp_path / "out.jsonl")
    assert "5 articles in c.db: 1 mapped, 5 held before" in done.stderr
    lines = (tmp_path / "out.jsonl").read_text().splitlines()
    assert sorted(json.loads(line)["article"]["id"] for line in lines) == ["a0", "a1", "a2", "a3", "b"]
    with Store.open(path) as store:
        assert store.run is not None
        assert store.run.model == "none"


def test_what_a_store_holds_is_written_in_any_format(tmp_path, folder):
    path = tmp_path / "c.db"
    command(folder, "--into", path)
    done = command(path, "--format", "jsonl")
    assert done.exit_code == 0
    with Store.open(path) as store:
        assert len(done.stdout.splitlines()) == len(store) == 4
        (first, *_) = (from_json(line, ArticleMap) for line in done.stdout.splitlines())
        assert first == store.article("a0")


def test_failures_are_named_and_the_rest_is_done(tmp_path, folder):
    (folder / "empty.txt").write_text("")
    done = command(folder, "--into", tmp_path / "c.db")
    assert done.exit_code == 1
    assert "mapper: empty.txt:" in done.stderr
    assert "4 articles in c.db" in done.stderr


def test_other_options_are_refused(tmp_path, folder):
    command(folder, "--into", tmp_path / "c.db")
    (folder / "b.txt").write_text("LIMA, May 4 (Example) - A fire destroyed nine homes in Lima on Monday.")
    done = command(folder, "--into", tmp_path / "c.db", "--date", "2026-05-05")
    assert done.exit_code == 1
    assert isinstance(done.exception, MapperError)
    assert "options differ" in str(done.exception)


@pytest.mark.parametrize(
    ("options", "message"),
    [(["--jobs", "2"], "--into"), (["--dask", "tcp://x:1"], "--into"), (["--jobs", "0"], "--jobs")],
)
def test_options_that_do_not_go_together(folder, options, message):
    done = command(folder, *options)
    assert done.exit_code == 2
    assert message in done.stderr


def test_an_interrupted_run_says_how_to_go_on(tmp_path, folder, monkeypatch):
    import mapper.store.corpus as module

    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(module, "fill", interrupted)
    done = command(folder, "--into", tmp_path / "c.db")
    assert done.exit_code == 130
    assert "stopped with 0 articles in c.db; run it again" in done.stderr


def test_how_many_articles_to_expect(tmp_path, folder):
    (folder / ".hidden").mkdir()
    (folder / ".hidden" / "x.txt").write_text("x")
    (folder / "lines.jsonl").write_bytes(b"{}\n" * 7)
    assert expected([str(folder)]) == 5 + 7
    assert expected([str(tmp_path / "nothing.txt")]) == 1
    assert expected([str(tmp_path / "nothing.jsonl")]) == 0
