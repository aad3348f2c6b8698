"""How large the page is, how soon it opens and how it moves, beside plain folium markers.

``python -m benchmarks.page [COUNT …]``: by default 1,000, 10,000 and 100,000 events with full records (a
quote of 150 characters, three readings, reasons). Opened: from the start of loading to the first drawing,
in a browser that runs already, the middle of three. Zoom step: from the press to the end of the drawing,
the middle of five. Markers have a popup with the same quote; they are left out above 10,000, where they
take minutes.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from mapper.page import write_html
from tests.conftest import CHROMIUM_FLAGS
from tests.page import many

if TYPE_CHECKING:
    from collections.abc import Callable

    from mapper.model import EventMap

COUNTS: Final = (1_000, 10_000, 100_000)
MARKERS_UP_TO: Final = 10_000
OPENINGS: Final = 3
TARGETS: Final = {1_000: (1.5, 1.0), 10_000: (2.5, 1.5), 100_000: (14.0, 5.0)}
"""Megabytes and seconds to open that the page shall keep to."""
ZOOM: Final = """async () => {
  const map = window.MAP, times = [];
  for (const by of [1, 1, -1, 1, -1]) {
    const start = performance.now();
    map.setZoom(map.getZoom() + by, { animate: false });
    await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
    times.push(performance.now() - start);
  }
  return times;
}"""
FIND_MAP: Final = "() => { window.MAP = Object.values(window).find(v => v instanceof L.Map); }"


def write_markers(result: EventMap, path: Path) -> None:
    """Write the same events as folium markers with popups, assets linked from the network left out."""
    import folium

    plain = folium.Map(location=(20, 20), zoom_start=2, tiles=None)
    for article in result.articles:
        for event, quote in zip(article.events, article.quotes, strict=True):
            where = event.location
            if where is not None:
                folium.Marker((where.lat, where.lon), popup=f"{event.label}: {quote.text}").add_to(plain)
    path.write_text(_inlined(plain.get_root().render()), encoding="utf-8")


def _inlined(text: str) -> str:
    """Put Leaflet and a stand-in for jQuery into a page of folium, which needs no more for markers."""
    import re

    from mapper.page import assets

    head, body = text.split("</head>", 1)
    head = re.sub(r"<(?:script src|link rel)[^>]*>(?:</script>)?", "", head)
    query = (
        "window.$=m=>{const t=document.createElement('template');"
        "t.innerHTML=m.trim();return t.content.children};"
    )
    return f"{head}<script>{assets.leaflet()}{query}</script></head>{body}"


def open_once(browser: Any, path: Path, ready: str | None) -> tuple[Any, float]:
    """Open a page and return it with the seconds that it took."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    start = time.perf_counter()
    page.goto(path.as_uri())
    if ready:
        page.wait_for_selector(ready, state="attached", timeout=120_000)
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    return page, time.perf_counter() - start


def measure(browser: Any, path: Path, ready: str | None) -> tuple[float, float, float]:
    """Return seconds to open, seconds a zoom step, and megabytes of script memory."""
    times = []
    for _ in range(OPENINGS - 1):
        page, seconds = open_once(browser, path, ready)
        times.append(seconds)
        page.close()
    page, seconds = open_once(browser, path, ready)
    opened = statistics.median([*times, seconds])
    page.evaluate(FIND_MAP)
    zoom = statistics.median(page.evaluate(ZOOM)) / 1000
    heap = page.evaluate("performance.memory.usedJSHeapSize") / 1e6
    page.close()
    return opened, zoom, heap


def run(browser: Any, name: str, count: int, write: Callable[[Path], object], ready: str | None) -> str:
    """Measure one way of showing some events and return the line of the table."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "map.html"
        start = time.perf_counter()
        write(path)
        built = time.perf_counter() - start
        size = path.stat().st_size / 1e6
        opened, zoom, heap = measure(browser, path, ready)
    verdict = ""
    if name == "page" and count in TARGETS:
        verdict = (
            "ok" if size <= TARGETS[count][0] and opened <= TARGETS[count][1] and zoom <= 0.3 else "MISSED"
        )
    return f"{name:8} {count:8,} {built:8.2f} {size:8.2f} {opened:8.2f} {zoom:8.3f} {heap:8.0f}  {verdict}"


def main(counts: tuple[int, ...] = COUNTS) -> None:
    """Print the table."""
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    print(f"{'':8} {'events':>8} {'built s':>8} {'file MB':>8} {'open s':>8} {'zoom s':>8} {'heap MB':>8}")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=chromium, args=[*CHROMIUM_FLAGS, "--enable-precise-memory-info"]
        )
        browser.new_page().close()
        for count in counts:
            result = many.event_map(count)
            print(
                run(browser, "page", count, lambda path, r=result: write_html(r, path), "[data-ready]"),
                flush=True,
            )
            if count <= MARKERS_UP_TO:
                print(
                    run(browser, "markers", count, lambda path, r=result: write_markers(r, path), None),
                    flush=True,
                )
        browser.close()


if __name__ == "__main__":
    main(tuple(int(argument.replace(",", "")) for argument in sys.argv[1:]) or COUNTS)
