"""Corrections: read, applied to what they were made for and nothing else, written."""

import hashlib
from datetime import date
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.corrections import At, Corrections, EventCorrection, PlaceCorrection
from mapper.errors import CorrectionError, ExportError, GazetteerError
from mapper.model import (
    Alternative,
    Article,
    ArticleMap,
    DisputeFlag,
    Event,
    EventDispute,
    Link,
    Location,
    Place,
    Run,
    Span,
    Toponym,
)

TEXT = "Ministers met in Nara and flew to Paris. Lee left Springfield."
SHA = hashlib.sha256(TEXT.encode()).hexdigest()
ARTICLE = Article("a", text=TEXT, text_sha256=SHA)


def place(ident, country="JP", lat=1.0):
    return Place(ident, ident.upper(), "city", lat, 2.0, "city", country=country)


NARA, MALI, PARIS, TEXAS = place("gn:1"), place("gn:2", "ML"), place("gn:3", "FR"), place("gn:4", "US", 33.0)
FLAG = DisputeFlag("crimea", "in", claimants=("RU", "UA"))


def at(text, /, **changes):
    start = TEXT.index(text)
    return At("a", **({"start": start, "end": start + len(text), "text": text, "text_sha256": SHA} | changes))


def span(text):
    where = at(text)
    return Span(where.start, where.end, text)


def toponym(ident, text, where, *alternatives):
    s = span(text)
    return Toponym(
        ident, s.start, s.end, text, "literal", where, 0.6, tuple(Alternative(p, 0.3) for p in alternatives)
    )


TOPONYMS = (toponym("t1", "Nara", MALI, NARA), toponym("t2", "Paris", PARIS), toponym("t3", "Lee", TEXAS))
MET = Event(
    "e1", "CONSULT", "meeting", (span("met"),), "happened", location=Location("t1", "M", 1, 2, "city", "in")
)
FLEW = Event("e2", "OTHER", "flight", (span("flew"), span("left")), "happened")


def find(ident):
    for known in (NARA, MALI, PARIS, TEXAS):
        if known.id == ident:
            return known
    raise GazetteerError(ident)


def places(*corrections, **options):
    return Corrections(places=corrections).apply_to_toponyms(ARTICLE, TOPONYMS, **options)


def events(*corrections, **options):
    return Corrections(events=corrections).apply_to_events(ARTICLE, (MET, FLEW), toponyms=TOPONYMS, **options)


def test_another_place_keeps_the_first_as_an_alternative():
    nara, *rest = places(PlaceCorrection(at("Nara"), place="gn:1"))
    assert nara.place == NARA
    assert (nara.id, nara.corrected, nara.confidence) == ("t1", True, 1.0)
    assert [(a.place.id, a.score) for a in nara.alternatives] == [("gn:2", 0.6)]
    assert nara.reasons[-1].code == "corrected"
    assert tuple(rest) == TOPONYMS[1:]


def test_a_place_of_the_gazetteer_or_of_ones_own():
    assert places(PlaceCorrection(at("Paris"), place="gn:4"), find=find)[1].place == TEXAS
    own = place("user:7")
    assert places(PlaceCorrection(at("Paris"), place=own), flag=lambda _: FLAG)[1].dispute == FLAG
    assert places(PlaceCorrection(at("Paris"), place=own))[1].place == own


def test_unknown_place_and_not_a_place_are_two_things():
    lee = places(PlaceCorrection(at("Lee"), place=None))[2]
    assert (lee.place, lee.confidence, lee.corrected) == (None, 0.0, True)
    assert [t.id for t in places(PlaceCorrection(at("Lee left"), not_a_place=True))] == ["t1", "t2"]


def test_a_role_alone_leaves_the_place():
    paris = places(PlaceCorrection(at("Paris"), role="metonym"))[1]
    assert (paris.place, paris.role, paris.confidence) == (PARIS, "metonym", 0.6)


def test_a_missed_place_is_added_in_order_and_a_wider_one_replaces():
    found = places(
        PlaceCorrection(at("Springfield"), place="gn:3"), PlaceCorrection(at("Nara and"), place="gn:1")
    )
    assert [(t.text, t.id) for t in found] == [
        ("Nara and", "t1"),
        ("Paris", "t2"),
        ("Lee", "t3"),
        ("Springfield", "c50"),
    ]


def test_the_later_of_two_holds():
    first, second = PlaceCorrection(at("Paris"), place=None), PlaceCorrection(at("Paris"), place="gn:4")
    assert places(first, second, find=find)[1].place == TEXAS
    merged = Corrections(places=(first,)).merged(Corrections(places=(second,)))
    assert merged.places == (second,)


def test_event_fields():
    change = EventCorrection(
        at("met"),
        type="OTHER",
        label="phone talks",
        status="planned",
        begin=date(2026, 1, 29),
        end=date(2026, 1, 31),
    )
    met, flew = events(change)
    assert (met.type, met.label, met.status, met.date_precision) == (
        "OTHER",
        "phone talks",
        "planned",
        "days",
    )
    assert (met.begin, met.end) == (date(2026, 1, 29), date(2026, 1, 31))
    assert met.corrected
    assert met.location == MET.location
    assert flew == FLEW
    undated = Corrections(events=(EventCorrection(at("met"), begin=None, end=None),))
    assert undated.apply_to_events(ARTICLE, (met,))[0].date_precision is None


