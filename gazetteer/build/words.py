"""Names that stand for a place without being its own: demonyms, former names, abbreviations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from gazetteer.build.tables import rows
from mapper.gazetteer.folding import fold
from mapper.gazetteer.variants import same_name, wider_names, without_unit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gazetteer.build.draft import Draft
    from mapper.gazetteer.kinds import NameKind
    from mapper.gazetteer.writer import Entry

_LIKE: Final[dict[str, tuple[str, ...]]] = {
    "country": ("country", "disputed", "region"),
    "territory": ("country", "disputed", "admin1", "region", "island", "archipelago"),
    "admin1": ("admin1", "disputed", "region", "country", "admin2"),
    "state": ("admin1", "country"),
    "province": ("admin1", "admin2", "region"),
    "city": ("city", "district", "admin2", "admin1"),
    "organisation_area": (),
}
"""Kinds a place of a word table's kind may have here, best first."""


_BRACKETS: Final = re.compile(r" \([^)]*\)")


def add_words(draft: Draft) -> list[str]:
    """Add the words of the three tables; return those whose place was not found."""
    lost = [*_demonyms(draft), *_former_names(draft), *_abbreviations(draft)]
    return sorted(set(lost))


def _demonyms(draft: Draft) -> Iterable[str]:
    for row in rows("demonyms"):
        if row["kind"] == "language_only" or not row["place_name"] or row["form"].isupper():
            continue  # "U.S." is an abbreviation
        place = find(draft, row["place_name"], row["place_kind"], row["iso2"])
        if place is None:
            yield f"demonym {row['form']}: {row['place_name']} ({row['place_kind']}, {row['iso2']})"
        else:
            draft.call(place, [(row["form"], "demonym")])


def _former_names(draft: Draft) -> Iterable[str]:
    for row in rows("former_names"):
        old, modern = row["old_name"], row["modern_name"]
        if not modern:
            continue
        if place := find(draft, modern, row["kind"], row["iso2"]):
            _rename(draft, place, old, "former")
        elif place := find(draft, old, row["kind"], row["iso2"]):
            draft.call(place, [(modern, "alternate")])  # the sources have not renamed it yet
        else:
            yield f"former name {old}: {modern} ({row['kind']}, {row['iso2']})"


def _abbreviations(draft: Draft) -> Iterable[str]:
    for row in rows("abbreviations"):
        place = find(draft, row["expansion"], row["kind"], row["code"])
        if place is None:
            yield f"abbreviation {row['form']}: {row['expansion']} ({row['kind']}, {row['code']})"
            continue
        for form in filter(None, (row["form"], row["dotted"])):
            kind: NameKind = "abbreviation" if _is_short(form) else "alternate"
            _rename(draft, place, form, kind)


def _is_short(form: str) -> bool:
    return form.isupper() or form.endswith(".") or len(form) <= 5


def _rename(draft: Draft, place: Entry, name: str, kind: NameKind) -> None:
    """Say what kind of name it is also where another source has it as a plain alternate."""
    folded = fold(name)
    place.names = [
        (other, old)
        for other, old in place.names
        if old not in {"alternate", "code"} or fold(other) != folded
    ]
    draft.call(place, [(name, kind)])


_WAYS: Final = (lambda folded: (folded,), same_name, without_unit, wider_names)
"""How a name is looked for, the surest way first."""


def find(draft: Draft, name: str, kind: str, code: str) -> Entry | None:
    """Return the place a word table means: of a fitting kind and country, the best known of its name."""
    country = code.partition("-")[0].split(" ")[0]
    forms = [_BRACKETS.sub("", name), *(word for word in (_inside(name),) if word)]
    folds = [form for ways in _WAYS for plain in forms for form in ways(fold(plain))]
    for form in folds:
        fitting = [entry for entry in draft.named(form) if not country or entry.country in {country, None}]
        if place := _best(fitting, form, kind, country):
            return place
    return None


def _best(fitting: list[Entry], folded: str, kind: str, country: str) -> Entry | None:
    liked = _LIKE.get(kind, (kind,))
    fitting = [entry for entry in fitting if entry.kind in liked or entry.kind == kind] or fitting
    same = [entry for entry in fitting if fold(entry.name) == folded]

    def order(entry: Entry) -> tuple[bool, int, float, str]:
        place = liked.index(entry.kind) if entry.kind in liked else len(liked)
        return entry.country != country and bool(country), place, -entry.prominence, entry.ident

    return min(same or fitting, key=order, default=None)


def _inside(name: str) -> str:
    match = re.search(r"\((.+)\)", name)
    return match[1] if match else ""
