"""The map inside the dashboard: the very page of the HTML file, as a Streamlit component."""

from __future__ import annotations

from typing import Any, Final

import streamlit as st
from streamlit.components import v2

from mapper.model import EventMap, EventRef
from mapper.page import component_data, page_assets

HEIGHT: Final = 860
"""Pixels: the whole page without scrolling on a screen of 1080 lines."""


@st.cache_resource(show_spinner=False)
def _component() -> Any:
    """Register the component once; nothing of an article is in its code."""
    html, css, js = page_assets()
    room = f".event-map-root {{ height: {HEIGHT}px; }}"
    return v2.component("event_map", html=html, css=f"{css}\n{room}", js=js)


def event_map(result: EventMap, *, worldview: str = "neutral") -> EventRef | None:
    """Draw the linked-event map of a result and return the event that was just picked.

    Parameters
    ----------
    result
        What to draw.
    worldview
        Whose names and lines come first.
    """
    answer = _component()(
        data=component_data(result, worldview=worldview),
        key="event_map",
        height=HEIGHT,
        on_picked_change=lambda: None,
    )
    picked = getattr(answer, "picked", None) or {}
    article, event = picked.get("article"), picked.get("event")
    return EventRef(article, event) if article and event else None
