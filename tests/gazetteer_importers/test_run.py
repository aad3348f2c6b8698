"""An import as a whole: all or nothing, one at a time, whatever happens on the way."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mapper.errors import (
    GazetteerCorruptError,
    GazetteerError,
    GazetteerMissingError,
    GazetteerVersionError,
    InputError,
)
from mapper.gazetteer import KINDS, NAME_KINDS, Gazetteer
from mapper.gazetteer.importers import Area, CsvTable, Log, Name, Report, import_files, parts, run
from mapper.gazetteer.importers.parts import write_parts
from mapper.gazetteer.importers.spool import Spool
from mapper.gazetteer.layout import MANIFEST
from mapper.gazetteer.segments import NOTE, read_import
from mapper.gazetteer.writer import Entry, Provenance, make_store

from .conftest import OUTLINES, WORLD, write

ROOT = Path(__file__).resolve().parents[2]
PROVENANCE = Provenance("tests", licences={"a": "ours"})


@pytest.fixture
def table(tmp_path):
    return write(tmp_path / "mine.csv", ["name,lat,lon", "Kvistadal,57.3,4.2", "Paradise,57.4,4.2"])


@pytest.fixture
def before(tmp_path, table, base):
    """Return the folder of an older import."""
    folder = tmp_path / "import"
    older = write(tmp_path / "older.csv", ["name,lat,lon", "Olderton,57,4"])
    import_files(CsvTable(), [older], folder, base=base)
    return folder


def names(folder):
    gazetteer = Gazetteer.open(folder / "index")
    gazetteer.verify()
    return sorted(gazetteer.rows.name(row) for row in range(len(gazetteer)))


def left_beside(folder):
    return sorted(path.name for path in folder.parent.iterdir() if path.name.startswith("."))


def spooled(tmp_path, items):
    tmp_path.mkdir(exist_ok=True)
    folder = tmp_path / "spooled"
    folder.mkdir()
    with closing(Spool(tmp_path)) as spool:
        for item in items:
            spool.add(item)
        list(spool.sort())
        return write_parts(folder, spool, PROVENANCE, Log()), folder


def test_sorting_on_disk_gives_the_index_that_sorting_in_memory_gives(tmp_path):
    made = make_store(WORLD, OUTLINES, PROVENANCE).manifest
    items = [*(Area(*outline) for outline in OUTLINES), *reversed(WORLD)]
    found, folder = spooled(tmp_path, items)
    assert found == made
    assert Gazetteer.open(folder).version == made.build


text = st.text(alphabet="ab cÄß-.'1서Ж", min_size=1, max_size=6).filter(str.strip)
entries = st.builds(
    Entry,
    st.integers(1, 9).map(lambda n: f"gn:{n}") | st.integers(1, 9).map(lambda n: f"user:{n}"),
    text, st.sampled_from(KINDS), st.floats(-90, 90), st.floats(-180, 180), st.sampled_from("ab"),
    country=st.sampled_from([None, "NO", "SU"]), parent=st.sampled_from([None, "gn:1", "user:2", "gn:77"]),
    population=st.integers(0, 2**33), prominence=st.floats(-1, 12), extent=st.floats(0, 100, width=32), disputed=st.booleans(),
    names=st.lists(st.tuples(text, st.sampled_from(NAME_KINDS)), max_size=4),
    also=st.lists(st.integers(20, 22).map(lambda n: f"gn:{n}"), max_size=1),
    labels=st.dictionaries(st.sampled_from(["de", "ko", "zh-Hant"]), text, max_size=2),
)  # fmt: skip


@settings(max_examples=40)
@given(st.lists(entries, max_size=7, unique_by=lambda entry: entry.ident))
def test_both_ways_give_one_index_whatever_goes_in(tmp_path_factory, found):
    taken = set()
    for entry in found:  # what two places claim goes to the likelier one on disk, to the last in memory
        entry.also = [ident for ident in entry.also if ident not in taken and not taken.add(ident)]
    made = make_store(found, (), PROVENANCE).manifest
    assert spooled(tmp_path_factory.mktemp("spool"), found)[0] == made


def test_batches_do_not_show(tmp_path, monkeypatch):
    monkeypatch.setattr(parts, "_BATCH", 2)
    monkeypatch.setattr("mapper.gazetteer.importers.spool._BATCH", 3)
    assert (
        spooled(tmp_path, [*WORLD, *(Area(*outline) for outline in OUTLINES)])[0]
        == make_store(WORLD, OUTLINES, PROVENANCE).manifest
    )


def test_names_from_another_table_join_their_place(tmp_path):
    extra = [
        Name("gn:100", "Ambrosia", "alternate"),
        Name("gn:100", "AMB", "code"),
        Name("gn:404", "Nowhere", "primary"),
        Name("gn:999", "The Rock", "alternate"),
    ]
    _, folder = spooled(tmp_path, [*extra, *WORLD])
    gazetteer = Gazetteer.open(folder)
    assert [c.id for c in gazetteer.lookup("Ambrosia")] == ["gn:100"]
    assert [c.id for c in gazetteer.lookup("The Rock")] == ["dt:rock"]
    assert gazetteer.lookup("Nowhere") == []


def test_names_by_language_come_from_either_table(tmp_path):
    town = Entry("gn:100", "Ambrose", "city", 57.0, 4.0, "a", labels={"de": "Ambros"})
    extra = [
        Name("gn:100", "Ambrosius", "alternate", "de"),
        Name("gn:100", "앰브로즈", "alternate", "ko"),
        Name("gn:404", "Nirgends", "alternate", "de"),
    ]
    manifest, folder = spooled(tmp_path, [town, *extra])
    assert manifest.languages == ["de", "ko"]
    assert Gazetteer.open(folder).names("gn:100") == {"de": "Ambros", "ko": "앰브로즈"}


def test_more_countries_than_an_index_counts_are_left_open(tmp_path):
    codes = [chr(65 + i // 26) + chr(65 + i % 26) for i in range(300)]
    towns = [Entry(f"user:{i}", "Town", "city", 1, 1, "a", country=code) for i, code in enumerate(codes)]
    manifest, folder = spooled(
        tmp_path, [*towns, Entry("user:x", "Town", "city", 1, 1, "a", country=codes[299])]
    )
    assert len(manifest.countries) == 255
    assert Gazetteer.open(folder).place("user:299").country == codes[299]
    assert Gazetteer.open(folder).place("user:298").country is None


def test_the_note_and_the_report(tmp_path, table, base):
    report = import_files(CsvTable(source="mine"), [table], tmp_path / "import", base=base)
    note = read_import(tmp_path / "import")
    assert (note.kind, note.source, note.rows, note.bad_rows, note.segments) == (
        "csv",
        "mine",
        2,
        0,
        ["index"],
    )
    assert msgspec.json.decode((tmp_path / "import" / "report.json").read_bytes(), type=Report) == report
    written = b"".join(path.read_bytes() for path in (tmp_path / "import").rglob("*.json"))
    assert str(tmp_path).encode() not in written
    assert left_beside(tmp_path / "import") == []


def test_an_import_replaces_an_older_one(before, table, base):
    import_files(CsvTable(), [table], before, base=base)
    assert names(before) == ["Kvistadal", "Paradise"]
    assert left_beside(before) == []


def test_an_empty_folder_is_filled(tmp_path, table):
    (tmp_path / "import").mkdir()
    import_files(CsvTable(), [table], tmp_path / "import")
    assert names(tmp_path / "import") == ["Kvistadal", "Paradise"]


@pytest.mark.parametrize("what", ["notes.txt", MANIFEST])
def test_no_other_folder_is_replaced(tmp_path, table, what):
    folder = tmp_path / "precious"
    folder.mkdir()
    (folder / what).write_text("{}")
    with pytest.raises(InputError, match="'precious' is no import to replace"):
        import_files(CsvTable(), [table], folder)
    assert [path.name for path in folder.iterdir()] == [what]


def test_the_folder_one_is_in_can_be_filled(tmp_path, table, monkeypatch):
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    import_files(CsvTable(), [table], Path())
    assert names(tmp_path / "here") == ["Kvistadal", "Paradise"]


def test_no_file_is_replaced(tmp_path, table):
    with pytest.raises(InputError, match="no import to replace"):
        import_files(CsvTable(), [table], table)
    assert table.read_text().startswith("name")


def test_an_unusable_source_leaves_the_older_import(tmp_path, before, base):
    with pytest.raises(InputError, match=r"No row of bad\.csv"):
        import_files(
            CsvTable(), [write(tmp_path / "bad.csv", ["name,lat,lon", "x,900,1"])], before, base=base
        )
    assert names(before) == ["Olderton"]
    assert left_beside(before) == []


class FullDisk:
    """A stand-in that fails as a full disk does, from the n-th call on."""

    def __init__(self, real, calls, error):
        self.real, self.calls, self.error = real, calls, error

    def __call__(self, *arguments, **options):
        self.calls -= 1
        if self.calls < 0:
            raise self.error
        return self.real(*arguments, **options)


@pytest.mark.parametrize(
    ("owner", "name"), [(parts, "_saved"), (parts, "packed"), (run, "sync"), (run, "swap"), (run, "_note")]
)
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_is_named_and_the_older_import_stays(before, table, base, monkeypatch, owner, name, code):
    monkeypatch.setattr(owner, name, FullDisk(getattr(owner, name), 0, OSError(code, os.strerror(code))))
    with pytest.raises(
        GazetteerError, match=r"There is no room left to import into 'import'.*What was there is as it was"
    ):
        import_files(CsvTable(), [table], before, base=base)
    monkeypatch.undo()
    assert names(before) == ["Olderton"]
    assert left_beside(before) == []
    import_files(CsvTable(), [table], before, base=base)
    assert names(before) == ["Kvistadal", "Paradise"]


def test_a_full_disk_under_the_database_is_named(before, tmp_path, base, monkeypatch):
    spool_of = run.Spool

    def small(folder):
        spool = spool_of(folder)
        spool._database.execute("PRAGMA max_page_count = 20")
        return spool

    monkeypatch.setattr(run, "Spool", small)
    many = write(tmp_path / "many.csv", ["name,lat,lon", *(f"Town {i},57,4" for i in range(20_000))])
    with pytest.raises(GazetteerError, match="no room left"):
        import_files(CsvTable(), [many], before, base=base)
    assert names(before) == ["Olderton"]


@pytest.mark.parametrize("code", [errno.EROFS, errno.EACCES, errno.EPERM])
def test_a_read_only_folder_is_named(tmp_path, table, monkeypatch, code):
    monkeypatch.setattr(Path, "mkdir", FullDisk(Path.mkdir, 0, OSError(code, os.strerror(code))))
    with pytest.raises(GazetteerError, match=r"'import' cannot be written: .*Name a folder that can be"):
        import_files(CsvTable(), [table], tmp_path / "import")


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="a superuser may write everywhere"
)
def test_a_folder_without_permission_is_named(tmp_path, table):
    (tmp_path / "locked").mkdir(mode=0o500)
    with pytest.raises(GazetteerError, match="cannot be written"):
        import_files(CsvTable(), [table], tmp_path / "locked" / "import")


def test_a_parent_that_is_a_file_is_named(table):
    with pytest.raises(GazetteerError, match="cannot be written"):
        import_files(CsvTable(), [table], table / "import")


def test_two_imports_into_one_folder_do_not_meet(before, table, base):
    staging = before.parent / ".import.import"
    staging.mkdir()
    with closing(sqlite3.connect(staging / "lock.sqlite", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        (staging / "spool.sqlite").write_text("the other's")
        with pytest.raises(GazetteerError, match="Another import into 'import' is under way"):
            import_files(CsvTable(), [table], before, base=base)
        assert (staging / "spool.sqlite").read_text() == "the other's"
    import_files(CsvTable(), [table], before, base=base)
    assert names(before) == ["Kvistadal", "Paradise"]


def test_an_import_that_ended_between_the_two_moves_is_undone(tmp_path, before, base):
    staging = before.parent / ".import.import"
    staging.mkdir()
    before.rename(staging / "old")
    with pytest.raises(InputError):
        import_files(CsvTable(), [write(tmp_path / "bad.csv", ["name,lat,lon"])], before, base=base)
    assert names(before) == ["Olderton"]
    assert left_beside(before) == []


KILLED = """
import sys
from pathlib import Path
from mapper.gazetteer.importers import CsvTable, import_files

