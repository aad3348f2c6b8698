"""A browser for the page's tests: every request and every page error of a test fails it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from mapper.disputes import DisputeRegister
from mapper.page import write_html
from mapper.page.basemap import base_of
from mapper.page.payload import build_page
from tests.page import story

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@pytest.fixture(scope="session")
def story_ground() -> dict[str, Any]:
    """Return the ground of the story."""
    register = DisputeRegister.load()
    return base_of(build_page(story.event_map(), register), register)


@pytest.fixture(autouse=True)
def _one_ground(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Draw every page of a browser test on the story's ground: cutting one out takes longer than the test."""
    if request.node.get_closest_marker("browser"):
        ground = request.getfixturevalue("story_ground")
        monkeypatch.setattr("mapper.page.basemap.base_of", lambda *_: ground)


@pytest.fixture(scope="session")
def story_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the story as a page."""
    return write_html(story.event_map(), tmp_path_factory.mktemp("page") / "story.html")


@pytest.fixture
def open_page(browser: Any) -> Iterator[Callable[..., Any]]:
    """Return a function that opens a file; afterwards nothing may have failed or been asked for.

    Requests go into `asked` where a test looks at them itself.
    """
    contexts: list[Any] = []
    faults: list[str] = []

    def open_file(
        path: Path,
        fragment: str = "",
        *,
        ready: str = "[data-ready]",
        asked: list[str] | None = None,
        **options: Any,
    ) -> Any:
        options = {"viewport": {"width": 1200, "height": 720}, "reduced_motion": "reduce", **options}
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(f"error: {error}"))
        page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
        page.on("dialog", lambda dialog: (faults.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on("request", lambda request: _note(request.url, path, faults if asked is None else asked))
        page.goto(f"{path.as_uri()}{fragment}")
        page.wait_for_selector(f"{ready}, [data-fault]", state="attached", timeout=15000)
        fault = page.evaluate("document.querySelector('[data-fault]')?.dataset.fault")
        assert fault is None, fault
        return page

    yield open_file
    for context in contexts:
        context.close()
    assert faults == []


def _note(url: str, path: Path, faults: list[str]) -> None:
    if not url.startswith(("data:", "blob:", path.as_uri())):
        faults.append(f"request: {url}")
