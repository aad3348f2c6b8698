"""Disputed places as the page shows them: from the flag in the record, deepened by the register."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from mapper.page.payload.records import PageDispute, PageName

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mapper.model import DisputeFlag, Event, Toponym
    from mapper.page.names import Names

NAME: Final = re.compile(r"^(?P<script>.*?)\s*(?:\((?P<latin>[^()]*)\))?$", re.DOTALL)
"""The register writes a name in its own script with Latin letters in brackets behind it."""


class DisputeTable:
    """The disputed places of one page, each once, and the parties they name."""

    def __init__(self, register: Any, names: Names) -> None:
        self._register = register
        self._names = names
        self._rows: dict[str, int] = {}
        self._flags: list[DisputeFlag] = []
        self._written: list[dict[str, None]] = []

    def of(self, toponym: Toponym) -> int | None:
        """Return the row of the territory that a toponym is, or None for an undisputed place."""
        if toponym.dispute is None:
            return None
        return self._index(toponym.dispute, toponym.text)

    def touched(self, event: Event, toponyms: dict[str, Toponym]) -> tuple[tuple[int, str], ...]:
        """Return the territories that an event is in, near or about."""
        rows = []
        for dispute in event.disputes:
            toponym = toponyms.get(dispute.toponym or "")
            if toponym is not None and toponym.dispute is not None:
                rows.append((self._index(toponym.dispute, toponym.text), dispute.relation))
            elif dispute.territory in self._rows:
                rows.append((self._rows[dispute.territory], dispute.relation))
        return tuple(dict.fromkeys(rows))

    def _index(self, flag: DisputeFlag, written: str) -> int:
        if flag.territory not in self._rows:
            self._rows[flag.territory] = len(self._flags)
            self._flags.append(flag)
            self._written.append({})
        row = self._rows[flag.territory]
        self._written[row][written] = None
        return row

    def rows(self) -> tuple[PageDispute, ...]:
        """Return all disputed places, parties sorted by their English names."""
        return tuple(
            self._row(flag, written) for flag, written in zip(self._flags, self._written, strict=True)
        )

    def parties(self) -> tuple[str, ...]:
        """Return every party code that the rows use."""
        codes: set[str] = set()
        for row in self.rows():
            codes.update(row.claimants, row.contested_by, row.administered_by)
            codes.update(name.party for name in row.names)
        return tuple(sorted(codes))

    def _row(self, flag: DisputeFlag, written: Iterable[str]) -> PageDispute:
        territory = self._territory(flag.territory)
        return PageDispute(
            id=flag.territory,
            name=getattr(territory, "neutral_name", "") or _title(flag.territory),
            kind=str(getattr(territory, "kind", "")),
            written=tuple(written),
            names=tuple(self._party_names(flag)),
            claimants=self._sorted(flag.claimants),
            contested_by=self._sorted(getattr(territory, "contested_by", ())),
            administered_by=self._sorted(flag.administered_by),
            status=flag.status,
            note=str(getattr(territory, "status_note", "") or ""),
            as_of=flag.as_of,
            lat=getattr(territory, "lat", None),
            lon=getattr(territory, "lon", None),
            radius=getattr(territory, "radius_km", None),
            sources=tuple(getattr(territory, "sources", ())),
            wikidata=getattr(territory, "wikidata", None),
        )

    def _territory(self, identifier: str) -> Any:
        if self._register is None:
            return None
        try:
            return self._register.territory(identifier)
        except LookupError:
            return None

    def _party_names(self, flag: DisputeFlag) -> list[PageName]:
        rows = [
            self._name(key, value) for key, value in flag.names.items() if not key.startswith("neutral/")
        ]
        return sorted(rows, key=lambda row: (self._names.english(row.party), row.language, row.script))

    def _name(self, key: str, value: str) -> PageName:
        party, _, language = key.rpartition("/")
        match = NAME.match(value)
        script, latin = (match["script"], match["latin"]) if match else (value, None)
        return PageName(party=self._names.party(party), language=language, script=script, latin=latin)

    def _sorted(self, codes: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(codes, key=self._names.english))


def _title(identifier: str) -> str:
    return identifier.replace("-", " ").title()
