"""The geopy face of the gazetteer, and a chain that may ask online services after it."""

from __future__ import annotations

from mapper.errors import QueryError
from mapper.geocoder.chain import ChainGeocoder
from mapper.geocoder.offline import GazetteerGeocoder
from mapper.geocoder.registration import register

__all__ = ["ChainGeocoder", "GazetteerGeocoder", "QueryError", "register"]
