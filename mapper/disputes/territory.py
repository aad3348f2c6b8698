"""The nouns of the register as frozen records, as they stand in its files."""

from __future__ import annotations

from datetime import date
from typing import Final, Literal, TypeAlias

from mapper.disputes.validity import first_day, last_day
from mapper.model import Record

Kind: TypeAlias = Literal[
    "antarctic", "breakaway_state", "island", "island_group", "land", "lease", "line", "name_dispute",
    "occupied", "reef", "rock", "sea", "strip", "territory",
]  # fmt: skip
State: TypeAlias = Literal[
    "active", "active_conflict", "dormant", "frozen", "legally_resolved", "naming", "pending_icj",
    "resolved", "rhetorical", "treaty_pending",
]  # fmt: skip
ContextRule: TypeAlias = Literal["party", "rival", "dispute"]
"""What lets a name stand that is not enough alone: a party of the dispute is named too; two parties
are, or one with words of the sea; or only words of a dispute. Another name of the territory, or a
known point inside it, always does."""

OFF_LAND: Final = frozenset({"antarctic", "line", "name_dispute", "sea"})
"""Kinds that never flag a place on land by its position."""
OFF_LAND_DISPUTES: Final = frozenset({"maritime", "maritime status", "naming", "transit/naming"})


class InnerPlace(Record, frozen=True):
    """A place inside a territory, or just outside it; `apart` is set where the outline misses it."""

    name: str
    lat: float
    lon: float
    source: str = ""
    geonameid: int | None = None
    held_by: str | None = None
    apart: bool = False


class Party(Record, frozen=True):
    """A state or other party to a dispute; `words` are names, demonyms and capitals that betray it.

    `alpha3` is the code Natural Earth has for it: ISO 3166-1 alpha-3 or one of its own.
    """

    name: str
    alpha3: str | None = None
    words: tuple[str, ...] = ()
    de_jure: str | None = None
    recognised_by: tuple[str, ...] = ()
    note: str | None = None


class Territory(Record, frozen=True):
    """One row of the register: a territory, sea area, line or name that is or was disputed.

    `reach_km` is the distance from the label point within which a position is taken to be inside,
    None where there is an outline or where only the name can tell. `aliases_inside` are names of
    places inside: near one of them is still in the territory. `claims_part` are the claimants that
    claim a part only. The README beside the register describes the other fields.
    """

    id: str
    neutral_name: str
    names: dict[str, str]
    kind: Kind
    dispute_type: str
    status: State
    status_note: str
    valid_from: str
    as_of: str
    lat: float
    lon: float
    radius_km: float
    bbox: tuple[float, float, float, float]
    aliases: tuple[str, ...]
    claimants: tuple[str, ...] = ()
    claims_part: tuple[str, ...] = ()
    contested_by: tuple[str, ...] = ()
    former_claimants: tuple[str, ...] = ()
    administered_by: tuple[str, ...] = ()
    former_administered_by: tuple[str, ...] = ()
    valid_to: str | None = None
    dates_basis: str = ""
    dates_checked: bool = False
    resolved: str | None = None
    status_seen: str | None = None
    status_may_be_stale: bool = False
    flag_default: bool = True
    parent: str | None = None
    reach_km: float | None = None
    outline_moves: bool = False
    adjectives: tuple[str, ...] = ()
    aliases_inside: tuple[str, ...] = ()
    aliases_need_context: tuple[str, ...] = ()
    context_by: ContextRule = "party"
    never_match: tuple[str, ...] = ()
    places: tuple[InnerPlace, ...] = ()
    places_outside: tuple[InnerPlace, ...] = ()
    names_latin: dict[str, str] = {}  # noqa: RUF012 -- msgspec copies it
    names_unchecked: tuple[str, ...] = ()
    parties_sources: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    wikidata: str | None = None
    natural_earth: dict[str, str | int] = {}  # noqa: RUF012 -- msgspec copies it
    osm_relation: int | None = None
    notes: str = ""

    @property
    def on_land(self) -> bool:
        """Tell whether a position can be inside: not for seas, lines, names and Antarctic claims."""
        return self.kind not in OFF_LAND and self.dispute_type not in OFF_LAND_DISPUTES

    def live(self, day: date | None = None) -> bool:
        """Tell whether the dispute ran on a day; without a day, whether it ran when the register was made."""
        if day is None:
            return self.valid_to is None
        ended = self.valid_to is not None and day > last_day(self.valid_to)
        return not ended and day >= first_day(self.valid_from)

    def flagged(self, day: date | None = None) -> bool:
        """Tell whether the territory gets a flag unasked in an article of that day."""
        return (self.flag_default or self.valid_to is not None) and self.live(day)

    def settled(self, day: date | None = None) -> bool:
        """Tell whether the dispute was over by a day (or when the register was made)."""
        return self.valid_to is not None and (day is None or day > last_day(self.valid_to))

    def parties(self, day: date | None = None) -> tuple[str, ...]:
        """Return the claimants, sorted; on a day of a dispute settled since, the former ones too."""
        former = self.former_claimants if self.valid_to and self.live(day) else ()
        return tuple(sorted({*self.claimants, *former}))

    def administrators(self, day: date | None = None) -> tuple[str, ...]:
        """Return who held it, sorted."""
        then = self.valid_to is not None and self.live(day)
        return tuple(sorted(self.former_administered_by if then else self.administered_by))
