"""The wheel holds the package and its data, and nothing else."""

import os
import subprocess
import sys
import zipfile
from email.parser import Parser
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DATA = ("gazetteer/index", "gazetteer/disputed", "data/lexicon", "data/articles", "data/basemap")


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    if find_spec("build") is None or find_spec("hatchling") is None:
        pytest.skip("build and hatchling are not installed")
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def wheel(built):
    with zipfile.ZipFile(built) as archive:
        yield archive


def test_every_module_is_in_it(wheel):
    names = set(wheel.namelist())
    modules = {str(path.relative_to(ROOT)) for path in (ROOT / "mapper").rglob("*.py")}
    assert modules <= names
    assert "mapper/py.typed" in names


def test_every_data_file_is_in_it(wheel):
    names = set(wheel.namelist())
    for folder in DATA:
        files = [
            path for path in (ROOT / folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts
        ]
        assert files, folder
        for path in files:
            assert f"mapper/_data/{path.relative_to(ROOT)}" in names


def test_the_page_brings_its_assets(wheel):
    names = [name for name in wheel.namelist() if name.startswith("mapper/page/")]
    for ending in (".js", ".css"):
        assert any(name.endswith(ending) for name in names)
    assert any("/vendor/" in name and "LICENSE" in name.upper() for name in names)


def test_nothing_else_is_in_it(wheel):
    for name in wheel.namelist():
        assert name.startswith(("mapper/", "event_mapper-"))
        assert "__pycache__" not in name
        assert not name.startswith(("mapper/tests", "mapper/_data/gazetteer/build"))


def test_metadata(wheel):
    (name,) = (n for n in wheel.namelist() if n.endswith(".dist-info/METADATA"))
    metadata = Parser().parsestr(wheel.read(name).decode("utf-8"))
    assert metadata["Name"] == "event-mapper"
    assert set(metadata.get_all("Provides-Extra")) == {
        "all",
        "dashboard",
        "dask",
        "dev",
        "geo",
        "graph",
        "map",
        "model",
        "text",
        "train",
    }
    base = [line for line in metadata.get_all("Requires-Dist") if "extra ==" not in line]
    heavy = ("spacy", "streamlit", "folium", "geopandas", "pandas", "trafilatura")
    assert not [line for line in base if line.startswith(heavy)]
    (points,) = (n for n in wheel.namelist() if n.endswith("entry_points.txt"))
    assert "mapper = mapper.cli:main" in wheel.read(points).decode()
    assert any(n.endswith("licenses/LICENSE") for n in wheel.namelist())


@pytest.fixture(scope="module")
def installed(built, tmp_path_factory):
    """Return a function that runs the installed copy, away from the checkout."""
    target = tmp_path_factory.mktemp("installed")
    command = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--no-deps",
        "--no-index",
        "--target",
        str(target),
        str(built),
    ]
    subprocess.run(command, check=True, capture_output=True)
    elsewhere = tmp_path_factory.mktemp("elsewhere")

    def run(*arguments):
        code = (
            "import mapper, sys; assert 'installed' in mapper.__file__; from mapper.cli import main; main()"
        )
        environment = os.environ | {"PYTHONPATH": str(target)}
        return subprocess.run(
            [sys.executable, "-c", code, *arguments],
            cwd=elsewhere, env=environment, capture_output=True, text=True, check=False,
        )  # fmt: skip

    run.target = target
    run.folder = elsewhere
    return run


def test_the_installed_copy_geocodes(installed):
    done = installed("geocode", "Dokdo")
    assert done.returncode == 0, done.stderr
    assert "Liancourt Rocks" in done.stdout
    assert "JP" in done.stdout
    assert "KR" in done.stdout


def test_the_installed_copy_maps(installed):
    (installed.folder / "a.txt").write_text(
        "OSLO, May 4, 2026 (Example) - Talks were held.", encoding="utf-8"
    )
    done = installed("map", "a.txt", "-o", "map.html")
    assert done.returncode == 0, done.stderr
    assert (installed.folder / "map.html").stat().st_size > 100_000


def test_the_installed_copy_cannot_build_the_index_and_says_so(installed):
    done = installed("gazetteer", "build")
    assert done.returncode == 1
    assert "checkout" in done.stderr


def test_the_installed_dashboard_starts(installed):
    if find_spec("streamlit") is None:
        pytest.skip("Streamlit is not installed")
    code = (
        "import mapper; assert 'installed' in mapper.__file__\n"
        "from streamlit.testing.v1 import AppTest\n"
        "from mapper.dashboard import entry\n"
        "app = AppTest.from_file(entry.__file__, default_timeout=120).run()\n"
        "assert not app.exception, app.exception\n"
        "assert any('invented' in note.value for note in app.sidebar.info)\n"
    )
    environment = os.environ | {"PYTHONPATH": str(installed.target)}
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=installed.folder, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
