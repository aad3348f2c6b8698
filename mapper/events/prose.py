"""Which sentences are running text that can report something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from mapper.events.lexicon.words import past_forms
from mapper.events.scene import Scene
from mapper.language import Sentence, Token

MIN_ITEMS: Final = 2
"""Numbered lines from which on they count as a list or a legal text."""

VERSE_LINE: Final = 52
"""Longest line, in characters, of a verse or list; wrapped prose is set wider."""

VERSE_LINES: Final = 3
"""Lines in a row from which on short lines count as verse or list."""

MIN_TOKENS: Final = 4
"""Fewest tokens of a sentence that reports something."""

MAX_TOKENS: Final = 250
"""Most tokens of a sentence; what is longer is a table or a text without full stops."""

_ITEM: Final = re.compile(
    r"^[ \t]*(?:\(?\d{1,3}[a-z]?[.)]|\(\d+\)|§+ ?\d+|(?:Art|Sec|Article|Section|Rule)\b\.? ?\d+)",
    re.MULTILINE,
)
_YOU: Final = re.compile(r"\b(?:you|your|yours|yourself)\b", re.IGNORECASE)
_QUOTED: Final = re.compile(r"[\"“][^\"“”]*[\"”]")
_DEFINITION: Final = re.compile(r"^[^\W\d][\w -]{1,30}: .+$", re.MULTILINE)
_LINE: Final = re.compile(r"[^\n]+")
_BLOCK: Final = re.compile(r"\n[ \t]*\n")
_QUOTES: Final = frozenset('"“”')
_NARRATIVE: Final = frozenset("is are was were be been being has have had will would may says".split())
_BEING: Final = frozenset({"is", "are", "be"})
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
_PRESENT: Final = frozenset({"VBZ", "VBP"})
_HELPING: Final = frozenset({"aux", "auxpass"})
_PERFECT: Final = frozenset({"has", "have", "'ve"})

PRESENT_VERBS: Final = 3
"""Verbs in the present from which on a paragraph without a day or a quotation tells no news."""

PRESENT_SHARE: Final = 5
"""Verbs in the present to one in the past that such a paragraph has at least; reports look back."""
_ENDS: Final = (".", "!", "…", "”", '"', "'", "’", ")", ":", ";")


@dataclass(frozen=True, slots=True)
class _Stretch:
    start: int
    end: int


def prose_sentences(scene: Scene) -> Iterator[Sentence]:
    """Yield the sentences that can report an event.

    Left out are questions, sentences without a finite verb, numbered provisions, verse and lists, and
    paragraphs that tell a plot or what is always so.
    """
    lists = (*_list_stretches(scene.parse.text), *_timeless(scene))
    for sentence in scene.parse.sentences:
        if not _is_listed(sentence, lists) and _reports(scene, sentence):
            yield sentence


def _is_listed(sentence: Sentence, lists: tuple[_Stretch, ...]) -> bool:
    """Tell whether most of a sentence lies in a list."""
    shared = sum(max(0, min(sentence.end, s.end) - max(sentence.start, s.start)) for s in lists)
    return 2 * shared > sentence.end - sentence.start


def _reports(scene: Scene, sentence: Sentence) -> bool:
    tokens = scene.tokens[sentence.first : sentence.last]
    if not MIN_TOKENS <= len(tokens) <= MAX_TOKENS or any(token.text == "?" for token in tokens[-2:]):
        return False
    if scene.parse.has_syntax:
        return any(_tells(scene, token, closed=tokens[-1].text == ".") for token in tokens)
    words = scene.lower[sentence.first : sentence.last]
    dated = bool(scene.times_by_sentence.get(sentence.i))
    told = words if dated else _told(words)
    narrates = any(map(_is_narrative, told)) and not any(map(_YOU.fullmatch, words))
    return tokens[-1].text in _ENDS and narrates


def _tells(scene: Scene, token: Token, *, closed: bool) -> bool:
    """Tell whether a token makes its sentence say something: a finite verb outside a relative clause.

    In a sentence that ends with a full stop a past tense may have been taken for a participle.
    """
    if token.tag in _FINITE:
        return "relcl" not in (token.dep, scene.tokens[token.head].dep)
    if token.dep == "nsubj":
        return _is_root(scene, token.head)
    participle = token.tag == "JJ" and token.text.endswith("ed")
    behind = participle and token.dep in ("acl", "amod") and token.head < token.i
    return closed and (behind or (token.tag == "VBN" and token.dep in ("acl", "amod", "ROOT")))


def _timeless(scene: Scene) -> Iterator[_Stretch]:
    """Yield paragraphs in the present tense with no day in them: plots, descriptions, general truths."""
    if not scene.parse.has_syntax:
        yield from _questionnaires(scene.parse.text)
        return
    text, start = scene.parse.text, 0
    for end in (*(match.start() for match in _BLOCK.finditer(text)), len(text)):
        tokens = scene.parse.tokens_in(start, end)
        reports = any(token.i in scene.time_at or token.text in _QUOTES for token in tokens)
        present = sum(token.tag in _PRESENT and token.dep not in _HELPING for token in tokens)
        past = sum(map(_looks_back, tokens))
        if not reports and present >= max(PRESENT_VERBS, PRESENT_SHARE * past):
            yield _Stretch(start, end)
        start = end


def _questionnaires(text: str) -> Iterator[_Stretch]:
    """Yield paragraphs that ask and answer: outside quotation marks they hold several questions."""
    start = 0
    for end in (*(match.start() for match in _BLOCK.finditer(text)), len(text)):
        if _QUOTED.sub("", text[start:end]).count("?") >= MIN_ITEMS:
            yield _Stretch(start, end)
        start = end


def _looks_back(token: Token) -> bool:
    """Tell whether a token is a verb in the past or the auxiliary of a perfect."""
    return token.tag == "VBD" or (token.dep == "aux" and token.text.casefold() in _PERFECT)


def _is_narrative(word: str) -> bool:
    """Tell whether a word is a past form or an auxiliary, as every report holds one."""
    return word in _NARRATIVE or word.endswith("ed") or word in past_forms()


def _told(words: Sequence[str]) -> Iterator[str]:
    """Yield the words but for present passives: what "is shot" need not have happened."""
    for before, word, after in zip(("", *words), words, (*words[1:], ""), strict=False):
        if after.endswith("ing") or not (word in _BEING or before in _BEING):
            yield word


def _is_root(scene: Scene, i: int) -> bool:
    """Tell whether a subject's verb heads the sentence, whatever its tag ("pilots grounded flights")."""
    return scene.tokens[i].dep == "ROOT" and scene.tokens[i].pos == "VERB"


