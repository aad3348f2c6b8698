"""KML for virtual globes: events with their time, their places and the links between them."""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as ET
from datetime import date
from pathlib import Path
from typing import Final

from mapper.exports.view import view_of
from mapper.frames import TABLES, Row
from mapper.frames.cell_types import Shape
from mapper.frames.lines import line_parts
from mapper.model import EventMap

_NAMESPACE: Final = "http://www.opengis.net/kml/2.2"
_NOT_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_EVENT_FIELDS: Final = (
    "type",
    "status",
    "begin",
    "end",
    "place",
    "country",
    "dispute",
    "attribution",
    "evidence",
)
_LINK_FIELDS: Final = ("source_label", "target_label", "cue", "evidence")


def write(result: EventMap, path: Path) -> None:
    """Write one document with a folder of events and one of links."""
    root = ET.Element("kml", xmlns=_NAMESPACE)
    document = ET.SubElement(root, "Document")
    _text(document, "name", "Linked-event map")
    _text(document, "description", html.escape(view_of(result).disclaimer))
    _folder(document, result, "events", "label", _EVENT_FIELDS)
    _folder(document, result, "links", "kind", _LINK_FIELDS)
    ET.ElementTree(root).write(path, encoding="utf-8", xml_declaration=True)


def _folder(document: ET.Element, result: EventMap, table: str, name: str, fields: tuple[str, ...]) -> None:
    folder = ET.SubElement(document, "Folder")
    _text(folder, "name", table.capitalize())
    for row, shape in TABLES[table].rows(result):
        placemark = ET.SubElement(folder, "Placemark")
        _text(placemark, "name", str(row[name]))
        _text(placemark, "description", description(row, fields))
        _time_span(placemark, row)
        _geometry(placemark, shape)


def description(row: Row, fields: tuple[str, ...]) -> str:
    """Return a row as HTML; viewers render it, so that every text in it is escaped."""
    cells = ((field.replace("_", " "), row[field]) for field in fields if row[field] is not None)
    return "<br>".join(f"{name}: {html.escape(str(value))}" for name, value in cells)


def _text(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, tag).text = _NOT_XML.sub("\ufffd", text)


def _time_span(placemark: ET.Element, row: Row) -> None:
    begin, end = row.get("begin"), row.get("end")
    if isinstance(begin, date) or isinstance(end, date):
        span = ET.SubElement(placemark, "TimeSpan")
        if isinstance(begin, date):
            _text(span, "begin", begin.isoformat())
        if isinstance(end, date):
            _text(span, "end", end.isoformat())


def _geometry(placemark: ET.Element, shape: Shape) -> None:
    if len(shape) == 1:
        point = ET.SubElement(placemark, "Point")
        _text(point, "coordinates", _coordinates(shape))
    elif shape:
        lines = ET.SubElement(placemark, "MultiGeometry")
        for part in line_parts(*shape):
            line = ET.SubElement(lines, "LineString")
            _text(line, "tessellate", "1")
            _text(line, "coordinates", _coordinates(part))


def _coordinates(positions: Shape | list[tuple[float, float]]) -> str:
    return " ".join(f"{lon!r},{lat!r}" for lon, lat in positions)
