"""The register for people: a list, one entry, and what it says of a text or point."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from mapper.disputes.countries import countries_text, settled_text
from mapper.disputes.register import DisputeRegister
from mapper.disputes.relation import explain
from mapper.disputes.syntax import Parser, PlainText
from mapper.disputes.territory import Territory
from mapper.disputes.worldviews import DE_FACTO, NEUTRAL, LineStyle, worldview
from mapper.model import DisputeFlag, DisputeRelation, Reason, Record

STATE_CODE: Final = 2
"""Length of the code of a state, which has a point of view; de facto parties have longer ones."""


class Listed(Record, frozen=True):
    """One line of the list of territories."""

    id: str
    name: str
    kind: str
    status: str
    countries: str
    flagged: bool


class Finding(Record, frozen=True):
    """A name in a text with the flag it gives; `reasons` say by which cue it counts and how it is related."""

    start: int
    end: int
    text: str
    flag: DisputeFlag
    reasons: tuple[Reason, ...] = ()


class Seen(Record, frozen=True):
    """A territory in one point of view: its label, whose it is there (None: open) and how it is drawn."""

    view: str
    label: str
    country: str | None
    line: LineStyle


def listing(register: DisputeRegister, *, date: date | None = None) -> tuple[Listed, ...]:
    """Return all territories by id, with what stands for their country."""
    return tuple(
        Listed(
            row.id, row.neutral_name, row.kind, row.status, _countries(register, row, date), row.flagged(date)
        )
        for row in sorted(register.territories, key=lambda row: row.id)
    )


def compared(register: DisputeRegister, territory_id: str, views: Sequence[str] = ()) -> tuple[Seen, ...]:
    """Return how points of view show a territory, side by side.

    Parameters
    ----------
    register
        The register.
    territory_id
        The territory.
    views
        Codes as in `worldview`; by default neutral, de facto, and each state that claims it.

    Raises
    ------
    InputError
        If there is no such territory or view.
    """
    row = register.territory(territory_id)
    codes = views or (NEUTRAL, DE_FACTO, *(code for code in row.parties() if len(code) == STATE_CODE))
    seen = [worldview(code, register) for code in codes]
    return tuple(
        Seen(view.name, view.label(row), view.country(row), view.line_style(row, sea=True)) for view in seen
    )


def describe(register: DisputeRegister, territory_id: str, *, date: date | None = None) -> str:
    """Return one entry as lines of text: names, parties, status, sources.

    Raises
    ------
    InputError
        If there is no such territory.
    """
    return "\n".join(_lines(register, register.territory(territory_id), date))


def findings(
    register: DisputeRegister, text: str, *, date: date | None = None, parser: Parser | None = None
) -> tuple[Finding, ...]:
    """Return the names in a text with their flags, in order."""
    matches = register.find_names(text, date=date)
    parse = PlainText(text) if parser is None or not matches else parser.parse(text)
    found = []
    for match in matches:
        verdict = explain(parse, match.start, match.end, inside=match.inside)
        relation: DisputeRelation = verdict.relation
        flag = register.flag(match.territory, relation, date=date, also=match.also)
        if flag is not None:
            reasons = (*match.reasons, Reason("relation", verdict.rule))
            found.append(Finding(match.start, match.end, match.text, flag, reasons))
    return tuple(found)


def _countries(register: DisputeRegister, row: Territory, date: date | None) -> str:
    if row.settled(date):
        return settled_text(row)
    flag = register.flag(row.id, "in", date=date, quiet=True)
    return "" if flag is None else countries_text(flag)


def _lines(register: DisputeRegister, row: Territory, date: date | None) -> Iterator[str]:
    yield f"{row.neutral_name} [{row.id}]"
    yield f"  {_countries(register, row, date)}"
    for key, name in sorted(row.names.items()):
        unchecked = " (not found in another source)" if key in row.names_unchecked else ""
        yield f"  {key}: {name}{unchecked}"
    for title, codes in (
        ("claimants", row.parties(date)),
        ("administered by", row.administrators(date)),
        ("contested by", row.contested_by),
    ):
        if codes:
            yield f"  {title}: {', '.join(register.party_name(code) for code in sorted(codes))}"
    yield f"  status: {row.status}. {row.status_note}"
    period = f"{row.valid_from} to {row.valid_to or 'now'}"
    basis = row.dates_basis if row.dates_checked else f"{row.dates_basis} (editors' knowledge)"
    yield f"  in dispute: {period}; {basis}"
    also = register.overlapping(row.id, date=date)
    if also:
        yield f"  within or overlapping: {', '.join(also)}"
    stale = "; may be out of date" if row.status_may_be_stale or row.outline_moves else ""
    yield f"  as of {row.as_of}{stale}"
    yield f"  sources: {', '.join(row.sources)}"
