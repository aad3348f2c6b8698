"""Fixtures every room shares. Tests run offline; those that need more skip with a reason."""

from __future__ import annotations

import os
import shutil
import socket
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapper.gazetteer import Gazetteer
    from mapper.language import Parser

settings.register_profile("mapper", deadline=None, derandomize=True)
settings.load_profile("mapper")

ROOT = Path(__file__).resolve().parent.parent
LOCAL = {"127.0.0.1", "::1", "localhost"}
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder with corpora, gold and judges, by default beside the checkout."""
    folder = Path(os.environ.get("MAPPER_SHARED", ROOT.parent / "shared"))
    if not (folder / "gold").is_dir():
        pytest.skip("the corpora and judges are not here: set MAPPER_SHARED to their folder")
    return folder


@pytest.fixture(scope="session")
def cases() -> Path:
    """Return the folder of the behaviour tables."""
    return ROOT / "tests" / "cases"


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    """Return the packaged gazetteer."""
    from mapper.gazetteer import Gazetteer

    return Gazetteer.open()


@pytest.fixture(scope="session")
def parser() -> Parser:
    """Return the best installed parser; tests that need syntax skip without a model."""
    from mapper.language import load_parser

    return load_parser()


@pytest.fixture(scope="session")
def chromium() -> str:
    """Return the path of the browser."""
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if path is None:
        if os.environ.get("MAPPER_REQUIRE_BROWSER"):
            pytest.fail("no Chromium was found, and MAPPER_REQUIRE_BROWSER is set")
        pytest.skip("no Chromium was found")
    return path


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Any]:
    """Return a running Chromium, one for all tests of a process."""
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=chromium, args=CHROMIUM_FLAGS)
        yield running
        running.close()


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail any test that connects to another computer."""
    connect = socket.socket.connect

    def local_only(self: socket.socket, address: Any) -> None:
        if isinstance(address, tuple) and address[0] not in LOCAL:
            msg = f"A test tried to reach {address[0]!r}; tests run offline."
            raise AssertionError(msg)
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", local_only)


@pytest.fixture(autouse=True)
def _own_main(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the main module back after each test: Streamlit's harness leaves its script there,
    and processes started afterwards would run that script first.
    """
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])
