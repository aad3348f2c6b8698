"""The dashboard: ``streamlit run app.py``, or better ``mapper dashboard``."""

from mapper.dashboard.entry import run

run()
