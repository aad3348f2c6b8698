"""Online tiles: an option of the file and a switch in the page, both off by default."""

from __future__ import annotations

import base64
import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from mapper.errors import InputError
from mapper.page import write_html
from mapper.page.tiles import tiles_from
from tests.page import story

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)


class TileServer(BaseHTTPRequestHandler):
    """Answers every address of a tile with one pixel, and those below /none with an error."""

    def do_GET(self) -> None:
        good = re.fullmatch(r"/t/\d+/-?\d+/-?\d+\.png", self.path)
        self.send_response(200 if good else 404)
        self.send_header("Content-Type", "image/png")
        self.end_headers()
        if good:
            self.wfile.write(PIXEL)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """Return the address of a tile server on this computer."""
    with ThreadingHTTPServer(("127.0.0.1", 0), TileServer) as serving:
        threading.Thread(target=serving.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{serving.server_port}"
        serving.shutdown()


@pytest.fixture
def made(tmp_path: Path, server: str) -> Callable[..., Path]:
    """Return a function that writes the story with tiles of the server."""

    def write(below: str = "t", **options: Any) -> Path:
        path = tmp_path / "tiles.html"
        return write_html(story.event_map(), path, tiles=f"{server}/{below}/{{z}}/{{x}}/{{y}}.png", **options)

    return write


SWITCH = ".tools [aria-pressed]"


def policy(path: Path) -> str:
    return str(re.findall(r'Security-Policy" content="([^"]*)"', path.read_text(encoding="utf-8"))[0])


@pytest.mark.browser
def test_a_page_without_tiles_has_no_switch(open_page: Callable[..., Any], story_file: Path) -> None:
    page = open_page(story_file)
    assert page.locator(SWITCH).count() == 0
    assert "img-src data:;" in policy(story_file)
    assert "http" not in policy(story_file)
    page.keyboard.press("?")
    assert "Nothing is loaded from the network." in page.locator(".help").inner_text()


@pytest.mark.browser
def test_tiles_are_asked_for_only_while_they_are_on(
    open_page: Callable[..., Any], made: Callable[..., Path], server: str
) -> None:
    path = made(tiles_credit="© <b>Test</b> tiles {{7*7}}")
    assert f"img-src data: {server};" in policy(path)
    asked: list[str] = []
    page = open_page(path, asked=asked)
    page.locator(".tools button").first.click()
    page.locator(".row").first.click()
    assert asked == []
    assert "Test" not in page.locator(".foot").inner_text()
    switch = page.locator(SWITCH)
    assert switch.get_attribute("aria-pressed") == "false"
    assert server.removeprefix("http://") in switch.get_attribute("aria-label")
    switch.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".event-map.tiled")
    assert switch.get_attribute("aria-pressed") == "true"
    assert asked
    assert all(url.startswith(f"request: {server}/t/") for url in asked)
    assert "© <b>Test</b> tiles {{7*7}}" in page.locator(".foot").inner_text()
    assert page.locator(".basename").first.is_hidden()
    switch.click()
    assert page.locator(".event-map.tiled").count() == 0
    assert page.locator(".leaflet-tile").count() == 0
    assert "Test" not in page.locator(".foot").inner_text()
    count = len(asked)
    page.locator(".tools button").nth(1).click()
    page.locator(".row").nth(3).click()
    assert len(asked) == count


@pytest.mark.browser
def test_no_address_switches_them_on(open_page: Callable[..., Any], made: Callable[..., Path]) -> None:
    path = made()
    asked: list[str] = []
    page = open_page(path, asked=asked)
    page.locator(SWITCH).click()
    page.wait_for_selector(".event-map.tiled")
    fragment = page.url.partition("#")[2]
    asked.clear()
    open_page(path, f"#{fragment}&tiles=1", asked=asked)
    assert asked == []


@pytest.mark.browser
def test_the_built_in_map_stays_when_none_come(browser: Any, made: Callable[..., Path]) -> None:
    context = browser.new_context(offline=True)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(made("none").as_uri())
    page.wait_for_selector("[data-ready]", state="attached")
    page.locator(SWITCH).click()
    page.wait_for_selector("[role=status]:has-text('did not come')", state="attached")
    assert page.locator(SWITCH).get_attribute("aria-pressed") == "false"
    assert "did not come" in page.locator(".foot").inner_text()
    assert page.locator(".leaflet-ground-pane canvas").is_visible()
    assert errors == []
    context.close()


@pytest.mark.browser
def test_the_picture_shows_the_built_in_map(
    open_page: Callable[..., Any], made: Callable[..., Path], tmp_path: Path
) -> None:
    page = open_page(made(), asked=[])
    page.locator(SWITCH).click()
    page.wait_for_selector(".event-map.tiled")
    with page.expect_download() as download:
        page.locator(".tools [data-name='map.picture']").click()
    download.value.save_as(tmp_path / "map.png")
    assert (tmp_path / "map.png").stat().st_size > 100_000


def test_credits() -> None:
    url = "https://tile.openstreetmap.org/{z}/{x}/{y}.png"
    assert tiles_from(url).credit == "© OpenStreetMap contributors"
    assert tiles_from(url, " mine ").credit == "mine"
    assert tiles_from("https://notopenstreetmap.org/{z}/{x}/{y}").credit == "notopenstreetmap.org"
    assert tiles_from("http://localhost:8080/{z}/{x}/{y}?a=b").origin == "http://localhost:8080"


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("ftp://a.org/{z}/{x}/{y}", "https://"),
        ("tile.example.org/{z}/{x}/{y}", "https://"),
        ("javascript:alert(1)//{z}{x}{y}", "https://"),
        ("https:///{z}/{x}/{y}", "host"),
        ("https://user:word@a.org/{z}/{x}/{y}", "host"),
        ("https://a.org;script-src/{z}/{x}/{y}", "host"),
        ("https://{z}.a.org/{x}/{y}", "host"),
        ("https://*/{z}/{x}/{y}", "host"),
        ("https://a.org/{z}/{x}.png", "{y}"),
        ("https://a.org/{z}/{x}/{y}/{y}", "{y}"),
        ("https://a.org/{z}/{x}/{y}?k={key}", "braces"),
        ("https://a.org/{z}/{x}/{y}{", "braces"),
        ("https://a.org/{z}/{x}/{y} ", "characters"),
        ("https://a.org/{z}/{x}/{y}\"'<script>", "characters"),
        ("https://a.org/{z}/{x}/{y}\n", "characters"),
        ("https://[a.org/{z}/{x}/{y}", "cannot be read"),
        ("https://a.org/{z}/{x}/{y}?" + "a" * 500, "longer"),
    ],
)
def test_bad_addresses_are_named(url: str, words: str) -> None:
    with pytest.raises(InputError, match=re.escape(words)):
        tiles_from(url)
