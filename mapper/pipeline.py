"""The order of the steps: the only place that knows it.

article → language → parse → dates → toponyms → events → links → ArticleMap → EventMap
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import copy
from datetime import date
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, Final, Literal, TypeAlias, TypeVar

import msgspec

from mapper import __version__
from mapper.articles import Given, as_article, find_dateline, sources_of
from mapper.corrections import Corrections
from mapper.dates import find_times, reference_date
from mapper.disputes import CountPolicy, DisputeRegister
from mapper.disputes import worldview as view
from mapper.errors import ArticleError, MapperError
from mapper.events import EventExtractor, RuleExtractor
from mapper.gazetteer import Gazetteer
from mapper.gazetteer.combined import outlines_of
from mapper.language import Parse, ParsedArticle, Parser, detect_language, load_parser
from mapper.language.parsers import INSTALL_HINT, ModelChoice
from mapper.language.plain import PlainParser
from mapper.links import link_events
from mapper.links.across import merge
from mapper.model import (
    Article,
    ArticleMap,
    DisputeFlag,
    Event,
    EventMap,
    Failure,
    Link,
    Place,
    Run,
    Span,
    TimeExpression,
    Toponym,
)
from mapper.toponyms import Geoparser

Progress: TypeAlias = Callable[[int, ArticleMap | Failure], None]

BATCH: Final = 32
"""Articles parsed together; measured in prototypes: larger batches gained nothing on one core."""

T = TypeVar("T")

log = logging.getLogger("mapper")


class EventMapper:
    """Turns articles into a linked-event map.

    Parameters
    ----------
    gazetteer
        The place index, or the path of one; the packaged one by default.
    model
        ``"auto"`` takes the best installed language model, ``"none"`` works by rule and gazetteer.
    date
        Reference date of articles that give none themselves; without any, relative dates stay open.
    publisher_home
        Name of the place a publication is at home in, a mild prior for its places.
    source_prior
        ``"learned"`` learns each source's home region from its own articles of the batch.
    corrections
        A person's corrections, or the path of their file.
    worldview
        Whose names of disputed places come first in what is made of the result: ``"neutral"``,
        ``"de-facto"`` or a state's ISO 3166-1 alpha-2 code. The places found do not depend on it.
    count_disputed_as
        How disputed places count in totals by country.
    extractor
        Finds the events; our rules by default.

    Examples
    --------
    >>> result = EventMapper().map("SEOUL, Jan 21 (Example) - Ministers met in Nara, Japan.")
    >>> [t.place.name for t in result.articles[0].toponyms if t.place]
    ['Seoul', 'Nara', 'Japan']
    """

    def __init__(  # noqa: PLR0913 - an option of the command line each
        self,
        *,
        gazetteer: Gazetteer | Path | None = None,
        model: ModelChoice = "auto",
        date: date | None = None,
        publisher_home: str | None = None,
        source_prior: Literal["none", "learned"] = "none",
        corrections: Corrections | Path | None = None,
        worldview: str = "neutral",
        count_disputed_as: CountPolicy = "none",
        extractor: EventExtractor | None = None,
    ) -> None:
        self._parser: Parser = load_parser(model)
        self._plain = PlainParser()
        if self._parser.name == "none" and model != "none":
            log.warning("No language model is installed; places are found by name only: %s.", INSTALL_HINT)
        self._gazetteer = gazetteer if isinstance(gazetteer, Gazetteer) else Gazetteer.open(gazetteer)
        self._register = DisputeRegister.load(outlines=outlines_of(self._gazetteer))
        self._geoparser = Geoparser(self._gazetteer, self._register, publisher_home=publisher_home)
        self._date = date
        self._corrections = Corrections.read(corrections) if isinstance(corrections, Path) else corrections
        self._extractor = extractor or RuleExtractor()
        self._source_prior = source_prior
        options = {
            "date": date.isoformat() if date else "",
            "publisher_home": publisher_home or "",
            "source_prior": "" if source_prior == "none" else source_prior,
            "worldview": "" if worldview == "neutral" else view(worldview).code,
            "count_disputed_as": "" if count_disputed_as == "none" else count_disputed_as,
        }
        self._options = {key: value for key, value in options.items() if value}

    @property
    def geoparser(self) -> Geoparser:
        """The step that finds and resolves toponyms."""
        return self._geoparser

    @property
    def parser(self) -> Parser:
        """The language model in use."""
        return self._parser

    @property
    def run(self) -> Run:
        """Versions and options, as written into every result."""
        return Run(
            __version__, self._gazetteer.version, self._parser.name, self._extractor.name, self._options
        )

    def parse(self, article: str | Article) -> ArticleMap:
        """Map one article, without looking at any other.

        Raises
        ------
        MapperError
            If the article has no text or cannot be mapped.
        """
        return self._finish(self.prepare(article))

    def prepare(self, article: str | Article) -> ParsedArticle:
        """Return an article read and parsed, before its places are looked for.

        Raises
        ------
        MapperError
            If the article has no text.
        """
        prepared = self._ready(as_article(article) if isinstance(article, str) else article)
        return ParsedArticle(prepared, self._parser_for(prepared).parse(str(prepared.text)))

    def map(
        self, articles: Any, *, failures: Sequence[Failure] = (), progress: Progress | None = None
    ) -> EventMap:
        """Map any number of articles.

        Parameters
        ----------
        articles
            A text, an `Article`, a finished `ArticleMap`, an iterable of these, or a data frame with
            a column ``text`` and optionally ``id, title, date, source, url, domain``.
        failures
            Inputs that failed before, kept in the result.
        progress
            Called with the number of articles done and the newest result.

        Returns
        -------
        EventMap
            The articles in their given order. An article that fails is named in `failures`.
        """
        done: list[ArticleMap] = []
        failed = list(failures)
        sources, mapper = sources_of(articles), self
        if self._source_prior == "learned":
            sources = list(sources)
            mapper = self.learned_from(sources)
        for count, outcome in enumerate(mapper.outcomes(sources), start=1):
            if isinstance(outcome, Failure):
                failed.append(outcome)
            else:
                done.append(outcome)
            if progress is not None:
                progress(count, outcome)
        return merge(EventMap(mapper.run, tuple(_with_unique_ids(done)), failures=tuple(failed)))

    def learned_from(self, sources: Iterable[Given]) -> EventMapper:
        """Return a mapper that knows where the sources of these articles are at home.

        The homes are learned from the articles alone, which are parsed for it, and stand in the
        options of every result's run.
        """
        ready = (_attempt(self._ready_source, source) for source in sources)
        articles = [item for item in ready if isinstance(item, Article)]
        homes = self._geoparser.learn(map(ParsedArticle, articles, self._parse_batch(articles)))
        named = "; ".join(f"{source} = {home.name}" for source, home in sorted(homes.items()))
        other = copy(self)
        other._geoparser = self._geoparser.with_homes(homes)  # noqa: SLF001 - a copy of this very class
        other._options = self._options | {"learned_homes": named}  # noqa: SLF001
        return other

    def corrected(self, result: EventMap, corrections: Corrections) -> EventMap:
        """Return a finished map with a person's corrections, its articles linked anew but not parsed again.

        Raises
        ------
        CorrectionError
            If a correction was made for another text of an article, or names a place that does not exist.
        """
        other = copy(self)
        other._corrections = corrections  # noqa: SLF001 - a copy of this very class
        records = tuple(other._corrected(record) for record in result.articles)  # noqa: SLF001
        return merge(EventMap(result.run, records, failures=result.failures))

    def outcomes(self, sources: Iterable[Given]) -> Iterator[ArticleMap | Failure]:
        """Yield a result or a failure for each text, article or finished record, in their order."""
        sources = iter(sources)
        while batch := list(islice(sources, BATCH)):
            prepared = [_attempt(self._ready_source, source) for source in batch]
            parses = self._parse_batch([a for a in prepared if isinstance(a, Article)])
            for item in prepared:
                if isinstance(item, Article):
                    yield _attempt(self._finish_parsed, (item, next(parses)))
                else:
                    yield item

    def _ready_source(self, source: Given) -> Article | ArticleMap:
        if isinstance(source, ArticleMap):
            return self._corrected(source)
        return self._ready(as_article(source) if isinstance(source, str) else source)

    def _corrected(self, record: ArticleMap) -> ArticleMap:
        """Return a finished record with a person's corrections, if there are any."""
        if self._corrections is None:
            return record
        flag = self._flag_on(record.article)
        return self._corrections.apply(record, find=self._gazetteer.place, flag=flag)

    def _ready(self, article: Article) -> Article:
        """Return the article with language, hash, dateline and reference date."""
        text = article.text
        if not isinstance(text, str) or not text.strip():
            msg = f"The article {article.id!r} has no text."
            raise ArticleError(msg)
        article = msgspec.structs.replace(
            article,
            language=article.language or detect_language(text),
            text_sha256=article.text_sha256 or hash_of_text(text),
            dateline=article.dateline or find_dateline(text),
        )
        return msgspec.structs.replace(article, reference_date=reference_date(article, option=self._date))

    def _parser_for(self, article: Article) -> Parser:
        """Return the parser that understands the article's language."""
        if self._parser.language in (None, (article.language or "")[:2]):
            return self._parser
        log.warning(
            "Article %r is in %r, the language model is not: places by name only, no events.",
            article.id,
            article.language,
        )
        return self._plain

    def _parse_batch(self, articles: Sequence[Article]) -> Iterator[Parse]:
        """Yield a parse for each article, the model's texts in one batch."""
        parsers = [self._parser_for(article) for article in articles]
        pairs = list(zip(articles, parsers, strict=True))
        modelled = self._parser.parse_all(str(a.text) for a, p in pairs if p is self._parser)
        for article, parser in pairs:
            yield next(modelled) if parser is self._parser else parser.parse(str(article.text))

    def _finish_parsed(self, pair: tuple[Article, Parse]) -> ArticleMap:
        return self._finish(ParsedArticle(*pair))

    def _finish(self, parsed: ParsedArticle) -> ArticleMap:
        """Run every step after the parse."""
        article = parsed.article
        times = find_times(parsed.parse, reference=article.reference_date)
        toponyms = self._geoparser.toponyms(parsed)
        if self._corrections is not None:
            toponyms = self._corrections.apply_to_toponyms(
                article, toponyms, find=self._gazetteer.place, flag=self._flag_on(article)
            )
        events = self._events(parsed, toponyms, times)
        if self._corrections is not None:
            events = self._corrections.apply_to_events(
                article,
                events,
                toponyms=toponyms,
                find=self._gazetteer.place,
                flag=self._flag_on(article),
            )
        links = link_events(parsed, events)
        quotes = _quotes(parsed.parse, toponyms, times, events, links)
        return ArticleMap(self.run, article, toponyms, times, events, links, quotes)

    def _flag_on(self, article: Article) -> Callable[[Place], DisputeFlag | None]:
        """Return what flags a corrected place on the article's day."""
        day = article.reference_date.date if article.reference_date else None
        return partial(self._register.flag_place, date=day)

    def _events(
        self, parsed: ParsedArticle, toponyms: tuple[Toponym, ...], times: tuple[TimeExpression, ...]
    ) -> tuple[Event, ...]:
        """Return the events; none where the language is not the model's."""
        foreign = parsed.parse.model == "none" and (parsed.article.language or "")[:2] != "en"
        return () if foreign else self._extractor.extract(parsed, toponyms, times)


