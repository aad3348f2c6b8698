"""The packaged register, once for all tests of this room."""

from __future__ import annotations

import json

import pytest

from mapper.disputes import DisputeRegister
from mapper.resources import data_path


@pytest.fixture(scope="session")
def register() -> DisputeRegister:
    return DisputeRegister.load()


@pytest.fixture(scope="session")
def rows() -> list[dict]:
    """The register's rows as they stand in the file."""
    lines = data_path("gazetteer", "disputed", "disputed_territories.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]
