"""One geocoder for all tests of the room."""

from __future__ import annotations

import pytest

from mapper.geocoder import GazetteerGeocoder


@pytest.fixture(scope="session")
def offline(gazetteer):
    return GazetteerGeocoder(gazetteer=gazetteer)
