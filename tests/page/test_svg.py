"""The picture: well-formed, complete, the same each time, and nothing in it but text and shapes."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from mapper import model
from mapper.errors import ExportError, InputError
from mapper.page import write_svg
from mapper.page.svg import markup
from mapper.page.svg.boxes import Box, Taken
from mapper.page.svg.curves import best_curve, copies, great_circle
from mapper.page.svg.places import plate_spot
from mapper.page.svg.story import when
from mapper.page.svg.view import HEIGHT, WIDTH, View
from tests.page import city, hostile, story

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

SVG = "{http://www.w3.org/2000/svg}"
ALLOWED = {
    "svg", "g", "title", "desc", "defs", "pattern", "clipPath", "rect", "circle", "path", "text",
}  # fmt: skip


def squeezed(words: str) -> str:
    return re.sub(r"\s", "", words)


def said(root: ET.Element) -> str:
    """Return all text of a picture without spaces: long labels stand in several lines."""
    return squeezed("".join("".join(node.itertext()) for node in root.iter(f"{SVG}text")))


def of_class(root: ET.Element, name: str) -> list[ET.Element]:
    return [node for node in root.iter() if name in (node.get("class") or "").split()]


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_svg(story.event_map(), tmp_path_factory.mktemp("svg") / "story.svg")


@pytest.fixture(scope="module")
def root(file: Path) -> ET.Element:
    return ET.fromstring(file.read_bytes())


def test_every_event_is_listed_with_number_status_and_dispute(root: ET.Element) -> None:
    rows = of_class(root, "event")
    assert len(rows) == len(story.RAW["events"])
    texts = [squeezed("".join(row.itertext())) for row in rows]
    for raw in story.RAW["events"]:
        label = re.compile(rf"\d+\.{re.escape(squeezed(raw['label']))}")
        assert any(label.search(row) and raw["status"].capitalize() in row for row in texts), raw["label"]
    assert sum("disputed:3claimants" in row for row in texts) >= 1


def test_numbers_tie_the_list_to_the_map(root: ET.Element) -> None:
    listed = of_class(of_class(root, "list")[0], "sign")
    assert len(listed) == len(story.RAW["events"])
    placed = [
        raw for raw in story.RAW["events"] if raw["location"] and raw["location"]["relation"] != "about"
    ]
    keys = of_class(of_class(root, "key")[0], "sign")
    assert len(of_class(root, "sign")) == len(listed) + len(placed) + len(keys)


def test_view_disclaimer_and_credits(root: ET.Element) -> None:
    words = said(root)
    for part in ("View shown: neutral.", "no endorsement", "Natural Earth", "GeoNames (CC BY 4.0)"):
        assert squeezed(part) in words
    assert "Leaflet" not in words
    assert root.findtext(f"{SVG}title") == story.RAW["article"]["title"]


def test_the_view_changes_names_and_never_the_hatch(tmp_path: Path) -> None:
    pictures = {}
    for view in ("neutral", "JP", "KR"):
        path = write_svg(story.event_map(), tmp_path / f"{view}.svg", worldview=view)
        pictures[view] = ET.fromstring(path.read_bytes())
    names = {"neutral": "Liancourt Rocks", "JP": "竹島 Takeshima", "KR": "독도 Dokdo"}
    for view, picture in pictures.items():
        assert squeezed(names[view]) in said(picture)
        assert "disputed:3claimants" in said(picture)
        assert len(of_class(picture, "disputed")) == len(of_class(pictures["neutral"], "disputed")) > 0
    assert "Viewshown:Japan" in said(pictures["JP"])


def test_links_have_heads_by_kind(root: ET.Element) -> None:
    links = of_class(root, "links")[0]
    for kind in ("caused", "follow-up", "during"):
        drawn = of_class(links, kind)
        assert drawn, kind
        assert all(of_class(link, "head") for link in drawn), kind
    assert not any(of_class(link, "head") for link in of_class(links, "same-people"))


def test_nothing_but_shapes_and_text(file: Path, root: ET.Element) -> None:
    assert {node.tag.removeprefix(SVG) for node in root.iter()} <= ALLOWED
    text = file.read_text(encoding="utf-8")
    assert re.findall(r"[a-z]+://[^\"' <]*", text) == ["http://www.w3.org/2000/svg"]
    assert set(re.findall(r"url\([^)]*\)", text)) <= {"url(#hatch)", "url(#fine)", "url(#map)"}
    assert "nan" not in text.lower().replace("nara", "")
    assert file.stat().st_size < 600_000


def test_the_same_result_gives_the_same_file(file: Path, tmp_path: Path) -> None:
    again = write_svg(story.event_map(), tmp_path / "again.svg")
    assert again.read_bytes() == file.read_bytes()


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    path = write_svg(hostile.event_map(), tmp_path / "h.svg", title=hostile.PAYLOADS[0])
    root = ET.fromstring(path.read_bytes())
    assert {node.tag.removeprefix(SVG) for node in root.iter()} <= ALLOWED
    assert not [
        name for node in root.iter() for name in node.attrib if name.lower().startswith(("on", "href"))
    ]
    words = said(root).lower()
    for payload in hostile.PAYLOADS:
        assert squeezed(markup.clean(payload)).lower() in words, payload


@given(st.text(), st.text())
def test_any_text_survives_as_text(words: str, value: str) -> None:
    node = ET.fromstring(markup.text(0, 0, words, id=value))
    assert (node.text or "") == markup.clean(words)
    assert node.get("id") == markup.clean(value)


@given(st.text(), st.floats(20, 400))
def test_wrapping_loses_nothing(words: str, room: float) -> None:
    lines = markup.wrapped(words, 13, room)
    assert squeezed("".join(lines)) == squeezed(markup.clean(words))
    assert all(len(line) == 1 or markup.width_of(line, 13) <= room for line in lines if line)


def moved(origin: tuple[float, float], end: tuple[float, float]) -> model.EventMap:
    """Return one event that goes from one place to another."""
    whole = story.article_map()
    spots = [
        model.Location(None, name, lat, lon, "city", "in")
        for name, (lat, lon) in (("Start", origin), ("End", end))
    ]
    event = msgspec.structs.replace(
        whole.events[0], location=spots[1], origin=spots[0], destination=spots[1], disputes=()
    )
    changed = msgspec.structs.replace(whole, events=(event,), links=(), toponyms=())
    return story.event_map(changed)


def test_a_movement_over_the_antimeridian_is_one_short_line(tmp_path: Path) -> None:
    path = write_svg(moved((-18.1, 178.4), (-13.8, -171.8)), tmp_path / "m.svg")
    root = ET.fromstring(path.read_bytes())
    moves = of_class(root, "move")
    assert len(moves) == 1
    line = moves[0].findall(f"{SVG}path")[1].get("d") or ""
    xs = [float(pair.split()[0]) for pair in re.split("[ML]", line) if pair]
    assert max(abs(a - b) for a, b in pairwise(xs)) < 0.1 * WIDTH
    assert all(0 <= x <= WIDTH for x in xs)


def test_a_way_is_drawn_in_every_copy_of_the_world() -> None:
    world = View(0, 0, WIDTH / 360)
    lines = copies(great_circle((170, 10), (-170, 10)), world)
    assert len(lines) == 2
    assert all(Box.around(line).meets(Box(0, 0, WIDTH, HEIGHT)) for line in lines)


@given(st.floats(-180, 180), st.floats(-80, 80))
def test_back_and_forth(lon: float, lat: float) -> None:
    view = View(10, 20, 8)
    assert view.back(view.at(lon, lat)) == pytest.approx((lon, lat), abs=1e-6)


def test_links_keep_off_plates_and_signs() -> None:
    plate = Box(500, 100, 700, 180)
    points = best_curve((100, 140), (1000, 140), [(100, 140), (1000, 140)], [plate])
    assert not any(plate.holds(point, -2) for point in points)
    onto = best_curve((100, 400), (600, 150), [(100, 400), (600, 150)], [plate])
    assert onto[-1][1] >= plate.y1


def test_a_plate_keeps_off_hatched_ground() -> None:
    taken = Taken()
    taken.hatch([[[(0.0, 0.0), (600.0, 0.0), (600.0, 640.0), (0.0, 640.0), (0.0, 0.0)]]])
    assert taken.on_hatch(Box(100, 100, 200, 200)) == pytest.approx(1)
    assert taken.on_hatch(Box(550, 100, 650, 200)) == pytest.approx(0.5)
    spot = plate_spot((560, 320), [(560, 320)], (150, 90), taken)
    assert taken.on_hatch(spot) == 0


def test_no_country_is_named_on_disputed_land(tmp_path: Path) -> None:
    from tests.page.test_labels import sahara_story

    path = write_svg(story.event_map(sahara_story(south=20.9)), tmp_path / "s.svg")
    root = ET.fromstring(path.read_bytes())
    names = {node.text: float(node.get("y") or 0) for node in of_class(root, "country")}
    north = min(
        float((node.get("transform") or "").split()[1].rstrip(")")) for node in of_class(root, "sign")[:2]
    )
    assert "WESTERN SAHARA" in names
    assert names.get("MOROCCO", 0) < north


def test_no_events_and_no_places(tmp_path: Path) -> None:
    empty = msgspec.structs.replace(story.article_map(), events=(), links=())
    path = write_svg(story.event_map(empty), tmp_path / "e.svg")
    assert "Noeventsfound" in said(ET.fromstring(path.read_bytes()))


def test_dates_in_words() -> None:
    from mapper.page.payload.events import day_number
    from mapper.page.payload.records import PageEvent, PageWhen

    def words(begin: str | None, end: str | None, status: str = "happened") -> str:
        span = PageWhen(begin=day_number(story.day(begin)), end=day_number(story.day(end)))
        return when(PageEvent(article=0, id="e", type="OTHER", label="x", status=status, when=span))

    assert words("2026-01-21", "2026-01-21") == "21 Jan 2026"
    assert words("2026-01-01", "2026-01-31") == "Jan 2026"
    assert words("2025-01-01", "2025-12-31") == "2025"
    assert words("2026-01-21", "2026-01-23") == "21 Jan 2026 – 23 Jan 2026"
    assert words(None, "2025-11-30") == "by 30 Nov 2025"
    assert words("2025-11-01", "2026-01-21", "ongoing") == "since 1 Nov 2025"
    assert words(None, None) == "no date"


def test_what_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"a\.svg"):
        write_svg(story.event_map(), tmp_path / "none" / "a.svg")
    with pytest.raises(InputError, match="point of view"):
        write_svg(story.event_map(), tmp_path / "a.svg", worldview="nowhere")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["map.png", "map", "map.svgz"])
def test_another_ending_is_refused_before_anything_is_read(tmp_path: Path, name: str) -> None:
    from mapper.cli.app import app

    done = CliRunner().invoke(app, ["map", "no-such-article.txt", "-o", str(tmp_path / name)])
    assert done.exit_code == 2
    assert ".svg" in done.output


def test_the_command_writes_a_picture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from mapper.cli import mapping
    from mapper.cli.app import app

    monkeypatch.setattr(mapping, "_run", lambda *_: story.event_map())
    done = CliRunner().invoke(app, ["map", "a.txt", "-o", str(tmp_path / "map.SVG"), "--worldview", "KR"])
    assert done.exit_code == 0, done.output
    assert "View shown: South Korea" in (tmp_path / "map.SVG").read_text(encoding="utf-8")


@pytest.mark.browser
def test_a_browser_shows_it(open_page: Callable[..., Any], tmp_path: Path) -> None:
    path = write_svg(hostile.event_map(), tmp_path / "h.svg")
    page = open_page(path, ready="svg")
    assert page.locator("g.event").count() == len(hostile.PAYLOADS)
    box = page.locator("g.list").bounding_box()
    assert box["width"] <= 1250


def test_a_story_in_one_city_is_shown_from_nearby(tmp_path: Path) -> None:
    picture = write_svg(city.event_map(), tmp_path / "city.svg").read_text(encoding="utf-8")
    for name in ("Tahrir Square", "Zamalek", "Giza", "Heliopolis", "Maadi"):
        assert f">{name}<" in picture, name
