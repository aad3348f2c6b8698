"""The register's dates, which may be as coarse as a decade, as first and last days."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import Final

from mapper.errors import RegisterError

_DATE: Final = re.compile(r"(\d{4})(s)?(?:-(\d\d)(?:-(\d\d))?)?")


def _parts(text: str) -> tuple[int, bool, int | None, int | None]:
    match = _DATE.fullmatch(text)
    if match is None:
        msg = f"{text!r} is no date of the register: expected YYYY, YYYYs, YYYY-MM or YYYY-MM-DD."
        raise RegisterError(msg)
    year, decade, month, day = match.groups()
    return int(year), decade is not None, int(month) if month else None, int(day) if day else None


def first_day(text: str) -> date:
    """Return the first day of a date such as ``1952-01-18``, ``1994-03``, ``1840`` or ``1960s``.

    Raises
    ------
    RegisterError
        If the text is no such date.
    """
    year, _, month, day = _parts(text)
    return date(year, month or 1, day or 1)


def last_day(text: str) -> date:
    """Return the last day of such a date; see `first_day`."""
    year, decade, month, day = _parts(text)
    if month is None:
        return date(year + 9 if decade else year, 12, 31)
    return date(year, month, day or monthrange(year, month)[1])
