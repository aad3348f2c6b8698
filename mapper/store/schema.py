"""How a store lies in its file: tables, version, and the mark that tells it from other databases."""

from __future__ import annotations

from typing import Final

APPLICATION_ID: Final = 0x454D4150
"""Stands in the file's header: "EMAP"."""

VERSION: Final = 1
"""Stands in the file's header; raised whenever a table or what is kept in it changes."""

TABLES: Final = {
    "fact": "CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    "article": (
        "CREATE TABLE article (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, given TEXT NOT NULL, "
        "hash TEXT NOT NULL UNIQUE, precedence TEXT NOT NULL, signature BLOB, record BLOB NOT NULL)"
    ),
    "duplicate": (
        "CREATE TABLE duplicate (hash TEXT NOT NULL, precedence TEXT NOT NULL, given TEXT NOT NULL, "
        "PRIMARY KEY (hash, precedence)) WITHOUT ROWID"
    ),
    "band": "CREATE TABLE band (key INTEGER, article INTEGER, PRIMARY KEY (key, article)) WITHOUT ROWID",
    "near": (
        "CREATE TABLE near (first INTEGER, second INTEGER, similarity REAL NOT NULL, "
        "PRIMARY KEY (first, second)) WITHOUT ROWID"
    ),
    "report": (
        "CREATE TABLE report (n INTEGER PRIMARY KEY, article INTEGER NOT NULL, event TEXT NOT NULL, "
        "status TEXT NOT NULL, cluster TEXT, data BLOB NOT NULL)"
    ),
    "block": "CREATE TABLE block (key INTEGER, report INTEGER, PRIMARY KEY (key, report)) WITHOUT ROWID",
    "pair": (
        "CREATE TABLE pair (first INTEGER, second INTEGER, score REAL NOT NULL, joined INTEGER NOT NULL, "
        "reasons BLOB NOT NULL, PRIMARY KEY (first, second)) WITHOUT ROWID"
    ),
    "failure": (
        "CREATE TABLE failure (input TEXT NOT NULL, line INTEGER NOT NULL, message TEXT NOT NULL, "
        "PRIMARY KEY (input, line, message)) WITHOUT ROWID"
    ),
}

INDEXES: Final = {
    "article_given": "CREATE INDEX article_given ON article (given)",
    "near_second": "CREATE INDEX near_second ON near (second)",
    "report_article": "CREATE INDEX report_article ON report (article)",
    "report_cluster": "CREATE INDEX report_cluster ON report (cluster) WHERE cluster IS NOT NULL",
    "pair_second": "CREATE INDEX pair_second ON pair (second)",
}
