from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from mapper.page import build_map, write_html
from tests.page import hostile

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.browser


def shown(text: str) -> str:
    """Return text as a page shows it: a byte of nought becomes nothing or a sign, breaks become one."""
    return text.replace("\r\n", "\n").replace("\x00", "")


@pytest.fixture(scope="module")
def hostile_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hostile") / "{{7*7}} `${alert(1)}`.html"
    return write_html(
        hostile.event_map(), path, full_text=True, title=hostile.PAYLOADS[0] + hostile.PAYLOADS[21]
    )


def test_there_are_enough() -> None:
    assert len(set(hostile.PAYLOADS)) == len(hostile.PAYLOADS) >= 40


def test_payloads_are_text_in_every_view(open_page: Callable[..., Any], hostile_file: Path) -> None:
    page = open_page(hostile_file)
    seen = page.evaluate("""async () => {
      const list = document.querySelector('.list'), panel = document.querySelector('.panel'), out = [], hrefs = new Set();
      for (const row of [...list.querySelectorAll('.row')]) {
        document.querySelector(`.row[data-n="${row.dataset.n}"]`).click();
        const evidence = panel.textContent;
        const dispute = panel.querySelector('.go-d');
        let place = '';
        if (dispute) { dispute.click(); place = panel.textContent; }
        panel.querySelectorAll('a[href]').forEach(a => hrefs.add(a.getAttribute('href')));
        out.push([row.textContent, evidence, place]);
      }
      return { out, hrefs: [...hrefs], list: list.textContent, mast: document.querySelector('.mast').textContent };
    }""")
    assert all(href.startswith("https://") for href in seen["hrefs"])
    words = [[shown(part) for part in parts] for parts in seen["out"]]
    for i, payload in enumerate(hostile.PAYLOADS):
        wanted = shown(payload)
        capital = wanted[:1].upper() + wanted[1:]
        found = [parts for parts in words if capital in parts[0]]
        assert found, payload
        assert any(parts[1].count(wanted) >= 4 for parts in found), payload
        assert i % 2 == 0 or any(wanted in parts[2] for parts in found), payload
    assert all(shown(payload) in shown(seen["list"]) for payload in hostile.PAYLOADS)
    assert shown(hostile.PAYLOADS[0] + hostile.PAYLOADS[21]) in seen["mast"]


def test_reports_print_and_steps(open_page: Callable[..., Any], hostile_file: Path) -> None:
    page = open_page(hostile_file)
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    text = shown(page.locator(".printout").text_content())
    assert all(shown(payload) in text for payload in hostile.PAYLOADS)
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    page.locator(".reports summary").click()
    page.locator(".reports li").nth(len(hostile.PAYLOADS) - 1).wait_for(state="attached")
    assert page.locator(".reports li").count() == len(hostile.PAYLOADS)
    page.keyboard.press("Escape")
    page.evaluate("document.querySelector('.btn.ink').click()")
    for _ in range(3):
        page.evaluate("document.querySelector('[data-way=next]').click()")
    page.evaluate("document.querySelectorAll('.reports .quiet')[2].click()")
    assert page.locator(".art").count() == 1


def test_in_a_notebook_too(open_page: Callable[..., Any], tmp_path: Path) -> None:
    path = tmp_path / "notebook.html"
    path.write_text(f"<!doctype html>{build_map(hostile.event_map())._repr_html_()}", encoding="utf-8")
    page = open_page(path, ready="iframe")
    page.frames[1].wait_for_selector("[data-ready]", state="attached")
    assert page.frames[1].locator(".row").count() == len(hostile.PAYLOADS)
