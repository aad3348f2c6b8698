"""A file that is no sound store of this version is refused, and left as it was."""

import random
import sqlite3
from contextlib import suppress

import pytest

from mapper.errors import StoreCorruptError, StoreVersionError
from mapper.store import Store, is_store
from mapper.store.database import Database
from mapper.store.schema import VERSION


@pytest.fixture(scope="module")
def sound(tmp_path_factory, maps):
    path = tmp_path_factory.mktemp("store") / "s.db"
    with Store.open(path) as store:
        for record in maps:
            store.add(record)
    return path.read_bytes()


@pytest.fixture
def path(tmp_path, sound):
    path = tmp_path / "s.db"
    path.write_bytes(sound)
    return path


def test_another_version(path):
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version={VERSION + 1}")
    connection.close()
    with pytest.raises(StoreVersionError, match=rf"s\.db: .* version {VERSION + 1} .* has version {VERSION}"):
        Store.open(path)


def test_another_program_s_database(tmp_path):
    path = tmp_path / "notes.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE notes (text)")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    with pytest.raises(StoreCorruptError, match="another program's"):
        Store.open(path)
    assert path.read_bytes()[100:] == before[100:]
    assert not is_store(path)


def test_another_file(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text("Not a database. " * 100)
    with pytest.raises(StoreCorruptError, match=r"notes\.txt: The store is damaged"):
        Store.open(path)
    assert path.read_text().startswith("Not a database.")


def test_an_altered_table(path):
    connection = sqlite3.connect(path)
    connection.execute("DROP INDEX pair_second")
    connection.commit()
    connection.close()
    with pytest.raises(StoreCorruptError, match="tables"):
        Store.open(path)


@pytest.mark.parametrize("share", [0.0001, 0.01, 0.3, 0.7, 0.99])
def test_a_truncated_file(path, share):
    data = path.read_bytes()
    path.write_bytes(data[: max(60, int(len(data) * share))])
    with pytest.raises(StoreCorruptError), Store.open(path) as store:
        store.event_map()


def test_altered_bytes_are_noticed_or_harmless(path, tmp_path):
    """No damage shows as anything but our own error; what raises none has left every record as it was."""
    data = path.read_bytes()
    with Store.open(path) as store:
        whole = store.event_map()
    chance = random.Random(11)
    noticed = 40
    for n in range(40):
        altered = bytearray(data)
        start = chance.randrange(100, len(data) - 64)
        altered[start : start + 64] = chance.randbytes(64)
        copy = tmp_path / f"{n}.db"
        copy.write_bytes(altered)
        with suppress(StoreCorruptError):  # any other error fails the test
            with Store.open(copy) as store:
                assert store.event_map() == whole
            noticed -= 1
        copy.unlink()
    assert noticed > 10


def test_an_altered_record_is_noticed(path):
    connection = sqlite3.connect(path)
    connection.execute("UPDATE article SET record = zeroblob(40) WHERE n = 3")
    connection.commit()
    connection.close()
    with Store.open(path) as store, pytest.raises(StoreCorruptError, match="record"):
        store.event_map()


@pytest.mark.parametrize(("table", "column"), [("report", "data"), ("pair", "reasons")])
def test_altered_reports_and_pairs_are_noticed(path, table, column):
    connection = sqlite3.connect(path)
    connection.execute(f"UPDATE {table} SET {column} = x'c1'")
    connection.commit()
    connection.close()
    with Store.open(path) as store, pytest.raises(StoreCorruptError, match="altered"):
        list(store.clusters())


def test_an_empty_file_becomes_a_store(tmp_path):
    path = tmp_path / "new.db"
    path.touch()
    assert not is_store(path)
    Store.open(path).close()
    assert is_store(path)
    assert not is_store(tmp_path)
    assert not is_store("nul\0")


def test_a_failed_transaction_leaves_nothing(tmp_path):
    database = Database(tmp_path / "s.db")
    with suppress(KeyboardInterrupt), database.transaction():
        database.run("INSERT INTO fact VALUES ('a', 'b')")
        raise KeyboardInterrupt
    assert database.row("SELECT * FROM fact") is None
    database.close()
