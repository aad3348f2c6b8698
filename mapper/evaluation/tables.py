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
from mapper.evaluation.measures import Accuracy, LabelAccuracy, Prf
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
    ("+ direction", "links.matched.direction"),
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
    for name in ("P", "R", "F1 / share", "95 %"):
        table.add_column(name, justify="right", no_wrap=True)
    table.add_column("right / predicted / gold")
    return table


def _row(table: Table, *cells: str, style: str | None = None) -> None:
    """Add a row of plain text: names from gold files hold no markup."""
    table.add_row(*map(Text, cells), style=style)


@render.register
def _toponyms(report: ToponymReport) -> Table:
    score = report.score
    table = _table(
        f"{report.corpus or 'Toponyms'}: {score.docs} documents, {score.docs_pred} with predictions",
        report.failures,
    )
    rows: list[tuple[str, object, str | None]] = []
    if score.recognition:
        rows += [
            ("exact span", score.recognition.exact, None),
            ("overlap", score.recognition.overlap, "recognition"),
        ]
    if score.end_to_end:
        rows.append(("end to end, 161 km", score.end_to_end, "end_to_end"))
    rows += [
        ("resolution, all", score.resolution.all, "acc161"),
        ("resolution, answered", score.resolution.answered, None),
        ("country", score.country_acc, None),
        ("same GeoNames id", score.geonames_exact, None),
    ]
    for label, figure, name in rows:
        if figure:
            _row(table, label, *_cells(figure, report.intervals.get(name or "")))
    _row(table, "answered", "", "", f"{score.resolution.answered_share:.3f}", "", "")
    return table


@render.register
def _events(report: EventReport) -> Table:
    score = report.score
    table = _table(
        f"Events: {score.articles} articles, {score.articles_predicted} with predictions", report.failures
    )
    intervals = {
        "events.usable": "usable", "events.found": "found",
        "toponyms.overlap": "toponyms", "toponyms.end_to_end": "end_to_end",
    }  # fmt: skip
    for label, path in _EVENT_ROWS:
        if not path:
            _row(table, label, style="bold")
            continue
        figure: object = score.overall
        for part in path.split("."):
            figure = getattr(figure, part)
        _row(table, label, *_cells(figure, report.details.intervals.get(intervals.get(path, ""))))
    for name, merged in score.merging.items():
        _add_merging(table, name, merged)
    return table


def _add_merging(table: Table, name: str, merged: Merging) -> None:
    _row(table, f"MERGING, {name}", style="bold")
    for label, reading in (("end to end", merged.end_to_end), ("matched only", merged.matched_only)):
        pairs = reading.pairs
        counts = f"{pairs.tp} / {pairs.tp + pairs.fp} / {pairs.tp + pairs.fn} pairs"
        _row(table, f"CoNLL, {label}", "", "", _number(reading.system.conll), "", counts)
        _row(table, "  nothing merged", "", "", _number(reading.all_singletons.conll), "", "")


@render.register
def _disputes(report: DisputeReport) -> Table:
    table = _table(f"Disputes: {report.cases} cases")
    for label in ("flag", "flag_and_id", "exact_ids", "relation"):
        _row(table, label.replace("_", " "), *_cells(getattr(report, label), None))
    return table


@render.register
def _dates(report: DateReport) -> Table:
    table = _table(f"Dates: {report.articles} articles", report.failures)
    _row(table, "overlap", *_cells(report.overlap, None))
    _row(table, "exact period", *_cells(report.exact_interval, report.intervals.get("exact_interval")))
    _row(table, "begin inside gold", *_cells(report.begin_inside, None))
    for name, share in report.by_type.items():
        _row(table, f"  exact, {name}", *_cells(share, None))
    return table


@render.register
def _coverage(report: CoverageReport) -> Table:
    table = _table(f"{report.corpus or 'Coverage'}")
    _row(table, "within 161 km", *_cells(report.near, None))
    _row(table, "or inside an area", *_cells(report.covered, None))
    _row(table, "without demonyms", *_cells(report.names_near, None))
    _row(table, "  or inside an area", *_cells(report.names_covered, None))
    for kind, misses in report.misses.items():
        _row(table, f"  missed, {kind}", "", "", "", "", ", ".join(f"{n} {why}" for why, n in misses.items()))
    return table


def _cells(figure: object, interval: Interval | None) -> Iterable[str]:
    """Return P, R, F1 or share, interval, and counts."""
    between = f"{interval.low:.3f}-{interval.high:.3f}" if interval else ""
    if isinstance(figure, Prf):
        counts = f"{figure.tp} / {figure.n_pred} / {figure.n_gold}"
        return _number(figure.p), _number(figure.r), _number(figure.f1), between, counts
    if isinstance(figure, Distances):
        spread = f"mean {figure.mean_km:g} km, median {figure.median_km:g} km, AUC {figure.auc:.3f}"
        counts = f"{figure.n} mentions, {spread}"
        return "", "", _number(figure.acc161), between, counts
    if isinstance(figure, Accuracy | LabelAccuracy | SourceAccuracy):
        return "", "", _number(figure.acc), between, _share(figure)
    if isinstance(figure, Share):
        return "", "", _number(figure.acc), "", f"of {figure.n}"
    if isinstance(figure, Verdicts):
        names = type(figure).__struct_fields__
        return "", "", "", "", ", ".join(f"{name} {getattr(figure, name)}" for name in names)
    return "", "", str(figure), "", ""


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
    return "-" if value is None else f"{value:.3f}"
