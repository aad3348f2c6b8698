"""Disputed places as the page shows them: from the flag in the record, deepened by the register."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from mapper.disputes import worldview, worldviews
from mapper.disputes.worldviews import DE_FACTO, NEUTRAL
from mapper.page.payload.records import PageDispute, PageName
from mapper.resources import data_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mapper.disputes import DisputeRegister, Territory
    from mapper.model import DisputeFlag, Event, Toponym
    from mapper.page.names import Names

NAME: Final = re.compile(r"^(?P<script>.*?)\s*(?:\((?P<latin>[^()]*)\))?$", re.DOTALL)
"""The register writes a name in its own script with Latin letters in brackets behind it."""


class DisputeTable:
    """The disputed places of one page, each once, and the parties they name."""

    def __init__(self, register: DisputeRegister, names: Names, worldview: str = NEUTRAL) -> None:
        self._register = register
        self._worldview = worldview
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
            codes.update(party for _, party in row.given)
        return tuple(sorted(codes))

    def _row(self, flag: DisputeFlag, written: Iterable[str]) -> PageDispute:
        row = self._territory(flag.territory)
        known = PageDispute(id=flag.territory, name=_title(flag.territory)) if row is None else _known(row)
        return replace(
            known,
            written=tuple(written),
            names=tuple(self._party_names(flag, {} if row is None else row.names_latin)),
            claimants=self._sorted(flag.claimants),
            contested_by=self._sorted(row.contested_by if row else ()),
            administered_by=self._sorted(flag.administered_by),
            status=flag.status,
            as_of=flag.as_of,
            **({} if row is None else self._views(row, flag)),
        )

    def _views(self, row: Territory, flag: DisputeFlag) -> dict[str, tuple[tuple[str, str], ...]]:
        """Return how each point of view that the page offers draws a territory, and to whom it gives it."""
        parties = {*flag.claimants, *(key.partition("/")[0] for key in flag.names), self._worldview}
        known = dict(worldviews(self._register))
        views = {
            code: worldview(code, self._register)
            for code in sorted({*parties, NEUTRAL, DE_FACTO} & known.keys())
        }
        lines = {code: view.line_style(row, sea=True) for code, view in views.items()}
        given = {code: view.country(row) for code, view in views.items()}
        return {
            "lines": tuple((code, style) for code, style in lines.items() if style != "dashed"),
            "given": tuple((code, party) for code, party in given.items() if party is not None),
        }

    def _territory(self, identifier: str) -> Territory | None:
        """Return the entry of the register; a result of another edition may name one that is not there."""
        return self._register.territory(identifier) if identifier in self._register else None

    def _party_names(self, flag: DisputeFlag, latin: Mapping[str, str]) -> list[PageName]:
        rows = [
            self._name(key, value, latin.get(key))
            for key, value in flag.names.items()
            if not key.startswith("neutral/")
        ]
        return sorted(rows, key=lambda row: (self._names.english(row.party), row.language, row.script))

    def _name(self, key: str, value: str, transcribed: str | None = None) -> PageName:
        party, _, language = key.rpartition("/")
        match = NAME.match(value)
        script, latin = (match["script"], match["latin"]) if match else (value, None)
        return PageName(
            party=self._names.party(party),
            language=language,
            script=value if transcribed else script,
            latin=transcribed or latin,
        )

    def _sorted(self, codes: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(codes, key=self._names.english))


@cache
def _sources() -> dict[str, str]:
    """Return what each short code of a source stands for."""
    path = data_path("gazetteer", "disputed", "source_codes.json")
    found: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    return found


def _known(row: Territory) -> PageDispute:
    return PageDispute(
        id=row.id,
        name=row.neutral_name,
        kind=row.kind,
        note=row.status_note,
        lat=row.lat,
        lon=row.lon,
        radius=row.radius_km,
        sources=tuple(_sources().get(code, code) for code in row.sources),
        wikidata=row.wikidata,
    )


def _title(identifier: str) -> str:
    return identifier.replace("-", " ").title()
