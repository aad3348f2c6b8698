"""One process maps the articles: the one that keeps them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mapper.store.workers.force import Given, MakeMapper, Outcome, chunks, mapped


class Alone:
    """A workforce of one."""

    def __init__(self, make: MakeMapper) -> None:
        self._make = make

    def outcomes(self, articles: Iterable[Given]) -> Iterator[tuple[Given, Outcome]]:
        """Yield each article with its result or failure, in their order."""
        mapper = None
        for chunk in chunks(articles):
            mapper = mapper or self._make()
            yield from zip(chunk, mapped(mapper, chunk), strict=True)
