from __future__ import annotations

import re
from pathlib import Path

import folium
import pytest

from mapper.errors import ExportError, InputError
from mapper.page import build_map, write_html
from mapper.page.html import write_whole
from tests.page import story


@pytest.fixture(scope="module")
def text(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = write_html(story.event_map(), tmp_path_factory.mktemp("html") / "map.html", language="ko")
    return path.read_text(encoding="utf-8")


def test_a_map_is_a_folium_map() -> None:
    made = build_map(story.event_map())
    assert isinstance(made, folium.Map)
    assert "event" in made._children["events"].get_name()


def test_the_file_links_nothing(text: str) -> None:
    outside = re.sub(r"<script>.*?</script>", "", text, flags=re.DOTALL)
    assert not re.search(r"\b(?:src|href)\s*=", outside)
    for needless in (
        "bootstrap",
        "jquery.min",
        "cdn.jsdelivr",
        "cdnjs",
        "fontawesome",
        "awesome-markers",
        "glyphicon",
    ):
        assert needless not in text.lower(), needless


def test_head_of_the_file(text: str) -> None:
    assert text.startswith("<!DOCTYPE html>")
    assert '<html lang="ko">' in text
    assert f"<title>{story.RAW['article']['title']}</title>" in text
    assert "default-src 'none'" in text
    assert "user-scalable=no" not in text
    assert "<noscript>" in text


def test_the_file_holds_no_path_of_this_machine(text: str) -> None:
    assert str(Path.cwd()) not in text
    assert "/home/" not in text


def test_a_seed_sized_map_is_small(text: str) -> None:
    assert len(text.encode()) < 800_000


def test_the_whole_text_stays_out(text: str, tmp_path: Path) -> None:
    lonely = "A sentence that is no evidence at all."
    record = story.article_map(
        article=story.model.Article(id="a", text=story.TEXT + lonely), quotes=story.sentences()
    )
    without = write_html(story.event_map(record), tmp_path / "a.html").read_text(encoding="utf-8")
    whole = write_html(story.event_map(record), tmp_path / "b.html", full_text=True).read_text(
        encoding="utf-8"
    )
    assert lonely not in without
    assert lonely in whole
    assert "Korea" in text


def test_titles_are_escaped(tmp_path: Path) -> None:
    hostile = "</title><script>alert(1)</script>{{ 7*7 }}"
    written = write_html(story.event_map(), tmp_path / "a.html", title=hostile).read_text(encoding="utf-8")
    assert "<title>&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;{{ 7*7 }}</title>" in written
    assert "<script>alert" not in written


def test_layers_of_ones_own_come_along(tmp_path: Path) -> None:
    made = build_map(story.event_map())
    folium.CircleMarker((35, 139), tooltip="mine").add_to(made)
    assert "circleMarker" in write_html(made, tmp_path / "a.html").read_text(encoding="utf-8")


def test_what_needs_the_network_is_refused_by_name(tmp_path: Path) -> None:
    from folium.plugins import MarkerCluster

    made = build_map(story.event_map())
    MarkerCluster().add_to(made)
    with pytest.raises(ExportError, match="markercluster"):
        write_html(made, tmp_path / "a.html")
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_named_without_its_path(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"'map\.html'") as raised:
        write_html(story.event_map(), tmp_path / "gone" / "map.html")
    assert str(tmp_path) not in str(raised.value)


def test_a_file_is_replaced_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "map.html"
    target.write_text("before", encoding="utf-8")

    def fail(_self: Path, _target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(ExportError, match="No space left"):
        write_whole(target, "after")
    assert target.read_text(encoding="utf-8") == "before"
    assert [path.name for path in tmp_path.iterdir()] == ["map.html"]


def test_the_same_result_gives_the_same_file(tmp_path: Path) -> None:
    names = [
        write_html(story.event_map(), tmp_path / f"{i}.html").read_text(encoding="utf-8") for i in (1, 2)
    ]
    assert names[0] == names[1]


def test_an_unknown_point_of_view_is_refused() -> None:
    with pytest.raises(InputError, match="'nobody'"):
        build_map(story.event_map(), worldview="nobody")


def test_without_folium_the_remedy_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    from mapper.errors import ExtraMissingError

    monkeypatch.delitem(sys.modules, "mapper.page.folium_map", raising=False)
    monkeypatch.setitem(sys.modules, "folium", None)
    monkeypatch.setitem(sys.modules, "branca", None)
    monkeypatch.setitem(sys.modules, "branca.element", None)
    with pytest.raises(ExtraMissingError, match=r"event-mapper\[map\]"):
        build_map(story.event_map())
