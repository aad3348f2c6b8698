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
            _rename(place, row["form"], "demonym")
            draft.call(place, [(row["form"], "demonym")])


def _former_names(draft: Draft) -> Iterable[str]:
    for row in rows("former_names"):
        old, modern = row["old_name"], row["modern_name"]
        if not modern:
            continue
        if place := find(draft, modern, row["kind"], row["iso2"]):
            _call_formerly(draft, place, old, row["use"])
        elif place := find(draft, old, row["kind"], row["iso2"]):
            draft.call(place, [(modern, "alternate")])  # the sources have not renamed it yet
        else:
            yield f"former name {old}: {modern} ({row['kind']}, {row['iso2']})"


def _call_formerly(draft: Draft, place: Entry, name: str, use: str) -> None:
    """Give a place a name of another time or language, by its use in the news of today."""
    kind = _USES[use]
    if use == "past" and any(_is_namesake(other, name) for other in draft.named(name) if other is not place):
        kind = "historic"
        for unit in draft.chain(place.parent):
            if unit.kind in {"admin1", "admin2"} and _rename(unit, name, kind):
                draft.call(unit, [(name, kind)])
    _rename(place, name, kind)
    draft.call(place, [(name, kind)])


_USES: Final[dict[str, NameKind]] = {"now": "alternate", "lately": "former", "past": "former"}
_NAMESAKE: Final = 4.3
"""Prominence of a place that bears a name first and is meant by it before one that once did: a town of
20,000 people (our judgement)."""


def _is_namesake(other: Entry, name: str) -> bool:
    folded = fold(name)
    names = [other.name, *(known for known, kind in other.names if kind == "primary")]
    return other.prominence >= _NAMESAKE and any(fold(known) == folded for known in names)


def _abbreviations(draft: Draft) -> Iterable[str]:
    for row in rows("abbreviations"):
        place = find(draft, row["expansion"], row["kind"], row["code"])
        if place is None:
            yield f"abbreviation {row['form']}: {row['expansion']} ({row['kind']}, {row['code']})"
            continue
        for form in filter(None, (row["form"], row["dotted"])):
            kind = _short_kind(form, row["code"])
            _rename(place, form, kind)
            draft.call(place, [(form, kind)])
    for code, ident in draft.iso_units.items():
        country, _, letters = code.partition("-")
        if country in _ADDRESSED and letters.isalpha() and (unit := draft.entries.get(ident)):
            draft.call(unit, [(letters, "code")])


_ADDRESSED: Final = frozenset({"AU", "BR", "CA", "IN", "MX"})
"""Countries whose states go by their codes in addresses, but hardly ever alone in news; those of the
United States do in headlines."""


def _short_kind(form: str, code: str) -> NameKind:
    country, _, unit = code.partition("-")
    if unit and country in _ADDRESSED and form.isalpha() and form.isupper():
        return "code"
    return "abbreviation" if _is_short(form) else "alternate"


def _is_short(form: str) -> bool:
    return form.isupper() or form.endswith(".") or len(form) <= 5


def _rename(place: Entry, name: str, kind: NameKind) -> bool:
    """Drop a name where another source has it as a plain alternate; tell whether one has."""
    folded, replaced = fold(name), {"alternate", "code"} - {kind}
    before = len(place.names)
    place.names = [(other, old) for other, old in place.names if old not in replaced or fold(other) != folded]
    return len(place.names) < before


_CALENDAR: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday "
    "mon tue tues wed weds thu thur thurs fri sat sun "
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec "
    "mondays tuesdays wednesdays thursdays fridays saturdays sundays".split()
)


def free_calendar(draft: Draft) -> None:
    """Take the names of days and months from places that bear them as a lesser name: "Sat" is not Chad."""
    for word in _CALENDAR:
        for place in draft.named(word):
            place.names = [
                (name, kind) for name, kind in place.names if kind == "primary" or fold(name) != word
            ]


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
    if kind == "country" and all(entry.kind == "region" for entry in same):
        same = []  # Palestine, the country, not the historical region

    def order(entry: Entry) -> tuple[bool, int, float, str]:
        place = liked.index(entry.kind) if entry.kind in liked else len(liked)
        return entry.country != country and bool(country), place, -entry.prominence, entry.ident

    return min(same or fitting, key=order, default=None)


def _inside(name: str) -> str:
    match = re.search(r"\((.+)\)", name)
    return match[1] if match else ""
