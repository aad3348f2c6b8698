"""Accuracy and speed of events and links on gold files.

    python -m benchmarks.events GOLD… [--model auto|md|sm|none] [--feed gold|rooms] [-o OUT.jsonl]

Writes predictions as records, one line an article, for a judge of the event-gold/1 format, and prints
the time events and links took per article. `--feed gold` takes places and times from the gold files,
`--feed rooms` finds them.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.gold_feed import article_of, read_gold, times_of, toponyms_of
from mapper.events import RuleExtractor
from mapper.language import ParsedArticle, Parser, load_parser
from mapper.links import link_events
from mapper.model import Article, ArticleMap, Run, TimeExpression, Toponym, to_json

Feed = Callable[[dict[str, Any], ParsedArticle], tuple[Sequence[Toponym], Sequence[TimeExpression]]]


def gold_feed(
    gold: dict[str, Any], _parsed: ParsedArticle
) -> tuple[Sequence[Toponym], Sequence[TimeExpression]]:
    return toponyms_of(gold), times_of(gold)


def rooms_feed() -> Feed:
    from mapper.dates import find_times
    from mapper.disputes import DisputeRegister
    from mapper.gazetteer import Gazetteer
    from mapper.toponyms import Geoparser

    geoparser = Geoparser(Gazetteer.open(), DisputeRegister.load())

    def feed(
        _gold: dict[str, Any], parsed: ParsedArticle
    ) -> tuple[Sequence[Toponym], Sequence[TimeExpression]]:
        reference = parsed.article.reference_date
        return geoparser.toponyms(parsed), find_times(parsed.parse, reference=reference)

    return feed


def warm_up(parser: Parser, extractor: RuleExtractor) -> None:
    """Load what is loaded once, so that the time per article is that of a long run."""
    article = Article("warm-up", text="A storm hit Rome on Monday.")
    toponym = Toponym("p1", 12, 16, "Rome", "literal")
    parsed = ParsedArticle(article, parser.parse("A storm hit Rome on Monday."))
    link_events(parsed, extractor.extract(parsed, [toponym], []))


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("gold", nargs="+", type=Path)
    options.add_argument("--model", choices=("auto", "md", "sm", "none"), default="auto")
    options.add_argument("--feed", choices=("gold", "rooms"), default="gold")
    options.add_argument("-o", "--output", type=Path)
    given = options.parse_args()
    parser, extractor = load_parser(given.model), RuleExtractor()
    warm_up(parser, extractor)
    feed: Feed = gold_feed if given.feed == "gold" else rooms_feed()
    lines, spent, count = [], 0.0, 0
    for path in given.gold:
        for gold in read_gold(path):
            article: Article = article_of(gold)
            parsed = ParsedArticle(article, parser.parse(gold["text"]))
            toponyms, times = feed(gold, parsed)
            start = time.perf_counter()
            events = extractor.extract(parsed, toponyms, times)
            links = link_events(parsed, events)
            spent, count = spent + time.perf_counter() - start, count + 1
            run = Run("benchmark", "", parser.name, extractor.name)
            lines.append(to_json(ArticleMap(run, article, tuple(toponyms), tuple(times), events, links)))
    if given.output:
        given.output.write_bytes(b"\n".join(lines) + b"\n")
    else:
        sys.stdout.buffer.write(b"\n".join(lines) + b"\n")
    print(
        f"{count} articles, {1000 * spent / max(count, 1):.1f} ms each for events and links", file=sys.stderr
    )


if __name__ == "__main__":
    main()
