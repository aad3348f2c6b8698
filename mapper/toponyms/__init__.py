"""Which names of an article are places, in which role, and which places they mean."""

from mapper.toponyms.geoparser import Geoparser

__all__ = ["Geoparser"]
