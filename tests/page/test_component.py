"""The page inside other pages: in a shadow root, twice, updated and taken out again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from mapper.page import component_data, page_assets
from tests.page import hostile, story

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.browser
HOST = """<!doctype html><meta charset="utf-8"><body style="margin:0">
<p id="before">Another page</p><div id="a" style="width:1000px;height:640px"></div>
<div id="b" style="width:500px;height:600px"></div>
<style id="css" type="text/plain"></style><script type="module">MODULE
  const css = CSS, html = HTML, data = DATA;
  window.picked = [];
  window.show = (id, more = {}) => {
    const host = document.getElementById(id), shadow = host.shadowRoot || host.attachShadow({ mode: 'open' });
    if (!shadow.querySelector('.event-map-root'))
      shadow.innerHTML = '<style>.event-map-root { height: 100% } ' + css + '</style>' + html;
    return component({ parentElement: shadow, data: { ...data, ...more }, setTriggerValue: (name, value) => picked.push([name, value]) });
  };
  document.body.dataset.ready = '1';
</script>"""


@pytest.fixture(scope="module")
def host_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    html, css, script = page_assets()
    script = script.replace("export default EventMap.component;", "const component = EventMap.component;")
    safe = (
        json.dumps(part).replace("<", "\\u003c") for part in (css, html, component_data(story.event_map()))
    )
    text = HOST.replace("MODULE", script)
    for name, part in zip(("CSS,", "HTML,", "DATA;"), safe, strict=True):
        text = text.replace(f"= {name}", f"= {part}{name[-1]}", 1)
    path = tmp_path_factory.mktemp("component") / "host.html"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_click_tells_the_host(open_page: Callable[..., Any], host_file: Path) -> None:
    page = open_page(host_file)
    page.evaluate("void (window.stop = show('a'))")
    page.locator("#a .row").nth(2).click()
    assert page.evaluate("picked") == [["picked", {"n": 3, "event": "e03", "article": "story"}]]
    assert page.locator("#a .panel mark").inner_text() == "meeting"
    assert page.evaluate("location.hash") == ""
    assert page.evaluate("document.title") == ""


def test_it_leaves_nothing_behind(open_page: Callable[..., Any], host_file: Path) -> None:
    page = open_page(host_file)
    before = page.evaluate("Object.keys(window).length")
    page.evaluate("void (window.stop = show('a'))")
    assert (
        page.evaluate("typeof window.L + typeof window.leaflet + typeof window.EventMap") == "undefined" * 3
    )
    page.evaluate("stop()")
    assert page.locator("#a .row").count() == 0
    assert page.evaluate("Object.keys(window).length") == before + 1


def test_sizes_follow_the_room_it_has(open_page: Callable[..., Any], host_file: Path) -> None:
    page = open_page(host_file)
    page.evaluate("void (show('a'), show('b'))")
    assert page.locator("#a .event-map").get_attribute("data-size") == "medium"
    assert page.locator("#b .event-map").get_attribute("data-size") == "phone"
    page.locator("#b .row").nth(1).click()
    assert page.locator("#a .panel").is_hidden()


def test_the_same_data_is_not_drawn_again(open_page: Callable[..., Any], host_file: Path) -> None:
    page = open_page(host_file)
    page.evaluate("void show('a')")
    page.locator("#a .row").nth(2).click()
    page.evaluate("void show('a')")
    assert page.locator("#a .row[aria-current=true]").count() == 1
    page.evaluate("void show('a', { language: 'ko' })")
    assert page.locator("#a .row[aria-current=true]").count() == 0
    assert "예정" in page.locator("#a .key").inner_text()


def test_the_theme_of_the_host(open_page: Callable[..., Any], host_file: Path) -> None:
    page = open_page(host_file, color_scheme="light")
    page.evaluate("void show('a', { theme: 'dark' })")
    assert page.locator("#a .event-map").get_attribute("data-theme") == "dark"


def test_keys_work_only_inside(open_page: Callable[..., Any], host_file: Path) -> None:
    page = open_page(host_file)
    page.evaluate("void show('a')")
    page.keyboard.press("j")
    assert page.locator("#a .panel").is_hidden()
    page.locator("#a .row").first.focus()
    page.keyboard.press("j")
    assert page.locator("#a .panel h2").is_visible()


def test_hostile_data_in_a_component(open_page: Callable[..., Any], host_file: Path) -> None:
    page = open_page(host_file)
    data = component_data(hostile.event_map())
    page.evaluate("data => void show('a', data)", data)
    assert page.locator("#a .row").count() == len(hostile.PAYLOADS)
