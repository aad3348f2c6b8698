"""What lies on the desk: the articles of one visitor and what was found in them. No Streamlit here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Final

from mapper.articles import article_from_fields, read_articles, read_data
from mapper.model import Article, ArticleMap, EventMap, Failure
from mapper.resources import data_path

if TYPE_CHECKING:
    from mapper.pipeline import EventMapper

SUFFIXES: Final = ("txt", "html", "htm", "jsonl")
SAMPLE_NOTE: Final = "These are sample articles: invented texts about invented people."


@dataclass
class Desk:
    """Articles read, in order, with the inputs that failed, and the newest result."""

    articles: list[Article | ArticleMap] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    result: EventMap | None = None
    samples: bool = False

    @property
    def unmapped(self) -> bool:
        """Whether articles were added since the newest result."""
        return bool(self.articles) and self.result is None

    def add(self, articles: Iterable[Article | ArticleMap], failures: Iterable[Failure] = ()) -> None:
        """Put articles on the desk; the first of one's own clear the samples away."""
        if self.samples:
            self.clear()
        self.articles += articles
        self.failures += failures
        self.result = None

    def clear(self) -> None:
        """Empty the desk."""
        self.articles, self.failures, self.result, self.samples = [], [], None, False

    def map(self, mapper: EventMapper, *, progress: Callable[[int, int], None] | None = None) -> EventMap:
        """Map everything on the desk and keep the result.

        Parameters
        ----------
        mapper
            The mapper to use.
        progress
            Called with the number of articles done and their total.
        """
        total = len(self.articles)

        def report(done: int, _: ArticleMap | Failure) -> None:
            if progress is not None:
                progress(done, total)

        self.result = mapper.map(self.articles, failures=self.failures, progress=report)
        return self.result


def read_samples() -> Desk:
    """Return a desk with the invented sample articles."""
    return Desk(articles=list(read_articles([data_path("data", "articles")])), samples=True)


def read_paths(paths: Sequence[str]) -> Desk:
    """Return a desk with the articles of files and folders."""
    desk = Desk()
    failures: list[Failure] = []
    desk.add(list(read_articles(paths, failures=failures)), failures)
    return desk


def read_uploads(uploads: Iterable[tuple[str, bytes]]) -> tuple[list[Article | ArticleMap], list[Failure]]:
    """Read uploaded files, given as name and content."""
    failures: list[Failure] = []
    articles: list[Article | ArticleMap] = []
    for name, content in uploads:
        articles += read_data(content, name, failures=failures)
    return articles, failures


def pasted_article(text: str, *, title: str, published: date | None, number: int) -> Article:
    """Return a pasted text as an article."""
    fields = {"text": text, "title": title.strip() or None, "published": published and published.isoformat()}
    return article_from_fields(
        {key: value for key, value in fields.items() if value} | {"id": f"pasted-{number}"}
    )
