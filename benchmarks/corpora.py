"""The geoparsing corpora beside the checkout, as parsed articles with their gold."""

from __future__ import annotations

import hashlib
import json
import os
import pickle
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from mapper.articles import find_dateline
from mapper.language import Parse, ParsedArticle, load_parser
from mapper.model import Article

if TYPE_CHECKING:
    from mapper.language.parsers import ModelChoice

SHARED: Final = Path(os.environ.get("MAPPER_SHARED", Path(__file__).resolve().parents[2] / "shared"))
FITTED_ON: Final = ("lgl", "trnews", "geovirus", "gwn")
"""Corpora that fitted numbers may be drawn from; the others are only measured on."""
NEWS: Final = (*FITTED_ON, "tud")
"""Corpora with every toponym of a text annotated."""
ALL: Final = (*NEWS, "toporesolve", "wiktor")


@dataclass(frozen=True)
class GoldDocument:
    """A document of a corpus: its raw record and its parse."""

    corpus: str
    record: dict[str, Any]
    parsed: ParsedArticle

    @property
    def id(self) -> str:
        """The document's id."""
        return str(self.record["id"])

    @property
    def toponyms(self) -> list[dict[str, Any]]:
        """The gold mentions."""
        return list(self.record["toponyms"])

    @property
    def publisher(self) -> str:
        """What keeps documents of one source together when folds are cut."""
        return str(self.record.get("domain") or self.id)

    @property
    def is_even(self) -> bool:
        """Whether the document belongs to the half whose errors may be looked at."""
        return int(hashlib.sha1(self.id.encode()).hexdigest(), 16) % 2 == 0


def records(corpus: str) -> list[dict[str, Any]]:
    """Return the records of a corpus, as they stand in its file."""
    path = SHARED / "corpora" / "dev" / f"{corpus}.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def documents(corpus: str, model: ModelChoice = "md", cache: Path | None = None) -> list[GoldDocument]:
    """Return a corpus parsed; with a `cache` folder parses are kept between runs."""
    found = records(corpus)
    parses = _parses(corpus, model, [record["text"] for record in found], cache)
    return [
        GoldDocument(corpus, record, ParsedArticle(article_of(record), parse))
        for record, parse in zip(found, parses, strict=True)
    ]


def article_of(record: dict[str, Any]) -> Article:
    """Return a record's article."""
    text = record["text"]
    return Article(
        id=record["id"],
        title=record.get("title"),
        domain=record.get("domain"),
        published=_day(record.get("date")),
        language="en",
        dateline=find_dateline(text),
        text=text,
    )


def _day(value: Any) -> date | None:
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        return None


def _parses(corpus: str, model: ModelChoice, texts: list[str], cache: Path | None) -> list[Parse]:
    path = cache / f"{model}-{corpus}.pickle" if cache is not None else None
    if path is not None and path.is_file():
        kept: list[Parse] = pickle.loads(path.read_bytes())
        if [parse.text for parse in kept] == texts:
            return kept
    parses = list(load_parser(model).parse_all(texts))
    if path is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(pickle.dumps(parses, protocol=5))
    return parses
