"""The dashboard in a real browser: paste, map, click, evidence, download; nothing leaves 127.0.0.1."""

from __future__ import annotations

import json
import socket
import subprocess
import threading
import urllib.request
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlsplit

import pytest

pytest.importorskip("streamlit")

from mapper.dashboard.launch import command

pytestmark = pytest.mark.browser

WAIT_MS = 60_000
TEXT = (
    "SEOUL, Jan 21, 2026 (Example) - The defence ministers of South Korea and Japan met in Nara on Monday. "
    "They plan to visit Yokosuka next week. The navy held drills near Dokdo last month. <img src=x onerror=alert(1)>"
)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="module")
def server():
    """Serve the dashboard and return its address."""
    port = free_port()
    words = command([], host="127.0.0.1", port=port, base_url="", headless=True)
    root = Path(__file__).parents[2]
    with subprocess.Popen(words, cwd=root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        pause = threading.Event()
        for _ in range(300):
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health") as answer:
                    if answer.read() == b"ok":
                        break
            except (URLError, ConnectionError):
                pause.wait(0.1)
        yield f"http://127.0.0.1:{port}"
        process.terminate()


@pytest.fixture
def visit(server, browser):
    """Return a page of the dashboard with what it asked for and what went wrong."""
    context = browser.new_context(viewport={"width": 1500, "height": 1000})
    page = context.new_page()
    page.set_default_timeout(WAIT_MS)
    asked, errors = [], []
    page.on("request", lambda r: asked.append(r.url))
    page.on("pageerror", lambda e: errors.append(str(e)))
    page.on("dialog", lambda d: errors.append(d.message) or d.dismiss())
    page.goto(server)
    yield page, asked, errors
    context.close()


def test_paste_map_click_evidence_download(visit):
    page, asked, errors = visit
    page.get_by_role("link", name="Articles").click()
    page.get_by_label("Paste an article").fill(TEXT)
    page.get_by_role("button", name="Add the text").click()
    page.get_by_text("invented texts about invented people").wait_for(state="hidden")
    page.get_by_test_id("stDataFrame").wait_for()
    page.get_by_role("link", name="Map").click()
    row = page.locator(".event-map").get_by_text("Drills", exact=True).first
    row.click()
    page.locator(".event-map").get_by_text("near Dokdo last month", exact=False).first.wait_for()
    with page.expect_download() as download:
        page.get_by_role("button", name="Records (JSONL)").click()
    record = json.loads(Path(download.value.path()).read_text(encoding="utf-8").splitlines()[0])
    assert record["article"]["id"].startswith("pasted")
    assert any(t["dispute"] for t in record["toponyms"])
    assert errors == []
    assert {urlsplit(url).hostname for url in asked if urlsplit(url).hostname} == {"127.0.0.1"}


def test_it_opens_with_the_samples(visit):
    page, _, errors = visit
    page.get_by_text("invented texts about invented people").wait_for()
    page.locator(".event-map").get_by_role("heading", level=1).first.wait_for()
    assert errors == []
