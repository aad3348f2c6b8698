"""A story inside one city, in letters from left and from right, and pages on small screens."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from mapper.page import write_html
from tests.page import city

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def city_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the story on its own ground."""
    return write_html(city.event_map(), tmp_path_factory.mktemp("city") / "city.html")


@pytest.fixture(scope="module")
def arabic_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_html(city.event_map("ar"), tmp_path_factory.mktemp("city") / "arabic.html")


def zoom(page: Any) -> float:
    return float(
        page.evaluate("Object.values(window).find(value => window.L && value instanceof L.Map).getZoom()")
    )


def test_a_city_is_looked_at_from_nearby(open_page: Callable[..., Any], city_file: Path) -> None:
    page = open_page(city_file)
    whole = zoom(page)
    assert whole > 9
    names = page.locator(".townname").all_inner_texts()
    assert len(names) >= 3
    labels = page.locator(".lbl b").all_inner_texts()
    assert {"Tahrir Square", "Zamalek", "Giza", "Heliopolis", "Maadi"} == set(labels)
    page.locator(".row").nth(4).click()
    assert zoom(page) >= whole - 0.5


def test_a_way_is_drawn_and_named_in_the_key(open_page: Callable[..., Any], city_file: Path) -> None:
    page = open_page(city_file)
    assert page.locator(".move-line").count() >= 2
    assert "way taken" in page.locator(".key").inner_text()
    page.locator(".row", has_text="Pumps").click()
    assert "from Maadi" in page.locator(".ledger").inner_text()


def test_provinces_are_named(open_page: Callable[..., Any], city_file: Path) -> None:
    page = open_page(city_file, "#m=30.05,31.25,8.5", viewport={"width": 1440, "height": 900})
    assert page.locator(".provname").count() >= 3


def test_letters_from_the_right_stay_in_their_boxes(open_page: Callable[..., Any], arabic_file: Path) -> None:
    page = open_page(arabic_file, "#e=1")
    assert page.evaluate("getComputedStyle(document.querySelector('.panel .quote')).direction") == "rtl"
    assert page.evaluate("getComputedStyle(document.querySelector('.title')).direction") == "rtl"
    page.keyboard.press("Escape")
    boxes = page.evaluate("""() => {
      const labels = [...document.querySelectorAll('.lbl')];
      const texts = labels.flatMap((label, i) => [...label.children].map(part => {
        const range = document.createRange();
        range.selectNodeContents(part);
        const b = range.getBoundingClientRect();
        return [i, b.left, b.top, b.right, b.bottom];
      }));
      return texts;
    }""")
    assert len({box[0] for box in boxes}) == 5
    for a in boxes:
        for b in boxes:
            apart = a[3] <= b[1] + 1 or b[3] <= a[1] + 1 or a[4] <= b[2] + 2 or b[4] <= a[2] + 2
            assert a[0] == b[0] or apart, (a, b)


def test_twice_the_size(open_page: Callable[..., Any], story_file: Path) -> None:
    page = open_page(story_file, viewport={"width": 720, "height": 450})
    assert page.evaluate("document.documentElement.scrollWidth") <= 720
    cut = page.evaluate("""() => [...document.querySelectorAll('.foot > span, .title, .row .lab')]
      .filter(part => part.scrollWidth > part.clientWidth + 1 && part.clientWidth).map(part => part.textContent)""")
    assert cut == []
    tray, foot = page.locator(".tray").bounding_box(), page.locator(".foot").bounding_box()
    assert tray["y"] + tray["height"] <= foot["y"] + 1
    page.locator(".tray .chip").click()
    assert page.evaluate("document.activeElement.className").startswith("row")


@pytest.mark.parametrize("size", [(1440, 900), (1024, 700), (844, 390), (390, 844), (320, 568)])
def test_nothing_lies_under_the_tray_or_the_tools(
    open_page: Callable[..., Any], story_file: Path, size: tuple[int, int]
) -> None:
    page = open_page(story_file, viewport={"width": size[0], "height": size[1]})
    hidden = page.evaluate("""() => {
      const covers = ['.tray', '.tools'].map(name => document.querySelector(name).getBoundingClientRect());
      return [...document.querySelectorAll('.signs-layer .bead')].filter(bead => {
        const b = bead.getBoundingClientRect(), x = (b.left + b.right) / 2, y = (b.top + b.bottom) / 2;
        return covers.some(c => x > c.left && x < c.right && y > c.top && y < c.bottom);
      }).map(bead => bead.getAttribute('aria-label'));
    }""")
    assert hidden == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


def test_playing_through_time(open_page: Callable[..., Any], story_file: Path) -> None:
    page = open_page(story_file)
    play = page.locator(".time-top .icon")
    play.click()
    page.wait_for_function("location.hash.includes('t=')")
    assert page.locator(".list .row").count() < 15
    page.locator(".time-top .icon").click()
    page.locator(".time-top .quiet", has_text="All dates").click()
    assert page.locator(".list .row").count() == 15
