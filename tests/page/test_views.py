"""Points of view on disputed land in a real browser: lines, names and whose it is change together."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from mapper import model
from mapper.disputes import DisputeRegister
from mapper.page import write_html, write_svg
from mapper.page.basemap import base_of
from tests.page import story

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.browser


def crimea() -> model.EventMap:
    """Return one event in Simferopol."""
    flag = DisputeRegister.load().flag("crimea", "in")
    place = model.Place("gn:693805", "Simferopol", "city", 44.957, 34.108, "city")
    toponym = model.Toponym("t1", 0, 6, "Crimea", "literal", place, 0.9, dispute=flag)
    event = model.Event(
        "e1", "FIGHT", "strike", (model.Span(7, 13, "strike"),), "happened",
        location=model.Location("t1", place.name, place.lat, place.lon, "city", "in"),
        disputes=(model.EventDispute("crimea", "in", "t1"),),
    )  # fmt: skip
    record = model.ArticleMap(story.RUN, model.Article("a"), (toponym,), (), (event,))
    return model.EventMap(story.RUN, (record,))


def test_lines_names_and_whose_it_is_follow_the_view(
    open_page: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "mapper.page.basemap.base_of", base_of
    )  # the ground of this story, not the shared one
    page = open_page(write_html(crimea(), tmp_path / "a.html"), "#place=crimea")
    land = page.locator(".area-d.press")
    assert "dashed" in land.get_attribute("class").split()
    dashes = land.evaluate("element => getComputedStyle(element).strokeDasharray")
    panel = page.locator(".panel")
    assert "Shown as part of" not in panel.inner_text()
    panel.locator(".views label", has_text="Ukraine").click()
    assert "solid" in land.get_attribute("class").split()
    assert land.evaluate("element => getComputedStyle(element).strokeDasharray") != dashes
    assert "Ukraine, in the view “Ukraine”" in panel.inner_text()
    panel.locator(".views label", has_text="Russia").click()
    assert "Respublika Krym" in panel.inner_text()
    assert "Russia, in the view “Russia”" in panel.inner_text()
    assert "disputed: 2 claimants" in page.locator(".signs-layer").inner_text()


def test_what_is_divided_keeps_its_neutral_name_in_the_de_facto_view(
    open_page: Callable[..., Any], tmp_path: Path
) -> None:
    flag = DisputeRegister.load().flag("western-sahara", "in")
    assert flag is not None
    assert len(flag.administered_by) > 1
    place = model.Place("dt:western-sahara", "Western Sahara", "country", 24.5, -13.0, "country", extent=290)
    toponym = model.Toponym("t1", 0, 6, "Sahara", "literal", place, 0.9, dispute=flag)
    event = model.Event(
        "e1", "FIGHT", "strike", (model.Span(7, 13, "strike"),), "happened",
        location=model.Location("t1", place.name, place.lat, place.lon, "country", "in"),
        disputes=(model.EventDispute("western-sahara", "in", "t1"),),
    )  # fmt: skip
    result = model.EventMap(
        story.RUN, (model.ArticleMap(story.RUN, model.Article("a"), (toponym,), (), (event,)),)
    )
    page = open_page(write_html(result, tmp_path / "a.html", worldview="de-facto"))
    assert "Western Sahara" in page.locator(".list").inner_text()
    assert "Moroccan" not in page.locator("body").inner_text()
    picture = write_svg(result, tmp_path / "a.svg", worldview="de-facto").read_text("utf-8")
    assert "Moroccan" not in picture
