"""A corpus in one file: finished records, what they have in common, and what could not be read."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import Literal, Self, TypeAlias, TypeVar

from mapper.errors import InputError
from mapper.links.across.lifting import story_links
from mapper.links.across.merge import cluster_of, possible_match, with_clusters
from mapper.model import (
    Article,
    ArticleMap,
    Cluster,
    ClusterLink,
    EventMap,
    Failure,
    PossibleMatch,
    Record,
    Run,
    from_json,
    to_json,
)
from mapper.store.codec import unpack_record
from mapper.store.database import Database
from mapper.store.dump import dump_lines
from mapper.store.identity import Known, entry_of, key_of
from mapper.store.matching import Matching
from mapper.store.shelf import Shelf

Added: TypeAlias = Literal["new", "known", "duplicate", "replaced"]
"""What became of a record: `replaced` took the place of a later article of the same text."""

S = TypeVar("S", Article, ArticleMap, Article | ArticleMap)

NOTHING: Run = Run("", "", "", "")
"""The run of a store that holds nothing."""


class Duplicate(Record, frozen=True):
    """An article whose text was there already: its name, and that of the article that is kept."""

    article: str
    kept: str


class NearDuplicate(Record, frozen=True):
    """Two articles with nearly the same text, and what share of its runs of words they have in common."""

    first: str
    second: str
    likeness: float


class Store:
    """Finished records in a file that grows.

    Each article is kept in one step with everything that follows from it, so that the process may be
    killed at any moment. What the store holds does not depend on the order in which articles came.

    Parameters
    ----------
    database
        The file; use `Store.open`.
    full_text
        Keep the articles' whole texts, not only the quoted sentences.
    """

    def __init__(self, database: Database, *, full_text: bool = False) -> None:
        self._db = database
        self._full_text = full_text
        self._matching = Matching(database)
        self._shelf = Shelf(database, self._matching)

    @classmethod
    def open(cls, path: str | os.PathLike[str], *, full_text: bool = False) -> Store:
        """Open the store in a file, or begin one in a new or empty file.

        Raises
        ------
        StoreCorruptError
            If the file is damaged, or something else than a store.
        StoreVersionError
            If it was written for another version of the format.
        StoreError
            If it cannot be opened.
        """
        return cls(Database(path), full_text=full_text)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def __len__(self) -> int:
        return int(self._db.row("SELECT count(*) FROM article")[0])

    @property
    def run(self) -> Run | None:
        """What makes the records, as agreed on: versions and options."""
        row = self._db.row("SELECT value FROM fact WHERE name = 'run'")
        return from_json(row[0], Run) if row else None

    def agree_on(self, run: Run) -> None:
        """Note what makes the records, or compare it with what made those before.

        Raises
        ------
        InputError
            If they were made with other versions or options: they would not be comparable.
        """
        before = self.run
        if before is None:
            with self._db.transaction():
                self._db.run("INSERT OR IGNORE INTO fact VALUES ('run', ?)", (to_json(run).decode(),))
        elif before != run:
            differ = [n for n in Run.__struct_fields__ if getattr(before, n) != getattr(run, n)]
            msg = (
                f"{self._db.name}: Its records were made otherwise ({', '.join(differ)} differ): use the "
                f"same options and versions as before, or parse the articles into a new file."
            )
            raise InputError(msg)

    def add(self, record: ArticleMap) -> Added:
        """Keep a finished record with all that follows from it, in one step.

        Returns
        -------
        str
            What became of it. Of several articles with the same text the one published first is kept,
            the others are named as its duplicates; an article whose name is taken gets a longer one.

        Raises
        ------
        StoreError
            If the file cannot be written or is damaged.
        RecordError
            If the record holds characters that cannot be written.
        """
        item = entry_of(record, full_text=self._full_text)
        with self._db.transaction():
            holder = self._shelf.holder(item.key)
            if holder is not None and holder.precedence <= item.precedence:
                return self._note_duplicate(item, holder.precedence)
            if holder is not None:
                self._shelf.take_out(holder)
                self._note_duplicate(holder, item.precedence)
                self._db.run(
                    "DELETE FROM duplicate WHERE hash = ? AND precedence = ?", (item.key, item.precedence)
                )
            self._shelf.put_in(item)
        return "replaced" if holder else "new"

    def missing(self, articles: Iterable[S]) -> Iterator[S]:
        """Yield the articles that are not held yet; one whose text is held is named as a duplicate."""
        for each in articles:
            wanted = key_of(each)
            holder = None if wanted is None else self._shelf.holder(wanted.key)
            if wanted is None or holder is None or wanted.precedence < holder.precedence:
                yield each
            elif wanted.precedence != holder.precedence:
                with self._db.transaction():
                    self._note_duplicate(wanted, holder.precedence)

    def fail(self, failure: Failure) -> None:
        """Keep what could not be read or mapped."""
        values = (failure.input, -1 if failure.line is None else failure.line, failure.message)
        with self._db.transaction():
            self._db.run("INSERT OR IGNORE INTO failure VALUES (?, ?, ?)", values)

    def forget_failures(self) -> None:
        """Drop the failures of the run before; what fails again will be kept again."""
        with self._db.transaction():
            self._db.run("DELETE FROM failure")

    def event_map(self) -> EventMap:
        """Return everything as one result, as if all articles had been mapped at once, by their ids."""
        articles = tuple(self.articles())
        return EventMap(
            self.run or (articles[0].run if articles else NOTHING),
            articles,
            tuple(self.clusters()),
            tuple(self.possible()),
            story_links(articles),
            tuple(self.failures()),
        )

    def articles(self) -> Iterator[ArticleMap]:
        """Yield the records in the order of their ids, with the clusters of their events."""
        for n, data in self._db.rows("SELECT n, record FROM article ORDER BY id"):
            yield self._with_clusters(n, unpack_record(data))

    def article(self, ident: str) -> ArticleMap:
        """Return the record of one article.

        Raises
        ------
        InputError
            If there is none of that id.
        """
        row = self._db.row("SELECT n, record FROM article WHERE id = ?", (ident,))
        if row is None:
            msg = f"{self._db.name}: The store holds no article {ident!r}."
            raise InputError(msg)
        return self._with_clusters(row[0], unpack_record(row[1]))

    def clusters(self) -> Iterator[Cluster]:
        """Yield the events that several articles tell."""
        return (cluster_of(members, joined) for members, joined in self._matching.clusters())

    def possible(self) -> Iterator[PossibleMatch]:
        """Yield the pairs of reports that may be of one event, the most alike first."""
        return map(possible_match, self._matching.open_pairs())

    def links(self) -> tuple[ClusterLink, ...]:
        """Return the links between events of the story, holding one record at a time."""
        return story_links(self.articles())

    def failures(self) -> Iterator[Failure]:
        """Yield what could not be read or mapped in the last run."""
        for name, line, message in self._db.rows("SELECT * FROM failure ORDER BY input, line, message"):
            yield Failure(name, message, None if line < 0 else line)

    def duplicates(self) -> Iterator[Duplicate]:
        """Yield the articles whose text another one has."""
        sql = (
            "SELECT d.given, id FROM duplicate d JOIN article USING (hash) ORDER BY d.given, id, d.precedence"
        )
        return (Duplicate(*row) for row in self._db.rows(sql))

    def near_duplicates(self) -> Iterator[NearDuplicate]:
        """Yield the pairs of articles with nearly the same text."""
        sql = (
            "SELECT min(a.id, b.id), max(a.id, b.id), similarity FROM near JOIN article a ON a.n = first "
            "JOIN article b ON b.n = second ORDER BY 1, 2"
        )
        return (NearDuplicate(*row) for row in self._db.rows(sql))

    def dump(self) -> Iterator[str]:
        """Yield all that is held as lines of text, alike for stores that hold the same."""
        return dump_lines(self._db)

    def _with_clusters(self, n: int, record: ArticleMap) -> ArticleMap:
        rows = self._db.rows(
            "SELECT event, cluster FROM report WHERE article = ? AND cluster IS NOT NULL", (n,)
        )
        return with_clusters(record, {(record.article.id, event): cluster for event, cluster in rows})

    def _note_duplicate(self, item: Known, kept: str) -> Added:
        if item.precedence == kept:
            return "known"
        values = (item.key, item.precedence, item.given)
        self._db.run("INSERT OR IGNORE INTO duplicate VALUES (?, ?, ?)", values)
        return "duplicate"
