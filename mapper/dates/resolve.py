"""Find the time expressions of one text and resolve them, in text order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapper.dates.agreement import agree
from mapper.dates.context import TextContext
from mapper.dates.grammar import Item
from mapper.dates.meaning import ClockTime, Position, Reading
from mapper.dates.period import UNRESOLVABLE, precision_of
from mapper.dates.scan import scan, view_of
from mapper.model import Reason, ReferenceDate, TimeExpression

if TYPE_CHECKING:
    from mapper.language import Parse


def find_times(parse: Parse, *, reference: ReferenceDate | None) -> tuple[TimeExpression, ...]:
    """Find the time expressions of a text and the days they mean.

    Parameters
    ----------
    parse
        Sentences and, if there is a model, tags; both only help to tell past from future.
    reference
        The day relative expressions are counted from. Without one they stay unresolved: `begin` is
        None and the reasons hold ``no-reference-date``.

    Returns
    -------
    tuple[TimeExpression, ...]
        In text order; spans never overlap, intervals are inclusive, both in the conventions of
        ``tests/cases/dates.txt``. Durations and sets have no interval unless the text counts them from
        the reference date ("the past three days").
    """
    view = view_of(parse.text)
    items = scan(parse.text, view)
    day = reference.date if reference else None
    context = TextContext(view.replace("\n", " "), parse, day, items, [None] * len(items))
    for clocks in (False, True):  # a time of day stands on the day its sentence names, even behind it
        for index, item in enumerate(items):
            if isinstance(item.meaning, ClockTime) is clocks:
                context.readings[index] = _read(context, index, item)
    readings = agree(items, [reading or Reading() for reading in context.readings], context.flat, day)
    return tuple(
        _expression(parse.text, number, item, reading)
        for number, (item, reading) in enumerate(zip(items, readings, strict=True), 1)
    )


def _read(context: TextContext, index: int, item: Item) -> Reading:
    try:
        return item.meaning.resolve(context, Position(index, item.start, item.end))
    except UNRESOLVABLE:
        return Reading(reasons=(Reason("beyond-the-calendar"),))


def _expression(text: str, number: int, item: Item, reading: Reading) -> TimeExpression:
    period = reading.period
    return TimeExpression(
        id=f"t{number}",
        start=item.start,
        end=item.end,
        text=text[item.start : item.end],
        type=reading.type,
        value=reading.value,
        begin=period.begin if period else None,
        end_date=period.end if period else None,
        precision=precision_of(period.begin, period.end) if period else None,
        modifier=reading.modifier,
        reasons=(*item.reasons, *reading.reasons),
    )
