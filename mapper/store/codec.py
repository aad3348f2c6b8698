"""Records, reports and pairs as the bytes a store keeps."""

from __future__ import annotations

import zlib
from typing import Final

import msgspec

from mapper.errors import RecordError, StoreCorruptError
from mapper.links.across.report import Report
from mapper.links.across.scoring import REASON_CODES, Comparison
from mapper.model import ArticleMap, Reason, from_json, to_json

_LEVEL: Final = 6
_SEAL: Final = 4
_REPORTS: Final = msgspec.msgpack.Decoder(Report)
_REASONS: Final = msgspec.msgpack.Decoder(tuple[float | str | None, ...])
_ENCODER: Final = msgspec.msgpack.Encoder(order="deterministic")


def pack_record(record: ArticleMap) -> bytes:
    """Return a record as compressed JSON.

    Raises
    ------
    RecordError
        If it holds half a surrogate pair.
    """
    try:
        return zlib.compress(to_json(record), _LEVEL)
    except UnicodeEncodeError as error:
        msg = f"The record {record.article.id!r} holds a character that cannot be written: {error.reason}."
        raise RecordError(msg) from error


def unpack_record(data: bytes) -> ArticleMap:
    """Return a record from compressed JSON.

    Raises
    ------
    StoreCorruptError
        If the bytes were altered.
    """
    try:
        return from_json(zlib.decompress(data), ArticleMap)
    except (zlib.error, RecordError) as error:
        msg = f"The store is damaged: a record cannot be read ({error})."
        raise StoreCorruptError(msg) from error


def pack_report(report: Report) -> bytes:
    """Return a report in the same bytes whenever and wherever it is made."""
    return _sealed(_ENCODER.encode(report))


def unpack_report(data: bytes) -> Report:
    """Return a report from its bytes.

    Raises
    ------
    StoreCorruptError
        If the bytes were altered.
    """
    return _REPORTS.decode(_opened(data))


def pack_reasons(pair: Comparison) -> bytes:
    """Return what each feature gave a pair."""
    return _sealed(_ENCODER.encode([reason.value for reason in pair.reasons]))


def unpack_pair(first: Report, second: Report, score: float, reasons: bytes) -> Comparison:
    """Return a compared pair.

    Raises
    ------
    StoreCorruptError
        If the bytes were altered.
    """
    values = _REASONS.decode(_opened(reasons))
    named = tuple(Reason(code, value) for code, value in zip(REASON_CODES, values, strict=True))
    return Comparison(first, second, score, named)


def _sealed(data: bytes) -> bytes:
    """Return bytes behind their checksum."""
    return zlib.crc32(data).to_bytes(_SEAL) + data


def _opened(data: bytes) -> bytes:
    if data[:_SEAL] != zlib.crc32(data[_SEAL:]).to_bytes(_SEAL):
        msg = "The store is damaged: a report or a pair was altered: parse the articles into a new file."
        raise StoreCorruptError(msg)
    return data[_SEAL:]
