"""The map inside the dashboard: the same three views of one state as in the HTML file, and as accessible."""

from __future__ import annotations

from importlib import resources

import pytest

pytest.importorskip("streamlit")
expect = pytest.importorskip("playwright.sync_api").expect

from tests.dashboard.conftest import ROOT, served, settle

pytestmark = pytest.mark.browser

RUN = """async map => {
  const found = await axe.run(map, { resultTypes: ['violations'] });
  return { rules: found.passes.length, violations: found.violations.map(rule =>
    [rule.id, ...rule.nodes.slice(0, 3).map(node => node.html.slice(0, 160) + ' | ' + node.failureSummary)].join('\\n  ')) };
}"""


@pytest.fixture(scope="module")
def server():
    """Serve the dashboard with one sample."""
    with served(str(ROOT / "data" / "articles" / "defence-talks.jsonl")) as address:
        yield address


def open_map(visit, **options):
    """Return the dashboard's page with its map drawn, and the map."""
    page = visit(**options)
    page.locator(".event-map[data-ready] .row").first.wait_for()
    return page, page.locator(".event-map")


def selected(room):
    """Return the number of the event that all three views show as selected."""
    room.locator(".row[aria-current=true]").wait_for()
    numbers = {room.locator(".row[aria-current=true]").get_attribute("data-n")}
    if room.locator(".bead.sel text").count():
        numbers.add(room.locator(".bead.sel text").first.text_content())
    if room.locator(".blk.sel").count():
        numbers.add(room.locator(".blk.sel").first.get_attribute("data-n"))
    assert len(numbers) == 1
    return numbers.pop()


def test_selecting_in_each_view(visit):
    _, room = open_map(visit)
    row = room.locator(".row").nth(2)
    row.click()
    assert selected(room) == row.get_attribute("data-n")
    room.locator(".panel mark").first.wait_for()
    block = room.locator(".blk").nth(1)
    block.click()
    assert selected(room) == block.get_attribute("data-n")
    bead = room.locator(".signs-layer .bead").last
    number = bead.locator("text").first.text_content()
    bead.focus()
    bead.press("Enter")
    expect(room.locator(".row[aria-current=true]")).to_have_attribute("data-n", number)
    assert selected(room) == number


def test_the_story_by_keyboard(visit):
    page, room = open_map(visit)
    room.locator(".row").first.focus()
    page.keyboard.press("j")
    first = selected(room)
    page.keyboard.press("ArrowDown")
    assert selected(room) != first
    room.get_by_role("button", name="Step through").first.focus()
    page.keyboard.press("Enter")
    step = selected(room)
    page.keyboard.press("ArrowRight")
    expect(room.locator(".row[aria-current=true]")).not_to_have_attribute("data-n", step)


def test_filters_evidence_and_points_of_view(visit):
    page, room = open_map(visit)
    count = room.locator(".row").count()
    room.get_by_role("searchbox").fill("Dokdo")
    expect(room.locator(".row")).not_to_have_count(count)
    room.locator(".row").first.click()
    room.locator(".panel mark").first.wait_for()
    room.locator(".row").first.focus()
    page.keyboard.press("d")
    japan = room.locator(".views label", has_text="Japan").locator("input")
    japan.check()
    expect(japan).to_be_checked()
    expect(room.locator(".foot")).to_contain_text("Japan")


def test_on_a_phone(visit):
    _, room = open_map(visit, viewport={"width": 390, "height": 844})
    assert room.get_attribute("data-size") == "phone"
    assert room.evaluate("e => e.scrollWidth <= e.clientWidth + 1")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_violation_of_accessibility(visit, scheme):
    pytest.importorskip("axe_playwright_python", reason="axe-playwright-python is not installed")
    axe = resources.files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    page, room = open_map(visit, color_scheme=scheme, reduced_motion="reduce")
    assert room.get_attribute("data-theme") == scheme
    page.evaluate(axe)
    for act in (lambda: None, room.locator(".row").nth(2).click):
        act()
        settle(page)
        room.evaluate("e => Promise.all(e.getAnimations({ subtree: true }).map(each => each.finished))")
        found = room.evaluate(RUN)
        assert found["rules"] > 10
        assert found["violations"] == []
