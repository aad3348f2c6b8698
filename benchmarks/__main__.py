"""Run the benchmarks one after the other: ``python -m benchmarks [NAME …]``.

Those that need the corpora are left out, with a word, where they are not beside the checkout.
"""

from __future__ import annotations

import os
import subprocess
import sys
from typing import Final

from benchmarks.shared import EVENT_GOLD, SHARED

BENCHMARKS: Final[dict[str, tuple[tuple[str, ...], bool]]] = {
    "gazetteer": ((), False),
    "geocoder": ((), False),
    "disputes": ((), False),
    "dates": ((), True),
    "toponyms": ((), True),
    "events": ((*map(str, EVENT_GOLD.values()), "-o", os.devnull), True),
    "merge": ((), False),
    "corpus": ((), False),
    "importers": ((), False),
    "page": ((), False),
}
"""By name: arguments, and whether the corpora are needed."""


def main(names: list[str]) -> int:
    """Run the named benchmarks, all without a name, and return the number that failed."""
    unknown = set(names) - BENCHMARKS.keys()
    if unknown:
        print(
            f"There is no benchmark {', '.join(sorted(unknown))}, only {', '.join(BENCHMARKS)}.",
            file=sys.stderr,
        )
        return 2
    return sum(_run(name) for name in names or BENCHMARKS)


def _run(name: str) -> bool:
    arguments, needs_corpora = BENCHMARKS[name]
    print(f"\n== {name}", flush=True)
    if needs_corpora and not SHARED.is_dir():
        print("left out: the corpora are not here; set MAPPER_SHARED to their folder")
        return False
    done = subprocess.run([sys.executable, "-m", f"benchmarks.{name}", *arguments], check=False)
    return done.returncode != 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
