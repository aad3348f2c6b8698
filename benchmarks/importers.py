"""How fast a large dump is imported, in how much memory, and how large the index is.

    python -m benchmarks.importers [--rows N] [--keep FOLDER]

A dump of N rows (2 million if not told) with invented names in GeoNames' format, zipped, with units
and a table of alternate names, is imported in a process of its own, as a user would. Rows per second,
peak memory and the sizes of the index and of the room it took on the way are printed, and what they
would be for the 13 million rows of the whole of GeoNames: time and sizes in proportion, and memory
too, less what an import of nothing takes.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ROWS: Final = 2_000_000
WHOLE: Final = 13_000_000
"""Rows of allCountries (general knowledge)."""
NAMES_A_PLACE: Final = 1.3
"""Rows of the second table for each place: about 17 million in GeoNames (general knowledge)."""
COUNTRIES: Final = 200
UNITS: Final = 20
FIRST: Final = COUNTRIES * (UNITS + 1) + 1
"""Id of the first place that is no unit."""
CODES: Final = tuple(
    "P.PPL P.PPL P.PPL P.PPL P.PPLX P.PPLA H.STM H.LK T.MT T.HLL S.HTL S.SCH S.CH L.PRK L.LCTY V.FRST "
    "R.RD S.FRM".split()
)
SYLLABLES: Final = [a + b for a in "bdfghklmnprstvz" for b in "aeiou"]
ENDINGS: Final = ("", "", "", " Hill", " River", "ville", "ov", "ña", "ø", "ça", "берг", " 마을")
LANGUAGES: Final = ("", "en", "de", "fr", "ru", "ko", "zh", "link", "iata")


def name(chance: random.Random) -> str:
    """Invent a name; like real ones, short ones recur and some are not in Latin letters."""
    word = "".join(chance.choices(SYLLABLES, k=chance.choice((2, 2, 3, 3, 3, 4)))).capitalize()
    return word + chance.choice(ENDINGS)


def country(number: int) -> str:
    return chr(65 + number // 26) + chr(65 + number % 26)


def row(
    ident: int, first: str, point: tuple[float, float], code: str, units: tuple[str, str], people: int
) -> str:
    """Return a line of allCountries."""
    plain = first.encode("ascii", "ignore").decode()
    place = (ident, first, plain, "", *(f"{degrees:.5f}" for degrees in point), *code.split("."))
    rest = (units[0], "", units[1], "", "", "", people, "", 0, "Etc/UTC", "2026-01-01")
    return "\t".join(map(str, (*place, *rest))) + "\n"


def units() -> Iterator[str]:
    for number in range(COUNTRIES):
        for level in range(UNITS + 1):
            code, unit = ("A.PCLI", "00") if level == 0 else ("A.ADM1", f"{level:02}")
            ident = number * (UNITS + 1) + level + 1
            yield row(ident, f"Unit {number} {level}", (0, 0), code, (country(number), unit), 100_000)


def places(rows: int, chance: random.Random) -> Iterator[str]:
    for ident in range(FIRST, FIRST + rows):
        code = chance.choice(CODES)
        people = int(10 ** chance.uniform(0, 6)) if code[0] == "P" and chance.random() < 0.3 else 0
        unit = country(chance.randrange(COUNTRIES)), f"{chance.randrange(1, UNITS + 1):02}"
        yield row(
            ident, name(chance), (chance.uniform(-60, 75), chance.uniform(-180, 180)), code, unit, people
        )


def alternates(rows: int, chance: random.Random) -> Iterator[str]:
    for ident in range(1, int(rows * NAMES_A_PLACE) + 1):
        flags = ["1" if chance.random() < share else "" for share in (0.1, 0.02, 0.01, 0.01)]
        cells = ident, chance.randrange(FIRST, FIRST + rows), chance.choice(LANGUAGES), name(chance), *flags
        yield "\t".join(map(str, (*cells, "", ""))) + "\n"


def write_dump(folder: Path, rows: int) -> list[Path]:
    """Write the two zips and return their paths."""
    folder.mkdir(exist_ok=True)
    chance = random.Random(1)
    tables = {
        "allCountries": (units(), places(rows, chance)),
        "alternateNamesV2": (alternates(rows, chance),),
    }
    return [write_zip(folder, table, parts) for table, parts in tables.items()]


def write_zip(folder: Path, table: str, parts: Iterable[Iterable[str]]) -> Path:
    path = folder / f"{table}.zip"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open(f"{table}.txt", "w", force_zip64=True) as member,
    ):
        for part in parts:
            member.writelines(line.encode() for line in part)
    return path


def run(files: list[Path], target: Path) -> dict[str, Any]:
    """Import in this process; return the seconds of each step and the peak of memory."""
    from mapper.gazetteer.importers import GeoNames, import_files

    started: dict[str, float] = {}

    def progress(step: str, done: int, total: int) -> None:  # noqa: ARG001 - the protocol's
        started.setdefault(step, time.process_time())

    begin = time.perf_counter()
    report = import_files(GeoNames(), files, target, progress=progress)
    wall, cpu = time.perf_counter() - begin, time.process_time()
    times = [0.0, *started.values(), cpu]
    steps = zip(("units", *started), pairwise(times), strict=True)
    return {
        "seconds": wall,
        "cpu": cpu,
        "steps": {step: round(after - at, 1) for step, (at, after) in steps},
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "rows": report.rows,
        "places": report.places,
        "names": report.names,
    }


def measured(files: list[Path], target: Path) -> dict[str, Any]:
    """Run an import in a process of its own and watch how much room it takes on the way."""
    target.parent.mkdir(exist_ok=True)
    arguments = [sys.executable, "-m", "benchmarks.importers", "--run", str(target), *map(str, files)]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) as process:
        most = [0]
        watcher = threading.Thread(target=watch, args=(process, target.parent, most))
        watcher.start()
        output, _ = process.communicate()
        watcher.join()
    if process.returncode:
        msg = f"the import ended with {process.returncode}"
        raise SystemExit(msg)
    found: dict[str, Any] = json.loads(output)
    return found | {"index_mb": size(target) / 1e6, "room_mb": most[0] / 1e6}


def watch(process: subprocess.Popen[str], folder: Path, most: list[int]) -> None:
    while process.poll() is None:
        most[0] = max(most[0], size(folder))
        time.sleep(0.5)


def size(folder: Path) -> int:
    total = 0
    for path in folder.rglob("*"):
        try:
            total += path.stat().st_size if path.is_file() else 0
        except FileNotFoundError:
            continue
    return total


def report(folder: Path, rows: int) -> None:
    least = measured(write_dump(folder / "nothing", 1), folder / "least" / "import")
    found = measured(write_dump(folder / "dump", rows), folder / "work" / "import")
    more = WHOLE / rows
    memory = least["peak_mb"] + (found["peak_mb"] - least["peak_mb"]) * more
    print(f"{'rows of places':24}{rows:>16,}{WHOLE:>16,}")
    print(f"{'rows of both tables':24}{found['rows']:>16,}{found['rows'] * more:>16,.0f}")
    print(f"{'rows / s':24}{found['rows'] / found['seconds']:>16,.0f}")
    print(f"{'rows / s of processor':24}{found['rows'] / found['cpu']:>16,.0f}")
    for what, value in (
        ("minutes", found["seconds"] / 60),
        ("minutes of processor", found["cpu"] / 60),
        ("MB of index", found["index_mb"]),
        ("MB of disk on the way", found["room_mb"]),
    ):
        print(f"{what:24}{value:>16,.1f}{value * more:>16,.1f}")
    print(f"{'MB of memory at most':24}{found['peak_mb']:>16,.0f}{memory:>16,.0f}")
    print(f"{'names in the index':24}{found['names']:>16,}{found['names'] * more:>16,.0f}")
    print("seconds of processor by step:")
    for step, seconds in found["steps"].items():
        print(f"  {step:40}{seconds:>8,.1f}")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rows", type=int, default=ROWS)
    parser.add_argument("--keep", type=Path, help="keep the dump and the index here")
    parser.add_argument("--run", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("files", nargs="*", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.run:
        print(json.dumps(run(options.files, options.run)))
        return
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        report(folder, options.rows)


if __name__ == "__main__":
    main()
