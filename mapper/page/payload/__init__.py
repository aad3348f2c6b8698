"""From the record of a run to the one value that the page shows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from mapper.page.names import Names
from mapper.page.payload.disputes import DisputeTable
from mapper.page.payload.events import ReportReader, day_number
from mapper.page.payload.order import in_order
from mapper.page.payload.records import Page, PageArticle, PageFailure, PageParty
from mapper.page.payload.relations import article_link, cluster_links, groups, same_people
from mapper.page.payload.spans import Quotes
from mapper.page.payload.tables import Tables

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mapper.disputes import DisputeRegister
    from mapper.model import Article, ArticleMap, EventMap, Failure
    from mapper.page.payload.relations import Rows

__all__ = ["Page", "build_page"]

WEB: Final = re.compile(r"https?://", re.IGNORECASE)
FOLDERS: Final = re.compile(r"^.*[\\/]", re.DOTALL)
NEUTRAL: Final = "neutral"
DE_FACTO: Final = "de-facto"
VERSION: Final = 1
"""Of the page's data; the script refuses another."""


def build_page(
    result: EventMap,
    register: DisputeRegister,
    *,
    worldview: str = "neutral",
    full_text: bool = False,
    title: str | None = None,
) -> Page:
    """Return everything the page shows of a result.

    Events stand in order of time, so that the number of an event is its position.

    Parameters
    ----------
    result
        What was found.
    register
        The register of disputed territories, for what a flag does not carry.
    worldview
        Whose names disputed places carry at first.
    full_text
        Whether whole articles go into the page; else only the sentences that are evidence.
    title
        Heading of the page; by default the article's title.
    """
    names = Names.load()
    tables = Tables(DisputeTable(register, names, worldview), names)
    quotes = [Quotes(article_map) for article_map in result.articles]
    readers = [
        ReportReader(index, article_map, quotes[index], tables)
        for index, article_map in enumerate(result.articles)
    ]
    order = in_order(result.articles)
    rows: Rows = {
        (result.articles[index].article.id, event.id): row for row, (index, event) in enumerate(order)
    }
    events = [readers[index].event(event) for index, event in order]
    links = [
        article_link(link, index, article_map, rows, (quotes[index], tables))
        for index, article_map in enumerate(result.articles)
        for link in article_map.links
        if {(article_map.article.id, link.source), (article_map.article.id, link.target)} <= rows.keys()
    ]
    links += cluster_links(result, rows, tables)
    links += same_people(events, links)
    merged = groups(result, rows, events, tables)
    articles = tuple(
        _article(article_map, quotes[index], full_text=full_text)
        for index, article_map in enumerate(result.articles)
    )
    return Page(
        version=VERSION,
        title=title or _title(articles),
        worldview=worldview,
        articles=articles,
        places=tuple(tables.places.values),
        disputes=tables.disputes.rows(),
        parties=tuple(PageParty(code, names.all(code)) for code in _parties(tables, worldview)),
        reasons=tuple(tables.reasons.values),
        readings=tuple(tables.readings.values),
        events=tuple(events),
        links=tuple(links),
        groups=tuple(merged),
        failures=tuple(_failure(failure) for failure in result.failures),
    )


def _parties(tables: Tables, worldview: str) -> list[str]:
    """Return the parties whose names the page needs: those of its disputes, and whose view it shows."""
    viewed = set() if worldview in {NEUTRAL, DE_FACTO} else {worldview}
    return sorted({*tables.disputes.parties(), *viewed})


def _article(article_map: ArticleMap, quotes: Quotes, *, full_text: bool) -> PageArticle:
    article: Article = article_map.article
    text = quotes.full if full_text else None
    return PageArticle(
        id=article.id,
        title=article.title,
        source=article.source or article.domain,
        url=article.url if article.url and WEB.match(article.url) else None,
        published=day_number(_published(article)),
        dateline=article.dateline.text if article.dateline else None,
        language=article.language,
        quotes=quotes.texts,
        text=text,
        starts=quotes.starts16() if text else (),
    )


def _published(article: Article) -> Any:
    return article.reference_date.date if article.reference_date else article.published


def _title(articles: Iterable[PageArticle]) -> str:
    titles = [article.title for article in articles if article.title]
    return titles[0] if len(titles) == 1 else ""


def _failure(failure: Failure) -> PageFailure:
    """Return a failure with the file's name only: no page says where a reader's files lie."""
    return PageFailure(input=FOLDERS.sub("", failure.input), message=failure.message, line=failure.line)
