"""The options of `mapper map` and `mapper parse`; what they map is the story of the page's tests."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

pytest.importorskip("folium")

from mapper.cli.app import app
from mapper.cli.mapping import Language
from mapper.page.assets import LANGUAGES
from tests.page import story


@pytest.fixture
def run(monkeypatch, tmp_path):
    """Return a function that runs a command in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("mapper.cli.mapping._run", lambda *_: story.event_map())
    return lambda *words: CliRunner().invoke(app, list(words))


@pytest.mark.parametrize("language", ["en", "ja", "ko"])
def test_a_page_in_a_language(run, language):
    assert run("map", "a.txt", "-o", "a.html", "--language", language).exit_code == 0
    page = Path("a.html").read_text(encoding="utf-8")
    assert f'<html lang="{language}">' in page


def test_a_picture(run):
    assert run("map", "a.txt", "-o", "a.svg", "--title", "A {{7*7}} <b>").exit_code == 0
    assert "A {{7*7}} &lt;b&gt;" in Path("a.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["-o", "a.pdf"], "neither in .html"),
        (["-o", "a.svg", "--full-text"], "--full-text"),
        (["-o", "a.html", "--language", "fr"], "'fr'"),
        (["-o", "a.html", "--date", "yesterday"], "--date"),
        (["-o", "a.html", "--tiles", "javascript:alert(1)"], "--tiles"),
    ],
)
def test_what_cannot_be_is_a_usage_error(run, words, said):
    found = run("map", "a.txt", *words)
    assert found.exit_code == 2
    assert said in found.output
    assert not list(Path().iterdir())


def test_records_to_standard_output_and_by_the_ending_of_a_file(run):
    found = run("parse", "a.txt")
    assert found.exit_code == 0
    assert json.loads(found.stdout.splitlines()[0])["schema"] == "event-mapper/1"
    assert run("parse", "a.txt", "-o", "a.geojson").exit_code == 0
    assert json.loads(Path("a.geojson").read_text(encoding="utf-8"))["type"] == "FeatureCollection"


def test_a_format_that_does_not_exist(run):
    found = run("parse", "a.txt", "--format", "docx")
    assert found.exit_code == 2
    assert "docx" in found.output


def test_the_command_offers_the_languages_the_page_speaks():
    assert tuple(Language) == LANGUAGES
