"""The dashboard's flow, run by Streamlit's own test harness."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("streamlit")
from streamlit.testing.v1 import AppTest

from mapper.dashboard.review import questions
from mapper.language import load_parser

APP = Path(__file__).parents[2] / "app.py"
PAYLOAD = "<script>alert(1)</script> {{ 7*7 }} ${alert(1)}"


@pytest.fixture
def app(monkeypatch):
    monkeypatch.setattr("sys.argv", ["app.py"])
    return AppTest.from_file(str(APP), default_timeout=120)


def rows(app):
    """Return the rows of the only table shown."""
    return app.dataframe[0].value.to_dict("records")


def page(name):
    """Return one page as an app, with a desk of its own that the test can reach."""

    def script(name):
        import streamlit as st

        from mapper.dashboard import checking, pages
        from mapper.dashboard.desk import Desk

        desk = st.session_state.setdefault("desk", Desk())
        getattr(checking if name in {"places_page", "events_page"} else pages, name)(desk)

    return AppTest.from_function(script, default_timeout=120, kwargs={"name": name})


def test_it_opens_with_the_samples_marked_as_invented(app):
    app.run()
    assert not app.exception
    assert any("invented" in note.value for note in app.sidebar.info)
    assert [b.label for b in app.sidebar.get("download_button")] == [
        "Map (HTML)",
        "Records (JSONL)",
        "GeoJSON",
    ]


def test_paste_then_see_articles_events_places():
    app = page("articles_page").run()
    app.text_area[0].input(
        "SEOUL, Jan 21, 2026 (Example) - Drills were held near Dokdo on Monday. " + PAYLOAD
    )
    app.text_input[0].input(PAYLOAD)
    app.button[0].click().run()
    assert not app.exception
    (row,) = rows(app)
    assert row["article"] == "pasted-1"
    assert row["title"] == PAYLOAD
    desk = app.session_state["desk"]
    for name, expected in (("places_page", "Liancourt Rocks"), ("disputed_page", "liancourt-rocks")):
        other = page(name)
        other.session_state["desk"] = desk
        other.run()
        assert not other.exception
        assert any(expected in map(str, row.values()) for row in rows(other))


def test_upload_names_what_failed():
    app = page("articles_page").run()
    app.file_uploader[0].set_value(
        [("a.txt", b"Ministers met in Oslo on May 4, 2026.", "text/plain"), ("b.txt", b"", "text/plain")]
    )
    app.button[1].click().run()
    assert not app.exception
    assert [(row["article"], row["problem"]) for row in rows(app)] == [("a", ""), ("b.txt", "It is empty.")]


@pytest.mark.parametrize("name", ["map_page", "events_page", "places_page", "disputed_page"])
def test_an_empty_desk_says_so(name):
    app = page(name).run()
    assert not app.exception
    assert app.info


def test_clearing_the_desk():
    app = page("articles_page").run()
    app.text_area[0].input("Rain fell in Nara.")
    app.button[0].click().run()
    next(b for b in app.button if b.label == "Clear the desk").click().run()
    assert not app.dataframe


def test_answering_in_the_queue_of_places():
    app = page("articles_page").run()
    app.text_area[0].input(
        "CAIRO, Jan 21, 2026 (Example) - Rebels shelled Tripoli on Monday. Rain fell in Oslo."
    )
    app.button[0].click().run()
    queue = page("places_page")
    queue.session_state["desk"] = desk = app.session_state["desk"]
    queue.run()
    left = len(rows(queue))
    asked = queue.markdown[0].value
    next(b for b in queue.button if b.label == "Not a place").click().run()
    assert not queue.exception
    assert len(rows(queue)) == left - 1
    assert queue.markdown[0].value != asked
    next(b for b in queue.button if b.label == "Undo").click().run()
    assert queue.markdown[0].value == asked
    seen = set()
    for _ in questions(desk.result):
        seen.add(queue.markdown[0].value)
        next(b for b in queue.button if b.label == "Later").click().run()
    assert len(seen) > 1
    assert queue.markdown[0].value == asked, "what was put off comes again after all others"
    queue.text_input[0].input("Lagos").run()
    next(b for b in queue.button if "Lagos" in b.label and "NG" in b.label).click().run()
    assert not queue.exception
    assert any(t.place and t.place.country == "NG" for t in desk.result.articles[0].toponyms)
    assert queue.text_input[0].value == ""


def test_hostile_names_are_shown_as_text():
    app = page("articles_page").run()
    app.text_area[0].input(f"Rain fell in Oslo {PAYLOAD} <img src=x onerror=alert(1)> on Monday.")
    app.text_input[0].input("[x](https://example.org) " + PAYLOAD)
    app.button[0].click().run()
    queue = page("places_page")
    queue.session_state["desk"] = app.session_state["desk"]
    queue.run()
    assert not queue.exception
    quote = next(h for h in queue.get("html") if "<mark>" in h.proto.body).proto.body
    assert "&lt;script&gt;" in quote
    assert "<script" not in quote
    assert "\\[x\\]\\(" in queue.caption[1].value


def test_points_of_view_stand_side_by_side():
    app = page("articles_page").run()
    app.text_area[0].input("SEOUL, Jan 21, 2026 (Example) - Drills were held near Dokdo on Monday.")
    app.button[0].click().run()
    app = _other_page(app, "disputed_page")
    views = {row["point of view"]: row for row in app.dataframe[1].value.to_dict("records")}
    assert views["neutral"]["shown as part of"] == "left open"
    assert views["neutral"]["label"] == "Liancourt Rocks"
    assert views["Japan"]["label"] == "Takeshima (Liancourt Rocks)"
    assert views["South Korea"]["shown as part of"] == "South Korea"


def test_the_table_of_events_can_show_only_the_disputed_ones():
    if load_parser().name == "none":
        pytest.skip("without a language model the events of these sentences are not found")
    app = page("articles_page").run()
    text = "SEOUL, Jan 21, 2026 (Example) - Drills were held near Dokdo on Monday. Floods killed six in Lima on Tuesday."
    app.text_area[0].input(text)
    app.button[0].click().run()
    app = _other_page(app, "events_page")
    assert not app.exception
    (toggle,) = app.toggle
    assert {row["place"] for row in rows(app)} == {"Liancourt Rocks", "Lima"}
    toggle.set_value(True).run()
    assert not app.exception
    assert {row["place"] for row in rows(app)} == {"Liancourt Rocks"}


def _other_page(app, name):
    other = page(name)
    other.session_state["desk"] = app.session_state["desk"]
    return other.run()