def _list_stretches(text: str) -> tuple[_Stretch, ...]:
    """Return the parts of the text set as verse, table or numbered list."""
    return (*_items(text), *_verses(text), *_addresses(text), *_definitions(text))


def _addresses(text: str) -> Iterator[_Stretch]:
    """Yield paragraphs that speak to the reader, outside quotation marks."""
    start = 0
    for end in (*(match.start() for match in _BLOCK.finditer(text)), len(text)):
        spoken = _QUOTED.sub("", text[start:end])
        if len(_YOU.findall(spoken)) >= MIN_ITEMS:
            yield _Stretch(start, end)
        start = end


def _definitions(text: str) -> list[_Stretch]:
    """Return the lines of a glossary: a word, a colon, what it means."""
    found = [_Stretch(match.start(), match.end()) for match in _DEFINITION.finditer(text)]
    return found if len(found) > MIN_ITEMS else []


def _items(text: str) -> list[_Stretch]:
    starts = [match.start() for match in _ITEM.finditer(text)]
    if len(starts) < MIN_ITEMS:
        return []
    ends = [_paragraph_end(text, start) for start in starts]
    return [_Stretch(start, end) for start, end in zip(starts, ends, strict=True)]


def _paragraph_end(text: str, start: int) -> int:
    found = _BLOCK.search(text, start)
    return found.start() if found else len(text)


def _verses(text: str) -> Iterator[_Stretch]:
    """Yield blocks of short lines most of which do not end a sentence."""
    start = 0
    for end in (*(match.start() for match in _BLOCK.finditer(text)), len(text)):
        lines = [line.group().strip() for line in _LINE.finditer(text, start, end) if line.group().strip()]
        if len(lines) >= VERSE_LINES and _is_verse(lines):
            yield _Stretch(start, end)
        start = end


def _is_verse(lines: list[str]) -> bool:
    short = sum(len(line) <= VERSE_LINE for line in lines)
    return short > 0.7 * len(lines)
