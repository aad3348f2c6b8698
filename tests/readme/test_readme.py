"""The README's examples, run in order as one program, and its commands."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

for package in ("folium", "geopandas", "spacy"):
    pytest.importorskip(package)

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```python\n(.*?)```", README, re.DOTALL)


@pytest.fixture(scope="module")
def ran(tmp_path_factory):
    """Return the names every example left behind, run one after the other in an empty folder."""
    folder = tmp_path_factory.mktemp("readme")
    (folder / "data").symlink_to(ROOT / "data")
    names = {"__name__": "readme", "folder": folder}
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for number, example in enumerate(EXAMPLES, start=1):
            exec(compile(example, f"README example {number}", "exec"), names)
    return names


def test_there_are_five():
    assert len(EXAMPLES) == 5


def test_the_files_were_written(ran):
    assert (ran["folder"] / "map.html").stat().st_size > 100_000
    lines = (ran["folder"] / "events.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 7


def test_places_and_events_were_found(ran, parser):
    if not parser.name.startswith("en"):
        pytest.skip("without a language model events are sparser")
    assert {"happened", "planned"} <= set(ran["events"]["status"])
    assert ran["geocoder"].geocode("Dokdo").raw["dispute"]["claimants"] == ["JP", "KP", "KR"] or tuple(
        ran["geocoder"].geocode("Dokdo").raw["dispute"]["claimants"]
    ) == ("JP", "KP", "KR")


@pytest.mark.browser
def test_the_notebook_view_opens(ran, browser, tmp_path):
    file = tmp_path / "cell.html"
    file.write_text(f"<!doctype html><meta charset=utf-8>{ran['page']}", encoding="utf-8")
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.set_default_timeout(60_000)
    errors = []
    page.on("pageerror", lambda e: errors.append(str(e)))
    page.goto(file.as_uri())
    frame = page.frame_locator("iframe").first
    frame.get_by_text("Drills", exact=False).first.wait_for()
    context.close()
    assert errors == []


def commands():
    """Return the README's mapper commands that need no screen."""
    lines = re.findall(r"^mapper (.+?)(?:\s+#.*)?$", README, re.MULTILINE)
    return [
        line
        for line in lines
        if not line.startswith(("dashboard", "gazetteer import")) and "my-places" not in line
    ]


@pytest.mark.parametrize("line", commands())
def test_commands(line, tmp_path, monkeypatch):
    from typer.testing import CliRunner

    from mapper.cli.app import app

    monkeypatch.chdir(tmp_path)
    (tmp_path / "articles").symlink_to(ROOT / "data" / "articles")
    (tmp_path / "article.txt").write_text(
        "OSLO, May 4, 2026 (Example) - Talks were held in Oslo.", encoding="utf-8"
    )
    result = CliRunner().invoke(app, shlex.split(line))
    assert result.exit_code == 0, result.output
