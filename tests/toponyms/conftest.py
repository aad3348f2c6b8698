"""What every test of the room needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mapper.disputes import DisputeRegister
from mapper.toponyms import Geoparser

if TYPE_CHECKING:
    from mapper.gazetteer import Gazetteer


@pytest.fixture(scope="session")
def geoparser(gazetteer: Gazetteer) -> Geoparser:
    """Return the geoparser over the packaged data."""
    return Geoparser(gazetteer, DisputeRegister.load())
