"""Reads the big dumps and tables that people bring: one small reader a format, one way into an index."""

from __future__ import annotations

from mapper.gazetteer.importers.claims import OsmClaims
from mapper.gazetteer.importers.csv_table import CsvTable
from mapper.gazetteer.importers.geonames import GeoNames
from mapper.gazetteer.importers.items import Area, Contested, Importer, Item, Name
from mapper.gazetteer.importers.natural_earth import NaturalEarth
from mapper.gazetteer.importers.report import BadRow, Log, Report
from mapper.gazetteer.importers.run import import_files
from mapper.gazetteer.importers.whosonfirst import WhosOnFirst

__all__ = [
    "Area",
    "BadRow",
    "Contested",
    "CsvTable",
    "GeoNames",
    "Importer",
    "Item",
    "Log",
    "Name",
    "NaturalEarth",
    "OsmClaims",
    "Report",
    "WhosOnFirst",
    "import_files",
]
