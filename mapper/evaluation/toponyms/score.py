"""Recognition, resolution and end-to-end figures of toponyms.

recognition
    Spans, one-to-one: exact, or overlapping (equal spans first, then longest overlap).
resolution
    Over gold mentions with coordinates, in km: *all* counts an unresolved mention as 20,039 km
    (Gritta et al. 2018), *answered* leaves it out. AUC is the area under the sorted ln(error + 1),
    0 best and 1 worst.
end to end
    A matched mention within 161 km (100 miles) is right. Gold mentions and predictions without
    coordinates are left out, and predictions matched to such gold.
"""

from __future__ import annotations

import math
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from msgspec import UNSET, UnsetType

from mapper.evaluation.bootstrap import Interval, interval
from mapper.evaluation.measures import Prf, prf
from mapper.evaluation.spans import HasSpan, match_spans, without_repeats
from mapper.evaluation.toponyms.gold import GoldDocument, GoldToponym
from mapper.evaluation.toponyms.predictions import PredictedToponym
from mapper.geo import distance_km
from mapper.model import Record

NEAR_KM: Final = 161
CLOSE_KM: Final = 20
WORST_KM: Final = 20_039.0


class Recognition(Record, frozen=True):
    """How well names are found."""

    exact: Prf
    overlap: Prf


class Distances(Record, frozen=True):
    """How far off the places are, in km."""

    n: int
    acc161: float
    acc20: float
    mean_km: float
    median_km: float
    auc: float


class Resolution(Record, frozen=True):
    """How well names are resolved."""

    all: Distances | None
    answered: Distances | None
    answered_share: float


class Share(Record, frozen=True):
    """An accuracy over so many mentions."""

    acc: float
    n: int


class ToponymScore(Record, frozen=True):
    """All figures of a corpus; some are missing where mentions were given or the gold says nothing."""

    docs: int
    docs_pred: int
    resolution: Resolution
    recognition: Recognition | UnsetType = UNSET
    end_to_end: Prf | UnsetType = UNSET
    country_acc: Share | UnsetType = UNSET
    geonames_exact: Share | UnsetType = UNSET


@dataclass
class Tally:
    """The counts of one document."""

    gold: int = 0
    predicted: int = 0
    exact: int = 0
    overlap: int = 0
    errors_km: list[float] = field(default_factory=list)
    unanswered: int = 0
    placed_gold: int = 0
    placed_predicted: int = 0
    right: int = 0
    countries: list[bool] = field(default_factory=list)
    ids: list[bool] = field(default_factory=list)


def tally(
    gold: GoldDocument, predictions: Sequence[PredictedToponym], *, alts: bool = False, adj: bool = True
) -> Tally:
    """Count one document.

    Parameters
    ----------
    gold, predictions
        What should have been found and what was.
    alts
        Take a gold mention's alternative points for right as well.
    adj
        Score demonyms too; else they are left out, and so are predictions on them.
    """
    wanted = [t for t in gold.toponyms if adj or not t.adj]
    found = without_repeats(predictions)
    pairs = match_spans(wanted, found)
    ignored: list[HasSpan] = [*(gold.ignore or ()), *(t for t in gold.toponyms if not adj and t.adj)]
    matched = {j for _, j in pairs}
    left_out = {j for j, p in enumerate(found) if j not in matched and any(_touch(p, q) for q in ignored)}
    counts = Tally(len(wanted), len(found) - len(left_out), overlap=len(pairs))
    counts.exact = sum((wanted[i].start, wanted[i].end) == (found[j].start, found[j].end) for i, j in pairs)
    partner = {i: found[j] for i, j in pairs}
    for i, toponym in enumerate(wanted):
        _count_mention(counts, toponym, partner.get(i), alts=alts)
    unplaced = {j for i, j in pairs if not wanted[i].located}
    counts.placed_predicted = sum(
        p.located for j, p in enumerate(found) if j not in left_out and j not in unplaced
    )
    return counts


def _touch(first: HasSpan, second: HasSpan) -> bool:
    return first.start < second.end and second.start < first.end


def _count_mention(counts: Tally, gold: GoldToponym, found: PredictedToponym | None, *, alts: bool) -> None:
    country = gold.cc or gold.country_code
    if found is not None:
        if country and found.cc:
            counts.countries.append(country == found.cc)
        if gold.geonames_id and found.geonames_id is not None:
            counts.ids.append(gold.geonames_id == found.geonames_id)
    if not gold.located:
        return
    counts.placed_gold += 1
    error = None if found is None else error_km(gold, found, alts=alts)
    if error is None:
        counts.unanswered += 1
    else:
        counts.errors_km.append(error)
        counts.right += error <= NEAR_KM


