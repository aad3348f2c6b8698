"""Whoever maps: every article comes back once, with its result or what went wrong."""

import io
from functools import partial

import pytest
from msgspec.structs import replace

from mapper.articles import read_articles
from mapper.errors import ExtraMissingError, InputError, StoreError
from mapper.model import Article, ArticleMap, Failure
from mapper.store import Store
from mapper.store.corpus import fill
from mapper.store.workers import Alone, Cluster, Processes
from mapper.store.workers.force import CHUNK, chunks
from tests.store.fakes import DiesOnce, FakeMapper, cannot_start, dies_at_start, write_articles
from tests.store.generated import RUN


@pytest.fixture
def source(tmp_path, maps):
    path = tmp_path / "articles.jsonl"
    write_articles(path, maps)
    return path


def titled(articles, titles):
    """Return articles, some of them with a title that tells the mapper what to do."""
    return [replace(a, title=titles.get(n, a.title)) for n, a in enumerate(articles)]


def by_name(outcomes):
    return {given.id: outcome for given, outcome in outcomes}


def test_chunks_hold_all_in_order():
    assert [len(chunk) for chunk in chunks(iter([Article(str(n)) for n in range(2 * CHUNK + 1)]))] == [
        CHUNK,
        CHUNK,
        1,
    ]
    assert list(chunks([])) == []


def test_alone_and_in_processes_the_same(source):
    articles = list(read_articles(source))
    alone = by_name(Alone(FakeMapper).outcomes(articles))
    assert len(alone) == len(articles)
    assert by_name(Processes(FakeMapper, 2).outcomes(iter(articles))) == alone


def test_what_fails_and_what_breaks_fails_alone(source):
    articles = titled(read_articles(source), {1: "fail", 4: "break"})
    outcomes = by_name(Alone(FakeMapper).outcomes(articles))
    failed = {name: o.message for name, o in outcomes.items() if isinstance(o, Failure)}
    assert failed == {
        articles[1].id: "It was told to fail.",
        articles[4].id: f"ZeroDivisionError: {articles[4].id}",
    }
    assert len(outcomes) == len(articles)


def test_an_article_that_kills_its_process_fails_without_the_others(source):
    articles = titled(read_articles(source), {1: "fail", 4: "break", 5: "die"})[:10]
    outcomes = by_name(Processes(FakeMapper, 1).outcomes(articles))
    failed = {name: o.message for name, o in outcomes.items() if isinstance(o, Failure)}
    assert list(failed) == [articles[n].id for n in (1, 4, 5)]
    assert "died again" in failed[articles[5].id]
    assert len(outcomes) == 10


def test_a_process_killed_from_outside_loses_no_article(source, tmp_path, maps):
    make = partial(DiesOnce, str(tmp_path / "mark"))
    outcomes = by_name(Processes(make, 2).outcomes(read_articles(source)))
    assert len(outcomes) == len(maps)
    assert all(isinstance(o, ArticleMap) for o in outcomes.values())


def test_a_mapper_that_cannot_be_loaded_stops_the_run(source):
    articles = list(read_articles(source))[:3]
    with pytest.raises(ValueError, match="no model"):
        list(Processes(cannot_start, 2).outcomes(articles))
    with pytest.raises(StoreError, match="enough memory"):
        list(Processes(dies_at_start, 1).outcomes(articles))


def test_no_articles_start_no_process():
    assert list(Processes(dies_at_start, 2).outcomes([])) == []
    assert list(Alone(cannot_start).outcomes([])) == []


def test_a_run_counts_keeps_failures_and_reports_progress(tmp_path, source, maps):
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "articles.jsonl").write_bytes(source.read_bytes() + b"{broken\n")
    (folder / "empty.txt").write_text("")
    seen = []
    with Store.open(tmp_path / "s.db") as store:
        tally = fill(store, [str(folder)], Alone(FakeMapper), progress=seen.append)
        assert (tally.mapped, tally.held, tally.failed) == (len(maps), 0, 2)
        assert [(f.input, f.line) for f in store.failures()] == [
            ("articles.jsonl", len(maps) + 1),
            ("empty.txt", None),
        ]
        assert seen == sorted(seen)
        assert seen[-1] == len(maps) + 2
        before = list(store.dump())
        tally = fill(store, [str(folder)], Alone(cannot_start))
        assert (tally.mapped, tally.held, tally.failed) == (0, len(maps), 2)
        assert list(store.dump()) == before


def test_what_failed_is_tried_again(tmp_path, source, maps):
    first, *_ = read_articles(source)
    bad = tmp_path / "bad.jsonl"
    write_articles(bad, [replace(maps[0], article=replace(maps[0].article, title="fail"))])
    with Store.open(tmp_path / "s.db") as store:
        assert fill(store, [str(bad)], Alone(FakeMapper)).failed == 1
        assert [f.input for f in store.failures()] == [first.id]
        assert fill(store, [str(source)], Alone(FakeMapper)).mapped == len(maps)
        assert list(store.failures()) == []


def test_finished_records_are_kept_as_they_are(tmp_path, maps):
    from mapper.exports import write
    from mapper.model import EventMap

    stream = io.BytesIO()
    write(EventMap(RUN, maps), stream, "jsonl")
    path = tmp_path / "records.jsonl"
    path.write_bytes(stream.getvalue())
    with Store.open(tmp_path / "s.db") as store:
        store.agree_on(replace(RUN, model="md"))
        assert fill(store, [str(path)], Alone(FakeMapper)).mapped == len(maps)
        assert len(store) == len(maps)


def test_a_run_with_other_options_stops_before_it_keeps_anything(tmp_path, source):
    with Store.open(tmp_path / "s.db") as store:
        store.agree_on(replace(RUN, model="md"))
        with pytest.raises(InputError, match="model differ"):
            fill(store, [str(source)], Alone(FakeMapper))
        assert len(store) == 0


def test_a_record_that_cannot_be_written_is_a_failure(tmp_path, maps):
    class Odd(FakeMapper):
        def outcomes(self, sources):
            for source in sources:
                yield replace(maps[0], article=replace(source, title="\ud800"))

    path = tmp_path / "a.txt"
    path.write_text("LIMA - A long enough text about nothing at all.")
    with Store.open(tmp_path / "s.db") as store:
        assert fill(store, [str(path)], Alone(Odd)).failed == 1
        assert "cannot be written" in next(store.failures()).message


def test_without_distributed_the_error_names_the_extra(monkeypatch):
    import mapper.store.workers.cluster as module

    def missing(name):
        raise ImportError(name)

    monkeypatch.setattr(module, "import_module", missing)
    with pytest.raises(ExtraMissingError, match=r"event-mapper\[dask\]"):
        Cluster(FakeMapper, "tcp://127.0.0.1:1")
