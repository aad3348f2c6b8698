"""The places and times of an event-gold file as records, to measure events apart from geoparsing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from mapper.model import Article, DisputeFlag, Place, ReferenceDate, TimeExpression, Toponym

POINTS = {
    "city",
    "town",
    "village",
    "building",
    "square",
    "airport",
    "shoal",
    "island",
    "district",
    "port",
    "street",
}
AREAS = {
    "country": "country",
    "territory": "region",
    "sea": "sea",
    "ocean": "sea",
    "gulf": "sea",
    "strait": "sea",
}
PROVINCES = {"province", "state", "county", "region", "prefecture"}


def read_gold(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the articles of a gold file or of a folder of them, by file name."""
    for file in sorted(path.glob("*.json")) if path.is_dir() else [path]:
        yield json.loads(file.read_text(encoding="utf-8"))


def article_of(gold: dict[str, Any]) -> Article:
    day = gold.get("dct")
    reference = ReferenceDate(date.fromisoformat(day), "dateline") if day else None
    return Article(gold["id"], title=gold.get("title"), reference_date=reference, text=gold["text"])


def toponyms_of(gold: dict[str, Any]) -> tuple[Toponym, ...]:
    return tuple(
        Toponym(
            p["id"], p["start"], p["end"], p["text"], p["role"], _place(p), 1.0,
            dispute=DisputeFlag(p["name"].casefold(), "in") if p.get("disputed") else None,
        )
        for p in gold["places"]
    )  # fmt: skip


def _place(raw: dict[str, Any]) -> Place | None:
    if raw.get("lat") is None:
        return None
    kind = raw.get("kind") or "city"
    precision = AREAS.get(kind) or (
        "province" if kind in PROVINCES else "city" if kind in POINTS else "region"
    )
    return Place(
        f"own:{raw['name']}", raw["name"], kind, raw["lat"], raw["lon"], precision, country=raw.get("country")
    )  # type: ignore[arg-type]


def times_of(gold: dict[str, Any]) -> tuple[TimeExpression, ...]:
    return tuple(
        TimeExpression(
            f"t{n}",
            t["start"],
            t["end"],
            t["text"],
            t["type"],
            None,
            _day(t.get("begin")),
            _day(t.get("finish")),
        )
        for n, t in enumerate(gold["times"], 1)
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
