"""What every test of the room needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mapper.disputes import DisputeRegister
from mapper.toponyms import Geoparser

from .making import Maker

if TYPE_CHECKING:
    from mapper.gazetteer import Gazetteer


@pytest.fixture(scope="session")
def register() -> DisputeRegister:
    """Return the packaged register."""
    return DisputeRegister.load()


@pytest.fixture(scope="session")
def geoparser(gazetteer: Gazetteer, register: DisputeRegister) -> Geoparser:
    """Return the geoparser over the packaged data."""
    return Geoparser(gazetteer, register)


@pytest.fixture(scope="session")
def make(gazetteer: Gazetteer, register: DisputeRegister) -> Maker:
    """Return a maker of documents."""
    return Maker(gazetteer, register)
