"""A dashboard that is served, and a browser that visits it."""

from __future__ import annotations

import socket
import subprocess
import threading
import urllib.request
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlsplit

import pytest

ROOT = Path(__file__).parents[2]
WAIT_MS = 60_000


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def served(*articles):
    """Serve the dashboard with articles, or the samples, and give its address."""
    from mapper.dashboard.launch import command

    port = free_port()
    words = command(list(articles), host="127.0.0.1", port=port, base_url="", headless=True)
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
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


@pytest.fixture(scope="module")
def server():
    """Return the address of a dashboard with the samples."""
    with served() as address:
        yield address


def settle(page):
    """Wait until the script has run to its end and nothing fades in or out any more."""
    page.locator("[data-test-script-state=notRunning]").wait_for()
    page.wait_for_function("document.getAnimations().every(each => each.playState !== 'running')")


@pytest.fixture
def visit(server, browser):
    """Return a function that opens the dashboard; afterwards nothing has failed or left 127.0.0.1."""
    contexts, asked, faults = [], [], []

    def open_dashboard(path="", **options):
        context = browser.new_context(**{"viewport": {"width": 1500, "height": 1000}, **options})
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(WAIT_MS)
        page.on("request", lambda request: asked.append(request.url))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("dialog", lambda dialog: faults.append(dialog.message) or dialog.dismiss())
        page.goto(f"{server}/{path}")
        return page

    yield open_dashboard
    for context in contexts:
        context.close()
    assert faults == []
    assert {urlsplit(url).hostname for url in asked if urlsplit(url).hostname} <= {"127.0.0.1"}
