"""Files as they come: zipped, damaged, hostile."""

from __future__ import annotations

import gzip
import re
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.errors import InputError
from mapper.gazetteer.importers import Log, archive, values
from mapper.gazetteer.importers.archive import member_names, open_member
from mapper.gazetteer.importers.lines import LONGEST, lines
from mapper.gazetteer.importers.report import BadRow, shown

from .conftest import zipped


def content(path):
    with open_member(path, member_names(path)[0]) as source:
        return source.stream.read()


def test_plain_and_zipped_files_read_alike(tmp_path):
    plain = tmp_path / "a.txt"
    plain.write_bytes(b"one\ntwo\n")
    packed = zipped(tmp_path / "a.zip", a__txt="one\ntwo\n")
    assert content(plain) == content(packed) == b"one\ntwo\n"


def test_members_are_read_in_place_whatever_their_paths(tmp_path):
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("../../escaped.txt", "inside")
        archive.writestr("/absolute.txt", "inside")
        archive.writestr("__MACOSX/._a.txt", "rubbish")
        archive.writestr("folder/", "")
    before = sorted(p.name for p in tmp_path.parent.iterdir())
    assert member_names(path) == ["../../escaped.txt", "/absolute.txt"]
    for member in member_names(path):
        with open_member(path, member) as source:
            assert source.name in {"x.zip/escaped.txt", "x.zip/absolute.txt"}
            assert source.stream.read() == b"inside"
    assert sorted(p.name for p in tmp_path.parent.iterdir()) == before


def test_bombs_are_not_read(tmp_path):
    path = zipped(tmp_path / "bomb.zip", a__txt=b"0" * 20_000_000)
    with pytest.raises(InputError, match="looks like a zip bomb"):
        content(path)


def test_bombs_that_lie_about_their_size_are_not_read(tmp_path):
    path = zipped(tmp_path / "bomb.zip", a__txt=b"0" * 3_000_000)
    data = path.read_bytes()
    path.write_bytes(data.replace((3_000_000).to_bytes(4, "little"), (900_000).to_bytes(4, "little")))
    with pytest.raises(InputError, match="is damaged or encrypted"):
        content(path)


def test_archives_of_too_many_members_are_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr(archive, "MOST_MEMBERS", 2)
    with pytest.raises(InputError, match="has 3 members"):
        member_names(zipped(tmp_path / "x.zip", a="", b="", c=""))


@pytest.mark.parametrize("cut", [0.3, 0.6, 0.99])
def test_cut_archives_are_named(tmp_path, cut):
    data = zipped(tmp_path / "x.zip", a__txt=bytes(range(256)) * 100).read_bytes()
    (tmp_path / "x.zip").write_bytes(data[: int(len(data) * cut)])
    with pytest.raises(InputError, match=r"'x\.zip' is damaged"):
        content(tmp_path / "x.zip")


def test_altered_archives_are_named(tmp_path):
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("a.txt", "the right content")
    path.write_bytes(path.read_bytes().replace(b"right", b"wrong"))
    with pytest.raises(InputError, match="damaged"):
        content(path)


def test_other_packing_is_named(tmp_path):
    (tmp_path / "a.gz").write_bytes(gzip.compress(b"x"))
    with pytest.raises(InputError, match="packed with gzip"):
        member_names(tmp_path / "a.gz")


@pytest.mark.parametrize("name", ["missing.txt", "folder"])
def test_missing_files_and_folders_are_named(tmp_path, name):
    (tmp_path / "folder").mkdir()
    with pytest.raises(InputError, match=re.escape(f"'{name}' cannot be read")):
        member_names(tmp_path / name)


def read(tmp_path, data, encoding="utf-8"):
    path = tmp_path / "x.txt"
    path.write_bytes(data)
    log = Log()
    with open_member(path, "x.txt") as source:
        return list(lines(source, log, encoding)), log


def test_lines_are_numbered_as_an_editor_numbers_them(tmp_path):
    found, log = read(tmp_path, b"one\r\n\n\xff\nthree\n" + b"y" * (LONGEST + 9) + b"\nlast")
    assert found == [(1, "one"), (4, "three"), (6, "last")]
    assert [(problem.line, problem.reason.split(":")[0]) for problem in log.first] == [
        (3, "the line is not in UTF-8"), (5, "the line is too long"),
    ]  # fmt: skip


def test_the_longest_line_allowed_is_read(tmp_path):
    found, log = read(tmp_path, b"y" * (LONGEST - 1) + b"\nnext\n")
    assert [len(text) for _, text in found] == [LONGEST - 1, 4]
    assert log.bad.total() == 0


@given(st.lists(st.binary(max_size=12), max_size=8))
def test_no_bytes_break_the_lines(tmp_path_factory, parts):
    data = b"\n".join(parts)
    if data.startswith((b"\xff\xfe", b"\xfe\xff", b"PK", b"\x1f\x8b")):
        return
    found, _ = read(tmp_path_factory.mktemp("lines"), data)
    assert all("\n" not in text for _, text in found)


numbers = st.one_of(
    st.integers(), st.floats(), st.text(max_size=8), st.none(), st.booleans(), st.binary(max_size=3)
)


@given(numbers)
def test_values_are_in_range_or_bad(value):
    with suppress(BadRow):
        assert -90 <= values.latitude(value) <= 90
    with suppress(BadRow):
        assert -180 <= values.longitude(value) <= 180
    with suppress(BadRow):
        assert 0 <= values.people(value) < 2**32
    ident = values.optional_geonames_id(value)
    assert ident is None or 0 < int(ident.removeprefix("gn:")) < 2**31


@given(st.text())
def test_clean_text_is_on_one_line_and_can_be_stored(text):
    cleaned = values.clean(text)
    assert not set(cleaned) & {"\n", "\r", "\t", "\x00", "\u2028"}
    cleaned.encode()


@pytest.mark.parametrize(
    ("value", "expected"),
    [("12", 12.0), ("12.5", 12.5), ("12,5", 12.5), ("1,234.5", None), ("1e3", 1000.0), ("inf", None), ("nan", None), ("1_0", None), (None, None), (7, 7.0)],
)  # fmt: skip
def test_numbers(value, expected):
    assert values.number(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [("no", "NO"), (" NO ", "NO"), ("NOR", None), ("", None), ("1A", None), (None, None)],
)
def test_country_codes(value, expected):
    assert values.country(value) == expected


def test_foreign_values_are_shown_on_one_short_line():
    assert shown("a\nb") == "'a\\nb'"
    assert len(shown("x" * 10_000)) == 80
