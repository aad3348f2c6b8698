"""The recipe's steps on a few made-up records of each source."""

from __future__ import annotations

import csv
import io
import json
import pickle
import tarfile
import zipfile
from pathlib import Path
from typing import Any

import pytest
import shapely

from gazetteer.build import (
    airports,
    census,
    cldr,
    extents,
    geonames,
    labels,
    natural_earth,
    parents,
    register,
    seats,
    tables,
    words,
)
from gazetteer.build.draft import Draft
from gazetteer.build.names import short_forms
from gazetteer.build.packages import PINNED, Package, Packages
from mapper.gazetteer.importers.alternates import alternates
from mapper.gazetteer.writer import Entry


class Shelf:
    """Packages made of strings and objects."""

    def __init__(self, **files: Any) -> None:
        self.files = files

    def read(self, name: str, member: str) -> bytes:
        return self.files[Path(member).name.partition(".")[0]].encode()

    def unpickle(self, name: str, member: str) -> Any:
        return self.files[Path(member).name.partition(".")[0]]

    def matching(self, name: str, pattern: Any) -> list[tuple[str, bytes]]:
        return [(member, data.encode()) for member, data in self.files["all"].items()]


def entry(ident: str, name: str, kind: str, lat: float = 0.0, lon: float = 0.0, **more: Any) -> Entry:
    return Entry(ident, name, kind, lat, lon, more.pop("source", "GeoNames"), **more)


def names_of(place: Entry) -> dict[str, str]:
    return dict(place.names)


def test_which_alternates_are_names() -> None:
    given = ["Seoul", "SEL", "swl", "https://seoul.go.kr", "서울", "Eu", "EU", "", " Han ", "x" * 81, "123"]
    assert list(alternates(given)) == [
        ("Seoul", "alternate"),
        ("SEL", "code"),
        ("서울", "alternate"),
        ("Han", "alternate"),
    ]


@pytest.mark.parametrize(
    ("name", "others", "short"),
    [("Nara-shi", ["Nara"], "Nara"), ("New York City", ["New York"], "New York"), ("Salt Lake City", ["SLC"], None),
     ("Seoul", ["Seoul"], None), ("Zürich-stadt", ["Zurich"], "Zürich")],
)  # fmt: skip
def test_short_forms_need_a_witness(name: str, others: list[str], short: str | None) -> None:
    assert list(short_forms(name, others)) == ([(short, "primary")] if short else [])


def test_a_draft_adds_a_place_once() -> None:
    draft = Draft()
    draft.add(entry("gn:1", "Kyiv", "city"))
    draft.add(entry("gn:1", "Kiev", "city", names=[("Киев", "alternate")]))
    assert len(draft) == 1
    assert names_of(draft.entries["gn:1"]) == {"Kiev": "alternate", "Киев": "alternate"}
    assert [place.ident for place in draft.named("KIEV")] == ["gn:1"]
    assert draft.near(["Kyiv"], 0, 1, 200, {"city"}) == draft.named("Kyiv")
    assert draft.near(["Kyiv"], 0, 1, 100, {"city"}) == draft.near(["Kyiv"], 0, 0, 9, {"base"}) == []


def test_a_replaced_place_lives_on_in_another() -> None:
    draft = Draft()
    old = draft.add(entry("gn:1", "Old", "admin1", population=5, prominence=4))
    child = draft.add(entry("gn:2", "Child", "city", parent="gn:1"))
    draft.outlines.append(("gn:1", shapely.box(0, 0, 1, 1)))
    new = draft.add(entry("dt:new", "New", "disputed", prominence=3))
    draft.replace(old, new)
    draft.follow_successors()
    assert child.parent == draft.outlines[0][0] == "dt:new"
    assert (new.population, new.prominence, new.also, names_of(new)) == (5, 4, ["gn:1"], {"Old": "primary"})


@pytest.mark.parametrize(
    ("before", "others", "english", "after"),
    [("Sicilia", ["Sicily"], "Sicily", "Sicily"), ("Moscow Oblast", ["Moscow"], "Moscow", "Moscow Oblast"),
     ("Provinsi Bali", ["Bali"], "Bali", "Bali"), ("Komuna e Prishtinës", ["Priština"], "Kosovo", "Komuna e Prishtinës")],
)  # fmt: skip
def test_english_names_need_a_witness(before: str, others: list[str], english: str, after: str) -> None:
    draft = Draft()
    unit = draft.add(
        entry("gn:1", before, "admin1", country="AA", names=[(name, "alternate") for name in others])
    )
    assert draft.call_in_english(unit, english) is (english in others)
    assert unit.name == after
    assert before in {unit.name, *names_of(unit)}


def test_an_english_name_is_not_taken_from_another_unit() -> None:
    draft = Draft()
    draft.add(entry("gn:1", "Kyiv", "admin1", country="UA"))
    oblast = draft.add(entry("gn:2", "Kyivska oblast", "admin1", country="UA", names=[("Kyiv", "alternate")]))
    assert draft.call_in_english(oblast, "Kyiv")
    assert oblast.name == "Kyivska oblast"


