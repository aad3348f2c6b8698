"""Hundreds of events and more: one canvas, a list of what is in view, packed data."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from mapper.page import write_html
from tests.page import many

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.browser
COUNT = 3000


@pytest.fixture(scope="module")
def many_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_html(many.event_map(COUNT), tmp_path_factory.mktemp("many") / "many.html", title="Many")


def test_large_data_is_packed(many_file: Path) -> None:
    text = many_file.read_text(encoding="utf-8")
    assert "H4sI" in text
    assert len(text) < 1_600_000


def test_the_list_holds_what_is_in_view_and_says_its_place(
    open_page: Callable[..., Any], many_file: Path
) -> None:
    page = open_page(many_file)
    rows = page.locator(".list .row")
    assert 5 < rows.count() < 60
    first = page.locator(".virtual li").first
    assert first.get_attribute("aria-setsize") == str(COUNT)
    assert first.get_attribute("aria-posinset") == "1"
    page.locator(".list").evaluate("list => (list.scrollTop = 64 * 1500)")
    page.wait_for_selector('.row[data-n="1500"]')
    assert rows.count() < 60


def test_selecting_scrolls_the_list_and_keys_go_on(open_page: Callable[..., Any], many_file: Path) -> None:
    page = open_page(many_file, "#e=2000")
    assert page.locator(".panel mark").count() == 1
    page.keyboard.press("j")
    assert page.locator(".row[aria-current=true]").get_attribute("data-n") == "2001"


def test_marks_are_on_one_canvas_and_open(open_page: Callable[..., Any], many_file: Path) -> None:
    page = open_page(many_file)
    assert page.locator(".bead").count() == 0
    assert page.locator("canvas.crowd").count() == 1
    assert page.locator(".plot rect.barhit").count() > 10
    painted = page.evaluate("""() => {
      const c = document.querySelector('canvas.crowd'), d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;
      let n = 0; for (let i = 3; i < d.length; i += 4) n += d[i] > 0; return n;
    }""")
    assert painted > 3000
    box = page.locator("canvas.crowd").bounding_box()
    zoom = "document.querySelector('.tools button').click()"
    for _ in range(3):
        page.evaluate(zoom)
    for x in range(60, int(box["width"]) - 60, 24):
        page.mouse.click(box["x"] + x, box["y"] + box["height"] / 2)
        if page.locator(".panel").is_visible():
            break
    assert page.locator(".panel h2").is_visible() or "m=" in page.url


def test_filters_and_the_window_reach_everything(open_page: Callable[..., Any], many_file: Path) -> None:
    page = open_page(many_file)
    page.locator(".key-row", has_text="Happened").click()
    page.wait_for_selector("[role=status]:has-text('of 3000 events shown')", state="attached")
    left = int(page.locator(".virtual li").first.get_attribute("aria-setsize"))
    assert 0 < left < COUNT
    page.locator("input[type=search]").fill("no such words at all")
    assert page.locator(".list .row").count() == 0


def test_print_of_many_says_what_it_leaves_out(open_page: Callable[..., Any], many_file: Path) -> None:
    page = open_page(many_file)
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert "2600 more events" in page.locator(".printout").inner_text()
