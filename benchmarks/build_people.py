"""Write mapper/toponyms/vocabulary/people.txt: how common a word is as a first name or surname.

Source: the name lists of the United States census of 1990 (public domain), as packed in the PyPI
package ``names`` 0.3.0 (MIT). Usage: ``python -m benchmarks.build_people FOLDER`` where FOLDER holds
the package's ``dist.*`` files.
"""

from __future__ import annotations

import math
import sys
from collections import defaultdict
from pathlib import Path
from typing import Final

OUTPUT: Final = Path(__file__).parent.parent / "mapper" / "toponyms" / "vocabulary" / "people.txt"
FILES: Final = {"first": ("dist.male.first", "dist.female.first"), "last": ("dist.all.last",)}
LEAST_PERCENT: Final = {"first": 0.008, "last": 0.004}
WIDTH: Final = 106
HEADER: Final = """\
# How common a word is as a first name or surname in the United States, 1 (rare) to 5 (very common).
# United States census of 1990, public domain; written by benchmarks/build_people.py.
"""


def level(percent: float) -> int:
    """Return 1 to 5, one step for a factor of four."""
    return max(1, min(5, 5 + math.floor(math.log(percent, 4))))


def frequencies(folder: Path, kind: str) -> dict[str, float]:
    """Return the share in per cent of each name, the higher of the sexes."""
    found: dict[str, float] = {}
    for file in FILES[kind]:
        for line in (folder / file).read_text(encoding="ascii").splitlines():
            name, percent = line.split()[:2]
            found[name.lower()] = max(found.get(name.lower(), 0.0), float(percent))
    return {name: percent for name, percent in found.items() if percent >= LEAST_PERCENT[kind]}


def main() -> None:
    """Write the file."""
    lines = []
    for kind in FILES:
        levels = defaultdict(list)
        for name, percent in frequencies(Path(sys.argv[1]), kind).items():
            levels[level(percent)].append(name)
        for step in sorted(levels, reverse=True):
            line = f"{kind}{step}:"
            for name in sorted(levels[step]):
                if len(line) + len(name) >= WIDTH:
                    lines.append(line)
                    line = f"{kind}{step}:"
                line += f" {name}"
            lines.append(line)
    OUTPUT.write_text(HEADER + "\n".join(lines) + "\n", encoding="ascii")


if __name__ == "__main__":
    main()