def test_event_elsewhere_nowhere_and_none():
    flew = events(EventCorrection(at("left"), place="gn:3"))[1]
    assert (flew.location.toponym, flew.location.name) == ("t2", "GN:3")
    assert events(EventCorrection(at("met"), place=None))[0].location is None
    unnamed = events(EventCorrection(at("met"), place=place("user:1"), relation="near"), flag=lambda _: FLAG)[
        0
    ]
    assert unnamed.disputes == (EventDispute("crimea", "near"),)
    assert [e.id for e in events(EventCorrection(at("flew"), not_an_event=True))] == ["e1"]


def test_a_missed_event_is_added():
    found = events(EventCorrection(at("Springfield"), type="AID"))
    assert [(e.id, e.type, e.status) for e in found][-1] == ("c50", "AID", "happened")
    assert events(EventCorrection(at("Springfield"), not_an_event=True)) == (MET, FLEW)


def test_a_finished_record_follows_its_places():
    record = ArticleMap(
        Run("0", "g", "m", "r"), ARTICLE, TOPONYMS, (), (MET, FLEW), (Link("e1", "e2", "caused", 1.0),)
    )
    moved = Corrections(places=(PlaceCorrection(at("Nara"), place="gn:4"),)).apply(record, find=find)
    assert moved.events[0].location.lat == 33.0
    gone = Corrections(places=(PlaceCorrection(at("Nara"), not_a_place=True),)).apply(record)
    assert gone.events[0].location is None
    without = Corrections(events=(EventCorrection(at("met"), not_an_event=True),)).apply(record)
    assert without.links == ()
    assert Corrections().apply(record) == record


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"text_sha256": "0" * 64}, "another text"),
        ({"text_sha256": None, "text": "Kyoto"}, "another text"),
        ({"start": 5, "end": 5, "text": ""}, "another text"),
    ],
)
def test_corrections_of_another_text_are_refused(changes, says):
    with pytest.raises(CorrectionError, match=says):
        places(PlaceCorrection(at("Paris", **changes), place=None))


def test_other_articles_and_copies():
    other = PlaceCorrection(
        msgspec.structs.replace(at("Paris", text_sha256="0" * 64), article="b"), place=None
    )
    assert places(other) == TOPONYMS
    copy = PlaceCorrection(msgspec.structs.replace(at("Paris"), article="copy"), place=None)
    assert places(copy)[1].place is None
    by_hand = PlaceCorrection(at("Paris", text_sha256=None), place=None)
    assert places(by_hand)[1].place is None


def test_places_that_do_not_exist():
    with pytest.raises(CorrectionError, match="'gn:99', which the gazetteer does not hold"):
        places(PlaceCorrection(at("Paris"), place="gn:99"), find=find)
    with pytest.raises(CorrectionError, match="no gazetteer"):
        places(PlaceCorrection(at("Paris"), place="gn:99"))
    with pytest.raises(CorrectionError, match="ends before it begins"):
        events(EventCorrection(at("met"), begin=date(2026, 2, 1), end=date(2026, 1, 1)))


def test_file(tmp_path):
    corrections = Corrections(
        places=(PlaceCorrection(at("Paris"), place="gn:4"), PlaceCorrection(at("Lee"), not_a_place=True)),
        events=(EventCorrection(at("met"), place=place("user:1"), begin=None),),
    )
    path = tmp_path / "corrections.json"
    corrections.write(path)
    assert Corrections.read(path) == corrections
    assert path.read_text("utf-8").startswith("{\n  ")
    with pytest.raises(ExportError, match=r"^c\.json cannot be written"):
        corrections.write(tmp_path / "no" / "c.json")


@pytest.mark.parametrize(
    "data", [b"", b"[]", b'{"schema": "x"}', b'{"places": [{"at": 1}]}', b"\xff", b"[" * 99_999]
)
def test_bad_files(tmp_path, data):
    path = tmp_path / "bad.json"
    path.write_bytes(data)
    with pytest.raises(CorrectionError, match=r"^bad\.json: "):
        Corrections.read(path)
    with pytest.raises(CorrectionError, match="cannot be read"):
        Corrections.read(tmp_path / "none.json")


spans = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 12)).map(
    lambda s: (s[0], min(len(TEXT), sum(s)))
)


@given(st.lists(st.tuples(spans, st.sampled_from(["gn:1", None, "drop"]))))
def test_spans_never_overlap_and_hold(rows):
    made = tuple(
        PlaceCorrection(At("a", a, b, TEXT[a:b]), place=None if w == "drop" else w, not_a_place=w == "drop")
        for (a, b), w in rows
    )
    found = places(*made)
    assert all(first.end <= second.start for first, second in pairwise(found))
    assert all(TEXT[t.start : t.end] == t.text for t in found)
    assert len({t.id for t in found}) == len(found)
    again = Corrections(places=made).apply_to_toponyms(ARTICLE, found, find=find)
    assert [(t.start, t.end, t.place) for t in again] == [(t.start, t.end, t.place) for t in found]