def geonames_shelf() -> Shelf:
    def city(ident: int, name: str, lat: float, people: int, *others: str) -> dict[str, Any]:
        return {"geonameid": ident, "name": name, "latitude": lat, "longitude": 10.0, "countrycode": "AA",
                "population": people, "alternatenames": [*others]}  # fmt: skip

    return Shelf(
        countries=json.dumps({"AA": {"geonameid": 1, "name": "Aland", "iso": "AA", "population": 10**6, "areakm2": 31416}}),
        geonames_6b64aaafc53116f=[
            ["Aland", "Aland", "AA", 10.0, 50.0, "1", "country", 10**6],
            ["アランド", "Aland", "AA", 10.0, 50.0, "1", "country", 10**6],
            ["Upper Province", "Upper Province", "AA", 10.0, 51.0, "11", "admin1", 0],
            ["Old Shire", "Old Shire", "AA", 10.0, 49.0, "13", "admin1", 900],
            ["The Heath", "The Heath", float("nan"), 10.0, 48.0, "14", "region", 0],
        ],
        subdivisions="Upper\tAA-U\tAA.1\t11\tProvince\tOberland\t1\t\t1\n"
        "Ward\t\tAA.1.2\t12\t\t\t2\t1\t1\nMill\t\tAA.1.3\t15\t\t\t2\t1\t1\n",
        cities="Town\t100\t1|2\t1\t5000\t51.0\t10.0\nMill\t101\t1\t1\t600\t51.5\t10.0\nLone\t102\t\t1\t500\t40\t10\n",
        cities500=json.dumps({"100": city(100, "Town", 51.0, 5000, "TWN", "Stadt"), "101": city(101, "Mill", 51.5, 600),
                              "102": city(102, "Lone", 40.0, 0)}),
    )  # fmt: skip


class GeoNamesShelf(Shelf):
    """Two files of one name, told apart by their package and ending."""

    def __init__(self) -> None:
        super().__init__(**geonames_shelf().files)

    def read(self, name: str, member: str) -> bytes:
        if member.endswith("countries.tsv"):
            return b"Aland\tAA\tAAA\n"
        if member.endswith("cities500.txt"):
            return b"100\tTown\tTown\t\t51.0\t10.0\tP\tPPLC\tAA\n101\tMill\tMill\t\t51.5\t10.0\tP\tPPLX\tAA\n"
        return super().read(name, member)


def test_geonames() -> None:
    draft, shelf = Draft(), GeoNamesShelf()
    geonames.add_countries(draft, shelf)
    idents = geonames.add_subdivisions(draft, shelf)
    geonames.add_cities(draft, shelf, idents)
    geonames.add_other_units(draft, shelf)
    geonames.complete_units(draft)
    places = draft.entries
    country = places["gn:1"]
    assert (country.country, country.lat, round(country.extent)) == ("AA", 50.0, 100)
    assert country.prominence == 6.0
    assert "アランド" in names_of(country)
    upper = places["gn:11"]
    assert (upper.name, upper.kind, upper.population, upper.lat) == ("Upper Province", "admin1", 5000, 51.0)
    assert names_of(upper) == {"Upper": "primary", "Oberland": "alternate"}
    assert draft.iso_units == {"AA-U": "gn:11"}
    town, mill = places["gn:100"], places["gn:101"]
    assert (town.kind, town.parent, round(town.prominence, 1)) == ("city", "gn:12", 4.2)
    assert names_of(town) == {"TWN": "code", "Stadt": "alternate"}
    assert (mill.kind, mill.parent) == ("district", "gn:11")
    assert places["gn:102"].parent is None
    assert (places["gn:12"].lat, places["gn:12"].population) == (51.0, 5000)
    assert places["gn:15"].lat == 51.0, "a unit that holds no town takes the point of the unit that holds it"
    assert places["gn:15"].prominence <= 3.0
    assert (places["gn:13"].kind, places["gn:14"].kind, places["gn:14"].country) == ("region", "region", None)


def test_the_middle_of_points_across_the_antimeridian() -> None:
    lat, lon = geonames.mean_point([(10.0, 179.0), (10.0, -179.0)])
    assert lat == pytest.approx(10.0, abs=0.01)
    assert abs(lon) == pytest.approx(180.0)


