"""Reads the big dumps and tables that people bring: one small reader a format, one way into an index."""
