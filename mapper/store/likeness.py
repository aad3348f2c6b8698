"""Texts that are nearly the same: one agency's report, printed with a few changes.

A text is taken as the set of its runs of five words; a signature of 64 minima tells what share of their
runs two texts have in common (minhash; Broder 1997, general knowledge). Everything here depends on the
texts alone, so that it does not matter when and where a signature is made.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Iterator
from typing import Final

import numpy as np

NEAR: Final = 0.8
"""From this share of common runs on, two texts are called nearly the same."""

RUN: Final = 5
MINIMA: Final = 64
BANDS: Final = 16
"""Texts are compared when all minima of one band agree: at the limit that fails once in 10 000 times."""

_WORD: Final = re.compile(r"\w+")


def _constants(name: str) -> np.ndarray[tuple[int], np.dtype[np.uint64]]:
    digest = b"".join(hashlib.sha256(f"{name} {n}".encode()).digest()[:8] for n in range(MINIMA))
    return np.frombuffer(digest, dtype="<u8")


_FACTORS: Final = _constants("factor") | np.uint64(1)
_SHIFTS: Final = _constants("shift")


def signature_of(text: str) -> bytes | None:
    """Return the minima of a text, None for one without words."""
    words = _WORD.findall(text.casefold())
    if not words:
        return None
    starts = range(max(1, len(words) - RUN + 1))
    runs = {zlib.crc32(" ".join(words[n : n + RUN]).encode("utf-8", "surrogatepass")) for n in starts}
    hashes = np.fromiter(sorted(runs), dtype=np.uint64)
    mixed = (hashes[:, None] * _FACTORS + _SHIFTS) >> np.uint64(32)
    return mixed.min(axis=0).astype("<u4").tobytes()


def bands_of(signature: bytes) -> Iterator[int]:
    """Yield a key for each band of a signature."""
    width = len(signature) // BANDS
    for band in range(BANDS):
        part = signature[band * width : (band + 1) * width]
        yield key_number(bytes([band]) + part)


def likeness(a: bytes, b: bytes) -> float:
    """Return the share of minima two signatures have in common."""
    same = np.frombuffer(a, dtype="<u4") == np.frombuffer(b, dtype="<u4")
    return float(same.mean())


def key_number(key: bytes) -> int:
    """Return a key as a whole number that a database can keep: 64 bits of its hash, signed."""
    return int.from_bytes(hashlib.blake2b(key, digest_size=8).digest(), "big", signed=True)
