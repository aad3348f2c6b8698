"""Fit the numbers of the geoparser: ``python -m benchmarks.train [--cache FOLDER] [--held-out FOLDER]``.

Fitted on four corpora (LGL, TR-News, GeoVirus, GeoWebNews; development parts), over named features
only: no word, name or n-gram is a feature. ``--held-out FOLDER`` fits without each corpus in turn, for
`benchmarks.toponyms`.
"""

from __future__ import annotations

import argparse
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from benchmarks.corpora import FITTED_ON, GoldDocument, documents
from benchmarks.fitting import fit_forest, fit_logistic, write
from mapper.disputes import DisputeRegister
from mapper.gazetteer import Gazetteer
from mapper.geo import distance_km
from mapper.toponyms import evidence
from mapper.toponyms.candidates import CandidateSource
from mapper.toponyms.document import Document
from mapper.toponyms.fitted import FOLDER, Forest, ForestNumbers
from mapper.toponyms.ranking import NAMES as RANKING
from mapper.toponyms.ranking import confidence
from mapper.toponyms.ranking.hand import base_score
from mapper.toponyms.ranking.names import names_of
from mapper.toponyms.ranking.resolve import context_features
from mapper.toponyms.ranking.table import Table
from mapper.toponyms.roles import features as role_features
from mapper.toponyms.spans import proposals
from mapper.toponyms.spans.model import model_spans
from mapper.toponyms.spans.vetoes import vetoed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from mapper.toponyms.spans.proposal import Proposal

ABOUT: Final = {
    "data": "LGL, TR-News, GeoVirus, GeoWebNews, development parts; numbers over named features only",
    "tool": "benchmarks/train.py",
}
ROLES_ABOUT: Final = {**ABOUT, "data": "GeoWebNews, development part"}
RIGHT_KM: Final = 161.0
"""The field's distance within which a place counts as right."""
SAME_KM: Final = 5.0
SPANS: Final = {"num_leaves": 16, "min_data_in_leaf": 30, "feature_fraction": 0.4, "objective": "binary"}
SPAN_ROUNDS: Final = 300
RANKER: Final = {
    "objective": "lambdarank",
    "label_gain": [0, 2, 3],
    "lambdarank_truncation_level": 5,
    "num_leaves": 12,
    "min_data_in_leaf": 25,
    "feature_fraction": 0.5,
    "learning_rate": 0.05,
    "monotone_constraints_method": "advanced",
}
RANKER_ROUNDS: Final = 200
RISING: Final = frozenset(
    "prior prior_share prominence log_population spelled_exactly likeness by_primary cue_agrees kind_said "
    "lies_in_said namesake_lies_in holds_said namesake_holds country_named admin1_named admin2_named "
    "share_in_country share_in_admin1 share_in_admin2 holds_others share_within_30 share_within_100 "
    "share_within_300 support_within_30 support_within_100 support_within_300 in_dateline_country "
    "in_dateline_admin1 listed_with_kind listed_in_country".split()
)
FALLING: Final = frozenset(
    "prior_below_best prior_rank prominence_below_best population_below_best by_variant by_part "
    "by_alternate by_former beside_first_name cue_disagrees acting_below_best log_km_to_nearest "
    "log_km_to_dateline".split()
)
"""Features that may only speak for a candidate, or only against it: without context the ranker then keeps
to prominence, whatever places the corpora happen to be about."""
ROLE_RIDGE: Final = 100.0
CONFIDENCE_RIDGE: Final = 20.0
LITERAL_TYPES: Final = frozenset({"Literal", "Literal_Modifier", "Mixed", "Coercion", "Embedded_Literal"})
"""Types of GeoWebNews that say where something is."""


class Bench:
    """The sources of knowledge, opened once."""

    def __init__(self) -> None:
        self.source = CandidateSource(Gazetteer.open())
        self.register = DisputeRegister.load()

    def document(self, gold: GoldDocument) -> Document:
        """Return a gold document as the geoparser sees it."""
        return Document(gold.parsed, self.source, self.register)


# ---------------------------------------------------------------- spans