def hash_of_text(text: str) -> str:
    """Return the SHA-256 of an article's text, by which the same text is known again."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _attempt(step: Callable[[T], Any], item: T) -> Any:
    """Return what the step makes of the item, or the failure that names the article."""
    try:
        return step(item)
    except Exception as error:
        article = item[0] if isinstance(item, tuple) else item
        name = _name_of(article)
        log.debug("Article %r failed.", name, exc_info=True)
        message = str(error) if isinstance(error, MapperError) else f"{type(error).__name__}: {error}"
        return Failure(name, message)


def _name_of(source: Any) -> str:
    if isinstance(source, ArticleMap):
        return source.article.id
    return source.id if isinstance(source, Article) else "text"


def _with_unique_ids(maps: Iterable[ArticleMap]) -> Iterator[ArticleMap]:
    """Yield the results, a second article of one id as ``id-2`` and so on."""
    taken: set[str] = set()
    for result in maps:
        wanted, count = result.article.id, 1
        name = wanted
        while name in taken:
            count += 1
            name = f"{wanted}-{count}"
        taken.add(name)
        same = name == wanted
        yield (
            result
            if same
            else msgspec.structs.replace(result, article=msgspec.structs.replace(result.article, id=name))
        )


def _quotes(
    parse: Parse,
    toponyms: Sequence[Toponym],
    times: Sequence[TimeExpression],
    events: Sequence[Event],
    links: Sequence[Link],
) -> tuple[Span, ...]:
    """Return the sentences that hold evidence, in text order."""
    spans = [(t.start, t.end) for t in toponyms] + [(t.start, t.end) for t in times]
    for event in events:
        spans += [(m.start, m.end) for m in event.mentions] + [(e.start, e.end) for e in event.evidence]
    spans += [(link.cue.start, link.cue.end) for link in links if link.cue is not None]
    wanted: set[int] = set()
    for start, end in spans:
        wanted.update(range(parse.sentence_at(start).i, parse.sentence_at(max(start, end - 1)).i + 1))
    sentences = (parse.sentences[i] for i in sorted(wanted))
    return tuple(Span(s.start, s.end, parse.text[s.start : s.end]) for s in sentences)