def test_census() -> None:
    draft = Draft()
    draft.add(entry("gn:1", "Ohio", "admin1", 40, -82, country="US"))
    draft.add(entry("gn:2", "Ross", "admin2", 39.3, -83.0, country="US", parent="gn:1"))
    draft.add(entry("gn:3", "Knockemstiff", "city", 39.27, -83.12, country="US"))
    found = [
        ("39141", "Ross County", 39.33, -83.06), ("39001", "Adams County", 38.8, -83.4),
        ("3900001", "Knockemstiff CDP", 39.26, -83.11), ("3900002", "Chillicothe city", 39.33, -82.98),
        ("3914100003", "Liberty township", 39.2, -82.9), ("3914100004", "Harrison CCD", 39.4, -82.8),
    ]  # fmt: skip
    radians = 3.141592653589793 / 180
    text = "".join(
        f"[fips{digits}]\ncentroid = ({lat * radians:.7f}, {lon * radians:.7f})\ndescription = {name}, OH\nx = 1\n\n"
        for digits, name, lat, lon in found
    )
    import gzip

    shelf = Shelf()
    shelf.read = lambda name, member: gzip.compress(text.encode())  # type: ignore[method-assign]
    census.add_census(draft, shelf)
    assert names_of(draft.entries["gn:2"])["Ross County"] == "alternate"
    assert draft.entries["own:us-39001"].kind == "admin2"
    assert "own:us-3900001" not in draft.entries, "GeoNames has it"
    city = draft.entries["own:us-3900002"]
    assert (city.name, city.kind, city.parent, round(city.lat, 2)) == ("Chillicothe", "city", "gn:1", 39.33)
    assert names_of(city) == {"Chillicothe City": "alternate"}
    assert (draft.entries["own:us-3914100003"].name, draft.entries["own:us-3914100003"].kind) == (
        "Liberty",
        "admin2",
    )
    assert draft.entries["own:us-3914100004"].name == "Harrison"


@pytest.mark.parametrize(
    ("description", "name"),
    [("Boise City city", "Boise City"), ("Nashville-Davidson metropolitan government (balance)", "Nashville-Davidson"),
     ("St. Mary's County", "St. Mary's"), ("Orleans Parish", "Orleans"), ("Bethel Census Area", "Bethel"),
     ("Hilmar-Irwin CDP", "Hilmar-Irwin"), ("Adjuntas Municipio", "Adjuntas"), ("De Soto town", "De Soto")],
)  # fmt: skip
def test_census_terms(description: str, name: str) -> None:
    assert census._TERMS.sub("", description) == name


def test_airports() -> None:
    stream = io.StringIO()
    writer = csv.DictWriter(stream, ["icao", "iata", "name", "city", "country", "lat", "lon"])
    writer.writeheader()
    for row in [
        ("EGLL", "LHR", "London Heathrow Airport", "London", "GB", 51.47, -0.46),
        ("OMDB", "DXB", "Dubai International Airport", "Dubai", "AE", 25.25, 55.36),
        ("OAIX", "", "Bagram Air Base", "Bagram", "AF", 34.9, 69.3),
        ("00AA", "", "Aero B Ranch Airport", "Leoti", "US", 38.7, -101.5),
    ]:
        writer.writerow(dict(zip(writer.fieldnames, row, strict=True)))
    draft = Draft()
    airports.add_airports(draft, Shelf(airports=stream.getvalue()))
    assert [place.ident for place in draft] == ["own:airport-egll", "own:airport-omdb", "own:airport-oaix"]
    heathrow, dubai, bagram = draft
    assert names_of(heathrow) == {
        "LHR": "code",
        "London Heathrow": "alternate",
        "Heathrow": "alternate",
        "Heathrow Airport": "primary",
    }
    assert "Dubai" not in names_of(dubai), "the bare town is the town"
    assert names_of(dubai)["Dubai Airport"] == "primary"
    assert (bagram.kind, dubai.prominence > heathrow.prominence) == ("base", True)


def square(west: float, south: float, size: float = 2.0) -> dict[str, Any]:
    return shapely.geometry.mapping(shapely.box(west, south, west + size, south + size))


def test_outlines_of_units() -> None:
    draft = Draft()
    draft.add(entry("gn:1", "Aland", "country", 51, 11, country="AA"))
    draft.add(entry("gn:2", "Oberland", "admin1", 51, 11, country="AA", names=[("Upland", "alternate")]))
    draft.add(entry("gn:3", "Far", "admin1", 20, 20, country="AA"))
    common = {"iso_a2": "AA", "adm1_code": "AA-1", "admin": "Aland"}
    features = [
        {"properties": common | {"name": "Oberland", "name_en": "Upland", "name_ko": "위", "gn_id": 2}, "geometry": square(10, 50)},
        {"properties": common | {"name": "Elsewhere", "name_en": "Moon", "name_ko": "달", "gn_id": 3, "adm1_code": "AA-2"}, "geometry": square(30, 50)},
    ]  # fmt: skip
    natural_earth.add_units(draft, Shelf(admin1=json.dumps({"features": features})))
    upland = draft.entries["gn:2"]
    assert (upland.name, names_of(upland)["위"]) == ("Upland", "alternate")
    assert upland.extent == pytest.approx(99, abs=2)
    new = draft.entries["own:ne-aa-2"]
    assert (new.name, new.kind, new.country) == ("Elsewhere", "admin2", "AA")
    assert "달" not in names_of(new), "names of an entity that no other source knows"
    assert [ident for ident, _ in draft.outlines] == ["gn:2", "own:ne-aa-2"]


