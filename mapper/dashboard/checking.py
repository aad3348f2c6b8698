"""The pages on which a person checks and corrects: the queue of places and the table of events."""

from __future__ import annotations

import html
import re
from typing import Final, get_args

import streamlit as st

from mapper.corrections import Corrections
from mapper.dashboard import tables
from mapper.dashboard.desk import Desk
from mapper.dashboard.machine import gazetteer, mapper
from mapper.dashboard.pages import result_of, show_table
from mapper.dashboard.review import (
    EDITABLE,
    Question,
    answer,
    describe,
    edited,
    events_in_order,
    questions,
)
from mapper.errors import CorrectionError
from mapper.model import ArticleMap, Event, EventType, Place, Status

FOUND: Final = 5
"""Places offered for a name that is searched for."""
_LONG: Final = 30
"""Rows that fill a screen; a longer table scrolls in its own frame."""
PROBLEM: Final = "problem"
SEARCH: Final = "search"
ALL: Final = "all mentions"
ONLY_DISPUTED: Final = "only disputed"
_MARKDOWN: Final = re.compile(r"([\\`*_{}\[\]()#+\-.!$:~|<>])")


def places_page(desk: Desk) -> None:
    """Draw the queue of names to check, the least certain first, and the table of all."""
    st.header("Places")
    result = result_of(desk)
    _problem()
    queue = sorted(questions(result), key=lambda question: desk.put_off[question.key])
    if queue:
        _ask(desk, queue[0], len(queue))
    show_table(tables.place_rows(result), "No places were found.")


def _ask(desk: Desk, question: Question, left: int) -> None:
    """Draw one question: the quote on the left, what the name may stand for on the right."""
    st.caption(f"{left} names to check, the least certain first")
    quote, answers = st.columns(2, gap="large")
    with quote:
        _quote(question)
    with answers:
        _choices(desk, question)
        _others(desk, question)
    with quote:
        _refusals(desk, question)


def _quote(question: Question) -> None:
    before, name, after = map(html.escape, question.quote)
    st.html(f"<blockquote>{before}<mark>{name}</mark>{after}</blockquote>")
    count = len(question.mentions)
    article = question.record.article
    st.caption(_plain(f"{article.title or article.id}, confidence {question.toponym.confidence:.2f}"))
    if count > 1:
        st.checkbox(f"For all {count} mentions in this article", value=True, key=ALL)


def _choices(desk: Desk, question: Question) -> None:
    st.markdown(f"**{_plain(question.toponym.text)}** stands for")
    for number, place in enumerate(question.options, start=1):
        taken = question.toponym.place is not None and question.toponym.place.id == place.id
        st.button(
            _plain(describe(question.toponym, place)),
            key=f"choose {number}",
            shortcut=str(number),
            type="primary" if taken else "secondary",
            width="stretch",
            on_click=_choose,
            args=(desk, question, place),
        )


def _others(desk: Desk, question: Question) -> None:
    """Offer places that were not considered, by name."""
    wanted = st.text_input("Another place", key=SEARCH)
    found = [candidate.place for candidate in gazetteer().lookup(wanted, limit=FOUND)] if wanted else []
    if wanted and not found:
        st.caption("No place of this name is known.")
    for number, place in enumerate(found, start=1):
        label = _plain(describe(question.toponym, place))
        st.button(
            label, key=f"found {number}", width="stretch", on_click=_choose, args=(desk, question, place)
        )


def _refusals(desk: Desk, question: Question) -> None:
    with st.container(horizontal=True):
        st.button("Not a place", shortcut="0", on_click=_choose, args=(desk, question, None, True))
        st.button("Place unknown", on_click=_choose, args=(desk, question, None))
        st.button("Later", on_click=_put_off, args=(desk, question))
        st.button("Undo", shortcut="u", on_click=_undo, args=(desk,), disabled=not desk.earlier)


def _choose(desk: Desk, question: Question, place: Place | None, not_a_place: bool = False) -> None:  # noqa: FBT001, FBT002 - called by Streamlit with positional arguments
    every = bool(st.session_state.get(ALL, True))
    _correct(desk, Corrections(places=answer(question, place, not_a_place=not_a_place, all_mentions=every)))
    st.session_state[SEARCH] = ""


def _put_off(desk: Desk, question: Question) -> None:
    """Ask again when everything else was asked."""
    desk.put_off[question.key] += 1


def _undo(desk: Desk) -> None:
    desk.undo(mapper())


def events_page(desk: Desk) -> None:
    """Draw the table of events, in which label, type, status and days can be changed and rows taken out."""
    st.header("Events")
    result = result_of(desk)
    _problem()
    every = events_in_order(result)
    if not every:
        st.info("No events were found.")
        return
    if any(event.disputes for _, event in every):
        st.toggle("Only events at or about disputed places", key=ONLY_DISPUTED)
    pairs = _shown(every)
    st.caption("Change label, type, status or days in the table, or take out a row that is no event.")
    rows = [tables.event_row(record, event) for record, event in pairs]
    key = f"events {len(desk.earlier)} {len(pairs)}"
    st.data_editor(
        [row | {"begin": event.begin, "end": event.end} for row, (_, event) in zip(rows, pairs, strict=True)],
        key=key,
        num_rows="delete",
        height="content" if len(rows) < _LONG else 900,
        disabled=[name for name in rows[0] if name not in _COLUMNS],
        column_config={
            "event": st.column_config.TextColumn(required=True),
            "type": st.column_config.SelectboxColumn(options=list(get_args(EventType)), required=True),
            "status": st.column_config.SelectboxColumn(options=list(get_args(Status)), required=True),
            "begin": st.column_config.DateColumn(),
            "end": st.column_config.DateColumn(),
        },
        on_change=_edit,
        args=(desk, key),
    )
    st.button("Undo", shortcut="u", on_click=_undo, args=(desk,), disabled=not desk.earlier)


_COLUMNS: Final = {"event": "label"} | {name: name for name in EDITABLE if name != "label"}
"""Column of the table → field of the correction."""


def _shown(pairs: list[tuple[ArticleMap, Event]]) -> list[tuple[ArticleMap, Event]]:
    """Return the events that the table shows: all, or those that touch a disputed place."""
    only = st.session_state.get(ONLY_DISPUTED, False)
    return [pair for pair in pairs if pair[1].disputes or not only]


def _edit(desk: Desk, key: str) -> None:
    """Take over what was changed in the table."""
    state = st.session_state[key]
    changes = {
        int(row): {_COLUMNS[name]: value for name, value in values.items() if name in _COLUMNS}
        for row, values in state["edited_rows"].items()
    }
    pairs = _shown(events_in_order(result_of(desk)))
    _correct(desk, Corrections(events=edited(pairs, changes, state["deleted_rows"])))


def _correct(desk: Desk, corrections: Corrections) -> None:
    try:
        desk.correct(mapper(), corrections)
    except CorrectionError as error:
        st.session_state[PROBLEM] = str(error)


def _problem() -> None:
    """Say once what could not be taken over."""
    if problem := st.session_state.pop(PROBLEM, None):
        st.error(_plain(problem))


def _plain(text: str) -> str:
    """Return text that Streamlit shows as it is, not as Markdown."""
    return _MARKDOWN.sub(r"\\\1", text)
