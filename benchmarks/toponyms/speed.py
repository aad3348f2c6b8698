"""Speed and memory, each in a process of its own: ``python -m benchmarks.toponyms.speed full|plain``.

full
    Full geoparsing against the spaCy components it uses alone, over the articles of LGL: both in one
    process, batch by batch in turn, with one thread and the same batch size.
plain
    The mode without a language model.

Both print processor and wall time, documents a second of processor time, and peak memory.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, Final

from msgspec.structs import replace

from benchmarks.shared import records
from benchmarks.toponyms.memory import peak_mb
from mapper.articles import article_from_fields, find_dateline
from mapper.language import ParsedArticle, load_parser
from mapper.language.parsers import Parser
from mapper.model import Article
from mapper.toponyms import Geoparser

BATCH: Final = 32
"""Articles parsed together, in the product as in spaCy alone."""
WARM_UP: Final = 8
"""Articles read before the clock starts, so that whatever is loaded once is loaded."""


def articles() -> list[Article]:
    """Return the articles of LGL."""
    return [
        article_from_fields(
            {key: record.get(key) for key in ("id", "text", "title", "date", "url", "domain")}
        )
        for record in records("lgl")
    ]


def geoparse(parser: Parser, geoparser: Geoparser, batch: Iterable[Article]) -> int:
    """Read articles as the product does and return how many places were found."""
    batch = list(batch)
    count = 0
    for article, parse in zip(batch, parser.parse_all(str(a.text) for a in batch), strict=True):
        dated = _dated(article)
        count += len(geoparser.toponyms(ParsedArticle(dated, parse)))
    return count


def _dated(article: Article) -> Article:
    return replace(article, dateline=find_dateline(str(article.text)))


def spacy_alone(parser: Any, batch: Iterable[Article]) -> int:
    """Run the same model over the same texts and return how many entities it found."""
    texts = [str(article.text) for article in batch]
    return sum(len(doc.ents) for doc in parser._nlp.pipe(texts, batch_size=BATCH))  # noqa: SLF001 - its very model


def _batches(items: list[Article]) -> Iterator[list[Article]]:
    for start in range(0, len(items), BATCH):
        yield items[start : start + BATCH]


class Clock:
    """Adds up processor and wall time."""

    def __init__(self) -> None:
        self.processor = self.wall = 0.0

    def run(self, work: Callable[[], int]) -> None:
        """Time one piece of work."""
        processor, wall = time.process_time(), time.perf_counter()
        work()
        self.processor += time.process_time() - processor
        self.wall += time.perf_counter() - wall


def full() -> dict[str, Any]:
    """Return the figures of full geoparsing, and how long spaCy alone takes."""
    parser, geoparser, items = load_parser("md"), Geoparser(), articles()
    spacy_alone(parser, items[:WARM_UP])
    geoparse(parser, geoparser, items[:WARM_UP])
    alone, ours = Clock(), Clock()
    for turn, batch in enumerate(_batches(items)):
        steps = [
            (alone, partial(spacy_alone, parser, batch)),
            (ours, partial(geoparse, parser, geoparser, batch)),
        ]
        for clock, work in steps[:: -1 if turn % 2 else 1]:
            clock.run(work)
    spacy = {"spacy_processor": alone.processor, "spacy_wall": alone.wall}
    return spacy | _figures(ours, len(items))


def plain() -> dict[str, Any]:
    """Return the figures of the mode without a language model."""
    parser, geoparser, items = load_parser("none"), Geoparser(), articles()
    geoparse(parser, geoparser, items[:WARM_UP])
    clock = Clock()
    for batch in _batches(items):
        clock.run(partial(geoparse, parser, geoparser, batch))
    return _figures(clock, len(items))


def _figures(clock: Clock, documents: int) -> dict[str, float]:
    return {
        "processor": clock.processor,
        "wall": clock.wall,
        "documents_per_second": documents / clock.processor,
        "peak_mb": peak_mb(),
    }


if __name__ == "__main__":
    json.dump(full() if sys.argv[1] == "full" else plain(), sys.stdout)
