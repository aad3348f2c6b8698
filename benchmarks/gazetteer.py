"""Speed and size of the place index.

    python -m benchmarks.gazetteer [--names N] [--points N]

Names are first names of rows drawn evenly over the index, points lie near its places. Seconds are
processor time, so that other work on the machine does not count. The geocoder's benchmark sets the
same calls beside other packages.
"""

from __future__ import annotations

import argparse
import random
import string
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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--names", type=int, default=20_000)
    parser.add_argument("--points", type=int, default=100_000)
    options = parser.parse_args()
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
