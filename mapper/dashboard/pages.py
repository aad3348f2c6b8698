"""The pages as functions of the desk."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from typing import Any, Final

import streamlit as st

from mapper import __version__
from mapper.corrections import Corrections
from mapper.dashboard import tables
from mapper.dashboard.component import event_map
from mapper.dashboard.desk import SAMPLE_NOTE, SUFFIXES, Desk, pasted_article, read_uploads
from mapper.dashboard.machine import gazetteer, mapper
from mapper.errors import CorrectionError
from mapper.exports import write
from mapper.model import EventMap
from mapper.page import build_map
from mapper.page.html import page_html

OFFLINE_NOTE: Final = "Nothing you paste or upload leaves this computer."
LANGUAGE: Final = "language"
LANGUAGES: Final = {"en": "English", "ko": "한국어", "ja": "日本語"}
CREDITS: Final = "Places: GeoNames (CC BY 4.0). Land: Natural Earth. Map: Leaflet."


def result_of(desk: Desk) -> EventMap:
    """Return the desk's result, mapping with a progress bar what is new."""
    if desk.result is None:
        bar = st.progress(0.0, text="Mapping")

        def show(done: int, total: int) -> None:
            bar.progress(done / total, text=f"{done} of {total} articles")

        result = desk.map(mapper(), progress=show)
        bar.empty()
        return result
    return desk.result


def sidebar(desk: Desk) -> None:
    """Draw what stands beside every page: the samples' note and the downloads."""
    with st.sidebar:
        if desk.samples:
            st.info(SAMPLE_NOTE)
        if desk.articles:
            st.selectbox("Language of the map", LANGUAGES, format_func=LANGUAGES.__getitem__, key=LANGUAGE)
            _downloads(desk, result_of(desk))
        st.caption(f"{OFFLINE_NOTE} {CREDITS}")


def _downloads(desk: Desk, result: EventMap) -> None:
    st.subheader("Download")
    files: list[tuple[str, str, str, Callable[[], bytes]]] = [
        ("Map (HTML)", "map.html", "text/html", lambda: page_html(build_map(result)).encode()),
        ("Records (JSONL)", "events.jsonl", "application/x-ndjson", lambda: _export(result, "jsonl")),
        ("GeoJSON", "events.geojson", "application/geo+json", lambda: _export(result, "geojson")),
    ]
    if desk.earlier:
        files.append(("Corrections", "corrections.json", "application/json", desk.corrections.encode))
    for label, name, kind, make in files:
        st.download_button(label, make, file_name=name, mime=kind, on_click="ignore", width="stretch")


def _export(result: EventMap, kind: str) -> bytes:
    buffer = io.BytesIO()
    write(result, buffer, kind)
    return buffer.getvalue()


def map_page(desk: Desk) -> None:
    """Draw the map with its list, timeline and evidence."""
    if desk.articles:
        event_map(result_of(desk), language=st.session_state.get(LANGUAGE, "en"))
    else:
        st.info("No articles yet. Add some on the page Articles.")


def articles_page(desk: Desk) -> None:
    """Draw the paste box, the upload and the list of articles."""
    st.header("Articles")
    paste, upload = st.columns(2)
    with paste, st.form("paste", clear_on_submit=True):
        _paste(desk)
    with upload, st.form("upload", clear_on_submit=True):
        _upload(desk)
    _corrections(desk)
    if desk.articles and st.button("Clear the desk"):
        desk.clear()
        st.rerun()
    if desk.articles or desk.failures:
        st.dataframe(tables.article_rows(result_of(desk)), hide_index=True)


def _paste(desk: Desk) -> None:
    text = st.text_area("Paste an article", height=220)
    title = st.text_input("Title")
    published = st.date_input("Published", value=None)
    if st.form_submit_button("Add the text") and text.strip():
        number = 1 if desk.samples else len(desk.articles) + 1
        desk.add([pasted_article(text, title=title, published=_one_day(published), number=number)])
        st.rerun()


def _upload(desk: Desk) -> None:
    files = st.file_uploader("Upload articles", type=list(SUFFIXES), accept_multiple_files=True)
    if st.form_submit_button("Add the files") and files:
        desk.add(*read_uploads([(file.name, file.getvalue()) for file in files]))
        st.rerun()


def _corrections(desk: Desk) -> None:
    """Offer to take over corrections made before, of these very articles."""
    with st.expander("Corrections made before"), st.form("corrections", clear_on_submit=True):
        file = st.file_uploader("Corrections file", type=["json"])
        if st.form_submit_button("Apply the corrections") and file is not None:
            result_of(desk)
            try:
                desk.correct(mapper(), Corrections.decode(file.getvalue(), file.name))
            except CorrectionError as error:
                st.error(str(error))


def _one_day(value: Any) -> date | None:
    return value if isinstance(value, date) else None


def disputed_page(desk: Desk) -> None:
    """Draw the table of disputed territories with every side's name."""
    st.header("Disputed places")
    st.caption("Names and claims as each side states them, in alphabetical order; no view is endorsed.")
    result = result_of(desk)
    show_table(tables.dispute_rows(result), "No disputed place is named in the articles.")
    if rows := tables.view_rows(result):
        st.subheader("Points of view side by side")
        st.caption("Each side's label, whose the place is in its view, and how its outline is drawn there.")
        st.dataframe(rows, hide_index=True, height="content")


def show_table(rows: list[dict[str, Any]], empty: str) -> None:
    """Draw rows, or say that there are none."""
    if rows:
        st.dataframe(rows, hide_index=True, height="content")
    else:
        st.info(empty)


def about_page() -> None:
    """Draw versions, data and licences."""
    st.header("About")
    st.markdown(f"Event mapper {__version__}. {OFFLINE_NOTE}")
    info = gazetteer().info()
    st.subheader("Data")
    st.json(info, expanded=1)