def test_seas() -> None:
    draft = Draft()
    draft.add(entry("own:red-sea", "Red Sea", "sea", 51, 11, extent=10, source=tables.SOURCE))
    ring = [(10.0, 50.0), (12.0, 50.0), (12.0, 52.0), (10.0, 52.0), (10.0, 50.0)]
    hole = [(10.5, 50.5), (11.0, 50.5), (11.0, 51.0), (10.5, 51.0), (10.5, 50.5)]
    far = [(lon + 50, lat) for lon, lat in ring]
    marine = [(name, None, [(None, r) for r in rings]) for name, rings in
              [("Red Sea", [hole, ring]), ("GOLFO AZUL", [far]), ("", [far]), ("Yangtze River", [far])]]  # fmt: skip
    natural_earth.add_seas(draft, Shelf(reverse_geocoder_cache={"marine": marine}))
    assert [ident for ident, _ in draft.outlines] == ["own:red-sea", "own:sea-golfo-azul"]
    assert not draft.outlines[0][1].contains(shapely.Point(10.75, 50.75))
    assert draft.entries["own:red-sea"].extent > 90
    assert (draft.entries["own:sea-golfo-azul"].kind, draft.entries["own:sea-golfo-azul"].name) == (
        "gulf",
        "Golfo Azul",
    )


def test_names_of_countries_in_many_languages() -> None:
    draft = Draft()
    draft.add(entry("gn:1", "Germany", "country", country="DE"))
    draft.add(entry("gn:2", "Africa", "continent"))

    def names(locale: str, **territories: str) -> str:
        return json.dumps({"main": {locale: {"localeDisplayNames": {"territories": territories}}}})

    files = {
        "package/main/ko/territories.json": names("ko", DE="독일", **{"002": "아프리카"}),
        "package/main/en/territories.json": names(
            "en", **{"DE-alt-short": "Deutschland (BRD)", "FR": "France"}
        ),
    }
    cldr.add_country_names(draft, Shelf(all=files))
    assert set(names_of(draft.entries["gn:1"])) == {"독일", "Deutschland", "BRD"}
    assert set(names_of(draft.entries["gn:2"])) == {"아프리카"}


def test_english_names_of_units() -> None:
    draft = Draft()
    draft.add(entry("gn:1", "Sicilia", "admin1", country="IT", names=[("Sicily", "alternate")]))
    draft.iso_units = {"IT-82": "gn:1", "IT-99": "gn:9"}
    subdivisions = {"subdivisions": {"localeDisplayNames": {"subdivisions": {"it82": "Sicily"}}}}
    cldr.name_units(draft, Shelf(en=json.dumps(subdivisions)))
    assert draft.entries["gn:1"].name == "Sicily"


def test_parents() -> None:
    draft = Draft()
    draft.add(entry("gn:1", "Aland", "country", 51, 11, country="AA", extent=300))
    draft.add(entry("gn:2", "Upland", "admin1", 51, 11, country="AA", parent="gn:1", extent=99))
    draft.add(entry("gn:3", "Ward", "admin2", 51.1, 11.1, country="AA", parent="gn:2", extent=10))
    draft.add(entry("gn:4", "Town", "city", 51.1, 11.1, country="AA", parent="gn:3"))
    inside = draft.add(entry("own:a", "Mill", "landmark", 51.15, 11.1, country="AA"))
    outside = draft.add(entry("own:b", "Reef", "reef", 20, 20, country="AA"))
    stray = draft.add(entry("own:c", "Sea", "sea", 51, 11))
    foreign = draft.add(entry("own:d", "Embassy", "landmark", 51, 11, country="BB"))
    free = draft.add(entry("own:e", "Hill", "mountain", 51.9, 11.9))
    draft.outlines.append(("gn:2", shapely.box(10, 50, 12, 52)))
    parents.complete_parents(draft)
    parents.refine_parents(draft)
    assert [place.parent for place in (inside, outside, stray, foreign, free)] == [
        "gn:3",
        "gn:1",
        None,
        None,
        "gn:2",
    ]
    extents.complete_extents(draft)
    assert draft.entries["gn:3"].extent == 10


def test_extents() -> None:
    draft = Draft()
    draft.add(entry("gn:1", "Aland", "country", country="AA", extent=300))
    units = [
        draft.add(entry(f"gn:1{n}", f"Unit {n}", "admin1", country="AA", parent="gn:1")) for n in range(4)
    ]
    shire = draft.add(entry("gn:2", "Shire", "region", country="AA"))
    extents.complete_extents(draft)
    extents.complete_regions(draft)
    assert [unit.extent for unit in units] == [150.0] * 4
    assert shire.extent == 40.0


def test_a_large_seat_wins_the_common_name() -> None:
    draft = Draft()
    for ident, name, people, town_people in (("1", "Paulo", 46, 12), ("2", "Quebec", 85, 5)):
        draft.add(
            entry(f"gn:{ident}", name, "admin1", country="AA", population=people * 10**6, prominence=7.7)
        )
        draft.add(entry(f"gn:{ident}0", name, "city", country="AA", parent=f"gn:{ident}",
                        population=town_people * 10**6, prominence=7.0))  # fmt: skip
    seats.settle_seats(draft)
    ranks = sorted(draft, key=lambda place: place.rank)
    assert [place.ident for place in ranks if place.name == "Paulo"] == ["gn:10", "gn:1"]
    assert [place.ident for place in ranks if place.name == "Quebec"] == ["gn:2", "gn:20"]


