"""No violation of axe's rules (WCAG 2.2 A and AA, and good practice) in any state of the page, light and dark."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import pytest

from mapper import model
from mapper.page import write_html
from tests.page import story

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.browser
WIDE: Final = (1440, 900)
PHONE: Final = (390, 844)
RUN: Final = """async () => {
  const found = await axe.run(document, { resultTypes: ['violations'] });
  return { rules: found.passes.length, violations: found.violations.map(rule =>
    [rule.id, ...rule.nodes.slice(0, 3).map(node => node.html.slice(0, 160) + ' | ' + node.failureSummary)].join('\\n  ')) };
}"""


class State(NamedTuple):
    """Where in the page, what is done before, and how large it is."""

    name: str
    fragment: str = ""
    act: str = ""
    size: tuple[int, int] = WIDE


STATES: Final = (
    State("nothing chosen"),
    State("evidence", "#e=6"),
    State("evidence of a claim", "#e=10"),
    State("disputed place", "#place=liancourt-rocks"),
    State("only disputed", "#only=disputed"),
    State("stepping through", act="document.querySelector('.btn.ink').click()"),
    State("help", act="[...document.querySelectorAll('.mast-top .quiet')].pop().click()"),
    State("filtered", "#off=planned+caused&t=2025-11-01_2025-12-31"),
    State("nothing found", "#q=zzz"),
    State("whole report", "#e=6", "document.querySelector('.panel .quiet').click()"),
    State("phone", size=PHONE),
    State("phone evidence", "#e=14", size=PHONE),
)


@pytest.fixture(scope="session")
def axe() -> str:
    """Return axe-core as the development package of that name carries it."""
    pytest.importorskip("axe_playwright_python", reason="axe-playwright-python is not installed")
    return resources.files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def check(page: Any, axe: str) -> None:
    page.evaluate(axe)
    found = page.evaluate(RUN)
    assert found["rules"] > 10
    assert found["violations"] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", STATES, ids=lambda state: state.name)
def test_no_violations(
    open_page: Callable[..., Any], story_file: Path, axe: str, state: State, scheme: str
) -> None:
    width, height = state.size
    page = open_page(
        story_file, state.fragment, color_scheme=scheme, viewport={"width": width, "height": height}
    )
    if state.act:
        page.evaluate(state.act)
    check(page, axe)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_violations_without_events_and_with_failures(
    open_page: Callable[..., Any], tmp_path: Path, axe: str, scheme: str
) -> None:
    empty = model.EventMap(run=story.RUN, articles=(), failures=(model.Failure("a.txt", "is empty"),))
    check(open_page(write_html(empty, tmp_path / "a.html"), color_scheme=scheme), axe)


@pytest.mark.parametrize("language", ["ko", "ja"])
def test_no_violations_in_other_languages(
    open_page: Callable[..., Any], tmp_path: Path, axe: str, language: str
) -> None:
    check(open_page(write_html(story.event_map(), tmp_path / "a.html", language=language), "#e=5"), axe)


def test_a_violation_would_be_found(open_page: Callable[..., Any], story_file: Path, axe: str) -> None:
    page = open_page(story_file)
    page.evaluate("document.querySelector('.tools button').removeAttribute('aria-label')")
    page.evaluate("document.querySelector('.tools button').removeAttribute('title')")
    with pytest.raises(AssertionError):
        check(page, axe)
