"""What a store holds is what all its articles give together, in whatever order they came."""

import random
import sqlite3
from datetime import date

import pytest
from msgspec import UNSET
from msgspec.structs import replace

from mapper.errors import InputError, RecordError, StoreError
from mapper.links.across import merge
from mapper.model import Article, ArticleMap, EventMap, Failure, Run, from_json, to_json
from mapper.store import Duplicate, Store
from tests.store.conftest import hash_like, renamed
from tests.store.generated import RUN


def filled(path, maps, **options):
    with Store.open(path, **options) as store:
        for record in maps:
            store.add(record)
        return list(store.dump())


def by_id(maps):
    return tuple(sorted(maps, key=lambda record: record.article.id))


def test_a_store_equals_the_merge_of_all_at_once(tmp_path, maps):
    filled(tmp_path / "s.db", maps)
    with Store.open(tmp_path / "s.db") as store:
        expected = merge(EventMap(RUN, by_id(maps)))
        assert len(expected.clusters) > 10
        assert expected.possible
        assert store.event_map() == expected
        assert tuple(store.clusters()) == expected.clusters
        assert tuple(store.possible()) == expected.possible
        assert store.links() == expected.links
        assert len(store) == len(maps)
        assert store.article("generated-000003").article.id == "generated-000003"


def test_twenty_orders_of_arrival(tmp_path, hard):
    expected = filled(tmp_path / "s.db", hard)
    assert any('"near"' in line for line in expected)
    chance = random.Random(5)
    for n in range(20):
        order = chance.sample(hard, len(hard))
        assert filled(tmp_path / f"{n}.db", order) == expected


def test_hard_names_and_texts_equal_the_merge_of_what_is_kept(tmp_path, hard):
    filled(tmp_path / "s.db", hard)
    with Store.open(tmp_path / "s.db") as store:
        kept = tuple(store.articles())
        assert merge(EventMap(RUN, kept)) == store.event_map()
        assert [d for d in store.duplicates() if d.article.startswith("zz")] == [
            Duplicate("zz-later", "generated-000000"),
            Duplicate("zz-same-day", "generated-000002"),
        ]
        assert Duplicate("generated-000001", "aa-earlier") in store.duplicates()
        names = {record.article.id for record in kept}
        assert len(names) == len(kept) == 15 + 3
        assert any(name.startswith("generated-000004-") for name in names)
        (near,) = (each for each in store.near_duplicates() if each.second == "near")
        assert near.first == "generated-000007"
        assert 0.8 <= near.likeness < 1


def test_adding_again_changes_nothing(tmp_path, hard):
    expected = filled(tmp_path / "s.db", hard)
    assert filled(tmp_path / "s.db", hard[::-1]) == expected


def test_what_became_of_a_record(tmp_path, maps):
    record = maps[0]
    with Store.open(tmp_path / "s.db") as store:
        assert store.add(record) == "new"
        assert store.add(record) == "known"
        assert store.add(renamed(record, "later", day=date(2031, 1, 1))) == "duplicate"
        assert store.add(renamed(record, "earlier", day=date(1999, 1, 1))) == "replaced"
        assert store.add(record) == "duplicate"
        assert [a.article.id for a in store.articles()] == ["earlier"]


def test_missing_gives_what_is_not_held_and_names_duplicates(tmp_path):
    def article(name, text, day):
        return Article(name, published=day, text=text, text_sha256=hash_like(text))

    day, later = date(2026, 1, 1), date(2026, 1, 2)
    held = article("a", "one", day)
    asked = [
        held,
        article("b", "one", later),
        article("c", "two", day),
        article("d", "one", date(2025, 1, 1)),
    ]
    with Store.open(tmp_path / "s.db") as store:
        store.add(ArticleMap(RUN, held))
        assert [each.id for each in store.missing(asked)] == ["c", "d"]
        assert list(store.duplicates()) == [Duplicate("b", "a")]
        assert list(store.missing([replace(held, text_sha256=None)])) == []
        assert [
            r.article.id for r in store.missing([ArticleMap(RUN, Article("x")), ArticleMap(RUN, held)])
        ] == ["x"]


