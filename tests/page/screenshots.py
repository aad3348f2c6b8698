"""Take the pictures that the page is judged by: ``python -m tests.page.screenshots FOLDER``.

With ``--readme`` instead of a folder the README's pictures are taken anew.

Look for: a label over a sign, a leader over a sign, a plate on foreign land, a head hidden under a plate,
cut text, a sign under the tray or the tools.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from mapper import model
from mapper.page import write_html
from tests.conftest import CHROMIUM_FLAGS
from tests.page import city, gold, many, story

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mapper.model import EventMap

ARTICLES: Final = Path(__file__).resolve().parents[2] / "data" / "articles"
SAMPLES: Final = ARTICLES / "gold"
DESK: Final = (1440, 900)
PHONE: Final = (390, 844)


class Shot(NamedTuple):
    """One picture: of which story, how large, where in it, and what is done before."""

    name: str
    story: str = "story"
    size: tuple[int, int] = DESK
    fragment: str = ""
    dark: bool = False
    act: str = ""


SHOTS: Final = (
    Shot("desktop-light"),
    Shot("desktop-dark", dark=True),
    Shot("evidence-cancelled", fragment="#e=7"),
    Shot("evidence-planned", fragment="#e=14"),
    Shot("evidence-claimed-dark", fragment="#e=10", dark=True),
    Shot("disputed", fragment="#place=liancourt-rocks"),
    Shot("disputed-view-japan", fragment="#place=liancourt-rocks&view=JP"),
    Shot("step-6", act="document.querySelector('.btn.ink').click(); for (let i = 0; i < 5; i++) document.querySelector('[data-way=next]').click()"),
    Shot("window", fragment="#t=2025-11-01_2025-12-31"),
    Shot("nothing", fragment="#q=no+such+words"),
    Shot("wide", size=(1920, 1080)),
    Shot("small-laptop", size=(1280, 720)),
    Shot("local-evidence", story="local", fragment="#e=5"),
    Shot("tablet", size=(1024, 768), fragment="#e=12"),
    Shot("phone", size=PHONE),
    Shot("phone-evidence-dark", size=PHONE, fragment="#e=14", dark=True),
    Shot("phone-landscape", size=(844, 390)),
    Shot("korean", story="korean"),
    Shot("japanese-evidence", story="japanese", fragment="#e=6"),
    Shot("local-story", story="local"),
    Shot("country-story", story="country"),
    Shot("city-story", story="city"),
    Shot("city-evidence-dark", story="city", fragment="#e=1", dark=True),
    Shot("right-to-left", story="rtl", fragment="#e=1"),
    Shot("korean-evidence", story="korean", fragment="#e=6"),
    Shot("korean-phone", story="korean", size=PHONE),
    Shot("zoomed-200", size=(720, 450)),
    Shot("only-disputed", fragment="#only=disputed"),
    Shot("no-events", story="empty"),
    Shot("world-story", story="world"),
    Shot("two-reports", story="world", fragment="#e=42"),
    Shot("many", story="many"),
    Shot("many-evidence-dark", story="many", fragment="#e=100", dark=True),
    Shot("print", act="window.dispatchEvent(new Event('beforeprint'))"),
)  # fmt: skip

README: Final = (
    Shot("map", story="port-deal", fragment="#e=4"),
    Shot("shoal", story="shoal", fragment="#place=scarborough-shoal"),
)


def _gold(*names: str) -> EventMap:
    golds = [json.loads((SAMPLES / name).read_text(encoding="utf-8")) for name in names]
    return gold.event_map(golds)


def stories(folder: Path) -> dict[str, Path]:
    """Write every story once and return where."""
    all_gold = sorted(path.name for path in SAMPLES.glob("*.json"))
    made: dict[str, tuple[EventMap, dict[str, Any]]] = {
        "story": (story.event_map(), {}),
        "korean": (story.event_map(), {"language": "ko"}),
        "japanese": (story.event_map(), {"language": "ja"}),
        "local": (_gold("tornado.json"), {}),
        "city": (city.event_map(), {}),
        "rtl": (city.event_map("ar"), {}),
        "empty": (
            model.EventMap(run=story.RUN, articles=(), failures=(model.Failure("notes.txt", "is empty"),)),
            {},
        ),
        "country": (_gold("water-bill-march.json"), {}),
        "world": (_gold(*all_gold), {}),
        "many": (many.event_map(3000), {"title": "Three thousand events"}),
    }
    return {
        name: write_html(result, folder / f"{name}.html", **options)
        for name, (result, options) in made.items()
    }


def take(browser: Any, shot: Shot, page_file: Path, target: Path) -> None:
    """Take one picture."""
    width, height = shot.size
    context = browser.new_context(
        viewport={"width": width, "height": height},
        device_scale_factor=2 if width < 700 else 1,
        color_scheme="dark" if shot.dark else "light",
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(page_file.as_uri() + shot.fragment)
    page.wait_for_selector("[data-ready]", state="attached")
    if shot.act:
        page.evaluate(shot.act)
    page.screenshot(path=target / f"{shot.name}.png", full_page=shot.name == "print")
    context.close()


def readme(folder: Path) -> dict[str, Path]:
    """Map the sample articles of the README's pictures and return where."""
    from mapper import EventMapper, read_articles

    mapper = EventMapper()
    return {
        shot.story: write_html(
            mapper.map(list(read_articles([ARTICLES / f"{shot.story}.jsonl"]))), folder / f"{shot.story}.html"
        )
        for shot in README
    }


def main(target: Path, shots: Iterable[Shot], write: Callable[[Path], dict[str, Path]]) -> None:
    """Take pictures into a folder."""
    from playwright.sync_api import sync_playwright

    target.mkdir(parents=True, exist_ok=True)
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as driver:
        files = write(Path(scratch))
        browser = driver.chromium.launch(executable_path=chromium, args=CHROMIUM_FLAGS)
        for shot in shots:
            take(browser, shot, files[shot.story], target)
            print(target / f"{shot.name}.png")  # noqa: T201
        browser.close()


if __name__ == "__main__":
    if sys.argv[1:] == ["--readme"]:
        main(ARTICLES.parents[1] / "docs", README, readme)
    else:
        main(Path(sys.argv[1] if len(sys.argv) > 1 else "out/screenshots"), SHOTS, stories)
