"""The index on disk: the same from the same places, whole or refused."""

from __future__ import annotations

import random
from pathlib import Path

import msgspec
import pytest

from mapper.errors import GazetteerCorruptError, GazetteerError, GazetteerMissingError, GazetteerVersionError
from mapper.gazetteer import Gazetteer
from mapper.gazetteer.layout import MANIFEST, read_manifest
from mapper.gazetteer.writer import make_store, write_index

from .conftest import PROVENANCE, outlines, small_world


def parts(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_the_same_places_make_the_same_bytes(index: Path, tmp_path: Path) -> None:
    entries, shapes = small_world(), outlines()
    random.Random(1).shuffle(entries)
    random.Random(2).shuffle(shapes)
    write_index(tmp_path / "again", entries, shapes, PROVENANCE)
    assert parts(tmp_path / "again") == parts(index)


def test_another_name_makes_another_build(index: Path, tmp_path: Path) -> None:
    entries = small_world()
    entries[0].names.append(("Nordland", "alternate"))
    manifest = write_index(tmp_path / "again", entries, outlines(), PROVENANCE)
    assert manifest.build != read_manifest(index).build


def test_disk_and_memory_agree(index: Path) -> None:
    store = make_store(small_world(), outlines(), PROVENANCE)
    assert store.manifest == read_manifest(index)


def test_a_sound_index_verifies(index: Path) -> None:
    Gazetteer.open(index).verify()


def test_no_index(tmp_path: Path) -> None:
    with pytest.raises(GazetteerMissingError, match="no place index in 'nowhere'"):
        Gazetteer.open(tmp_path / "nowhere")
    (tmp_path / "file").write_text("x")
    with pytest.raises(FileNotFoundError):
        Gazetteer.open(tmp_path / "file")


@pytest.mark.parametrize("part", ["lat.bin", "folds.marisa", "area_xy.bin", "head.bin", "idents.marisa"])
def test_a_part_cut_short_or_lost(index: Path, part: str) -> None:
    path = index / part
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(GazetteerCorruptError, match=part):
        Gazetteer.open(index)
    path.unlink()
    with pytest.raises(GazetteerCorruptError, match=f"{part}.*is missing"):
        Gazetteer.open(index)


@pytest.mark.parametrize("part", ["folds.marisa", "names.marisa", "idents.marisa"])
def test_a_trie_overwritten_by_rubbish(index: Path, part: str) -> None:
    path = index / part
    path.write_bytes(b"\0" * path.stat().st_size)
    with pytest.raises(GazetteerCorruptError, match="cannot be read"):
        Gazetteer.open(index)


def test_an_altered_byte_is_found_by_verifying(index: Path) -> None:
    path = index / "lat.bin"
    data = bytearray(path.read_bytes())
    data[0] ^= 1
    path.write_bytes(bytes(data))
    with pytest.raises(GazetteerCorruptError, match=r"lat\.bin.*checksum"):
        Gazetteer.open(index).verify()


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"\xff\xfe", b'{"format": 1}', b'"text"'])
def test_a_damaged_manifest(index: Path, data: bytes) -> None:
    (index / MANIFEST).write_bytes(data)
    with pytest.raises(GazetteerCorruptError, match="manifest"):
        Gazetteer.open(index)


@pytest.mark.parametrize("version", [0, 2, None, "1"])
def test_another_format(index: Path, version: object) -> None:
    manifest = msgspec.json.decode((index / MANIFEST).read_bytes())
    (index / MANIFEST).write_bytes(msgspec.json.encode(manifest | {"format": version}))
    with pytest.raises(GazetteerVersionError, match="mapper gazetteer build"):
        Gazetteer.open(index)


def test_a_manifest_that_lacks_a_part(index: Path) -> None:
    manifest = msgspec.json.decode((index / MANIFEST).read_bytes())
    del manifest["parts"]["kind.bin"]
    (index / MANIFEST).write_bytes(msgspec.json.encode(manifest))
    with pytest.raises(GazetteerCorruptError, match=r"kind\.bin"):
        Gazetteer.open(index)


def test_two_places_of_one_id_are_refused(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="'gn:1'"):
        write_index(tmp_path / "index", [*small_world(), small_world()[0]], [], PROVENANCE)
    assert not (tmp_path / "index").exists()


def test_a_failed_write_leaves_the_old_index(index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = parts(index)

    def full(self: Path, data: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(GazetteerError, match="No space left"):
        write_index(index, small_world()[:3], [], PROVENANCE)
    monkeypatch.undo()
    assert parts(index) == before
    assert [path.name for path in index.parent.iterdir()] == ["index"]


def test_a_failed_swap_puts_the_old_index_back(index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, rename = parts(index), Path.rename

    def broken(self: Path, target: Path) -> Path:
        if self.parent.name.startswith(".index-") and self.name == "index":
            raise OSError(5, "Input/output error")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", broken)
    with pytest.raises(GazetteerError, match="Input/output"):
        write_index(index, small_world()[:3], [], PROVENANCE)
    assert parts(index) == before


def test_an_index_without_places_opens(tmp_path: Path) -> None:
    write_index(tmp_path / "empty", [], [], PROVENANCE)
    empty = Gazetteer.open(tmp_path / "empty")
    assert len(empty) == 0
    assert empty.lookup("Seoul") == empty.prefix("s") == empty.fuzzy("Seoul") == empty.nearest(0, 0) == []
    assert empty.containing(0, 0) == ()
