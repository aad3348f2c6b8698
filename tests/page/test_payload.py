from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
import pytest

from mapper import model
from mapper.disputes import DisputeRegister
from mapper.page.names import Names
from mapper.page.payload import Page, build_page
from mapper.page.payload.disputes import DisputeTable
from mapper.page.payload.events import day_number, time_of
from mapper.page.payload.places import area_key
from tests.page import story


@pytest.fixture(scope="module")
def register() -> DisputeRegister:
    return DisputeRegister.load()


@pytest.fixture(scope="module")
def page(register: DisputeRegister) -> Page:
    return build_page(story.event_map(), register)


def event(page: Page, identifier: str) -> Any:
    return next(event for event in page.events if event.id == identifier)


def number(page: Page, identifier: str) -> int:
    return next(i for i, event in enumerate(page.events, 1) if event.id == identifier)


def simple(identifier: str, **changes: Any) -> model.Event:
    values: dict[str, Any] = {
        "id": identifier,
        "type": "OTHER",
        "label": identifier,
        "mentions": (model.Span(0, 1, "x"),),
        "status": "happened",
        **changes,
    }
    return model.Event(**values)


def result(*events: model.Event, identifier: str = "a", **changes: Any) -> model.ArticleMap:
    return model.ArticleMap(run=story.RUN, article=model.Article(id=identifier), events=events, **changes)


def test_events_are_in_order_of_time(page: Page) -> None:
    begins = [event.when.begin if event.when else None for event in page.events]
    known = [begin for begin in begins if begin is not None]
    assert known == sorted(known)
    assert page.events[-1].when is None


def test_causes_come_before_what_they_led_to_on_the_same_days(page: Page) -> None:
    assert number(page, "e06") < number(page, "e07")


def test_a_circle_of_links_does_no_harm(register: DisputeRegister) -> None:
    link = {"kind": "caused", "confidence": 1.0}
    record = result(
        simple("x"),
        simple("y"),
        links=(model.Link(source="x", target="y", **link), model.Link(source="y", target="x", **link)),
    )
    assert len(build_page(story.event_map(record), register).events) == 2


def test_quotes_hold_trigger_place_and_date(page: Page) -> None:
    nara = event(page, "e12")
    quotes = page.articles[0].quotes

    def words(mark: tuple[int, int, int]) -> str:
        return quotes[mark[0]][mark[1] : mark[2]]

    assert words(nara.trigger) == "summit"
    assert words(nara.where.mark) == "in Nara"
    assert words(nara.when.mark) == "earlier this month"
    assert nara.when.text == "earlier this month"


def test_the_full_text_goes_in_only_when_asked_for(page: Page, register: DisputeRegister) -> None:
    assert page.articles[0].text is None
    assert page.articles[0].starts == ()
    whole = build_page(story.event_map(), register, full_text=True).articles[0]
    assert whole.text == story.TEXT
    assert [story.TEXT[start:][:5] for start in whole.starts] == [quote[:5] for quote in whole.quotes]


def test_only_evidence_is_carried() -> None:
    assert b"whole" not in msgspec.json.encode(model.Article(id="a"))


def test_a_disputed_place_names_no_country_and_every_claimant(page: Page) -> None:
    (dispute,) = page.disputes
    assert dispute.claimants == ("JP", "KP", "KR")
    assert dispute.administered_by == ("KR",)
    assert [(name.party, name.script, name.latin) for name in dispute.names] == [
        ("JP", "竹島", "Takeshima"),
        ("KP", "독도", "Tokdo"),
        ("KR", "독도", "Dokdo"),
    ]
    assert dispute.name == "Liancourt Rocks"
    assert dispute.note
    assert dispute.sources
    place = page.places[event(page, "e02").where.place]
    assert place.itself
    assert place.within is None
    assert place.dispute == 0


def test_relations_are_kept(page: Page) -> None:
    assert event(page, "e02").where.relation == "near"
    assert event(page, "e09").where.relation == "about"
    assert event(page, "e02").disputes == ((0, "near"),)


def test_an_event_without_a_place_or_date_stays(page: Page) -> None:
    assert event(page, "e15").where is None
    assert event(page, "e15").when is None
    assert len(page.events) == len(story.RAW["events"])


def test_readings_are_kept_after_the_choice(page: Page) -> None:
    yokosuka = event(page, "e14").where
    words = [page.readings[index] for index, _ in yokosuka.readings]
    assert words[0].startswith("Yokosuka")
    assert len(words) == 3


def test_places_and_reasons_stand_once(page: Page) -> None:
    assert len({place.name for place in page.places}) == len(page.places)
    assert len(set(page.reasons)) == len(page.reasons)


