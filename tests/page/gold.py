"""Our synthetic gold as results of the mapper, so that the page can be tested by itself."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from mapper import model

RUN = model.Run(mapper="0", gazetteer="none", model="none", extractor="gold")
PRECISIONS = {
    "country": "country",
    "union": "region",
    "state": "province",
    "province": "province",
    "county": "district",
    "region": "region",
    "territory": "region",
    "line": "region",
    "sea": "sea",
    "bay": "sea",
    "city": "city",
    "town": "city",
    "village": "city",
    "square": "point",
    "building": "point",
    "shoal": "point",
}
TERRITORIES = {
    "Abkhazia": "abkhazia",
    "Sukhumi": "abkhazia",
    "Kashmir": "kashmir",
    "Line of Control": "kashmir",
    "Scarborough Shoal": "scarborough-shoal",
}
FLAGS: dict[str, dict[str, Any]] = {
    "abkhazia": {
        "claimants": ("GE", "x-ABK"),
        "administered_by": ("x-ABK",),
        "names": {"GE/ka": "აფხაზეთი (Apkhazeti)", "x-ABK/ab": "Аԥсны (Apsny)"},
        "status": "frozen",
    },
    "kashmir": {
        "claimants": ("IN", "PK"),
        "administered_by": ("CN", "IN", "PK"),
        "names": {"IN/hi": "कश्मीर (Kashmir)", "PK/ur": "کشمیر (Kashmir)"},
        "status": "active",
    },
    "scarborough-shoal": {
        "claimants": ("CN", "PH", "TW"),
        "administered_by": ("CN",),
        "names": {"CN/zh": "黄岩岛 (Huangyan Dao)", "PH/fil": "Bajo de Masinloc", "TW/zh": "黃岩島"},
        "status": "active",
    },
}


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def flag(name: str, relation: str = "in") -> model.DisputeFlag | None:
    territory = TERRITORIES.get(name)
    if territory is None:
        return None
    return model.DisputeFlag(territory=territory, relation=relation, as_of="2026-11", **FLAGS[territory])


def toponym(mention: dict[str, Any]) -> model.Toponym:
    place = model.Place(
        id=f"dt:{TERRITORIES[mention['name']]}"
        if mention["name"] in {"Abkhazia", "Kashmir", "Scarborough Shoal"}
        else f"own:{mention['name'].casefold().replace(' ', '-')}",
        name=mention["name"],
        kind=mention["kind"],
        lat=mention["lat"],
        lon=mention["lon"],
        precision=PRECISIONS[mention["kind"]],
        extent={"region": 90.0, "sea": 300.0}.get(PRECISIONS[mention["kind"]]),
        country=mention["country"],
    )
    return model.Toponym(
        id=mention["id"],
        start=mention["start"],
        end=mention["end"],
        text=mention["text"],
        role=mention["role"],
        place=place,
        confidence=0.9,
        alternatives=(model.Alternative(place=place, score=0.9),),
        reasons=(model.Reason(code="population", value="largest"),),
        dispute=flag(mention["name"]) if mention["disputed"] else None,
    )


def location(event: dict[str, Any], toponyms: dict[str, model.Toponym]) -> model.Location | None:
    for place in event["places"]:
        known = toponyms.get(next(iter(place["place_ids"]), ""))
        return model.Location(
            toponym=known.id if known else None,
            name=place["name"],
            lat=place["lat"],
            lon=place["lon"],
            precision=known.place.precision if known and known.place else "city",
            relation="near" if known and known.dispute and known.place.kind == "shoal" else "in",
        )
    return None


def event_record(
    gold: dict[str, Any], event: dict[str, Any], toponyms: dict[str, model.Toponym]
) -> model.Event:
    where = location(event, toponyms)
    sentences = {part["i"]: part for part in gold["sentences"]}
    own = sentences[event["sentence"]]
    known = toponyms.get(where.toponym or "") if where else None
    said = event["attribution"]
    at = gold["text"].find(said) if said else -1
    return model.Event(
        id=event["id"],
        type=event["type"],
        label=event["mode"].capitalize() if event["mode"] else event["mentions"][0]["text"].capitalize(),
        mentions=tuple(model.Span(m["start"], m["end"], m["text"]) for m in event["mentions"]),
        status=event["status"],
        participants=tuple(model.Participant(text=name, role="actor") for name in event["participants"]),
        location=where,
        begin=day(event["date_start"]),
        end=day(event["date_end"]),
        date_precision="day" if event["date_start"] == event["date_end"] and event["date_start"] else None,
        attribution=model.Attribution(said, max(at, 0), max(at, 0) + len(said)) if said else None,
        disputes=(model.EventDispute(known.dispute.territory, where.relation, known.id),)
        if known and known.dispute and where
        else (),
        confidence=0.9 if event["modality"] == "asserted" else 0.5,
        evidence=(model.Extent(own["start"], own["end"]),),
        reasons=(model.Reason(code="trigger", value=event["trigger"]),),
    )


def article_map(gold: dict[str, Any]) -> model.ArticleMap:
    """Return one gold article as a result."""
    toponyms = {record.id: record for record in map(toponym, gold["places"])}
    return model.ArticleMap(
        run=RUN,
        article=model.Article(
            id=gold["id"],
            title=gold["title"],
            source="Synthetic Wire",
            published=day(gold["dct"]),
            text=gold["text"],
        ),
        toponyms=tuple(toponyms.values()),
        times=tuple(
            model.TimeExpression(
                id=f"t{i}",
                start=t["start"],
                end=t["end"],
                text=t["text"],
                type=t["type"],
                begin=day(t["begin"]),
                end_date=day(t["finish"]),
            )
            for i, t in enumerate(gold["times"])
        ),
        events=tuple(event_record(gold, event, toponyms) for event in gold["events"]),
        links=tuple(
            model.Link(source=link["from"], target=link["to"], kind=link["kind"], confidence=0.8)
            for link in gold["links"]
            if link["kind"] != "same-participants"
        ),
        quotes=tuple(
            model.Span(part["start"], part["end"], gold["text"][part["start"] : part["end"]])
            for part in gold["sentences"]
        ),
    )


def clusters(golds: list[dict[str, Any]]) -> tuple[model.Cluster, ...]:
    members: dict[str, list[model.EventRef]] = {}
    for gold in golds:
        for event in gold["events"]:
            if event["cluster"]:
                members.setdefault(event["cluster"], []).append(model.EventRef(gold["id"], event["id"]))
    return tuple(model.Cluster(id=name, members=tuple(refs)) for name, refs in sorted(members.items()))


def event_map(golds: list[dict[str, Any]]) -> model.EventMap:
    """Return some gold articles as one result."""
    return model.EventMap(run=RUN, articles=tuple(map(article_map, golds)), clusters=clusters(golds))


@cache
def read_gold(folder: Path) -> tuple[dict[str, Any], ...]:
    """Return the gold articles of a folder, in the order of their names."""
    return tuple(json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json")))
