"""Names that stand for a place without being its own: demonyms, former names, abbreviations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gazetteer.build.tables import rows
from mapper.gazetteer.folding import fold

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


def add_words(draft: Draft) -> list[str]:
    """Add the words of the three tables; return those whose place was not found."""
    lost = [*_demonyms(draft), *_former_names(draft), *_abbreviations(draft)]
    return sorted(set(lost))


def _demonyms(draft: Draft) -> Iterable[str]:
    for row in rows("demonyms"):
        if row["kind"] == "language_only" or not row["place_name"]:
            continue
        place = find(draft, row["place_name"], row["place_kind"], row["iso2"])
        if place is None:
            yield f"demonym {row['form']}: {row['place_name']} ({row['place_kind']}, {row['iso2']})"
        else:
            draft.call(place, [(row["form"], "demonym")])


def _former_names(draft: Draft) -> Iterable[str]:
    for row in rows("former_names"):
        if not row["modern_name"]:
            continue
        place = find(draft, row["modern_name"], row["kind"], row["iso2"])
        if place is None:
            yield f"former name {row['old_name']}: {row['modern_name']} ({row['kind']}, {row['iso2']})"
        else:
            _rename(draft, place, row["old_name"], "former")


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


def find(draft: Draft, name: str, kind: str, code: str) -> Entry | None:
    """Return the place a word table means: of a fitting kind and country, the best known of its name."""
    country = code.partition("-")[0].split(" ")[0]
    liked = _LIKE.get(kind, (kind,))
    fitting = [entry for entry in draft.named(name) if not country or entry.country in {country, None}]
    if liked:
        fitting = [entry for entry in fitting if entry.kind in liked or entry.kind == kind] or fitting
    same = [entry for entry in fitting if fold(entry.name) == fold(name)]

    def order(entry: Entry) -> tuple[bool, int, float, str]:
        place = liked.index(entry.kind) if entry.kind in liked else len(liked)
        return entry.country != country and bool(country), place, -entry.prominence, entry.ident

    return min(same or fitting, key=order, default=None)
