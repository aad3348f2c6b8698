"""No country's name stands on land that is disputed; disputed land has its own name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from shapely import MultiPolygon, Point, Polygon, union_all

from mapper.disputes import DisputeRegister
from mapper.page import component_data, labels, write_html
from mapper.page.shapes import decode
from tests.page import story

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mapper.model import ArticleMap


@pytest.fixture(scope="module")
def register() -> DisputeRegister:
    return DisputeRegister.load()


@pytest.fixture(scope="module")
def rows(register: DisputeRegister) -> dict[str, tuple[list[Any], bool]]:
    return {names["en"]: (spots, own) for names, _, spots, own in labels.country_labels(register)}


def outlines(register: DisputeRegister) -> list[Any]:
    shapes = (register.outline(row.id) for row in register.territories)
    return [shape for shape in shapes if shape is not None]


def test_no_name_of_a_country_lies_on_disputed_land(
    register: DisputeRegister, rows: dict[str, tuple[list[Any], bool]]
) -> None:
    shapes = outlines(register)
    for name, (spots, own) in rows.items():
        assert spots, name
        if not own:
            on = [spot for spot in spots if any(shape.contains(Point(spot[1], spot[0])) for shape in shapes)]
            assert on == [], name


def test_disputed_land_keeps_its_own_name(rows: dict[str, tuple[list[Any], bool]]) -> None:
    own = {name for name, (_, itself) in rows.items() if itself}
    assert {"Western Sahara", "Kosovo", "Taiwan", "Falkland Islands / Islas Malvinas"} <= own
    assert not own & {"Morocco", "Guyana", "China", "Serbia", "Israel", "Russia", "Ukraine"}


def test_the_page_knows_all_disputed_land(register: DisputeRegister) -> None:
    found = labels.contested(register)
    shapes = [Polygon(decode(outer, found["steps"])).buffer(0) for outer, *_ in found["polygons"]]
    known = union_all(shapes) if shapes else MultiPolygon()
    sahara = register.outline("western-sahara")
    assert sahara is not None
    assert known.intersection(sahara).area > 0.98 * sahara.area


def sahara_story(south: float = 23.7) -> ArticleMap:
    """Return the story moved so that most of what is in view is Western Sahara."""
    import msgspec

    whole = story.article_map()
    event = next(event for event in whole.events if event.location)
    spot = msgspec.structs.replace(
        event.location, name="Laayoune", lat=27.15, lon=-13.2, precision="city", toponym=None
    )
    other = msgspec.structs.replace(spot, name="Dakhla", lat=south, lon=-15.93)
    events = (
        msgspec.structs.replace(event, location=spot),
        msgspec.structs.replace(event, id="other", location=other),
    )
    return msgspec.structs.replace(whole, events=events, links=(), toponyms=())


@pytest.mark.browser
@pytest.mark.parametrize("width", [700, 1000, 1200, 1600])
def test_no_name_of_a_country_is_drawn_over_it(
    open_page: Callable[..., Any], tmp_path: Path, width: int
) -> None:
    file = write_html(story.event_map(sahara_story()), tmp_path / "sahara.html")
    page = open_page(file, viewport={"width": width, "height": 760})
    names = page.evaluate("""() => [...document.querySelectorAll('text.basename')].map(
        node => [node.textContent, node.getBoundingClientRect().bottom])""")
    north = page.locator(".signs-layer .bead").first.bounding_box()["y"]
    found = dict(names)
    assert "Western Sahara" in found
    assert found.get("Morocco", 0) < north, "Morocco stands north of Laayoune or nowhere"


def test_component_carries_what_names_keep_clear_of() -> None:
    base = component_data(story.event_map(sahara_story()))["base"]
    assert base["contested"]["polygons"]
    assert all(len(row) == 4 for row in base["names"])