def span_data(bench: Bench, gold: Iterable[GoldDocument]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return features and labels of all proposals."""
    rows, labels = [], []
    for item in gold:
        document = bench.document(item)
        found = proposals(document)
        use = [i for i, proposal in enumerate(found) if _teaches(document, item, proposal)]
        rows.append(evidence.evidence(document, found)[use])
        labels.append(span_labels(item, found)[use])
    return np.vstack(rows), np.concatenate(labels)


def _teaches(document: Document, gold: GoldDocument, proposal: Proposal) -> bool:
    """Tell whether a corpus says of such a proposal whether it is one: GeoVirus leaves demonyms out."""
    return gold.corpus != "geovirus" or not document.is_demonym(proposal)


def span_labels(gold: GoldDocument, found: Sequence[Proposal]) -> NDArray[np.float64]:
    """Return 1 for the proposal that fits each gold mention best."""
    labels = np.zeros(len(found))
    for mention in gold.toponyms:
        start, end = _bare(gold.record["text"], mention["start"], mention["end"])
        fits = [_fit(proposal, start, end) for proposal in found]
        if fits and max(fits) > 0:
            labels[int(np.argmax(fits))] = 1.0
    return labels


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a gold span without article and possessive ending."""
    while text[start:end].lower().startswith("the "):
        start += 4
    return start, end - 2 if text[start:end].endswith(("'s", "’s")) else end


def _fit(proposal: Proposal, start: int, end: int) -> float:
    shared = min(proposal.end, end) - max(proposal.start, start)
    return max(shared, 0) / (max(proposal.end, end) - min(proposal.start, start))


# ---------------------------------------------------------------- ranking


class Ranked:
    """The candidates of one gold document with features and labels."""

    def __init__(self, bench: Bench, gold: GoldDocument) -> None:
        self.gold = gold
        document = bench.document(gold)
        self.mentions = sorted(gold.toponyms, key=lambda t: (t["start"], t["end"]))
        spans = [document.proposal(t["start"], t["end"], "gold") for t in self.mentions]
        every = sorted([*spans, *_context(document, spans)], key=lambda span: (span.start, span.end))
        names, owner = names_of(document.text, [document.mention(span) for span in every])
        self.owner = [own for span, own in zip(every, owner, strict=True) if span.source == "gold"]
        self.table = Table(names, document.text)
        self.rows = context_features(self.table)
        self.labels, self.labelled = self._labels()

    def _labels(self) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
        """Return 2 for the gold place, 1 for a place near enough, 0 for others; and who has gold at all."""
        labels, known = np.zeros(len(self.table)), np.zeros(len(self.table.names), dtype=bool)
        for mention, owner in zip(self.mentions, self.owner, strict=True):
            rows = self.table.rows(owner)
            if mention.get("lat") is None or rows.start == rows.stop:
                continue
            known[owner] = True
            labels[rows] = np.maximum(labels[rows], self._grades(mention, rows))
        return labels, known

    def _grades(self, mention: dict[str, Any], rows: slice) -> NDArray[np.float64]:
        away = np.array([self.km(mention, row) for row in range(rows.start, rows.stop)])
        grades = np.where(away <= SAME_KM, 2.0, np.where(away <= RIGHT_KM, 1.0, 0.0))
        same = [c.id == f"gn:{mention.get('geonames_id')}" for c in self.candidates(rows)]
        return np.where(same, 2.0, np.minimum(grades, 1.0)) if any(same) else grades

    def candidates(self, rows: slice) -> list[Any]:
        """Return the candidates of one name's rows."""
        name = int(self.table.name[rows.start])
        return list(self.table.names[name].choices.candidates[: rows.stop - rows.start])

    def km(self, mention: dict[str, Any], row: int) -> float:
        """Return how far a row is from a gold mention, by its nearest accepted point."""
        lat, lon = float(self.table.lat[row]), float(self.table.lon[row])
        points = [(mention["lat"], mention["lon"]), *(mention.get("alts") or [])]
        return min(distance_km(lat, lon, *point) for point in points)

    def accuracy(self, scores: NDArray[np.float64]) -> tuple[int, int]:
        """Return how many gold mentions the best rows are right for, and how many there are."""
        right = total = 0
        for mention, owner in zip(self.mentions, self.owner, strict=True):
            if mention.get("lat") is None:
                continue
            total += 1
            rows = self.table.rows(owner)
            if rows.start < rows.stop:
                best = rows.start + int(np.argmax(scores[rows]))
                right += self.km(mention, best) <= RIGHT_KM
        return right, total


def _context(document: Document, gold: Sequence[Proposal]) -> Iterator[Proposal]:
    """Yield the names the language model marks beside the gold's: at work the ranker sees such names too."""
    for span in model_spans(document):
        if span.first < span.last and not vetoed(document, span) and not any(map(span.overlaps, gold)):
            yield span


def fit_ranker(ranked: Iterable[Ranked], about: dict[str, str]) -> ForestNumbers:
    """Return the ranker fitted on names with a choice that holds the gold place."""
    rows, labels, groups = [], [], []
    for item in ranked:
        for name, size in enumerate(item.table.sizes):
            own = item.table.rows(name)
            if size > 1 and item.labelled[name] and item.labels[own].any():
                rows.append(item.rows[own])
                labels.append(item.labels[own])
                groups.append(size)
    signs = [(name in RISING) - (name in FALLING) for name in RANKING]
    settings = {**RANKER, "monotone_constraints": signs, "rounds": RANKER_ROUNDS, "about": about}
    start = base_score(np.vstack(rows))
    return fit_forest(
        RANKING, np.vstack(rows), np.concatenate(labels), groups=groups, start=start, **settings
    )


def confidence_data(
    ranked: Iterable[Ranked], ranker: Forest
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return features of the chosen rows, a row a mention, and whether they are right."""
    rows, labels = [], []
    for item in ranked:
        if not len(item.table):
            continue
        belief = item.table.softmax(base_score(item.rows) + ranker.score(item.rows))
        found = dict(
            zip(
                np.flatnonzero(np.array(item.table.sizes)).tolist(),
                confidence.features(item.table, item.rows, belief),
                strict=True,
            )
        )
        for mention, owner in zip(item.mentions, item.owner, strict=True):
            own = item.table.rows(owner)
            if mention.get("lat") is not None and own.start < own.stop:
                rows.append(found[owner])
                labels.append(item.km(mention, own.start + int(np.argmax(belief[own]))) <= RIGHT_KM)
    return np.array(rows), np.array(labels, dtype=np.float64)


# ---------------------------------------------------------------- roles


def role_data(bench: Bench, gold: Iterable[GoldDocument]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return features and labels (1 = literal) of the mentions of GeoWebNews."""
    rows, labels = [], []
    for item in gold:
        document = bench.document(item)
        spans = [document.proposal(t["start"], t["end"], "gold") for t in item.toponyms]
        rows.append(role_features.role_rows(document, spans))
        labels += [float(t["type"] in LITERAL_TYPES) for t in item.toponyms]
    return np.vstack(rows), np.array(labels)


# ---------------------------------------------------------------- all


def fold_of(gold: GoldDocument, folds: int = 5) -> int:
    """Return a document's fold; documents of one publisher share it."""
    return int(hashlib.sha1(gold.publisher.encode()).hexdigest(), 16) % folds


class Fit:
    """Everything needed to fit, computed once: evidence and candidates of the gold documents."""

    def __init__(self, cache: Path | None) -> None:
        bench = Bench()
        gold = {corpus: documents(corpus, "md", cache) for corpus in FITTED_ON}
        self.spans = {
            "spans": {
                corpus: span_data(bench, [*gold[corpus], *documents(corpus, "sm", cache)])
                for corpus in FITTED_ON
            },
            "spans-plain": {
                corpus: span_data(bench, documents(corpus, "none", cache)) for corpus in FITTED_ON
            },
        }
        self.roles = role_data(bench, gold["gwn"])
        self.ranked = [Ranked(bench, item) for corpus in FITTED_ON for item in gold[corpus]]

    def write(self, folder: Path, without: str = "") -> None:
        """Fit every model, leaving one corpus out, and write the numbers."""
        about = {**ABOUT, "without": without} if without else ABOUT
        for name, data in self.spans.items():
            parts = [data[corpus] for corpus in FITTED_ON if corpus != without]
            rows, labels = (np.concatenate(column) for column in zip(*parts, strict=True))
            numbers = fit_forest(evidence.NAMES, rows, labels, rounds=SPAN_ROUNDS, about=about, **SPANS)
            write(folder, name, numbers)
        fitted = fit_logistic(role_features.NAMES, *self.roles, ridge=ROLE_RIDGE, about=ROLES_ABOUT)
        write(folder, "roles", fitted)
        ranked = [item for item in self.ranked if item.gold.corpus != without]
        write(folder, "ranking", fit_ranker(ranked, about))
        rows, labels = held_out_confidence(ranked)
        fitted = fit_logistic(confidence.NAMES, rows, labels, ridge=CONFIDENCE_RIDGE, about=about)
        write(folder, "confidence", fitted)


def held_out_confidence(ranked: Sequence[Ranked]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return confidence data of rankers that have not seen the corpus they are asked about."""
    parts = []
    for corpus in sorted({item.gold.corpus for item in ranked}):
        ranker = Forest(fit_ranker((item for item in ranked if item.gold.corpus != corpus), {}))
        parts.append(confidence_data((item for item in ranked if item.gold.corpus == corpus), ranker))
    return np.vstack([rows for rows, _ in parts]), np.concatenate([labels for _, labels in parts])


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cache", type=Path, help="folder where parses are kept between runs")
    parser.add_argument(
        "--held-out", type=Path, help="write one set of numbers without each corpus here instead"
    )
    options = parser.parse_args()
    fit = Fit(options.cache)
    if options.held_out is None:
        fit.write(FOLDER)
    else:
        for corpus in FITTED_ON:
            fit.write(options.held_out / corpus, corpus)


if __name__ == "__main__":
    main()
