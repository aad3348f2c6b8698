from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import pytest

from mapper.page import assets

PAGE = assets.HERE
CHECKSUMS = {
    "leaflet.js": "db49d009c841f5ca34a888c96511ae936fd9f5533e90d8b2c4d57596f4e5641a",
    "leaflet.css": "a7837102824184820dfa198d1ebcd109ff6d0ff9a2672a074b9a1b4d147d04c6",
    "LICENSE": "53e8dc25862014e4324741ca18fbe3611e11d42ef69f59f86ea8c5389647d4cb",
}
"""Of leaflet 1.9.4 as published: leaflet.js and leaflet.css of dist/, and its licence."""
PREFIXES = (
    "status",
    "statusHint",
    "kind",
    "into",
    "out",
    "from",
    "precision",
    "relation",
    "drelation",
    "region",
    "step",
)


def catalogue(language: str) -> dict[str, str]:
    found: dict[str, str] = json.loads((PAGE / "i18n" / f"{language}.json").read_text(encoding="utf-8"))
    return found


def scripts() -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted((PAGE / "js").glob("*.js"))}


@pytest.mark.parametrize("name", CHECKSUMS)
def test_vendored_files_are_as_published(name: str) -> None:
    data = (PAGE / "vendor" / "leaflet" / name).read_bytes()
    assert hashlib.sha256(data).hexdigest() == CHECKSUMS[name]


def test_every_module_is_reached() -> None:
    bundle = assets.bundle("main.js")
    for name, source in scripts().items():
        first = re.search(
            r"^(?:export )?(?:async )?function\*? (\w+)|^export const (\w+)", source, re.MULTILINE
        )
        assert first, name
        assert (first[1] or first[2]) in bundle, name


def test_the_bundle_has_no_module_words() -> None:
    bundle = assets.bundle("main.js")
    assert not re.search(r"^(import|export)\b", bundle, re.MULTILINE)


def test_names_at_the_top_are_declared_once(monkeypatch: pytest.MonkeyPatch) -> None:
    files = {
        "main.js": "import { a } from './a.js';\nfunction b() {}\n",
        "a.js": "export function a() {}\nfunction b() {}\n",
    }
    monkeypatch.setattr(assets, "read", lambda _folder, name: files[name])
    with pytest.raises(ValueError, match="both declare 'b'"):
        assets.bundle("main.js")


def test_what_is_imported_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    files = {
        "main.js": "import { a } from './a.js';\nimport './c.js';\nconst m = a;\n",
        "a.js": "import { c } from './c.js';\nexport const a = c;\n",
        "c.js": "import { a } from './a.js';\nexport const c = 1;\n",
    }
    monkeypatch.setattr(assets, "read", lambda _folder, name: files[name])
    assert assets.bundle("main.js").split() == "const c = 1; const a = c; const m = a;".split()


@pytest.mark.parametrize("language", assets.LANGUAGES)
def test_languages_are_complete(language: str) -> None:
    needed = {key for key in catalogue("en") if not key.endswith("_one")}
    own = {key for key in catalogue(language) if not key.endswith("_one")}
    assert own == needed


@pytest.mark.parametrize("language", assets.LANGUAGES)
def test_translations_fill_in_the_same_values(language: str) -> None:
    english, own = catalogue("en"), catalogue(language)
    for key, text in own.items():
        assert set(re.findall(r"\{(\w+)\}", text)) == set(re.findall(r"\{(\w+)\}", english[key])), key


def test_every_string_the_script_asks_for_is_in_the_catalogue() -> None:
    english = catalogue("en")
    asked = set()
    for source in scripts().values():
        asked.update(re.findall(r"\bt\('([\w.-]+[\w])'[,)]", source))
    assert len(asked) > 80
    assert asked <= set(english), asked - set(english)


def test_every_string_of_the_catalogue_is_asked_for() -> None:
    text = "\n".join(scripts().values())
    built = set(re.findall(r"'(\w+)\.'", text))
    for key in catalogue("en"):
        assert f"'{key.removesuffix('_one')}'" in text or key.partition(".")[0] in built, key


def test_styles_load_nothing() -> None:
    assert "@import" not in assets.style()
    assert not re.search(r"url\((?!#)", assets.style())


def test_the_script_holds_no_end_of_script() -> None:
    assert "</script" not in assets.script()
    assert "</script" not in assets.leaflet()


def test_html_is_built_from_nodes() -> None:
    for name, source in scripts().items():
        allowed = 1 if name == "main.js" else 0
        assert (
            len(re.findall(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b", source))
            == allowed
        ), name


def test_modules_stay_small() -> None:
    sizes = sorted(len(source.splitlines()) for source in scripts().values())
    assert sizes[-1] <= 400
    assert sizes[len(sizes) // 2] <= 250


def test_component_assets_are_whole() -> None:
    html, css, script = assets.page_assets()
    assert "event-map-root" in html
    assert ".event-map" in css
    assert script.rstrip().endswith("export default EventMap.component;")


def test_no_registry_or_network_address_in_the_script() -> None:
    allowed = {"http://www.w3.org", "https://www.wikidata.org"}
    found = {match[0] for source in scripts().values() for match in re.finditer(r"https?://[\w.]+", source)}
    assert found <= allowed


def test_paths_of_this_room() -> None:
    assert Path(PAGE / "js" / "main.js").is_file()
