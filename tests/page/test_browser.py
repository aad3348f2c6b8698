"""The page in a real browser: three views of one state, by mouse and by keyboard."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from mapper import model
from mapper.page import build_map, write_html
from tests.page import story

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.browser
EVENTS = len(story.RAW["events"])


def rows(page: Any) -> int:
    return int(page.locator(".list .row").count())


def selected(page: Any) -> str:
    """Return the number of the event that list, map and timeline all show as selected."""
    return str(
        page.evaluate("""() => {
          const row = document.querySelector('.row[aria-current=true]');
          const bead = document.querySelector('.bead.sel text'), block = document.querySelector('.blk.sel');
          const all = [row && row.dataset.n, bead && bead.textContent, block && block.dataset.n].filter(Boolean);
          return new Set(all).size === 1 ? all[0] : all.join('/');
        }""")
    )


def number_of(page: Any, label: str) -> str:
    return str(page.locator(".row", has_text=label).first.get_attribute("data-n"))


def test_the_page_opens_alone(open_page: Callable[..., Any], story_file: Path) -> None:
    page = open_page(story_file, offline=True)
    assert page.title() == story.RAW["article"]["title"]
    assert rows(page) == EVENTS
    assert page.locator(".bead").count() == EVENTS
    assert (
        page.evaluate(
            "performance.getEntriesByType('resource').filter(e => !e.name.startsWith('data:')).length"
        )
        == 0
    )


def test_no_flag_in_the_credits(open_page: Callable[..., Any], story_file: Path) -> None:
    page = open_page(story_file)
    assert page.locator(".leaflet-attribution-flag, .leaflet-control-attribution").count() == 0
    assert "Natural Earth" in page.locator(".foot").inner_text()


def test_every_event_has_a_position(open_page: Callable[..., Any], story_file: Path) -> None:
    page = open_page(story_file)
    assert page.locator(".tray .bead").count() == 5
    assert "country only" in page.locator(".plate").inner_text()
    assert page.locator(".area").count() >= 1
    assert page.locator(".near").count() >= 1


def test_selecting_in_the_list(open_page: Callable[..., Any], story_file: Path) -> None:
    page = open_page(story_file)
    page.locator(".row", has_text="Lee–Takaichi summit").click()
    assert selected(page) == number_of(page, "Lee–Takaichi summit")
    panel = page.locator(".panel")
    assert panel.locator("mark").inner_text() == "summit"
    assert panel.locator(".u-place").inner_text() == "in Nara"
    assert panel.locator(".u-date").inner_text() == "earlier this month"
    assert "followed by" in panel.inner_text()
    assert "would follow" in panel.inner_text()
    assert "#e=" in page.url


def test_selecting_on_the_map(open_page: Callable[..., Any], story_file: Path) -> None:
    page = open_page(story_file)
    bead = page.locator(".signs-layer .bead").first
    bead.click()
    assert selected(page) == bead.locator("text").first.text_content()
    assert page.locator(".panel h2").is_visible()


def test_selecting_in_the_timeline(open_page: Callable[..., Any], story_file: Path) -> None:
    page = open_page(story_file)
    page.locator(".blk").nth(3).click()
    assert selected(page) == page.locator(".blk").nth(3).get_attribute("data-n")


def test_hovering_lights_all_views(open_page: Callable[..., Any], story_file: Path) -> None:
    page = open_page(story_file)
    page.locator(".row").nth(3).hover()
    page.wait_for_selector(".bead.hover")
    assert page.locator(".blk.hover").get_attribute("data-n") == page.locator(".row.hover").get_attribute(
        "data-n"
    )


def test_keyboard_alone(open_page: Callable[..., Any], story_file: Path) -> None:
    page = open_page(story_file)
    page.keyboard.press("j")
    assert selected(page) == "1"
    page.keyboard.press("ArrowDown")
    assert selected(page) == "2"
    page.keyboard.press("k")
    assert selected(page) == "1"
    page.keyboard.press("Escape")
    assert page.locator(".panel").is_hidden()
    assert page.evaluate("document.activeElement.dataset.n") == "1"
    page.keyboard.press("/")
    page.keyboard.type("nara")
    assert rows(page) == 1
    page.keyboard.press("Escape")
    assert rows(page) == EVENTS


def test_arrows_move_between_signs(open_page: Callable[..., Any], story_file: Path) -> None:
    page = open_page(story_file)
    stops = page.locator('.bead[tabindex="0"]')
    assert stops.count() == 1
    stops.focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.className.includes('bead')")
    assert page.locator('.bead[tabindex="0"]').count() == 1
    page.keyboard.press("Enter")
    assert page.locator(".panel h2").is_visible()


def test_the_skip_link_leads_to_the_list(open_page: Callable[..., Any], story_file: Path) -> None:
    page = open_page(story_file)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.className").startswith("row")


def test_stepping_through_by_keyboard(open_page: Callable[..., Any], story_file: Path) -> None:
    page = open_page(story_file)
    page.keyboard.press("s")
    card = page.locator(".card")
    assert card.is_visible()
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    assert selected(page) == "6"
    assert "Step 6 of 15" in page.locator("[role=status]").inner_text()
    assert card.locator(".from").is_visible()
    page.keyboard.press("ArrowLeft")
    assert selected(page) == "5"
    page.keyboard.press("Escape")
    assert card.is_hidden()


def test_filters_act_on_all_views_and_are_in_the_address(
    open_page: Callable[..., Any], story_file: Path
) -> None:
    page = open_page(story_file)
    page.locator(".key-row", has_text="Planned").click()
    left = rows(page)
    assert left == EVENTS - 3
    assert page.locator(".bead").count() == left
    assert page.locator(".blk").count() == left
    assert "off=planned" in page.url
    page.wait_for_selector("[role=status]:has-text('12 of 15')", state="attached")
    again = open_page(story_file, page.url[page.url.index("#") :])
    assert rows(again) == left
    assert again.locator(".key-row", has_text="Planned").get_attribute("aria-pressed") == "false"


def test_nothing_to_show_and_back(open_page: Callable[..., Any], story_file: Path) -> None:
    page = open_page(story_file)
    page.locator("input[type=search]").fill("no such words")
    assert rows(page) == 0
    assert "Nothing to show" in page.locator(".list").inner_text()
    page.locator(".none .btn").click()
    assert rows(page) == EVENTS
    assert page.locator("input[type=search]").input_value() == ""


def test_focus_stays_where_the_hand_is(open_page: Callable[..., Any], story_file: Path) -> None:
    page = open_page(story_file, "#place=liancourt-rocks")
    planned = page.locator(".key-row", has_text="Planned")
    planned.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert planned.get_attribute("aria-pressed") == "true"
    page.locator(".views input").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.value") == "de-facto"
    assert "who administers" in page.locator(".foot").inner_text()
    page.locator('.handle[data-end="to"]').focus()
    page.keyboard.press("PageDown")
    page.locator(".time-top .quiet", has_text="All dates").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.className") == "icon"


def test_the_time_window_by_keyboard(open_page: Callable[..., Any], story_file: Path) -> None:
    page = open_page(story_file)
    end = page.locator('.handle[data-end="to"]')
    end.focus()
    for _ in range(3):
        page.keyboard.press("PageDown")
    assert rows(page) < EVENTS
    assert "t=" in page.url
    assert end.get_attribute("aria-valuetext")
    assert page.evaluate("document.activeElement.dataset.end") == "to"
    assert (
        "Restart of military" in page.locator(".list").inner_text()
    )  # an event without a date is never hidden by it
    again = open_page(story_file, page.url[page.url.index("#") :])
    assert rows(again) == rows(page)
    page.locator(".time-top .quiet", has_text="All dates").click()
    assert rows(page) == EVENTS


def test_the_time_window_by_mouse(open_page: Callable[..., Any], story_file: Path) -> None:
    page = open_page(story_file)
    box = page.locator('.handle[data-end="from"]').bounding_box()
    page.mouse.move(box["x"] + 12, box["y"] + 30)
    page.mouse.down()
    page.mouse.move(box["x"] + 500, box["y"] + 30, steps=4)
    page.mouse.up()
    assert 0 < rows(page) < EVENTS


def test_the_disputed_place(open_page: Callable[..., Any], story_file: Path) -> None:
    page = open_page(story_file)
    page.keyboard.press("d")
    panel = page.locator(".panel")
    text = panel.inner_text()
    for word in (
        "竹島",
        "독도",
        "Takeshima",
        "Tokdo",
        "Dokdo",
        "Liancourt Rocks",
        "Japan, North Korea, South Korea",
        "none, on purpose",
    ):
        assert word in text, word
    assert "place=liancourt-rocks" in page.url
    assert "disputed: 3 claimants" in page.locator(".signs-layer").inner_text()
    panel.locator("label", has_text="Japan").click()
    assert "竹島 Takeshima" in page.locator(".signs-layer").inner_text()
    assert "disputed: 3 claimants" in page.locator(".signs-layer").inner_text()
    assert "View: Japan." in page.locator(".foot").inner_text()
    assert page.locator(".d-ring").count() >= 1


def test_names_by_worldview_from_the_start(open_page: Callable[..., Any], tmp_path: Path) -> None:
    page = open_page(write_html(story.event_map(), tmp_path / "a.html", worldview="KR"))
    assert "독도 Dokdo" in page.locator(".signs-layer").inner_text()
    assert "view=" not in page.url
    page = open_page(write_html(story.event_map(), tmp_path / "b.html", worldview="in"))
    assert "View: India." in page.locator(".foot").inner_text()


def test_a_phone(open_page: Callable[..., Any], story_file: Path) -> None:
    page = open_page(story_file, viewport={"width": 390, "height": 844})
    assert page.locator(".event-map").get_attribute("data-size") == "phone"
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.locator(".row").first.click()
    assert page.locator(".panel h2").is_visible()
    assert page.locator(".leaflet-container").is_visible()
    page.locator(".p-close").click()
    assert page.locator(".panel").is_hidden()


def test_light_and_dark(open_page: Callable[..., Any], story_file: Path) -> None:
    page = open_page(story_file, color_scheme="dark")
    root = page.locator(".event-map")
    assert root.get_attribute("data-theme") == "dark"
    dark = page.evaluate("getComputedStyle(document.querySelector('.story')).backgroundColor")
    page.keyboard.press("t")
    assert root.get_attribute("data-theme") == "light"
    assert page.evaluate("getComputedStyle(document.querySelector('.story')).backgroundColor") != dark


def test_print_holds_every_event(open_page: Callable[..., Any], story_file: Path) -> None:
    page = open_page(story_file, color_scheme="dark")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".event-map").get_attribute("data-theme") == "light"
    assert page.locator(".printout .pe").count() == EVENTS + 1
    assert "imply no position" in page.locator(".printout").inner_text()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator(".event-map").get_attribute("data-theme") == "dark"
    assert page.locator(".list").is_visible()


@pytest.mark.parametrize(("language", "word"), [("ko", "취소됨"), ("ja", "中止")])
def test_other_languages(open_page: Callable[..., Any], tmp_path: Path, language: str, word: str) -> None:
    page = open_page(write_html(story.event_map(), tmp_path / "a.html", language=language))
    assert word in page.locator(".key").inner_text()
    assert page.locator(".event-map").get_attribute("lang") == language


def test_changing_the_language(open_page: Callable[..., Any], story_file: Path) -> None:
    page = open_page(story_file, "#e=3")
    page.keyboard.press("?")
    page.locator(".languages label", has_text="한국어").click()
    assert "단축키" in page.locator(".help").inner_text()
    page.locator(".help .btn").click()
    assert "예정" in page.locator(".key").inner_text()
    assert selected(page) == "3"


def test_single_keys_can_be_turned_off(open_page: Callable[..., Any], story_file: Path) -> None:
    page = open_page(story_file)
    page.keyboard.press("?")
    page.locator(".choice", has_text="Single keys").click()
    page.locator(".help .btn").click()
    page.keyboard.press("j")
    assert page.locator(".panel").is_hidden()


def test_in_a_notebook(open_page: Callable[..., Any], tmp_path: Path) -> None:
    path = tmp_path / "notebook.html"
    path.write_text(
        f"<!doctype html><div style='width:900px'>{build_map(story.event_map())._repr_html_()}</div>",
        encoding="utf-8",
    )
    page = open_page(path, ready="iframe")
    frame = page.frames[1]
    frame.wait_for_selector("[data-ready]", state="attached")
    assert frame.locator(".row").count() == EVENTS
    frame.locator(".row").first.click()
    assert frame.locator(".panel mark").count() == 1


def test_folium_layers_show_on_it(open_page: Callable[..., Any], tmp_path: Path) -> None:
    import folium

    made = build_map(story.event_map())
    folium.Marker((20, 100), popup="a popup of mine").add_to(made)
    folium.CircleMarker((10, 100), color="#f00").add_to(made)
    page = open_page(write_html(made, tmp_path / "a.html"))
    assert rows(page) == EVENTS
    page.locator("img.leaflet-marker-icon").click()
    assert page.locator(".leaflet-popup-content").inner_text().strip() == "a popup of mine"


def test_the_whole_article(open_page: Callable[..., Any], tmp_path: Path) -> None:
    page = open_page(write_html(story.event_map(), tmp_path / "a.html", full_text=True), "#e=12")
    page.locator(".panel .quiet", has_text="Whole report").click()
    assert page.locator(".art .trig").count() == EVENTS
    assert page.locator(".art").inner_text().startswith("SEOUL, 21 January")
    page.locator(".art .trig", has_text="summit").click()
    assert selected(page) == "12"


def test_emoji_before_a_span_do_not_shift_it(open_page: Callable[..., Any], tmp_path: Path) -> None:
    text = "😀👩‍👩‍👧 in 서울: a 🎆 meeting was held."
    start = text.index("meeting")
    record = model.ArticleMap(
        run=story.RUN,
        article=model.Article(id="a", title="😀"),
        events=(
            model.Event(
                id="e1", type="CONSULT", label="Meeting", status="happened",
                mentions=(model.Span(start, start + 7, "meeting"),), evidence=(model.Extent(0, len(text)),),
            ),
        ),
        quotes=(model.Span(0, len(text), text),),
    )  # fmt: skip
    page = open_page(write_html(story.event_map(record), tmp_path / "a.html"), "#e=1")
    assert page.locator(".panel mark").inner_text() == "meeting"


@pytest.mark.parametrize("articles", [0, 1])
def test_no_events_at_all(open_page: Callable[..., Any], tmp_path: Path, articles: int) -> None:
    records = [model.ArticleMap(run=story.RUN, article=model.Article(id="a"))] * articles
    empty = model.EventMap(
        run=story.RUN, articles=tuple(records), failures=(model.Failure("{{7*7}}.txt", "is empty"),)
    )
    page = open_page(write_html(empty, tmp_path / "a.html"))
    text = page.locator(".list").inner_text()
    assert "No events found" in text
    assert "{{7*7}}.txt" in text
    assert "is empty" in text


def test_two_reports_and_where_they_differ(open_page: Callable[..., Any], tmp_path: Path) -> None:
    def report(name: str, arrests: int) -> model.ArticleMap:
        text = f"Police arrested {arrests} people."
        return model.ArticleMap(
            run=story.RUN,
            article=model.Article(id=name, title=f"Report {name}", source=name),
            events=(
                model.Event(
                    id="e1", type="COERCE", label="Arrests", status="happened",
                    mentions=(model.Span(7, 15, "arrested"),), figures=(model.Figure(arrests, "arrested", 16, 18),),
                ),
            ),
            quotes=(model.Span(0, len(text), text),),
        )  # fmt: skip

    cluster = model.Cluster(id="c", members=(model.EventRef("A", "e1"), model.EventRef("B", "e1")))
    both = story.event_map(report("A", 58), report("B", 61), clusters=(cluster,))
    page = open_page(write_html(both, tmp_path / "a.html"), "#e=1")
    assert rows(page) == 1
    assert "2 reports" in page.locator(".row").inner_text()
    assert page.locator(".panel .quote").count() == 2
    table = page.locator(".panel .dt").inner_text()
    assert "58 arrested" in table
    assert "61 arrested" in table
    page.locator(".reports summary").click()
    page.locator(".reports input").first.click()
    assert rows(page) == 1
    page.locator(".reports input").nth(1).click()
    assert rows(page) == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_map_as_a_picture(
    open_page: Callable[..., Any], story_file: Path, tmp_path: Path, scheme: str
) -> None:
    page = open_page(story_file, color_scheme=scheme)
    with page.expect_download() as download:
        page.locator(".tools button").last.click()
    path = tmp_path / "map.png"
    download.value.save_as(path)
    data = path.read_bytes()
    assert download.value.suggested_filename == "event-map.png"
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = (int.from_bytes(data[i : i + 4], "big") for i in (16, 20))
    assert width > 1200
    assert height > 700
    assert len(data) > 100_000


def test_only_disputed(open_page: Callable[..., Any], story_file: Path) -> None:
    page = open_page(story_file)
    only = page.locator(".key-row.only")
    assert only.get_attribute("aria-pressed") == "false"
    only.focus()
    page.keyboard.press("Enter")
    assert page.locator(".key-row.only").get_attribute("aria-pressed") == "true"
    assert rows(page) == int(only.locator(".n").inner_text()) == 2
    assert page.locator(".list .chip-d").count() == rows(page) == page.locator(".bead").count()
    assert page.locator(".blk").count() == 2
    assert "only=disputed" in page.url
    again = open_page(story_file, page.url[page.url.index("#") :])
    assert rows(again) == 2
    again.locator(".none .btn").click()
    assert rows(again) == EVENTS
    assert again.locator(".key-row.only").get_attribute("aria-pressed") == "false"


def test_the_key_names_what_is_drawn_and_nothing_else(
    open_page: Callable[..., Any], story_file: Path, tmp_path: Path
) -> None:
    text = open_page(story_file).locator(".key").inner_text()
    for word in ("known as an area", "disputed", "near, not at", "low confidence"):
        assert word in text, word
    plain = model.Event(
        id="e1", type="CONSULT", label="Meeting", status="happened", mentions=(model.Span(0, 7, "Meeting"),), confidence=0.9
    )  # fmt: skip
    record = model.ArticleMap(
        run=story.RUN, article=model.Article(id="a"), events=(plain,), quotes=(model.Span(0, 7, "Meeting"),)
    )
    text = open_page(write_html(story.event_map(record), tmp_path / "a.html")).locator(".key").inner_text()
    for word in ("known as an area", "disputed", "near, not at", "low confidence"):
        assert word not in text, word