def test_units_keep_their_names() -> None:
    draft = Draft()
    country = draft.add(entry("gn:1", "United Kingdom", "country", country="GB",
                              names=[("England", "alternate"), ("Britain", "alternate")]))  # fmt: skip
    unit = draft.add(
        entry("gn:2", "England", "admin1", country="GB", names=[("Region of England", "alternate")])
    )
    seats.free_unit_names(draft)
    seats.level_unit_names(draft)
    assert set(names_of(country)) == {"Britain"}
    assert names_of(unit) == {"Region of England": "primary"}


def table(monkeypatch: pytest.MonkeyPatch, folder: Path, **files: str) -> None:
    monkeypatch.setattr(tables, "FOLDER", folder)
    for name in ("water", "relief", "islands", "regions", "landmarks", "towns"):
        head = "name,kind,lat,lon,radius_km,bbox,countries,alternates,prominence,check\n"
        (folder / f"{name}.csv").write_text(head + files.get(name, ""), encoding="utf-8")
    heads = {"demonyms": "form,kind,place_name,place_kind,iso2,ambiguous\n",
             "former_names": "old_name,modern_name,kind,iso2,from_year,to_year,use,note,check\n",
             "abbreviations": "form,expansion,kind,code,dotted,ambiguous_with,check\n"}  # fmt: skip
    for name, head in heads.items():
        (folder / f"{name}.csv").write_text(head + files.get(name, ""), encoding="utf-8")


def test_tables_merge_with_what_is_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    table(
        monkeypatch, tmp_path,
        water="Churchill River (Labrador),river,53,-62,200,,CA,Grand River,2,none\nBlue Sea,sea,40,5,300,,AA BB,,4,none\n",
        islands="Bali,island,-8.4,115.1,60,,ID,Pulau Bali,5,none\nBig,island,-8.4,115.1,9,,ID,,1,none\n",
        landmarks="Bagram Airfield,base,34.9,69.3,3,,AF,Bagram,5,none\nYongbyon,nuclear_site,39.8,125.8,5,,KP,,5,none\n",
        regions="Kashmir,region,34.5,76,280,,,,5,none\n",
    )  # fmt: skip
    draft = Draft()
    bali = draft.add(
        entry(
            "gn:1",
            "Provinsi Bali",
            "admin1",
            -8.5,
            115,
            country="ID",
            extent=42,
            prominence=6,
            names=[("Bali", "primary")],
        )
    )
    town = draft.add(entry("gn:2", "Yŏngbyŏn", "city", 39.81, 125.81, country="KP", prominence=4))
    part = draft.add(
        entry(
            "gn:3", "Jammu", "admin1", 33.5, 75.4, country="IN", extent=100, names=[("Kashmir", "alternate")]
        )
    )
    tables.add_tables(draft)
    assert (bali.kind, bali.prominence, names_of(bali)["Pulau Bali"]) == ("admin1", 7, "alternate")
    assert (town.kind, town.prominence) == ("nuclear site", 7)
    assert "Kashmir" in names_of(part)
    assert (draft.entries["own:kashmir"].kind, draft.entries["own:kashmir"].extent) == ("region", 280)
    river = draft.entries["own:churchill-river-labrador"]
    assert (river.name, river.country, names_of(river)) == (
        "Churchill River",
        "CA",
        {"Grand River": "alternate"},
    )
    assert draft.entries["own:blue-sea"].country is None
    assert draft.entries["own:big"].kind == "island"
    assert draft.entries["own:bagram-airfield"].extent == 0


