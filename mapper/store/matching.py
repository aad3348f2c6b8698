"""The merge, kept up to date: a new report meets only those of its blocks and regroups only its circle."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from mapper.links.across.blocking import Key, keys_filed, keys_sought
from mapper.links.across.clusters import group, rank
from mapper.links.across.merge import cluster_id, compared
from mapper.links.across.report import Report
from mapper.links.across.scoring import SAME, Comparison
from mapper.store.codec import pack_reasons, pack_report, unpack_pair, unpack_report
from mapper.store.database import Database
from mapper.store.likeness import key_number

_CANDIDATES = """
    SELECT n, data FROM report WHERE article <> ? AND n IN
    (SELECT report FROM block WHERE key IN (SELECT value FROM json_each(?)))
"""
_NEIGHBOURS = """
    SELECT second FROM pair WHERE first = ? AND score >= ? UNION ALL
    SELECT first FROM pair WHERE second = ? AND score >= ?
"""


class Matching:
    """Reports, their blocks, the compared pairs and the clusters of one store."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def add(self, article: int, reports: Iterable[Report]) -> None:
        """File an article's reports, compare them with those of their blocks, and regroup."""
        numbered = [(self._file(article, report), report) for report in reports]
        met = [n for n, report in numbered if self._compare(article, n, report)]
        for n, report in numbered:
            self._db.run_many(
                "INSERT INTO block VALUES (?, ?)", ((key, n) for key in _numbers(keys_filed(report)))
            )
        self._regroup(met)

    def remove(self, article: int) -> None:
        """Take an article's reports out again, and regroup those they were joined to."""
        rows = list(self._db.rows("SELECT n, data FROM report WHERE article = ?", (article,)))
        own = {n for n, _ in rows}
        left = {other for n in own for other in self._neighbours(n)} - own
        for n, data in rows:
            keys = _numbers(keys_filed(unpack_report(data)))
            self._db.run_many("DELETE FROM block WHERE key = ? AND report = ?", ((key, n) for key in keys))
            self._db.run("DELETE FROM pair WHERE first = ? OR second = ?", (n, n))
        self._db.run("DELETE FROM report WHERE article = ?", (article,))
        self._regroup(left)

    def clusters(self) -> Iterator[tuple[tuple[Report, ...], list[Comparison]]]:
        """Yield each cluster's reports in the order of their keys, and the pairs that joined them."""
        sql = (
            "SELECT cluster FROM (SELECT cluster, event, min(id) AS id FROM report JOIN article "
            "ON article.n = article WHERE cluster IS NOT NULL GROUP BY cluster) ORDER BY id, event"
        )
        for (name,) in self._db.rows(sql):
            rows = self._db.rows("SELECT n, data FROM report WHERE cluster = ?", (name,))
            members = {n: unpack_report(data) for n, data in rows}
            joined = [pair for pair, is_joined in self._pairs_among(members) if is_joined]
            yield tuple(sorted(members.values(), key=lambda r: r.key)), joined

    def open_pairs(self) -> Iterator[Comparison]:
        """Yield the pairs that may be of one event, the most alike first."""
        told = self._articles_by_cluster()
        for row in self._db.rows(_OPEN_PAIRS):
            article, other, cluster, another, score, reasons, first, second = row
            if not told.get(cluster, {article}) & told.get(another, {other}):
                yield unpack_pair(unpack_report(first), unpack_report(second), score, reasons)

    def _file(self, article: int, report: Report) -> int:
        values = (article, report.ref.event, report.status, pack_report(report))
        return self._db.run("INSERT INTO report (article, event, status, data) VALUES (?, ?, ?, ?)", values)

    def _compare(self, article: int, n: int, report: Report) -> bool:
        """Keep the pairs of a new report with others; tell whether there are any that may join."""
        wanted = json.dumps(sorted(_numbers(keys_sought(report))))
        rows = self._db.rows(_CANDIDATES, (article, wanted))
        others = {(other := unpack_report(data)).key: (number, other) for number, data in rows}
        pairs = list(compared(report, (other for _, other in others.values())))
        for pair in pairs:
            numbers = [n if each is report else others[each.key][0] for each in (pair.first, pair.second)]
            values = (*numbers, pair.score, 0, pack_reasons(pair))
            self._db.run("INSERT INTO pair VALUES (?, ?, ?, ?, ?)", values)
        return any(pair.score >= SAME for pair in pairs)

    def _neighbours(self, n: int) -> list[int]:
        return [other for (other,) in self._db.rows(_NEIGHBOURS, (n, SAME, n, SAME))]

    def _regroup(self, touched: Iterable[int]) -> None:
        """Group anew everything that is connected with some reports."""
        seen: set[int] = set()
        for start in sorted(touched):
            if start not in seen:
                circle = self._circle(start)
                seen |= circle.keys()
                self._group(circle)

    def _circle(self, start: int) -> dict[int, Report]:
        """Return the reports that pairs alike enough connect with one, and itself."""
        numbers, queue = {start}, [start]
        while queue:
            new = set(self._neighbours(queue.pop())) - numbers
            numbers |= new
            queue += new
        rows = (self._db.row("SELECT data FROM report WHERE n = ?", (n,)) for n in sorted(numbers))
        return {n: unpack_report(data) for n, (data,) in zip(sorted(numbers), rows, strict=True)}

    def _group(self, circle: dict[int, Report]) -> None:
        numbers = {report.key: n for n, report in circle.items()}
        grouping = group(pair for pair, _ in self._pairs_among(circle) if pair.score >= SAME)
        names: dict[int, str | None] = dict.fromkeys(circle)
        for members in grouping.groups:
            names.update((numbers[report.key], cluster_id(members)) for report in members)
        joined = [(numbers[p.first.key], numbers[p.second.key]) for pairs in grouping.joined for p in pairs]
        set_cluster = "UPDATE report SET cluster = ? WHERE n = ? AND cluster IS NOT ?"
        self._db.run_many(set_cluster, ((name, n, name) for n, name in names.items()))
        self._db.run_many("UPDATE pair SET joined = 0 WHERE first = ? AND joined", ((n,) for n in circle))
        self._db.run_many("UPDATE pair SET joined = 1 WHERE first = ? AND second = ?", joined)

    def _pairs_among(self, reports: dict[int, Report]) -> Iterator[tuple[Comparison, bool]]:
        """Yield the pairs inside a set of reports as the merge ranks them, and whether each joined two."""
        sql = "SELECT second, score, joined, reasons FROM pair WHERE first = ?"
        found = [
            (unpack_pair(first, reports[second], score, reasons), bool(joined))
            for n, first in reports.items()
            for second, score, joined, reasons in self._db.rows(sql, (n,))
            if second in reports
        ]
        yield from sorted(found, key=lambda pair: rank(pair[0]))

    def _articles_by_cluster(self) -> dict[str, set[int]]:
        told: dict[str, set[int]] = {}
        for cluster, article in self._db.rows(
            "SELECT cluster, article FROM report WHERE cluster IS NOT NULL"
        ):
            told.setdefault(cluster, set()).add(article)
        return told


_OPEN_PAIRS = """
    SELECT a.article, b.article, a.cluster, b.cluster, score, reasons, a.data, b.data
    FROM pair JOIN report a ON a.n = first JOIN report b ON b.n = second
    JOIN article x ON x.n = a.article JOIN article y ON y.n = b.article
    WHERE a.cluster IS NULL OR b.cluster IS NULL OR a.cluster <> b.cluster
    ORDER BY -score, a.status <> b.status, x.id, a.event, y.id, b.event
"""


def _numbers(keys: Iterable[Key]) -> set[int]:
    return {key_number("\t".join(map(str, key)).encode("utf-8", "surrogatepass")) for key in keys}
