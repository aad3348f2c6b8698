"""The Streamlit dashboard: paste or upload articles, see the map, check the evidence, download."""
