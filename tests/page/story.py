"""A story with every kind of event, place and link as a result of the mapper, for tests of the page."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

from mapper import model

RAW: dict[str, Any] = json.loads((Path(__file__).parent / "story.json").read_text(encoding="utf-8"))
TEXT: str = RAW["article"]["text"]
RUN = model.Run(mapper="0", gazetteer="none", model="none", extractor="story")
FLAG = model.DisputeFlag(
    territory="liancourt-rocks",
    relation="near",
    claimants=("JP", "KP", "KR"),
    administered_by=("KR",),
    names={
        "JP/ja": "竹島 (Takeshima)",
        "KP/ko": "독도 (Tokdo)",
        "KR/ko": "독도 (Dokdo)",
        "neutral/en": "Liancourt Rocks",
    },
    status="active",
    as_of="2026-11",
)
COUNTRIES = {
    "tokyo": "JP",
    "yokosuka": "JP",
    "nara": "JP",
    "japan": "JP",
    "kuala-lumpur": "MY",
    "dubai": "AE",
}


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def place(key: str) -> model.Place:
    raw = RAW["places"][key]
    disputed = key == "liancourt-rocks"
    return model.Place(
        id=f"dt:{key}" if disputed else f"own:{key}",
        name=raw["name"],
        kind="disputed" if disputed else "country" if key == "japan" else "city",
        lat=raw["lat"],
        lon=raw["lon"],
        precision=raw["precision"],
        country=COUNTRIES.get(key),
        admin1={"yokosuka": "Kanagawa", "nara": "Nara"}.get(key),
    )


def quoted(span: list[int]) -> model.Span:
    return model.Span(span[0], span[1], TEXT[span[0] : span[1]])


def readings(key: str) -> tuple[model.Alternative, ...]:
    own = place(key)
    others = RAW["places"][key]["alt"]
    return tuple(
        model.Alternative(
            own if not i else model.Place(**{**fields(own), "id": f"own:{key}-{i}", "name": name}), score
        )
        for i, (name, score) in enumerate(others)
    )


def fields(record: Any) -> dict[str, Any]:
    return {name: getattr(record, name) for name in record.__struct_fields__}


def toponyms() -> dict[str, model.Toponym]:
    found = {}
    for event in RAW["events"]:
        where = event["location"]
        if not where:
            continue
        start, end = where["written"]
        key = f"t-{event['id']}"
        found[key] = model.Toponym(
            id=key,
            start=start,
            end=end,
            text=TEXT[start:end],
            role="literal",
            place=place(where["place"]),
            confidence=where["confidence"],
            alternatives=readings(where["place"]),
            reasons=(model.Reason("note", where["note"]),) if where["note"] else (),
            dispute=FLAG if where["place"] == "liancourt-rocks" else None,
        )
    return found


def times() -> tuple[model.TimeExpression, ...]:
    spans = {tuple(e["date_written"]): e for e in RAW["events"] if e["date_written"]}
    return tuple(
        model.TimeExpression(
            id=f"x{i}",
            start=start,
            end=end,
            text=TEXT[start:end],
            type="DATE",
            begin=day(event["begin"]),
            end_date=day(event["end"]),
            reasons=(model.Reason("note", event["date_rule"]),),
        )
        for i, ((start, end), event) in enumerate(sorted(spans.items()))
    )


def event_record(raw: dict[str, Any], known: dict[str, model.Toponym]) -> model.Event:
    where = raw["location"]
    toponym = known.get(f"t-{raw['id']}")
    located = place(where["place"]) if where else None
    said = raw["said"] if raw["said"] and raw["said"]["span"] else None
    written = raw["date_written"]
    return model.Event(
        id=raw["id"],
        type=raw["type"],
        label=raw["label"],
        mentions=(quoted(raw["trigger"]),),
        status=raw["status"],
        participants=tuple(model.Participant(text=name, role="actor") for name in raw["who"]),
        location=model.Location(
            toponym.id, located.name, located.lat, located.lon, located.precision, where["relation"]
        )
        if located and toponym
        else None,
        begin=day(raw["begin"]),
        end=day(raw["end"]),
        date_precision="month" if raw["date_precision"] == "month" else None,
        attribution=model.Attribution(said["text"], *said["span"]) if said else None,
        disputes=(model.EventDispute("liancourt-rocks", "near", toponym.id),)
        if toponym and toponym.dispute
        else (),
        confidence=raw["confidence"],
        evidence=(model.Extent(*raw["sentence"]),),
        reasons=(
            model.Reason("note", raw["status_why"]),
            *((model.Reason("date", None, *written),) if written else ()),
        ),
    )


def sentences() -> tuple[model.Span, ...]:
    spans = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+?(?:[.!?](?=\s|$)|$)", TEXT)]
    return tuple(
        quoted([start + len(TEXT[start:end]) - len(TEXT[start:end].lstrip()), end]) for start, end in spans
    )


def article_map(**changes: Any) -> model.ArticleMap:
    """Return the story; changes replace fields of the result."""
    known = toponyms()
    article = model.Article(
        id="story",
        title=RAW["article"]["title"],
        source=RAW["article"]["source"],
        url="https://example.org/story",
        published=day(RAW["article"]["published"]),
        language="en",
        text=TEXT,
    )
    result = model.ArticleMap(
        run=RUN,
        article=article,
        toponyms=tuple(known.values()),
        times=times(),
        events=tuple(event_record(raw, known) for raw in RAW["events"]),
        links=tuple(
            model.Link(
                source=link["source"],
                target=link["target"],
                kind=link["kind"],
                confidence=link["confidence"],
                cue=quoted(link["cue"]) if link["cue"] else None,
            )
            for link in RAW["links"]
            if link["kind"] != "same-people"
        ),
        quotes=sentences(),
    )
    return model.ArticleMap(**{**fields(result), **changes})


def event_map(*articles: model.ArticleMap, **changes: Any) -> model.EventMap:
    """Return a result of some articles, by default of the story."""
    return model.EventMap(run=RUN, articles=articles or (article_map(),), **changes)
