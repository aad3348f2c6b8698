"""Accuracy, speed and memory of the geoparser beside its peers: ``python -m benchmarks.toponyms``."""