def progress(step, done, total):
    if step == sys.argv[3]:
        print("here", flush=True)
        sys.stdin.readline()

import_files(CsvTable(), [Path(sys.argv[1])], Path(sys.argv[2]), progress=progress)
"""


@pytest.mark.parametrize("step", ["mine.csv", "writing names"])
def test_a_killed_import_leaves_the_older_one_and_the_next_starts_clean(before, table, base, step):
    arguments = [sys.executable, "-c", KILLED, str(table), str(before), step]
    with subprocess.Popen(arguments, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout.readline() == b"here\n"
        with pytest.raises(GazetteerError, match="under way"):
            import_files(CsvTable(), [table], before, base=base)
        process.send_signal(signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL
    assert names(before) == ["Olderton"]
    assert left_beside(before) == [".import.import"]
    import_files(CsvTable(), [table], before, base=base)
    assert names(before) == ["Kvistadal", "Paradise"]
    assert left_beside(before) == []


def test_an_interrupted_import_clears_up(before, table, base):
    def stop(step, done, total):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_files(CsvTable(), [table], before, base=base, progress=stop)
    assert names(before) == ["Olderton"]
    assert left_beside(before) == []


def damaged(folder, what):
    if what == "cut":
        part = folder / "index" / "folds.marisa"
        part.write_bytes(part.read_bytes()[:-1])
    elif what == "missing":
        (folder / "index" / "head.bin").unlink()
    elif what == "no index":
        shutil.rmtree(folder / "index")
    elif what == "no note":
        (folder / NOTE).write_text("{")
    elif what == "other note":
        (folder / NOTE).write_text((folder / NOTE).read_text().replace('"format": 1', '"format": 99'))
    else:
        manifest = folder / "index" / MANIFEST
        manifest.write_text(manifest.read_text().replace('"format": 1', '"format": 99'))
    return folder


@pytest.mark.parametrize(
    ("what", "error", "message"),
    [
        ("cut", GazetteerCorruptError, "'folds.marisa'"), ("missing", GazetteerCorruptError, "'head.bin'.*missing"),
        ("no index", GazetteerMissingError, "no place index in 'index'"), ("no note", GazetteerCorruptError, "import 'import' is damaged"),
        ("other note", GazetteerVersionError, "format 99"), ("other index", GazetteerVersionError, "format 99"),
    ],
)  # fmt: skip
def test_damaged_imports_are_named_and_can_be_made_anew(before, table, base, what, error, message):
    with pytest.raises(error, match=message):
        Gazetteer.open(damaged(before, what))
    import_files(CsvTable(), [table], before, base=base)
    assert names(before) == ["Kvistadal", "Paradise"]


def test_an_altered_part_is_found_by_its_checksum(before):
    part = before / "index" / "lat.bin"
    part.write_bytes(bytes(len(part.read_bytes())))
    with pytest.raises(GazetteerCorruptError, match=r"'lat.bin'.*checksum"):
        Gazetteer.open(before / "index").verify()
