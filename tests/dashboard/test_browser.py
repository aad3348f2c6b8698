"""The dashboard in a real browser: paste, map, click, evidence, correct, download; nothing leaves 127.0.0.1."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

pytest.importorskip("streamlit")

from tests.dashboard.conftest import settle

pytestmark = pytest.mark.browser

TEXT = (
    "SEOUL, Jan 21, 2026 (Example) - The defence ministers of South Korea and Japan met in Nara on Monday. "
    "They plan to visit Yokosuka next week. The navy held drills near Dokdo last month. <img src=x onerror=alert(1)>"
)


def test_paste_map_click_evidence_download(visit):
    page = visit()
    page.get_by_role("link", name="Articles").click()
    page.get_by_label("Paste an article").fill(TEXT)
    page.get_by_role("button", name="Add the text").click()
    page.get_by_text("invented texts about invented people").wait_for(state="hidden")
    page.get_by_test_id("stDataFrame").wait_for()
    page.get_by_role("link", name="Map").click()
    row = page.locator(".event-map").get_by_text("Drills", exact=False).first
    row.click()
    page.locator(".event-map").get_by_text("near Dokdo last month", exact=False).first.wait_for()
    with page.expect_download() as download:
        page.get_by_role("button", name="Records (JSONL)").click()
    record = json.loads(Path(download.value.path()).read_text(encoding="utf-8").splitlines()[0])
    assert record["article"]["id"].startswith("pasted")
    assert any(t["dispute"] for t in record["toponyms"])


def test_correcting_a_place_by_keyboard_and_undoing_it(visit):
    page = visit("places")
    asked = page.locator("blockquote mark")
    asked.wait_for()
    settle(page)
    left = page.get_by_text("names to check, the least certain first")
    before = left.inner_text()
    page.keyboard.press("0")
    page.wait_for_function("before => !document.body.innerText.includes(before)", arg=before)
    assert int(left.inner_text().split()[0]) == int(before.split()[0]) - 1
    page.get_by_role("button", name="Corrections").wait_for()
    settle(page)
    page.keyboard.press("u")
    page.wait_for_function("before => document.body.innerText.includes(before)", arg=before)