def test_the_same_people_are_linked_in_order(page: Page) -> None:
    found = [
        (page.events[k.source].id, page.events[k.target].id) for k in page.links if k.kind == "same-people"
    ]
    assert ("e04", "e10") in found
    assert all(link.source < link.target for link in page.links if link.kind == "same-people")


def test_what_is_linked_already_gets_no_hairline(page: Page) -> None:
    pairs = [frozenset((link.source, link.target)) for link in page.links]
    assert len(pairs) == len(set(pairs))


def test_many_events_get_no_hairlines(register: DisputeRegister) -> None:
    people = tuple(model.Participant(text=name, role="actor") for name in ("Ann Lee", "Bo Sand"))
    some = result(*(simple(f"e{i}", participants=people) for i in range(60)))
    many = result(*(simple(f"e{i}", participants=people) for i in range(61)))
    assert len(build_page(story.event_map(some), register).links) == 59
    assert build_page(story.event_map(many), register).links == ()


def test_reports_of_one_event_stay_together(register: DisputeRegister) -> None:
    first = result(simple("e1", confidence=0.5), identifier="a")
    second = result(simple("e1", confidence=0.8), identifier="b")
    refs = (model.EventRef("a", "e1"), model.EventRef("b", "e1"))
    cluster = model.Cluster(id="c", members=refs, claims=(model.Claim("figures", "58", refs[0]),))
    page = build_page(story.event_map(first, second, clusters=(cluster,)), register)
    (group,) = page.groups
    assert [page.articles[page.events[row].article].id for row in group.members] == ["b", "a"]
    assert page.articles[page.events[group.claims[0].event].article].id == "a"


def test_links_between_clusters(register: DisputeRegister) -> None:
    record = result(simple("e1"), simple("e2"))
    clusters = tuple(model.Cluster(id=f"c{i}", members=(model.EventRef("a", f"e{i}"),)) for i in (1, 2))
    links = (
        model.ClusterLink(source="c1", target="c2", kind="caused", confidence=0.7),
        model.ClusterLink(source="c1", target="gone", kind="caused", confidence=0.7),
    )
    page = build_page(story.event_map(record, clusters=clusters, links=links), register)
    assert [(link.source, link.target, link.kind) for link in page.links] == [(0, 1, "caused")]
    assert page.groups == ()


def test_what_points_at_nothing_is_left_out(register: DisputeRegister) -> None:
    gone = model.EventRef("a", "gone")
    record = result(
        simple("e1", mentions=()),
        simple("e2", location=model.Location("gone", "X", 1.0, 2.0, "city", "in")),
        links=(model.Link(source="e1", target="gone", kind="caused", confidence=0.5),),
    )
    clusters = (
        model.Cluster(id="c1", members=(gone, model.EventRef("a", "e1"))),
        model.Cluster(id="c2", members=(gone,)),
        model.Cluster(
            id="c3",
            members=(model.EventRef("a", "e1"), model.EventRef("a", "e2")),
            claims=(model.Claim("date", "x", gone),),
        ),
    )
    links = (model.ClusterLink(source="c2", target="c3", kind="caused", confidence=0.5),)
    page = build_page(story.event_map(record, clusters=clusters, links=links), register)
    assert len(page.events) == 2
    assert page.links == ()
    assert [group.claims for group in page.groups] == [()]
    assert page.places[0].name == "X"


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("/home/a b/report.txt", "report.txt"),
        (r"C:\files\{{x}}.txt", "{{x}}.txt"),
        ("-", "-"),
        ("a\nb/c", "c"),
    ],
)
def test_a_failure_names_the_file_only(given: str, shown: str, register: DisputeRegister) -> None:
    failed = story.event_map(failures=(model.Failure(input=given, message="is empty", line=3),))
    (failure,) = build_page(failed, register).failures
    assert (failure.input, failure.message, failure.line) == (shown, "is empty", 3)


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://example.org/a", True),
        ("HTTP://example.org/a", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//example.org", False),
        ("", False),
        (None, False),
    ],
)
def test_only_web_addresses_are_links(url: str | None, kept: bool, register: DisputeRegister) -> None:
    record = model.ArticleMap(run=story.RUN, article=model.Article(id="a", url=url))
    page = build_page(story.event_map(record), register)
    assert page.articles[0].url == (url if kept else None)


def test_nothing_at_all(register: DisputeRegister) -> None:
    page = build_page(model.EventMap(run=story.RUN), register)
    assert page.events == ()
    assert page.title == ""


def test_the_title_is_the_articles_unless_given(page: Page, register: DisputeRegister) -> None:
    assert page.title == story.RAW["article"]["title"]
    assert build_page(story.event_map(), register, title="Mine").title == "Mine"
    two = story.event_map(story.article_map(), result(identifier="b"))
    assert build_page(two, register).title == story.RAW["article"]["title"]


