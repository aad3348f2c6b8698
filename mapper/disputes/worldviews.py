"""Points of view: whose name comes first, how a line is drawn, whose country a place is.

`neutral` takes no side and is the default, `de-facto` follows who holds a place, and a state's ISO
3166-1 code follows that state: its own claims by the register, its stand on others by Natural Earth.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal, TypeAlias

import msgspec

from mapper.disputes.register import DisputeRegister
from mapper.disputes.territory import OFF_LAND_DISPUTES, Territory
from mapper.errors import InputError
from mapper.model import Record
from mapper.resources import data_path

LineStyle: TypeAlias = Literal["solid", "dashed", "dotted", "none"]
"""solid: agreed in this view; dashed: a claim; dotted: a line of control or ceasefire; none: not drawn."""

NEUTRAL: Final = "neutral"
DE_FACTO: Final = "de-facto"
DISCLAIMER: Final = "Names, lines and labels on this map imply no endorsement or recognition of any claim."
_FIRST: Final = re.compile(r" / |, '")
_GLOSS: Final = re.compile(r"\((?:the )?([^()]*[A-Za-z][^()]*)\)$")


class _Stands(Record, frozen=True):
    """Natural Earth's points of view: which party a state attributes a territory to."""

    views: tuple[str, ...]
    country: dict[str, dict[str, str]]
    source: str = ""


@lru_cache(maxsize=1)
def _stands() -> _Stands:
    return msgspec.json.decode(
        data_path("gazetteer", "disputed", "worldviews.json").read_bytes(), type=_Stands
    )


@dataclass(frozen=True, slots=True)
class Worldview:
    """One point of view; get one from `worldview`."""

    code: str
    name: str
    register: DisputeRegister

    @property
    def disclaimer(self) -> str:
        """The sentence to print beside a map or in an export."""
        return f"View shown: {self.name}. {DISCLAIMER}"

    def label(self, territory: Territory | str) -> str:
        """Return the label of a territory: the view's own name first, the neutral name behind it."""
        row = self._row(territory)
        own = self._own_name(row)
        if own is None or own.casefold() == row.neutral_name.casefold():
            return row.neutral_name
        return f"{own} ({row.neutral_name})" if "(" not in row.neutral_name else f"{own} / {row.neutral_name}"

    def names(self, territory: Territory | str) -> tuple[tuple[str, str], ...]:
        """Return all names as (party/language, name): the view's own first, the rest by code."""
        row = self._row(territory)
        leader = self._leader(row)
        return tuple(sorted(row.names.items(), key=lambda item: (_party(item[0]) != leader, item[0])))

    def country(self, territory: Territory | str) -> str | None:
        """Return the party that this view gives a territory to, None where it leaves it open."""
        row = self._row(territory)
        if self.code == NEUTRAL:
            return None
        if self.code == DE_FACTO:
            return row.administered_by[0] if len(row.administered_by) == 1 else None
        if self.code in row.claimants and self.code not in row.claims_part:
            return self.code
        stands = _stands().country.get(row.id, {}) | self.register.outlines.views(row.id)
        return stands.get(self.code)

    def line_style(self, territory: Territory | str, *, sea: bool = False) -> LineStyle:
        """Return how the outline of a territory is drawn.

        Parameters
        ----------
        territory
            A row or its id.
        sea
            Draw claims at sea too; they are left out by default.
        """
        row = self._row(territory)
        if row.settled():
            return "solid"
        at_sea = row.kind in {"sea", "name_dispute"} or row.dispute_type in OFF_LAND_DISPUTES
        if at_sea and not sea:
            return "none"
        if self.country(row) is not None:
            return "solid"
        divided = row.kind == "line" or len(row.administered_by) > 1
        return "dotted" if divided else "dashed"

    def _row(self, territory: Territory | str) -> Territory:
        return self.register.territory(territory) if isinstance(territory, str) else territory

    def _leader(self, row: Territory) -> str | None:
        """Return the party whose name comes first."""
        if self.code == NEUTRAL:
            return None
        return self.country(row) or (self.code if self.code != DE_FACTO else None)

    def _own_name(self, row: Territory) -> str | None:
        """Return the leading party's name, in Latin letters where the register has them."""
        leader = self._leader(row)
        keys = sorted((k for k in row.names if _party(k) == leader), key=lambda k: (not k.endswith("/en"), k))
        if leader is None or not keys:
            return None
        if latin := row.names_latin.get(keys[0]):
            return latin
        name = row.names[keys[0]]
        gloss = _GLOSS.search(name)
        return _FIRST.split(gloss[1], maxsplit=1)[0] if gloss else name


def _party(key: str) -> str:
    return key.partition("/")[0]


def worldview(code: str = NEUTRAL, register: DisputeRegister | None = None) -> Worldview:
    """Return a point of view.

    Parameters
    ----------
    code
        ``neutral``, ``de-facto`` or the ISO 3166-1 alpha-2 code of a state.
    register
        The packaged one if none is given.

    Raises
    ------
    InputError
        If no view goes by that code.
    """
    register = register or DisputeRegister.load()
    known = dict(worldviews(register))
    found = code if code in known else code.upper()
    if found not in known:
        msg = f"There is no point of view {code!r}: use {NEUTRAL}, {DE_FACTO} or a state's two-letter code."
        raise InputError(msg)
    return Worldview(found, known[found], register)


def worldviews(register: DisputeRegister | None = None) -> tuple[tuple[str, str], ...]:
    """Return all points of view as (code, name): neutral and de facto, then states by code.

    The states are those with a point of view in Natural Earth, packaged or imported with outlines, and
    the claimants of the register.
    """
    register = register or DisputeRegister.load()
    states = {code for row in register.territories for code in row.claimants if len(code) == 2}
    viewers = {*states, *_stands().views, *register.outlines.view_codes}
    named = {code: register.party_name(code) for code in viewers}
    return ((NEUTRAL, "neutral"), (DE_FACTO, "de facto control"), *sorted(named.items()))
