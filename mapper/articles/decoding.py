"""From bytes to text: byte order marks, UTF-8, UTF-16, older encodings; never a guess that looks wrong."""

from __future__ import annotations

import codecs
import re
from typing import Final

from mapper.articles.problem import Unreadable

_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark begins alike
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES: Final = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
)
_CONTROLS: Final = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))
_CONTROL_SHARE: Final = 0.01
"""Text holds hardly any control characters; random bytes hold about a tenth."""
_FOREIGN_SHARE: Final = 0.3
"""From this share of non-ASCII letters on, a text is taken to be in another script."""
_SAMPLE: Final = 100_000
"""So many bytes tell the encoding; the detector is slow on more."""
_OLDER: Final = (
    "cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp874 iso8859_2 iso8859_5 iso8859_7 "
    "iso8859_15 koi8_r koi8_u cp932 shift_jis euc_jp iso2022_jp gb18030 big5 cp949 euc_kr"
).split()
"""Encodings that pages and files were commonly saved in (WHATWG Encoding Standard; general knowledge)."""
_WESTERN_SHARE: Final = 0.1
"""Below this share of non-ASCII bytes the Windows encoding of western Europe is tried first: a few
accents in English or French do not tell it from its neighbours."""
_TYPOGRAPHY: Final = frozenset("‘’“”„–—…•€£§°«»©®™´·")
_WORD: Final = re.compile(r"[^\W\d_]+")


def decode(data: bytes, *, declared: str | None = None) -> str:
    """Return the text of a file.

    Parameters
    ----------
    data
        The whole file.
    declared
        Encoding the file claims for itself, tried when it is not valid UTF-8.

    Raises
    ------
    Unreadable
        For binary data, and for text that is broken in every encoding that might be meant.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding)
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            msg = f"It is {what}, not text: save the article as .txt or .html."
            raise Unreadable(msg)
    if b"\0" in data:
        return _unmarked_utf16(data)
    if len(data) - len(data.translate(None, _CONTROLS)) > _CONTROL_SHARE * len(data):
        raise _binary()
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        text = _declared(data, declared) or _older(data)
        if text is not None:
            return text
        byte = data[error.start]
        msg = f"It is not valid UTF-8 (byte 0x{byte:02x}), and no other encoding fits: save it as UTF-8."
        raise Unreadable(msg, line=data.count(b"\n", 0, error.start) + 1) from None


def _binary() -> Unreadable:
    return Unreadable("It holds binary data, not text.")


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        msg = f"It begins as {encoding.upper().removesuffix('-SIG')} but breaks off or is damaged."
        raise Unreadable(msg, line=data.count(b"\n", 0, error.start) + 1) from None


def _unmarked_utf16(data: bytes) -> str:
    """Return UTF-16 text without a byte order mark: nearly all its zero bytes stand on one side."""
    even, odd = data[::2].count(0), data[1::2].count(0)
    many, few = max(even, odd), min(even, odd)
    if len(data) % 2 or few > many / 100 or many < len(data) / 4:
        raise _binary()
    return _strictly(data, "utf-16-le" if odd > even else "utf-16-be")


def _declared(data: bytes, encoding: str | None) -> str | None:
    try:
        return data.decode(encoding) if encoding else None
    except (LookupError, UnicodeError):
        return None


def _older(data: bytes) -> str | None:
    """Return text in an 8-bit or East Asian encoding if it reads like text, else None."""
    high = len(data) - len(data.translate(None, bytes(range(128, 256))))
    valid = sum(len(char.encode()) for char in data.decode("utf-8", "ignore") if char > "\x7f")
    if valid > high - valid:
        return None  # mostly UTF-8: damaged, not older
    western = _declared(data, "cp1252")
    first = [western] if high < _WESTERN_SHARE * len(data) else []
    guesses = (*first, *_detected(data), western)
    return next((text for text in guesses if text is not None and _reads_like_text(text)), None)


def _detected(data: bytes) -> tuple[str | None, ...]:
    """Return the text in every encoding that might be meant, likeliest first."""
    try:
        from charset_normalizer import from_bytes
    except ImportError:
        return ()
    return tuple(_declared(data, match.encoding) for match in from_bytes(data[:_SAMPLE], cp_isolation=_OLDER))


def _reads_like_text(text: str) -> bool:
    """Tell whether the non-ASCII characters are letters in words, or typography."""
    letters = [char for char in text if char.isalpha()]
    if sum(char > "\x7f" for char in letters) >= _FOREIGN_SHARE * max(1, len(letters)):
        return True
    if any(not c.isascii() and not c.isalpha() and c not in _TYPOGRAPHY and not c.isspace() for c in text):
        return False
    return all(word.isascii() or re.search("[A-Za-z]", word) for word in _WORD.findall(text))
