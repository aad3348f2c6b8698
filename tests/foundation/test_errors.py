"""The exception tree is the one its module draws, and packaged data is found."""

import re

import pytest

from mapper import errors, resources
from mapper.atomic import atomic_path


def kinds():
    return {
        n: k for n, k in vars(errors).items() if isinstance(k, type) and issubclass(k, errors.MapperError)
    }


def test_tree_is_drawn_whole():
    drawn = re.findall(r"([A-Z]\w+Error)(?: \((\w+)\))?", errors.__doc__)
    assert {name for name, _ in drawn} == set(kinds())
    builtins = {name: builtin for name, builtin in drawn if builtin}
    for name, builtin in builtins.items():
        assert issubclass(kinds()[name], vars(__import__("builtins"))[builtin])


@pytest.mark.parametrize("name", sorted(kinds()))
def test_each_error_says_what_it_is(name):
    kind = kinds()[name]
    assert kind.__doc__
    assert str(kind("Something.")) == "Something."


def test_missing_extra_names_the_remedy():
    error = errors.ExtraMissingError.for_extra("geo", "geopandas")
    assert "'geopandas'" in str(error)
    assert "pip install 'event-mapper[geo]'" in str(error)


def test_data_is_found_in_the_wheel_first(tmp_path, monkeypatch):
    assert resources.data_path("data", "articles").is_dir()
    with pytest.raises(errors.GazetteerMissingError, match="data/nothing"):
        resources.data_path("data", "nothing")
    (tmp_path / "_data" / "data" / "articles").mkdir(parents=True)
    monkeypatch.setattr(resources, "_INSTALLED", tmp_path / "_data")
    assert not resources.in_checkout()
    assert resources.data_path("data", "articles") == tmp_path / "_data" / "data" / "articles"


def test_atomic_path_replaces_at_the_end_only(tmp_path):
    target = tmp_path / "a"
    target.write_text("old")
    with atomic_path(target) as unfinished:
        unfinished.write_text("new")
        assert target.read_text() == "old"
    assert target.read_text() == "new"
