"""Making the geocoder known to geopy, and through it to geopandas, by a name."""

from __future__ import annotations

from typing import Final

from mapper.geocoder.offline import GazetteerGeocoder

SERVICE: Final = "gazetteer"


def register(service: str = SERVICE) -> None:
    """Enter the geocoder in geopy's table of services, which is global.

    After this ``geopy.geocoders.get_geocoder_for_service("gazetteer")`` and
    ``geopandas.tools.geocode(names, provider="gazetteer")`` work. Calling it again changes nothing.

    Parameters
    ----------
    service
        The name to enter it by.
    """
    from geopy.geocoders import SERVICE_TO_GEOCODER

    SERVICE_TO_GEOCODER[service] = GazetteerGeocoder
