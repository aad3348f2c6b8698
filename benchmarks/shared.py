"""Where the corpora and the gold lie; they are no part of the project. Imports nothing heavy."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parents[1]
SHARED: Final = Path(os.environ.get("MAPPER_SHARED", ROOT.parent / "shared"))
EVENT_GOLD: Final = {
    "seed": SHARED / "gold" / "seed.json",
    "dev": SHARED / "gold" / "dev",
    "real-dev": SHARED / "gold" / "real-dev",
}
FITTED_ON: Final = ("lgl", "trnews", "geovirus", "gwn")
"""Corpora that fitted numbers may be drawn from; the others are only measured on."""
NEWS: Final = (*FITTED_ON, "tud")
"""Corpora with every toponym of a text annotated."""
ALL: Final = (*NEWS, "toporesolve", "wiktor")
TITLES: Final = {
    "lgl": "LGL", "trnews": "TR-News", "geovirus": "GeoVirus", "gwn": "GWN", "tud": "TUD",
    "toporesolve": "toporesolve", "wiktor": "WikToR",
}  # fmt: skip


def records(corpus: str) -> list[dict[str, Any]]:
    """Return the records of a corpus, as they stand in its file."""
    path = SHARED / "corpora" / "dev" / f"{corpus}.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
