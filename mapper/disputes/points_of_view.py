"""Natural Earth's points of view on a disputed area: to which party each gives it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from mapper.disputes.register import DisputeRegister
    from mapper.disputes.territory import Territory

_FIELD: Final = re.compile(r"adm0_a3_([a-z]{2})")
_STATES: Final = {"KO": "KR"}
"""Where the two letters of a field are no ISO code."""
_NO_STATES: Final = frozenset({"UN", "WB"})
_A_COUNTRY: Final = "admin-0"
_NOT_RECOGNISED: Final = "unrecognized"


def views_of(properties: Mapping[str, Any], row: Territory, register: DisputeRegister) -> dict[str, str]:
    """Return the party to which each point of view gives an area; views that leave it open are left out.

    Where the two fields disagree, as on Kosovo for Britain, ``FCLASS_XX`` is right.

    Parameters
    ----------
    properties
        The feature's fields, in small letters.
    row
        The territory it is.
    register
        Whose parties have Natural Earth's codes.
    """
    codes = {party.alpha3: code for code, party in register.parties.items() if party.alpha3}
    parties = {*row.claimants, *row.administered_by}
    found = ((view, codes.get(alpha3, "")) for view, alpha3 in _attributed(properties))
    return {view: code for view, code in sorted(found) if code in parties}


def _attributed(properties: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield each view with the code of the country it gives the area to."""
    own = str(properties.get("adm0_a3") or "")
    for field, value in properties.items():
        if not (match := _FIELD.fullmatch(field)) or match[1].upper() in _NO_STATES:
            continue
        given, view = str(value or ""), match[1].upper()
        kind = str(properties.get(f"fclass_{match[1]}") or "").casefold()
        if kind.startswith(_A_COUNTRY):
            given = own
        elif kind == _NOT_RECOGNISED and given == own:
            continue
        yield _STATES.get(view, view), given
