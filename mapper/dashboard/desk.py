"""What lies on the desk: the articles of one visitor and what was found in them. No Streamlit here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Final

import msgspec

from mapper.articles import article_from_fields, read_articles, read_data
from mapper.corrections import Corrections, EventCorrection
from mapper.errors import MapperError
from mapper.model import Article, ArticleMap, EventMap, Failure
from mapper.resources import data_path

if TYPE_CHECKING:
    from mapper.pipeline import EventMapper

SUFFIXES: Final = ("txt", "html", "htm", "jsonl")
SAMPLE_NOTE: Final = "These are sample articles: invented texts about invented people."


@dataclass
class Desk:
    """Articles read, in order, with the inputs that failed, the newest result and a person's corrections.

    `found` is what was found without the corrections, `result` with them; `put_off` counts how often
    a question was left for later.
    """

    articles: list[Article | ArticleMap] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    found: EventMap | None = None
    result: EventMap | None = None
    samples: bool = False
    corrections: Corrections = field(default_factory=Corrections)
    earlier: list[Corrections] = field(default_factory=list)
    put_off: Counter[tuple[str, int]] = field(default_factory=Counter)
    _mapped: dict[int, ArticleMap] = field(default_factory=dict)

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
        vars(self).update(vars(Desk()))

    def map(self, mapper: EventMapper, *, progress: Callable[[int, int], None] | None = None) -> EventMap:
        """Map what is new on the desk, correct and link everything, and keep the result.

        Parameters
        ----------
        mapper
            The mapper to use.
        progress
            Called with the number of articles done and their total.
        """
        total = len(self.articles)

        def report(done: int, outcome: ArticleMap | Failure) -> None:
            if isinstance(outcome, ArticleMap):
                self._mapped[done - 1] = outcome
            if progress is not None:
                progress(done, total)

        sources = [self._mapped.get(number, article) for number, article in enumerate(self.articles)]
        self.found = mapper.map(sources, failures=self.failures, progress=report)
        return self._corrected(mapper)

    def correct(self, mapper: EventMapper, more: Corrections) -> EventMap:
        """Take over corrections and return the result with them; they can be undone.

        Raises
        ------
        CorrectionError
            If they were made for other texts or do not fit; then nothing is changed.
        """
        before, self.corrections = self.corrections, _joined(self.corrections, more)
        try:
            result = self._corrected(mapper)
        except MapperError:
            self.corrections = before
            raise
        self.earlier.append(before)
        return result

    def undo(self, mapper: EventMapper) -> EventMap | None:
        """Take the newest corrections back."""
        if self.earlier:
            self.corrections = self.earlier.pop()
            return self._corrected(mapper)
        return self.result

    def _corrected(self, mapper: EventMapper) -> EventMap:
        assert self.found is not None, "nothing is mapped yet"
        self.result = mapper.corrected(self.found, self.corrections)
        return self.result


def _joined(old: Corrections, new: Corrections) -> Corrections:
    """Return both; of two for the same event each field is the newest that was set."""
    known = {c.at: c for c in old.events}
    events = tuple(_over(known.get(c.at), c) for c in new.events)
    return old.merged(msgspec.structs.replace(new, events=events))


def _over(old: EventCorrection | None, new: EventCorrection) -> EventCorrection:
    """Return a correction of an event together with what it leaves as an earlier one set it."""
    if old is None:
        return new
    blank = EventCorrection(new.at)
    unset = [name for name in new.__struct_fields__ if getattr(new, name) == getattr(blank, name)]
    return msgspec.structs.replace(new, **{name: getattr(old, name) for name in unset})


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