def test_the_same_result_gives_the_same_page(page: Page, register: DisputeRegister) -> None:
    again = build_page(story.event_map(), register)
    assert msgspec.json.encode(again) == msgspec.json.encode(page)


def test_keys_are_a_fixed_vocabulary(page: Page) -> None:
    def walk(value: Any) -> set[str]:
        if isinstance(value, dict):
            return set(value) | {key for part in value.values() for key in walk(part)}
        return {key for part in value for key in walk(part)} if isinstance(value, list) else set()

    known = {name for kind in _parts() for name in kind.__struct_fields__}
    assert walk(msgspec.json.decode(msgspec.json.encode(page))) <= known


def _parts() -> list[Any]:
    from mapper.page.payload import records

    return [
        kind
        for kind in vars(records).values()
        if isinstance(kind, type) and issubclass(kind, records.PagePart)
    ]


def test_a_reason_points_at_the_expression_of_the_date() -> None:
    day = date(2026, 1, 5)
    spoken = model.TimeExpression(
        id="t1", start=0, end=6, text="Monday", type="DATE", begin=day, end_date=day
    )
    other = model.TimeExpression(
        id="t2", start=20, end=25, text="today", type="DATE", begin=day, end_date=day
    )
    pointing = simple("e", begin=day, end=day, reasons=(model.Reason("date", None, 20, 25),))
    assert time_of(pointing, (spoken, other)) is other
    near = simple("e", begin=day, end=day, evidence=(model.Extent(0, 30),))
    assert time_of(near, (other, spoken)) is spoken
    assert time_of(simple("e", begin=day, end=day), (spoken,)) is None
    assert time_of(simple("e"), (spoken,)) is None


def test_days_are_counted_from_1970() -> None:
    assert day_number(date(1970, 1, 1)) == 0
    assert day_number(date(1969, 12, 31)) == -1
    assert day_number(None) is None


def test_shapes_of_areas() -> None:
    base = {"id": "gn:1", "name": "X", "kind": "country", "lat": 0.0, "lon": 0.0}
    assert area_key(model.Place(**base, precision="country", country="JP")) == "JP"
    assert area_key(model.Place(**base, precision="province", geonames_id=7)) == "gn:7"
    assert area_key(model.Place(**base, precision="city", country="JP")) is None
    assert area_key(model.Place(**base, precision="region")) is None


def test_a_territory_the_register_has_not_is_shown_by_its_flag(register: DisputeRegister) -> None:
    table = DisputeTable(register, Names.load())
    flag = model.DisputeFlag(territory="no-such-islands", relation="in", claimants=("FR", "x-ABK"))
    table.of(model.Toponym(id="t", start=0, end=1, text="Isles", role="literal", dispute=flag))
    (row,) = table.rows()
    assert row.name == "No Such Islands"
    assert row.claimants == ("x-ABK", "FR")
    assert table.parties() == ("FR", "x-ABK")


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        ("KR/ko", "독도 (Dokdo)", ("KR", "ko", "독도", "Dokdo")),
        ("ABK/ab", "Аԥсны (Apsny)", ("x-ABK", "ab", "Аԥсны", "Apsny")),
        ("RU/ru", "Абхазия", ("RU", "ru", "Абхазия", None)),
        ("ru", "Имя", ("", "ru", "Имя", None)),
    ],
)
def test_names_in_script_and_latin(
    key: str, value: str, expected: tuple[Any, ...], register: DisputeRegister
) -> None:
    name = DisputeTable(register, Names.load())._name(key, value)
    assert (name.party, name.language, name.script, name.latin) == expected


def test_names_of_parties() -> None:
    names = Names.load()
    assert names.english("KR") == "South Korea"
    assert dict(names.all("KP")) == {"en": "North Korea", "ko": "북한", "ja": "北朝鮮"}
    assert names.english("??") == "??"


def test_each_view_has_its_line_and_whose_the_place_is(register: DisputeRegister) -> None:
    def seen(worldview: str) -> Any:
        return build_page(story.event_map(), register, worldview=worldview).disputes[0]

    lines, given = dict(seen("neutral").lines), dict(seen("neutral").given)
    assert given == {"JP": "JP", "KP": "KP", "KR": "KR", "de-facto": "KR"}
    assert lines == dict.fromkeys(given, "solid")  # the neutral view draws a claim: dashed, and is left out
    assert "FR" not in dict(seen("FR").given)
    assert {party.code for party in build_page(story.event_map(), register).parties} >= {"JP", "KP", "KR"}
