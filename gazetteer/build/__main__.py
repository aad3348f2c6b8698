"""``python -m gazetteer.build [FOLDER]``: build the place index, by default in gazetteer/index."""

from __future__ import annotations

import sys
from pathlib import Path

from gazetteer.build.recipe import INDEX, build


def main(arguments: list[str] | None = None) -> int:
    """Build the index and say what it holds."""
    given = sys.argv[1:] if arguments is None else arguments
    manifest = build(Path(given[0]) if given else INDEX)
    size = sum(part.bytes for part in manifest.parts.values()) / 1e6
    print(f"{manifest.places:,} places, {manifest.names:,} names, {size:.1f} MB, build {manifest.build}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