def test_words(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    table(
        monkeypatch, tmp_path,
        demonyms="Korean,adjective,South Korea,country,KR,\nKorean,language_only,,,,\nU.S.,adjective,United States,country,US,\nMartian,demonym,Mars,country,,\n",
        former_names="Saigon,Ho Chi Minh City,city,VN,,1976,lately,,\nButare,Huye,city,RW,,2006,lately,,\nUSSR,,country,,,,past,,\n",
        abbreviations="US,United States,country,US,U.S.,,\nCalif.,California,state,US-CA,,,\nS. Korea,South Korea,country,KR,,,\n",
    )  # fmt: skip
    draft = Draft()
    korea = draft.add(entry("gn:1", "South Korea", "country", country="KR"))
    states = draft.add(
        entry("gn:2", "United States", "country", country="US", names=[("US", "alternate"), ("U.S.", "code")])
    )
    draft.add(entry("gn:3", "California", "admin1", country="US"))
    saigon = draft.add(
        entry("gn:4", "Ho Chi Minh City", "city", country="VN", names=[("Saigon", "alternate")])
    )
    butare = draft.add(entry("gn:5", "Butare", "city", country="RW"))
    assert words.add_words(draft) == ["demonym Martian: Mars (country, )"]
    assert names_of(korea) == {"Korean": "demonym", "S. Korea": "alternate"}
    assert names_of(states) == {"US": "abbreviation", "U.S.": "abbreviation"}
    assert names_of(saigon) == {"Saigon": "former"}
    assert names_of(butare) == {"Huye": "alternate"}, "the sources have not renamed it"
    assert names_of(draft.entries["gn:3"]) == {"Calif.": "abbreviation"}


def test_the_use_of_a_former_name_tells_what_it_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    table(
        monkeypatch, tmp_path,
        former_names="Salisbury,Harare,city,ZW,1890,1982,past,,\nDanzig,Gdansk,city,PL,,1945,past,,\n"
        "Wien,Vienna,city,AT,,,now,German,\nBombay,Mumbai,city,IN,,1995,lately,,\n",
    )  # fmt: skip
    draft = Draft()
    unit = draft.add(entry("gn:1", "Mashonaland", "admin1", country="ZW", names=[("Salisbury", "alternate")]))
    harare = draft.add(entry("gn:2", "Harare", "city", country="ZW", parent="gn:1"))
    draft.add(entry("gn:3", "Salisbury", "city", country="GB", prominence=4.6))
    gdansk = draft.add(entry("gn:4", "Gdansk", "city", country="PL"))
    draft.add(entry("gn:5", "Danzig", "city", country="US", prominence=2.0))
    vienna = draft.add(entry("gn:6", "Vienna", "city", country="AT"))
    mumbai = draft.add(entry("gn:7", "Mumbai", "city", country="IN", names=[("Bombay", "alternate")]))
    assert words.add_words(draft) == []
    assert names_of(harare) == names_of(unit) == {"Salisbury": "historic"}
    assert names_of(gdansk) == {"Danzig": "former"}, "a hamlet is no namesake"
    assert names_of(vienna) == {"Wien": "alternate"}
    assert names_of(mumbai) == {"Bombay": "former"}


def test_peoples_and_codes_take_the_place_of_plain_names(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    table(
        monkeypatch, tmp_path,
        demonyms="Pakistani,adjective,Pakistan,country,PK,\nPalestinian,adjective,Palestine,country,PS,\n",
        abbreviations="NSW,New South Wales,state,AU-NSW,N.S.W.,,\nTX,Texas,state,US-TX,,,\n",
    )  # fmt: skip
    draft = Draft()
    pakistan = draft.add(
        entry("gn:1", "Pakistan", "country", country="PK", names=[("Pakistani", "alternate")])
    )
    state = draft.add(entry("gn:2", "New South Wales", "admin1", country="AU"))
    texas = draft.add(entry("gn:3", "Texas", "admin1", country="US"))
    land = draft.add(
        entry("gn:4", "Palestinian Territory", "country", country="PS", names=[("Palestine", "alternate")])
    )
    draft.add(entry("own:palestine", "Palestine", "region", prominence=6))
    draft.iso_units = {"AU-NSW": "gn:2", "US-TX": "gn:3", "JP-13": "gn:9"}
    assert words.add_words(draft) == []
    assert names_of(pakistan) == {"Pakistani": "demonym"}
    assert names_of(state) == {"NSW": "code", "N.S.W.": "abbreviation"}
    assert names_of(texas) == {"TX": "abbreviation"}
    assert names_of(land)["Palestinian"] == "demonym"


def test_days_and_months_are_no_lesser_names() -> None:
    draft = Draft()
    chad = draft.add(
        entry("gn:1", "Chad", "country", country="TD", names=[("Sat", "alternate"), ("Tchad", "alternate")])
    )
    march = draft.add(entry("gn:2", "March", "city", country="GB"))
    words.free_calendar(draft)
    assert names_of(chad) == {"Tchad": "alternate"}
    assert draft.named("March") == [march]


def test_a_town_keeps_kind_and_country_beside_a_crossing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    table(
        monkeypatch, tmp_path,
        landmarks="Eagle Pass,border_crossing,28.7,-100.5,3,,US MX,,4,none\n",
        towns="Mecca,city,21.43,39.83,0,,SA,Makkah,5,none\n",
        relief="Mount Everest,mountain,28,86.9,5,,NP CN,Everest|Sagarmatha,5,none\n",
    )  # fmt: skip
    draft = Draft()
    town = draft.add(entry("gn:1", "Eagle Pass", "city", 28.71, -100.5, country="US", population=28_000))
    makkah = draft.add(
        entry("gn:2", "Makkah", "city", 21.4, 39.8, country="SA", names=[("Mecca", "alternate")])
    )
    tables.add_tables(draft)
    assert (town.kind, town.country, town.prominence) == ("city", "US", 6)
    assert (makkah.name, makkah.prominence, names_of(makkah)) == (
        "Mecca",
        7,
        {"Mecca": "alternate", "Makkah": "primary"},
    )
    assert names_of(draft.entries["own:mount-everest"]) == {"Everest": "primary", "Sagarmatha": "alternate"}


def test_a_mountain_better_known_than_its_region_has_the_bare_name() -> None:
    draft = Draft()
    region = draft.add(
        entry(
            "gn:1",
            "Kilimanjaro Region",
            "admin1",
            country="TZ",
            prominence=6.2,
            names=[("Kilimanjaro", "primary")],
        )
    )
    draft.add(
        entry(
            "own:m",
            "Mount Kilimanjaro",
            "volcano",
            country="TZ",
            prominence=7,
            names=[("Kilimanjaro", "primary")],
        )
    )
    seats.yield_to_mountains(draft)
    assert names_of(region) == {"Kilimanjaro": "alternate"}


def test_lands_yield_their_lesser_names_to_large_cities() -> None:
    draft = Draft()
    benin = draft.add(
        entry(
            "gn:1",
            "Benin",
            "country",
            country="BJ",
            population=9**7,
            names=[("Beni", "alternate"), ("Bénin", "alternate")],
        )
    )
    draft.add(entry("gn:2", "Beni", "city", country="CD", population=200_000, prominence=5.3))
    vatican = draft.add(
        entry(
            "gn:3", "Vatican", "country", country="VA", population=900, names=[("Vatican City", "alternate")]
        )
    )
    draft.add(entry("gn:4", "Vatican City", "city", country="VA", population=829, prominence=7))
    unit = draft.add(entry("gn:5", "Oromia", "admin1", country="ET", names=[("Addis Ababa", "alternate")]))
    draft.add(entry("gn:6", "Addis Ababa", "city", country="ET", prominence=6.9))
    riyadh = draft.add(
        entry("gn:7", "Riyadh Region", "admin1", country="SA", names=[("Riyadh", "alternate")])
    )
    draft.add(entry("gn:8", "Riyadh", "city", country="SA", parent="gn:7", prominence=6.9))
    grenada = draft.add(
        entry("gn:9", "Grenada", "country", country="GD", population=9, names=[("Granada", "alternate")])
    )
    draft.add(entry("gn:10", "Granada", "city", country="ES", population=99, prominence=6))
    seats.free_city_names(draft)
    lands = (benin, vatican, unit, riyadh, grenada)
    kept = ["Bénin"], ["Vatican City"], [], ["Riyadh"], []
    assert [[name for name, _ in land.names] for land in lands] == [*kept]


def test_names_by_language_where_the_script_tells() -> None:
    draft = Draft()
    london = draft.add(
        entry(
            "gn:1",
            "London",
            "city",
            country="GB",
            prominence=6.9,
            names=[
                ("런던", "alternate"),
                ("ロンドン", "alternate"),
                ("倫敦", "alternate"),
                ("Лондон", "alternate"),
                ("Londres", "alternate"),
            ],
        )
    )
    moscow = draft.add(
        entry("gn:2", "Moscow", "city", country="RU", prominence=7, names=[("Москва", "alternate")])
    )
    moscow.labels["de"] = "Moskau"
    hamlet = draft.add(
        entry("gn:3", "Hamlet", "city", country="KR", prominence=3, names=[("마을", "alternate")])
    )
    rock = draft.add(
        entry("dt:rock", "Rock", "disputed", disputed=True, prominence=6, names=[("독도", "primary")])
    )
    labels.add_labels(draft)
    assert [place.labels for place in (london, moscow, hamlet, rock)] == [
        {"ko": "런던", "ja": "ロンドン"},
        {"ru": "Москва", "de": "Moskau"},
        {},
        {},
    ]


def territory(ident: str, name: str, radius: float, **more: Any) -> dict[str, Any]:
    return {"id": ident, "neutral_name": name, "names": {}, "aliases": [name], "aliases_inside": [], "kind": "land",
            "lat": 50.0, "lon": 10.0, "radius_km": radius, "flag_default": True, "parent": None} | more  # fmt: skip


def registered(tmp_path: Path, draft: Draft, *rows: dict[str, Any]) -> Draft:
    (tmp_path / "disputed_territories.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    register.add_register(draft, tmp_path)
    draft.follow_successors()
    return draft


def test_a_territory_takes_the_place_of_the_unit_it_is(tmp_path: Path) -> None:
    draft = Draft()
    draft.add(
        entry(
            "gn:1",
            "Krym",
            "admin1",
            50.0,
            10.2,
            country="AA",
            parent="gn:9",
            extent=90,
            population=7,
            names=[("Crimea", "alternate")],
        )
    )
    town = draft.add(entry("gn:2", "Yalta", "city", 50.1, 10, country="AA", parent="gn:1"))
    rows = [territory("crimea", "Crimea", 150, names={"UA/uk": "Крим (Krym)"}, aliases=["Crimea", "Yalta", "Tavrida"], aliases_inside=["Yalta"]),
            territory("spit", "The Spit", 9, parent="crimea")]  # fmt: skip
    registered(tmp_path, draft, *rows)
    crimea = draft.entries["dt:crimea"]
    assert (crimea.kind, crimea.disputed, crimea.parent, crimea.lon, crimea.population) == (
        "admin1",
        True,
        None,
        10.2,
        7,
    )
    assert names_of(crimea) == {"Krym": "primary", "Крим": "primary", "Tavrida": "alternate"}
    assert "Yalta" not in names_of(crimea)
    assert town.parent == "dt:crimea"
    assert draft.entries["dt:spit"].parent == "dt:crimea"
    assert draft.entries["dt:spit"].kind == "disputed"


def test_a_part_of_a_unit_does_not_take_its_place(tmp_path: Path) -> None:
    draft = Draft()
    unit = draft.add(entry("gn:1", "Donetsk Oblast", "admin1", 50, 10, country="AA", extent=90))
    registered(
        tmp_path,
        draft,
        territory("donetsk", "Donetsk Oblast (occupied part)", 130, aliases=["Donetsk Oblast"]),
    )
    assert draft.entries["gn:1"] is unit
    assert unit.disputed
    assert draft.entries["dt:donetsk"].kind == "disputed"


def test_a_larger_unit_and_a_town_of_the_name_stay(tmp_path: Path) -> None:
    draft = Draft()
    draft.add(entry("gn:1", "Jerusalem", "admin1", 50, 10, country="AA", extent=25))
    draft.add(entry("gn:2", "Jerusalem", "city", 50, 10, country="AA", population=9))
    draft.add(entry("gn:3", "Stanley", "city", 50, 10, country="AA"))
    registered(
        tmp_path,
        draft,
        territory("jerusalem", "Jerusalem", 10, kind="territory"),
        territory("stanley", "Stanley", 99),
    )
    assert {"gn:1", "gn:3"} <= set(draft.entries)
    assert "gn:2" not in draft.entries
    assert (draft.entries["dt:jerusalem"].kind, draft.entries["dt:jerusalem"].population) == ("city", 9)


def test_a_quiet_row_lends_its_names_only(tmp_path: Path) -> None:
    draft = Draft()
    gulf = draft.add(entry("own:gulf", "Persian Gulf", "gulf", 50, 10, extent=400))
    registered(
        tmp_path,
        draft,
        territory("gulf-name", "Persian Gulf", 300, flag_default=False, names={"AE/en": "Arabian Gulf"}),
    )
    assert names_of(gulf) == {"Arabian Gulf": "alternate"}
    assert "dt:gulf-name" not in draft.entries


def test_a_sea_keeps_its_kind_and_the_register_its_point(tmp_path: Path) -> None:
    draft = Draft()
    draft.add(entry("own:sea", "South Sea", "sea", 51, 11, extent=1300))
    registered(tmp_path, draft, territory("south-sea", "South Sea", 1100))
    sea = draft.entries["dt:south-sea"]
    assert (sea.kind, sea.lat, sea.extent) == ("sea", 50.0, 1300)


def wheel(folder: Path, data: bytes) -> Package:
    path = folder / "thing-1-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("thing/data.pkl", data)
    import hashlib

    return Package(
        "thing", "1", "pypi", path.name, hashlib.sha256(path.read_bytes()).hexdigest(), "MIT", "ours"
    )


def shelf_of(package: Package, folder: Path) -> Packages:
    return Packages(folder, [package])


def test_pickles_of_plain_data_are_read(tmp_path: Path) -> None:
    package = wheel(tmp_path, pickle.dumps([["a", 1.5, None]]))
    assert shelf_of(package, tmp_path).unpickle("thing", "thing/data.pkl") == [["a", 1.5, None]]


@pytest.mark.parametrize("thing", [Path("x"), print, Entry, {1, 2}.__class__])
def test_pickles_that_name_code_are_refused(tmp_path: Path, thing: object) -> None:
    package = wheel(tmp_path, pickle.dumps([thing]))
    with pytest.raises(ValueError, match="not plain data"):
        shelf_of(package, tmp_path).unpickle("thing", "thing/data.pkl")


def test_another_checksum_is_refused(tmp_path: Path) -> None:
    package = wheel(tmp_path, b"x")
    (tmp_path / package.file).write_bytes(b"altered")
    with pytest.raises(ValueError, match="was pinned"):
        shelf_of(package, tmp_path).read("thing", "thing/data.pkl")


def test_tar_packages(tmp_path: Path) -> None:
    import hashlib
    import re

    path = tmp_path / "thing-1.tgz"
    with tarfile.open(path, "w:gz") as archive:
        for name in ("package/b.json", "package/a.json", "package/c.txt"):
            info = tarfile.TarInfo(name)
            info.size = 1
            archive.addfile(info, io.BytesIO(b"1"))
    package = Package(
        "thing", "1", "npm", path.name, hashlib.sha256(path.read_bytes()).hexdigest(), "MIT", "ours"
    )
    packages = shelf_of(package, tmp_path)
    assert packages.read("thing", "package/c.txt") == b"1"
    assert [name for name, _ in packages.matching("thing", re.compile(r".*\.json"))] == [
        "package/a.json",
        "package/b.json",
    ]


def test_pins_are_whole() -> None:
    assert len({package.name for package in PINNED}) == len(PINNED)
    for package in PINNED:
        assert len(package.sha256) == 64
        assert package.version in package.file
        assert package.licence
        assert ":" in package.credit
