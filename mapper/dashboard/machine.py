"""What all visitors share: the mapper with its model and place index, loaded once."""

from __future__ import annotations

import os
from pathlib import Path

import streamlit as st

from mapper.gazetteer import Gazetteer
from mapper.pipeline import EventMapper


@st.cache_resource(show_spinner="Loading the language model and the place index")
def mapper() -> EventMapper:
    """Return the mapper."""
    return EventMapper(gazetteer=gazetteer())


def gazetteer() -> Gazetteer:
    """Return the packaged gazetteer, together with an import named in the environment."""
    path = os.environ.get("MAPPER_GAZETTEER")
    return Gazetteer.open(Path(path) if path else None)
