"""GraphML for graph tools: an event a node, however many reports tell it, and a link an edge."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from mapper.exports.view import view_of
from mapper.model import EventMap

if TYPE_CHECKING:
    from networkx import MultiDiGraph

_NOT_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(result: EventMap, path: Path) -> None:
    """Write the graph of the story.

    Raises
    ------
    ExtraMissingError
        If networkx is not installed.
    """
    graph = _clean(result.graph())
    graph.graph["note"] = view_of(result).disclaimer
    from networkx import write_graphml_xml

    write_graphml_xml(graph, path, named_key_ids=True)


def _clean(graph: MultiDiGraph) -> MultiDiGraph:
    """Return the graph without characters that XML cannot hold, its edges numbered."""
    clean = graph.__class__()
    clean.add_nodes_from((_text(node), _texts(data)) for node, data in graph.nodes(data=True))
    for number, (source, target, data) in enumerate(graph.edges(data=True)):
        clean.add_edge(_text(source), _text(target), f"link{number}", **_texts(data))
    return clean


def _texts(data: dict[str, Any]) -> dict[str, Any]:
    return {name: _text(value) if isinstance(value, str) else value for name, value in data.items()}


def _text(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)
