"""What a source holds: files, folders, standard input, texts and articles in memory."""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final, TypeAlias

from mapper.articles import html, jsonl, plain
from mapper.articles.fields import from_fields
from mapper.articles.problem import Unreadable, too_large
from mapper.articles.stream import Resumed, Stream
from mapper.errors import ExtraMissingError
from mapper.model import Article, ArticleMap

Item: TypeAlias = Article | ArticleMap
Source: TypeAlias = str | os.PathLike[str] | Article | ArticleMap
Outcome: TypeAlias = Article | ArticleMap | Unreadable
Reader: TypeAlias = Callable[[Stream, str, int], Iterable[Outcome]]

READERS: Final[dict[str, Reader]] = {
    ".txt": plain.read,
    ".html": html.read,
    ".htm": html.read,
    ".jsonl": jsonl.read,
}
_LATER: Final = {
    ".xml": "Feeds", ".rss": "Feeds", ".atom": "Feeds",
    ".csv": "Tables", ".tsv": "Tables", ".xlsx": "Tables", ".parquet": "Tables",
    ".pdf": "PDF files", ".docx": "Office documents", ".zip": "Archives", ".gz": "Archives",
}  # fmt: skip
_URL: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_SUFFIX: Final = re.compile(r"\.\w{1,8}$")
_HTML: Final = re.compile(rb"\s*<(?:!doctype|html|head|body|article|\?xml|!--)", re.IGNORECASE)


def outcomes(source: Source, max_chars: int) -> Iterator[tuple[str, Outcome]]:
    """Yield what a source holds, each with the name to show for it."""
    if isinstance(source, Article | ArticleMap):
        yield _passed_through(source, max_chars)
    elif source == "-":
        yield from _named("standard input", lambda: _standard_input(max_chars))
    elif isinstance(source, str) and _URL.match(source):
        yield source[:80], Unreadable("Web addresses are not supported yet: save the page as .html.")
    elif isinstance(source, str) and _is_text(source):
        yield from _named("text", lambda: _text(source, max_chars))
    elif os.path.isdir(source):  # noqa: PTH112 - never raises, whatever the string holds
        yield from _folder(Path(source), max_chars)
    else:
        yield from _named(safe_name(source), lambda: _file(Path(source), max_chars))


def upload(data: Stream, name: str, max_chars: int) -> Iterator[tuple[str, Outcome]]:
    """Yield what an uploaded file holds, by the ending of its name."""
    shown = safe_name(name)
    yield from _named(shown, lambda: reader_for(name)(data, Path(shown).stem, max_chars))


def safe_name(path: str | os.PathLike[str]) -> str:
    """Return the name of a file alone, as text that can be printed and encoded."""
    name = os.fspath(path).rstrip("/").rpartition("/")[2] or "."
    text = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return "".join(char if char.isprintable() else "\ufffd" for char in text)[:255]


def reader_for(path: str | os.PathLike[str]) -> Reader:
    """Return the reader for a file's ending."""
    suffix = Path(path).suffix.lower()
    if suffix in READERS:
        return READERS[suffix]
    if suffix in _LATER:
        msg = f"{_LATER[suffix]} are not supported yet: give .txt, .html or .jsonl files."
    elif suffix == ".json":
        msg = "Give JSON Lines instead: one article a line, in a file named .jsonl."
    else:
        msg = "An article file is named .txt, .html, .htm or .jsonl."
    raise Unreadable(msg)


def _named(name: str, read: Callable[[], Iterable[Outcome]]) -> Iterator[tuple[str, Outcome]]:
    """Yield what a reader yields, and what stops it as the last outcome."""
    try:
        for outcome in read():
            yield name, outcome
    except Unreadable as problem:
        yield name, problem
    except ExtraMissingError as error:
        yield name, Unreadable(str(error), cause=error)
    except OSError as error:
        yield name, Unreadable(f"It cannot be read: {error.strerror or 'the system refused'}.")


def _passed_through(item: Item, max_chars: int) -> tuple[str, Outcome]:
    if isinstance(item, ArticleMap):
        return item.article.id, item
    if not isinstance(item.text, str) or not item.text.strip():
        return item.id, Unreadable("The article has no text.")
    return item.id, item if len(item.text) <= max_chars else too_large(max_chars)


def _is_text(source: str) -> bool:
    """Tell whether a string is an article rather than a path."""
    if "\n" in source:
        return True
    several_words = len(source.split()) > 3 and not _SUFFIX.search(source)
    return several_words and not os.path.exists(source)  # noqa: PTH110 - never raises


def _text(text: str, max_chars: int) -> Iterator[Article]:
    if len(text) > max_chars:
        raise too_large(max_chars)
    yield from_fields({"text": text})


def _folder(folder: Path, max_chars: int) -> Iterator[tuple[str, Outcome]]:
    """Yield what every article file in a folder and below it holds."""
    refused: list[OSError] = []
    found = False
    for path in _article_files(folder, refused):
        found = True
        yield from _named(safe_name(path), lambda path=path: _file(path, max_chars))  # type: ignore[misc]
    for error in refused:
        yield safe_name(error.filename), Unreadable(f"It cannot be read: {error.strerror}.")
    if not found and not refused:
        yield safe_name(folder), Unreadable("The folder holds no article (.txt, .html, .htm or .jsonl).")


def _article_files(folder: Path, refused: list[OSError]) -> Iterator[Path]:
    """Yield article files in order of their names, hidden ones left out, links to folders not followed."""
    for below, folders, files in os.walk(folder, onerror=refused.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and Path(name).suffix.lower() in READERS:
                yield Path(below, name)


def _file(path: Path, max_chars: int) -> Iterator[Outcome]:
    if not os.path.exists(path):  # noqa: PTH110 - never raises, whatever the name holds
        msg = "There is no such file."
        raise Unreadable(msg)
    if not stat.S_ISREG(path.stat().st_mode):
        msg = "It is not a regular file."
        raise Unreadable(msg)
    reader = reader_for(path)
    with path.open("rb") as stream:
        yield from reader(stream, Path(safe_name(path)).stem, max_chars)


def _standard_input(max_chars: int) -> Iterable[Outcome]:
    """Read standard input as JSON Lines, a page or a text, told by how it begins."""
    stream = sys.stdin.buffer
    head = stream.readline(4 * max_chars + 4)
    beginning = head.removeprefix(b"\xef\xbb\xbf")
    reader: Reader = plain.read
    if beginning.lstrip().startswith(b"{"):
        reader = jsonl.read
    elif _HTML.match(beginning):
        reader = html.read
    return reader(Resumed(head, stream), "stdin", max_chars)
