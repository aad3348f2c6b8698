"""The story as people read it: what came before and after an event, who else was there, what led to what.

Links are stored; these relations are not: they follow from the records and are computed when asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Final

from mapper.graph import reports_by_node, states_days
from mapper.links.across.parties import Reader, Who
from mapper.model import Event, EventMap

if TYPE_CHECKING:
    from networkx import MultiDiGraph

LEADS_TO: Final = frozenset({"caused", "follow-up"})
"""Links that chains are made of."""

SAME_PEOPLE: Final = 2
"""How many participants two events must share to be of the same people."""


class Story:
    """The events of a result, each once, and how they hang together.

    Parameters
    ----------
    result
        What the mapper returned. Events go by the ids of the nodes of `EventMap.graph`.

    Raises
    ------
    ExtraMissingError
        When chains or components are asked for and networkx is not installed.
    """

    def __init__(self, result: EventMap) -> None:
        self._result = result

    @cached_property
    def graph(self) -> MultiDiGraph:
        """The events and links as a networkx graph."""
        return self._result.graph()

    @cached_property
    def days(self) -> dict[str, tuple[date | None, date | None]]:
        """First and last day of each event, as the surest report that states them has them."""
        nodes = reports_by_node(self._result.articles)
        return {node: _days([event for _, event in reports]) for node, reports in nodes.items()}

    def before(self, node: str) -> list[str]:
        """Return the events that ended before this one began, the latest first."""
        begin = self.days[node][0]
        ends = [(end, other) for other, (_, end) in self.days.items() if end and begin and end < begin]
        return [other for _, other in sorted(ends, key=lambda pair: (-pair[0].toordinal(), pair[1]))]

    def after(self, node: str) -> list[str]:
        """Return the events that began after this one had ended, the earliest first."""
        end = self.days[node][1]
        begins = [(begin, other) for other, (begin, _) in self.days.items() if begin and end and begin > end]
        return [other for _, other in sorted(begins)]

    def same_participants(self, node: str) -> list[str]:
        """Return the events with at least two participants of this one."""
        here = self._people[node]
        return [
            other
            for other, there in self._people.items()
            if other != node and _shared(here, there) >= SAME_PEOPLE
        ]

    def components(self) -> list[tuple[str, ...]]:
        """Return the groups of events that links connect, the largest first, without single ones."""
        from networkx import weakly_connected_components

        groups = (tuple(sorted(nodes)) for nodes in weakly_connected_components(self.graph))
        return sorted((nodes for nodes in groups if len(nodes) > 1), key=lambda nodes: (-len(nodes), nodes))

    def chains(self) -> list[tuple[str, ...]]:
        """Return who-led-to-what: paths along causes and follow-ups, the longest first, no event twice.

        Where links contradict each other in a circle, the least sure one is left out.
        """
        return sorted(_paths(self._leading()), key=lambda path: (-len(path), path))

    @cached_property
    def _people(self) -> dict[str, tuple[Who, ...]]:
        found: dict[str, tuple[Who, ...]] = {}
        readers = {each.article.id: Reader(each) for each in self._result.articles}
        for node, reports in reports_by_node(self._result.articles).items():
            found[node] = tuple(who for article, event in reports for who in _who(event, readers[article]))
        return found

    def _leading(self) -> MultiDiGraph:
        """Return the graph of causes and follow-ups without circles."""
        from networkx import DiGraph, has_path

        edges = [
            (data["confidence"], a, b)
            for a, b, data in self.graph.edges(data=True)
            if data["kind"] in LEADS_TO
        ]
        leading = DiGraph()
        for _, source, target in sorted(edges, key=lambda edge: (-edge[0], edge[1:])):
            leading.add_nodes_from((source, target))
            if not has_path(leading, target, source):
                leading.add_edge(source, target)
        return leading


def _days(events: list[Event]) -> tuple[date | None, date | None]:
    dated = [event for event in events if event.begin or event.end]
    surest = max(dated, key=lambda event: (states_days(event), event.confidence), default=None)
    if surest is None:
        return None, None
    first, last = surest.begin, surest.end
    return (last, first) if first and last and last < first else (first, last)


def _who(event: Event, reader: Reader) -> tuple[Who, ...]:
    return reader.who(event, "actor") + reader.who(event, "target")


def _shared(here: tuple[Who, ...], there: tuple[Who, ...]) -> int:
    """Return how many different participants of the one side have a name of the other."""
    names = frozenset[str]().union(*(who.names for who in there))
    return len({who.names for who in here if who.names & names})


def _paths(leading: MultiDiGraph) -> Iterator[tuple[str, ...]]:
    """Yield the longest path of the graph, then that of the rest, until no link is left."""
    from networkx import dag_longest_path, weakly_connected_components

    for nodes in sorted(map(sorted, weakly_connected_components(leading))):
        part = leading.subgraph(nodes).copy()
        while part.number_of_edges():
            path = tuple(dag_longest_path(part))
            yield path
            part.remove_nodes_from(path)
