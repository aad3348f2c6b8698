"""A file is whole or it is what it was before."""

import io
import os
import stat

import pytest

from mapper.errors import ExportError, ExtraMissingError
from mapper.exports import atomic_path, registry, write


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_an_interrupted_write_leaves_the_old_file(result, tmp_path, monkeypatch):
    target = tmp_path / "out.kml"
    target.write_text("old")
    for error in (KeyboardInterrupt, ValueError, OSError(28, "No space left on device")):

        def broken(_, path, error=error):
            path.write_text("half")
            raise error

        monkeypatch.setitem(registry.FORMATS, "kml", broken)
        with pytest.raises(ExportError if isinstance(error, OSError) else error):
            write(result, target)
        assert target.read_text() == "old"
        assert names(tmp_path) == ["out.kml"]


def test_messages_name_the_file_only(result, tmp_path):
    with pytest.raises(ExportError, match=r"^out\.csv cannot be written: its folder does not exist\.$"):
        write(result, tmp_path / "missing" / "out.csv")
    (tmp_path / "dir.csv").mkdir()
    with pytest.raises(ExportError, match=r"^dir\.csv cannot be written: "):
        write(result, tmp_path / "dir.csv")


def test_links_and_permissions(result, tmp_path):
    real = tmp_path / "real.jsonl"
    real.touch()
    link = tmp_path / "link.jsonl"
    link.symlink_to(real)
    write(result, link)
    assert link.is_symlink()
    assert real.stat().st_size > 0
    mask = os.umask(0)
    os.umask(mask)
    assert stat.S_IMODE(real.stat().st_mode) == 0o666 & ~mask


def test_missing_extras_are_not_taken_for_a_failed_write(tmp_path):
    error = ExtraMissingError.for_extra("geo", "x")
    with pytest.raises(ExtraMissingError), atomic_path(tmp_path / "a") as path:  # noqa: PT012
        path.touch()
        raise error
    assert names(tmp_path) == []


def test_devices_and_streams(result):
    write(result, "/dev/null", "csv")

    class Full(io.BytesIO):
        def write(self, _):
            raise OSError(28, "No space left on device")

    with pytest.raises(ExportError, match="No space left"):
        write(result, Full(), "csv")
