"""The public surface, and what importing it costs."""

import json
import subprocess
import sys

import pytest

import mapper

HEAVY = [
    "spacy",
    "streamlit",
    "folium",
    "geopandas",
    "pandas",
    "trafilatura",
    "shapely",
    "scipy",
    "rich",
    "typer",
]


def loaded_by(code):
    script = f"{code}\nimport json, sys\nprint(json.dumps([m for m in {HEAVY!r} if m in sys.modules]))"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", script], capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)


def test_all_is_sorted_and_whole():
    assert mapper.__all__ == sorted(mapper.__all__)
    assert sorted(mapper._HOMES) == mapper.__all__
    assert set(mapper.__all__) <= set(dir(mapper))
    assert isinstance(mapper.__version__, str)


@pytest.mark.parametrize("name", mapper.__all__)
def test_every_public_name_can_be_imported_and_is_documented(name):
    if name in ("build_map", "write_html"):
        pytest.importorskip("folium")
    assert getattr(mapper, name).__doc__


def test_unknown_names():
    with pytest.raises(AttributeError, match="nonsense"):
        mapper.nonsense  # noqa: B018


@pytest.mark.parametrize(
    "code",
    [
        "import mapper",
        "from mapper import read_articles, to_geodataframe, Article, MapperError",
        "import mapper.exports, mapper.corrections, mapper.articles, mapper.frames",
    ],
)
def test_imports_stay_light(code):
    assert loaded_by(code) == []


@pytest.mark.parametrize("room", ["articles", "corrections", "evaluation", "exports", "frames"])
def test_rooms_export_what_they_say(room):
    module = __import__(f"mapper.{room}", fromlist=["x"])
    assert len(set(module.__all__)) == len(module.__all__)
    assert all(getattr(module, name) is not None for name in module.__all__)
