"""The day that "yesterday" is counted from."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from mapper.dates.cyclic import Cyclic
from mapper.dates.meaning import Exact
from mapper.dates.period import UNRESOLVABLE, Period
from mapper.dates.scan import scan, view_of
from mapper.model import Article, ReferenceDate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapper.dates.grammar import Item

HEADER_REACH: Final = 300
"""Characters before a dateline that may hold a header with the full date."""


def reference_date(article: Article, *, option: date | None = None) -> ReferenceDate | None:
    """Return the day relative expressions are counted from.

    The dateline's day comes first: a year it leaves out is the one that brings it nearest to the full date
    of a header before it, else to the published date, else to `option`. Without a dateline with a day the
    published date counts, then `option`; never today's date.

    Parameters
    ----------
    article
        With its text and dateline, if it has one.
    option
        The day given by the user.
    """
    stated = _dateline_day(article, option)
    if stated is not None:
        return ReferenceDate(stated, "dateline")
    if article.published is not None:
        return ReferenceDate(article.published, "published")
    return ReferenceDate(option, "option") if option is not None else None


def _dateline_day(article: Article, option: date | None) -> date | None:
    dateline, text = article.dateline, article.text
    if dateline is None or not isinstance(text, str):
        return None
    header = _full_day(_items(text[max(dateline.start - HEADER_REACH, 0) : dateline.end]))
    if dateline.date is None:
        return None
    near = header or article.published or option
    for item in _items(dateline.date.text):
        if isinstance(item.meaning, Exact) and item.meaning.period.unit == "day":
            return item.meaning.period.begin
        if isinstance(item.meaning, Cyclic) and near is not None:
            return _nearest(item.meaning, near)
    return None


def _items(text: str) -> Sequence[Item]:
    return scan(text, view_of(text), sure=False)


def _full_day(items: Sequence[Item]) -> date | None:
    """Return the last day that is given with its year."""
    days = [item.meaning.period for item in items if isinstance(item.meaning, Exact)]
    return next((period.begin for period in reversed(days) if period.unit == "day"), None)


def _nearest(cycle: Cyclic, near: date) -> date | None:
    """Return the occurrence nearest to a day; the earlier one of two as near."""
    try:
        periods: Sequence[Period] = cycle.around(near)
    except UNRESOLVABLE:
        return None
    days = [period.begin for period in periods if period.unit == "day"]
    return min(days, key=lambda day: (abs((day - near).days), day), default=None)
