"""Reports as tables for the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import singledispatch
from typing import Final

from rich.table import Table
from rich.text import Text

from mapper.evaluation.bootstrap import Interval
from mapper.evaluation.coverage import CoverageReport
from mapper.evaluation.dates import DateReport
from mapper.evaluation.disputes import DisputeReport
from mapper.evaluation.events.figures import SourceAccuracy, Verdicts
from mapper.evaluation.events.merging import Merging
from mapper.evaluation.events.run import EventReport
from mapper.evaluation.events.spread import figure_at
from mapper.evaluation.halves import HALVES
from mapper.evaluation.measures import Accuracy, LabelAccuracy, Prf
from mapper.evaluation.toponyms.calibration import SURE
from mapper.evaluation.toponyms.run import ToponymReport
from mapper.evaluation.toponyms.score import Distances, Share
from mapper.model import Failure

_NAMED: Final = 3
"""So many failures are named in a table."""

_EVENT_ROWS: Final = (
    ("TOPONYMS", ""), ("exact span", "toponyms.exact"), ("overlap", "toponyms.overlap"),
    ("role, of the matched", "toponyms.role"), ("end to end, 161 km", "toponyms.end_to_end"),
    ("end to end, areas by name", "toponyms.end_to_end_areas"), ("disputed", "toponyms.disputed"),
    ("TIMES", ""), ("overlap", "times.overlap"), ("exact period", "times.exact_interval"),
    ("begin inside gold", "times.begin_inside"),
    ("EVENTS", ""), ("usable event", "events.usable"), ("usable, areas by name", "events.usable_areas"),
    ("found", "events.found"), ("duplicates", "events.duplicates"), ("swallowed", "events.swallowed"),
    ("neutral", "events.neutral"),
    ("OF THE MATCHED", ""), ("type", "events.type"), ("status", "events.status"),
    ("always 'happened'", "events.status_always_happened"), ("date overlap", "events.date_overlap"),
    ("date exact", "events.date_exact"), ("days in common", "events.days_in_common"),
    ("dates", "events.dates"), ("place, 50 km", "events.place"),
    ("place, areas by name", "events.place_areas"),
    ("places", "events.places"), ("attribution", "events.attribution"),
    ("participants", "events.participants"),
    ("LINKS OVER MATCHED EVENTS", ""), ("pair", "links.matched.pair"), ("+ kind", "links.matched.kind"),
    ("+ direction", "links.matched.direction"), ("caused, given rightly", "caused"),
    ("LINKS OVER ALL", ""), ("pair", "links.all.pair"), ("+ kind", "links.all.kind"),
    ("+ direction", "links.all.direction"),
)  # fmt: skip


def failures_text(failures: Sequence[Failure]) -> str | None:
    """Return a line that names the first inputs that failed and why, None without any."""
    if not failures:
        return None
    named = "; ".join(f"{f.input}: {f.message}" for f in failures[:_NAMED])
    return f"{len(failures)} failed and count as empty: {named}" + ("; ..." if len(failures) > _NAMED else "")


@singledispatch
def render(report: object) -> Table:
    """Return a report as a table.

    Raises
    ------
    TypeError
        For anything that is no report.
    """
    msg = f"There is no table for {type(report).__name__}."
    raise TypeError(msg)


def _table(title: str, failures: Sequence[Failure] = ()) -> Table:
    table = Table(title=Text(title), title_justify="left", box=None, pad_edge=False)
    failed = failures_text(failures)
    table.caption, table.caption_justify = (Text(failed) if failed else None), "left"
    table.add_column("", no_wrap=True)
    for name in ("P", "R", "F1 / share", "95 %", " / ".join(HALVES)):
        table.add_column(name, justify="right", no_wrap=True)
    table.add_column("right / predicted / gold")
    return table


def _row(table: Table, *cells: str, style: str | None = None) -> None:
    """Add a row of plain text: names from gold files hold no markup."""
    table.add_row(*map(Text, cells), style=style)


def _line(
    table: Table,
    label: str,
    figure: object,
    interval: Interval | None = None,
    halves: Iterable[object] = (),
) -> None:
    """Add the row of a figure, with its interval and its value in both halves."""
    p, r, value, counts = _cells(figure)
    between = f"{interval.low:.3f}-{interval.high:.3f}" if interval else ""
    apart = " / ".join(_cells(half)[2] for half in halves) if value else ""
    _row(table, label, p, r, value, between, apart, counts)


@render.register
def _toponyms(report: ToponymReport) -> Table:
    score = report.score
    table = _table(
        f"{report.corpus or 'Toponyms'}: {score.docs} documents, {score.docs_pred} with predictions",
        report.failures,
    )
    rows = (
        ("exact span", "recognition.exact", ""),
        ("overlap", "recognition.overlap", "recognition"),
        ("end to end, 161 km", "end_to_end", "end_to_end"),
        ("resolution, all", "resolution.all", "acc161"),
        ("resolution, answered", "resolution.answered", ""),
        ("country", "country_acc", ""),
        ("same GeoNames id", "geonames_exact", ""),
    )
    for label, path, name in rows:
        figure = figure_at(score, path)
        if figure:
            halves = [figure_at(half, path) for half in report.halves.values()]
            _line(table, label, figure, report.intervals.get(name), halves)
    _line(table, "answered", score.resolution.answered_share)
    if report.calibration is not None:
        _line(table, "calibration error", report.calibration.error)
        _line(table, f"confidence from {SURE:g} on", report.calibration.sure)
        _line(table, "  of these right", report.calibration.sure_right, report.calibration.sure_interval)
    return table


@render.register
def _events(report: EventReport) -> Table:
    score, details = report.score, report.details
    table = _table(
        f"Events: {score.articles} articles, {score.articles_predicted} with predictions", report.failures
    )
    for label, path in _EVENT_ROWS:
        if not path:
            _row(table, label, style="bold")
        elif path == "caused":
            _line(table, label, details.caused)
        else:
            halves = [figure_at(half, path) for half in details.halves.values()]
            _line(table, label, figure_at(score.overall, path), details.intervals.get(path), halves)
    for name, merged in score.merging.items():
        _add_merging(table, name, merged)
    return table


def _add_merging(table: Table, name: str, merged: Merging) -> None:
    _row(table, f"MERGING, {name}", style="bold")
    for label, reading in (("end to end", merged.end_to_end), ("matched only", merged.matched_only)):
        pairs = reading.pairs
        counts = f"{pairs.tp} / {pairs.tp + pairs.fp} / {pairs.tp + pairs.fn} pairs"
        _row(table, f"CoNLL, {label}", "", "", _number(reading.system.conll), "", "", counts)
        _row(table, "  nothing merged", "", "", _number(reading.all_singletons.conll))


@render.register
def _disputes(report: DisputeReport) -> Table:
    table = _table(f"Disputes: {report.cases} cases")
    for label in ("flag", "flag_and_id", "exact_ids", "relation"):
        _line(table, label.replace("_", " "), getattr(report, label))
    return table


@render.register
def _dates(report: DateReport) -> Table:
    table = _table(f"Dates: {report.articles} articles", report.failures)
    for label, name in (
        ("overlap", "overlap"), ("exact period", "exact_interval"), ("begin inside gold", "begin_inside"),
    ):  # fmt: skip
        halves = [figure_at(half, name) for half in report.halves.values()]
        _line(table, label, figure_at(report.times, name), report.intervals.get(name), halves)
    for name, share in report.by_type.items():
        _line(table, f"  exact, {name}", share)
    return table


@render.register
def _coverage(report: CoverageReport) -> Table:
    table = _table(f"{report.corpus or 'Coverage'}")
    _line(table, "within 161 km", report.near)
    _line(table, "or inside an area", report.covered)
    _line(table, "without demonyms", report.names_near)
    _line(table, "  or inside an area", report.names_covered)
    for kind, misses in report.misses.items():
        why = ", ".join(f"{n} {reason}" for reason, n in misses.items())
        _row(table, f"  missed, {kind}", "", "", "", "", "", why)
    return table


def _cells(figure: object) -> tuple[str, str, str, str]:
    """Return P, R, F1 or share, and counts."""
    if isinstance(figure, Prf):
        counts = f"{figure.tp} / {figure.n_pred} / {figure.n_gold}"
        return _number(figure.p), _number(figure.r), _number(figure.f1), counts
    if isinstance(figure, Distances):
        spread = f"mean {figure.mean_km:g} km, median {figure.median_km:g} km, AUC {figure.auc:.3f}"
        return "", "", _number(figure.acc161), f"{figure.n} mentions, {spread}"
    if isinstance(figure, Accuracy | LabelAccuracy | SourceAccuracy):
        return "", "", _number(figure.acc), _share(figure)
    if isinstance(figure, Share):
        return "", "", _number(figure.acc), f"of {figure.n}"
    if isinstance(figure, Verdicts):
        names = type(figure).__struct_fields__
        return "", "", "", ", ".join(f"{name} {getattr(figure, name)}" for name in names)
    return "", "", _number(figure if isinstance(figure, int | float) else None), ""


def _share(figure: Accuracy | LabelAccuracy | SourceAccuracy) -> str:
    text = f"{figure.right:g} of {figure.of}"
    if isinstance(figure, LabelAccuracy):
        top = ", ".join(f"{label} {n}" for label, n in list(figure.confusions.items())[:5])
        kappa = f", kappa {_number(figure.kappa)}"
        return text + kappa + (f"; {top}" if top else "")
    if isinstance(figure, SourceAccuracy) and figure.given:
        return f"{text}, {figure.given} given though gold has none"
    return text


def _number(value: float | None) -> str:
    if value is None:
        return "-"
    return str(value) if isinstance(value, int) else f"{value:.3f}"
