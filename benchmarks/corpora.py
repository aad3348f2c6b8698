"""The geoparsing corpora beside the checkout, as parsed articles with their gold."""

from __future__ import annotations

import hashlib
import pickle
from dataclasses import dataclass
from functools import cached_property
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from benchmarks.shared import ALL, FITTED_ON, NEWS, ROOT, SHARED, records
from mapper.articles import find_dateline
from mapper.dates import reference_date
from mapper.evaluation.halves import half_of
from mapper.evaluation.toponyms import GoldDocument as Gold
from mapper.language import Parse, ParsedArticle, load_parser
from mapper.model import Article

if TYPE_CHECKING:
    from mapper.language.parsers import ModelChoice

__all__ = ["ALL", "FITTED_ON", "NEWS", "SHARED", "GoldDocument", "article_of", "documents", "records"]


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
        """The gold mentions, with every field of the corpus."""
        return list(self.record["toponyms"])

    @cached_property
    def gold(self) -> Gold:
        """The document as figures are taken on it."""
        return msgspec.convert(self.record, Gold)

    @property
    def publisher(self) -> str:
        """What keeps documents of one source together when folds are cut."""
        return str(self.record.get("domain") or self.id)

    @property
    def is_even(self) -> bool:
        """Whether the document belongs to the half whose errors may be looked at."""
        return half_of(self.id) == "even"


def documents(corpus: str, model: ModelChoice = "md", cache: Path | None = None) -> list[GoldDocument]:
    """Return a corpus parsed; with a `cache` folder parses are kept between runs."""
    found = records(corpus)
    parses = _parses(corpus, model, [record["text"] for record in found], cache)
    return [
        GoldDocument(corpus, record, ParsedArticle(article_of(record), parse))
        for record, parse in zip(found, parses, strict=True)
    ]


def article_of(record: dict[str, Any]) -> Article:
    """Return a record's article, as far as it is known before its places are looked for."""
    article = msgspec.convert(record, Gold).article()
    dated = msgspec.structs.replace(article, language="en", dateline=find_dateline(record["text"]))
    return msgspec.structs.replace(dated, reference_date=reference_date(dated))


def _parses(corpus: str, model: ModelChoice, texts: list[str], cache: Path | None) -> list[Parse]:
    path = cache / f"{model}-{corpus}-{_fingerprint()}.pickle" if cache is not None else None
    if path is not None and path.is_file():
        kept: list[Parse] = pickle.loads(path.read_bytes())
        if [parse.text for parse in kept] == texts:
            return kept
    parses = list(load_parser(model).parse_all(texts))
    if path is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(pickle.dumps(parses, protocol=5))
    return parses


def _fingerprint() -> str:
    """Return what changes when a text might be parsed otherwise: by our code or another spaCy."""
    rooms = (ROOT / "mapper" / room for room in ("articles", "language"))
    code = b"".join(path.read_bytes() for room in rooms for path in sorted(room.glob("*.py")))
    return hashlib.sha256(code + metadata.version("spacy").encode()).hexdigest()[:8]