def test_texts_stay_at_home_unless_asked_for(tmp_path, maps):
    secret = "Whole text that nobody quoted."
    record = replace(maps[0], article=replace(maps[0].article, text=secret))
    for full, expected in ((False, UNSET), (True, secret)):
        with Store.open(tmp_path / f"{full}.db", full_text=full) as store:
            store.add(record)
            store.add(
                renamed(replace(record, events=()), record.article.id, text="other", day=date(1990, 1, 1))
            )
            texts = {each.article.text for each in store.articles()}
        assert texts == {expected}
        assert (secret.encode() in (tmp_path / f"{full}.db").read_bytes()) is False  # compressed when kept


def test_records_of_other_options_are_refused(tmp_path, maps):
    with Store.open(tmp_path / "s.db") as store:
        assert store.run is None
        store.agree_on(RUN)
        store.agree_on(RUN)
        assert store.run == RUN
        with pytest.raises(InputError, match=r"s\.db: .* \(model, options differ\)"):
            store.agree_on(Run(RUN.mapper, RUN.gazetteer, "md", RUN.extractor, {"date": "2026-01-01"}))
        assert store.event_map().run == RUN


def test_failures_are_kept_until_the_next_run(tmp_path):
    failures = (Failure("a.txt", "It is empty."), Failure("b.jsonl", "Not JSON.", 3))
    with Store.open(tmp_path / "s.db") as store:
        for failure in failures * 2:
            store.fail(failure)
        assert store.event_map().failures == failures
        store.forget_failures()
        assert list(store.failures()) == []


def test_an_empty_store(tmp_path):
    with Store.open(tmp_path / "s.db") as store:
        result = store.event_map()
        assert (result.articles, result.clusters, result.links) == ((), (), ())
        with pytest.raises(InputError, match="no article 'x'"):
            store.article("x")


@pytest.mark.parametrize(
    "name", ["", "a\tb", "x'; DROP TABLE article; --", "📰" * 300, "a#e1", "%s", "\x00nul"]
)
def test_any_name_can_be_kept(tmp_path, maps, name):
    with Store.open(tmp_path / "s.db") as store:
        for record in maps[1:5]:
            store.add(record)
        store.add(renamed(maps[0], name))
        assert store.article(name).events
        assert len(list(store.dump())) > 10


def test_half_a_surrogate_is_refused_and_leaves_nothing(tmp_path, maps):
    with Store.open(tmp_path / "s.db") as store:
        store.add(maps[0])
        before = list(store.dump())
        with pytest.raises(RecordError, match="cannot be written"):
            store.add(renamed(maps[1], "bad\ud800"))
        assert list(store.dump()) == before


def test_an_error_half_way_leaves_nothing(tmp_path, maps, monkeypatch):
    from mapper.store.matching import Matching

    with Store.open(tmp_path / "s.db") as store:
        store.add(maps[0])
        before = list(store.dump())
        monkeypatch.setattr(Matching, "_regroup", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            store.add(maps[1])
        monkeypatch.undo()
        assert list(store.dump()) == before
        store.add(maps[1])


def test_two_writers_take_turns(tmp_path, maps):
    with Store.open(tmp_path / "s.db") as one, Store.open(tmp_path / "s.db") as two:
        for n, record in enumerate(maps):
            (one, two)[n % 2].add(record)
            (two, one)[n % 2].add(record)
        assert list(one.dump()) == list(two.dump())
    assert filled(tmp_path / "other.db", maps) == filled(tmp_path / "s.db", ())


def test_a_closed_store_is_one_file(tmp_path, maps):
    filled(tmp_path / "s.db", maps)
    assert [path.name for path in tmp_path.iterdir()] == ["s.db"]
    with sqlite3.connect(f"file:{tmp_path / 's.db'}?mode=ro&immutable=1", uri=True) as connection:
        assert connection.execute("SELECT count(*) FROM article").fetchone() == (len(maps),)
    connection.close()


def test_records_come_back_as_they_were(tmp_path, maps):
    filled(tmp_path / "s.db", maps)
    with Store.open(tmp_path / "s.db") as store:
        for before, after in zip(by_id(maps), store.articles(), strict=True):
            bare = tuple(replace(event, cluster=None) for event in after.events)
            assert replace(after, events=bare) == before
            assert from_json(to_json(after), ArticleMap) == after


def test_a_folder_is_no_store(tmp_path):
    with pytest.raises(StoreError, match="cannot be used"):
        Store.open(tmp_path)
    with pytest.raises(StoreError, match="cannot be used"):
        Store.open(tmp_path / "nowhere" / "s.db")
