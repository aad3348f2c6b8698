"""Everything that one run measures."""

from __future__ import annotations

from benchmarks.toponyms.events import EventFigures
from benchmarks.toponyms.figure import Figure
from benchmarks.toponyms.measure import CorpusFigures, Reading
from mapper.model import Record


class Peer(Record, frozen=True):
    """A way of finding places: figures by corpus, documents a second of processor time, peak memory."""

    reading: dict[str, Reading]
    documents_per_second: float
    peak_mb: float


class Ratio(Record, frozen=True):
    """Seconds that full geoparsing and the same spaCy components alone take, and how busy the machine was."""

    processor: float
    wall: float
    spacy_processor: float
    spacy_wall: float
    load: float
    cores: int


class Results(Record, frozen=True):
    """A whole run; what was left out is empty."""

    versions: dict[str, str]
    corpora: dict[str, CorpusFigures]
    roles: dict[str, Figure]
    peers: dict[str, Peer]
    missing: dict[str, str]
    ratio: Ratio
    events: dict[str, EventFigures]
