"""The cache file: what it keeps, who may share it, and what it says when it cannot be used."""

from __future__ import annotations

import pickle
import sqlite3
from concurrent.futures import ThreadPoolExecutor

import pytest
from geopy.location import Location
from geopy.point import Point

from mapper.errors import CacheError
from mapper.geocoder.cache import AnswerCache

FOUND = [Location("서울, Korea", Point(37.5, 127.0, 1.5), {"id": 7, "names": ["Seoul"]})]
QUESTION = {"query": "Seoul", "limit": 3}


@pytest.fixture
def cache(tmp_path):
    cache = AnswerCache(tmp_path / "answers.sqlite")
    yield cache
    cache.close()


def test_keeps_answers_over_sessions(tmp_path, cache):
    cache.put("Service", "geocode", QUESTION, FOUND)
    again = AnswerCache(tmp_path / "answers.sqlite")
    assert again.get("Service", "geocode", dict(reversed(QUESTION.items()))) == (True, FOUND)
    again.close()


def test_keeps_that_nothing_was_found(cache):
    assert cache.get("Service", "geocode", QUESTION) == (False, None)
    cache.put("Service", "geocode", QUESTION, None)
    assert cache.get("Service", "geocode", QUESTION) == (True, None)


def test_tells_questions_apart(cache):
    cache.put("Service", "geocode", QUESTION, FOUND)
    for service, method, question in (
        ("Other", "geocode", QUESTION),
        ("Service", "reverse", QUESTION),
        ("Service", "geocode", QUESTION | {"limit": 4}),
    ):
        assert cache.get(service, method, question) == (False, None)


def test_clear(cache):
    cache.put("Service", "geocode", QUESTION, FOUND)
    assert len(cache) == 1
    cache.clear()
    assert len(cache) == 0


def test_threads_and_pickles_share_the_file(cache):
    copy = pickle.loads(pickle.dumps(cache))
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda n: (cache, copy)[n % 2].put("Service", "geocode", {"n": n}, FOUND), range(40)))
    assert len(copy) == len(cache) == 40
    copy.close()


def test_hostile_text_is_only_text(cache):
    question = {"query": "'; DROP TABLE answer; --\x00\ud83d"}
    cache.put("Service", "geocode", question, None)
    assert cache.get("Service", "geocode", question) == (True, None)


def test_a_file_of_another_program_is_left_alone(tmp_path):
    path = tmp_path / "other.sqlite"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE theirs (x)")
    other.commit()
    other.close()
    before = path.read_bytes()
    with pytest.raises(CacheError, match=r"other\.sqlite.*another program"):
        AnswerCache(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "content", [b"not a database at all, just text " * 40, b"SQLite format 3\x00" + b"\x01" * 900]
)
def test_a_damaged_file_is_a_clear_error(tmp_path, content):
    path = tmp_path / "damaged.sqlite"
    path.write_bytes(content)
    with pytest.raises(CacheError, match=r"damaged\.sqlite.*delete the file") as caught:
        AnswerCache(path)
    assert str(tmp_path) not in str(caught.value)


def test_a_missing_folder_is_a_clear_error(tmp_path):
    with pytest.raises(OSError, match="cannot be used"):
        AnswerCache(tmp_path / "none" / "answers.sqlite")
