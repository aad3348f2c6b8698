"""``mapper evaluate``: how good the results are, against gold files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mapper.cli.mapping import GazetteerPath, Model, ModelOption, PriorOption, SourcePrior

if TYPE_CHECKING:
    from mapper.pipeline import EventMapper

WIDTH = 130
"""Characters a table of figures needs; a narrower terminal wraps its lines."""

app = typer.Typer(no_args_is_help=True, help="Figures against gold files.")

Gold = Annotated[list[Path], typer.Argument(metavar="GOLD…", exists=True, help="Gold files or folders.")]
Predictions = Annotated[Path | None, typer.Option(dir_okay=False, help="Write the predictions here (JSONL).")]
AsJson = Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")]


@app.command()
def toponyms(
    gold: Gold,
    *,
    gold_mentions: Annotated[
        bool, typer.Option("--gold-mentions", help="Resolve the gold's mentions only.")
    ] = False,
    alts: Annotated[bool, typer.Option("--alts", help="Accept the gold's alternative points too.")] = False,
    adj: Annotated[bool, typer.Option("--adj/--no-adj", help="Score demonyms and adjectives too.")] = False,
    source_prior: PriorOption = SourcePrior.NONE,
    predictions: Predictions = None,
    gazetteer: GazetteerPath = None,
    model: ModelOption = Model.AUTO,
    as_json: AsJson = False,
) -> None:
    """Recognition, resolution and end-to-end figures of place names."""
    from mapper import evaluation

    documents = evaluation.read_toponym_gold(gold)
    mapper = _mapper(gazetteer, model)
    if source_prior is SourcePrior.LEARNED:
        mapper = mapper.learned_from(document.article() for document in documents.values())
    how: dict[str, Any] = (
        {"resolve": evaluation.toponym_resolver(mapper)}
        if gold_mentions
        else {"find": evaluation.toponym_finder(mapper)}
    )
    corpus = ", ".join(path.stem for path in gold)
    report = evaluation.evaluate_toponyms(
        documents, alts=alts, adj=adj, predictions=predictions, corpus=corpus, **how
    )
    _show(report, as_json=as_json)


@app.command()
def events(
    gold: Gold,
    *,
    predictions: Predictions = None,
    gazetteer: GazetteerPath = None,
    model: ModelOption = Model.AUTO,
    as_json: AsJson = False,
) -> None:
    """Figures of events, their fields, links and merging."""
    from mapper import evaluation

    articles = evaluation.read_event_gold(gold)
    report = evaluation.evaluate_events(articles, _mapper(gazetteer, model).map, predictions=predictions)
    _show(report, as_json=as_json)


@app.command()
def dates(gold: Gold, *, model: ModelOption = Model.AUTO, as_json: AsJson = False) -> None:
    """Figures of time expressions."""
    from mapper import evaluation

    articles = evaluation.read_event_gold(gold)
    report = evaluation.evaluate_dates(articles, evaluation.time_finder(_mapper(None, model)))
    _show(report, as_json=as_json)


@app.command()
def disputes(gold: Gold, *, model: ModelOption = Model.AUTO, as_json: AsJson = False) -> None:
    """Figures of the flags on disputed territories."""
    from functools import partial

    from mapper import evaluation
    from mapper.disputes import assess
    from mapper.language import load_parser

    cases = evaluation.read_dispute_cases(gold)
    report = evaluation.evaluate_disputes(cases, partial(assess, parser=load_parser(model.value)))
    _show(report, as_json=as_json)


@app.command()
def coverage(gold: Gold, *, gazetteer: GazetteerPath = None, as_json: AsJson = False) -> None:
    """Say for how many gold place names the place index holds the right place."""
    from mapper import evaluation
    from mapper.gazetteer import Gazetteer

    index = Gazetteer.open(gazetteer)
    for path in gold:
        documents = evaluation.read_toponym_gold([path])
        report = evaluation.evaluate_coverage(documents, index.lookup, index.contains, corpus=path.stem)
        _show(report, as_json=as_json)


def _mapper(gazetteer: Path | None, model: Model) -> EventMapper:
    from mapper.pipeline import EventMapper

    return EventMapper(gazetteer=gazetteer, model=model.value)


def _show(report: Any, *, as_json: bool) -> None:
    if as_json:
        from mapper.model import to_json

        typer.echo(to_json(report).decode())
        return
    from rich.console import Console

    from mapper.evaluation import render

    console = Console()
    console.width = max(console.width, WIDTH)
    console.print(render(report))