def error_km(gold: GoldToponym, found: PredictedToponym, *, alts: bool) -> float | None:
    """Return the distance to the nearest point that is right, None without a point."""
    if found.lat is None or found.lon is None or gold.lat is None or gold.lon is None:
        return None
    points = [(gold.lat, gold.lon), *((gold.alts or ()) if alts else ())]
    return min(distance_km(lat, lon, found.lat, found.lon) for lat, lon in points)


def score_toponyms(
    gold: Mapping[str, GoldDocument],
    predictions: Mapping[str, Sequence[PredictedToponym]],
    *,
    gold_mentions: bool = False,
    alts: bool = False,
    adj: bool = True,
) -> tuple[ToponymScore, dict[str, Interval]]:
    """Return the figures of a corpus and the 95 % intervals of the chief ones.

    Parameters
    ----------
    gold, predictions
        By document; a document without predictions counts as empty.
    gold_mentions
        The mentions were given: only resolution is scored.
    alts, adj
        As for `tally`.
    """
    tallies = [tally(d, predictions.get(key, ()), alts=alts, adj=adj) for key, d in gold.items()]
    errors = [error for t in tallies for error in t.errors_km]
    unanswered = sum(t.unanswered for t in tallies)
    everything = errors + [WORST_KM] * unanswered
    recognition = Recognition(
        _prf(_sum(tallies, "exact"), _sum(tallies, "predicted"), _sum(tallies, "gold")),
        _prf(_sum(tallies, "overlap"), _sum(tallies, "predicted"), _sum(tallies, "gold")),
    )
    right, placed = _sum(tallies, "right"), _sum(tallies, "placed_predicted")
    share = round(len(errors) / max(1, len(everything)), 4)
    score = ToponymScore(
        docs=len(gold),
        docs_pred=len(gold.keys() & predictions.keys()),
        resolution=Resolution(_distances(everything), _distances(errors), share),
        recognition=UNSET if gold_mentions else recognition,
        end_to_end=UNSET if gold_mentions else _prf(right, placed, _sum(tallies, "placed_gold")),
        country_acc=_share([hit for t in tallies for hit in t.countries]),
        geonames_exact=_share([hit for t in tallies for hit in t.ids]),
    )
    return score, _intervals(tallies, gold_mentions=gold_mentions)


def _sum(tallies: Sequence[Tally], name: str) -> int:
    return sum(getattr(t, name) for t in tallies)


def _prf(tp: int, n_pred: int, n_gold: int) -> Prf:
    """Return figures rounded to four places, zero of nothing."""
    figure = prf(tp, n_pred, n_gold)
    p, r, f1 = (round(share or 0.0, 4) for share in (figure.p, figure.r, figure.f1))
    return Prf(p, r, f1, tp, n_pred, n_gold)


def _distances(errors: Sequence[float]) -> Distances | None:
    if not errors:
        return None
    count = len(errors)
    return Distances(
        count,
        round(sum(e <= NEAR_KM for e in errors) / count, 4),
        round(sum(e <= CLOSE_KM for e in errors) / count, 4),
        round(sum(errors) / count, 1),
        round(statistics.median(errors), 2),
        round(_auc(errors), 4),
    )


def _auc(errors: Sequence[float]) -> float:
    """Return the area under the sorted ln(error + 1), of at most 1 (Gritta et al. 2018)."""
    heights = sorted(math.log(error + 1) for error in errors)
    worst = math.log(WORST_KM + 1)
    if len(heights) == 1:
        return heights[0] / worst
    steps = range(len(heights) - 1)
    return sum((heights[i] + heights[i + 1]) / 2 for i in steps) / (worst * (len(heights) - 1))


def _share(hits: Sequence[bool]) -> Share | UnsetType:
    return Share(round(sum(hits) / len(hits), 4), len(hits)) if hits else UNSET


def _intervals(tallies: Sequence[Tally], *, gold_mentions: bool) -> dict[str, Interval]:
    ratios = {"acc161": ([t.right for t in tallies], [t.placed_gold for t in tallies])}
    if not gold_mentions:
        ratios |= {
            "recognition": ([2 * t.overlap for t in tallies], [t.predicted + t.gold for t in tallies]),
            "end_to_end": (
                [2 * t.right for t in tallies],
                [t.placed_predicted + t.placed_gold for t in tallies],
            ),
        }
    found = {name: interval(parts, wholes) for name, (parts, wholes) in ratios.items()}
    return {name: value for name, value in found.items() if value is not None}
