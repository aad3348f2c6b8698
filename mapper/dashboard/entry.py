"""The pages, put together. Streamlit runs this file anew at every interaction."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

import streamlit as st

from mapper.dashboard import checking, pages
from mapper.dashboard.desk import Desk, read_paths, read_samples

TITLE: Final = "Event map"
ICON: Final = Path(__file__).with_name("icon.svg")  # Streamlit loads its own icons from the network

STYLE: Final = """<style>
.stMainBlockContainer { padding: 2.5rem 1.5rem 1rem; }
.st-key-event_map { opacity: 1 !important; }
</style>"""
"""Room for the map, which does not fade while the script runs after a click: it shows the click already."""


def run() -> None:
    """Draw the dashboard."""
    st.set_page_config(page_title=TITLE, page_icon=str(ICON), layout="wide")
    st.html(STYLE)
    desk = _desk()
    chosen = st.navigation(
        [
            st.Page(lambda: pages.map_page(desk), title="Map", url_path="map", default=True),
            st.Page(lambda: pages.articles_page(desk), title="Articles", url_path="articles"),
            st.Page(lambda: checking.events_page(desk), title="Events", url_path="events"),
            st.Page(lambda: checking.places_page(desk), title="Places", url_path="places"),
            st.Page(lambda: pages.disputed_page(desk), title="Disputed", url_path="disputed"),
            st.Page(pages.about_page, title="About", url_path="about"),
        ]
    )
    pages.result_of(desk)
    pages.sidebar(desk)
    chosen.run()


def _desk() -> Desk:
    """Return this visitor's desk, laid with the command's articles or the samples at first."""
    if "desk" not in st.session_state:
        paths = sys.argv[1:]
        st.session_state["desk"] = read_paths(paths) if paths else read_samples()
    desk: Desk = st.session_state["desk"]
    return desk


if __name__ == "__main__":
    run()
