"""The command line: ``mapper …``."""

from mapper.cli.app import main

__all__ = ["main"]
