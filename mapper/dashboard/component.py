"""The map inside the dashboard: the very page of the HTML file, as a Streamlit component."""

from __future__ import annotations

from typing import Any, Final

import streamlit as st
from streamlit.components import v2

from mapper.model import EventMap, EventRef
from mapper.page import component_data, page_assets

HEIGHT: Final = 860
"""Pixels: the whole page without scrolling on a screen of 1080 lines."""

_DRAWN: Final = "drawn"


@st.cache_resource(show_spinner=False)
def _component() -> Any:
    """Register the component once; nothing of an article is in its code."""
    html, css, js = page_assets()
    room = f".event-map-root {{ height: {HEIGHT}px; }}"
    return v2.component("event_map", html=html, css=f"{css}\n{room}", js=js)


@st.fragment
def event_map(result: EventMap, *, worldview: str = "neutral", language: str = "en") -> EventRef | None:
    """Draw the linked-event map of a result and return the event that was just picked.

    A pick draws nothing anew: it runs this fragment alone, with the data of the last time.

    Parameters
    ----------
    result
        What to draw.
    worldview
        Whose names and lines come first.
    language
        Language of the page's own words.
    """
    answer = _component()(
        data=_data(result, worldview, language, st.context.theme.type),
        key="event_map",
        height=HEIGHT,
        on_picked_change=lambda: None,
    )
    picked = getattr(answer, "picked", None) or {}
    article, event = picked.get("article"), picked.get("event")
    return EventRef(article, event) if article and event else None


def _data(result: EventMap, *options: str | None) -> dict[str, Any]:
    """Return the component's data, made once for a result and its options."""
    kept = st.session_state.get(_DRAWN)
    if kept is None or kept[0] is not result or kept[1] != options:
        worldview, language, theme = options
        data = component_data(result, worldview=worldview, language=language or "en", theme=theme)
        kept = st.session_state[_DRAWN] = (result, options, data)
    return dict(kept[2])
