"""Gold readers, figures with their intervals, and tables."""

from mapper.evaluation.adapters import time_finder, toponym_finder, toponym_resolver
from mapper.evaluation.coverage import CoverageReport, evaluate_coverage
from mapper.evaluation.dates import DateReport, evaluate_dates
from mapper.evaluation.disputes import DisputeReport, evaluate_disputes, read_dispute_cases
from mapper.evaluation.events import EventReport, evaluate_events, read_event_gold
from mapper.evaluation.tables import render
from mapper.evaluation.toponyms import ToponymReport, evaluate_toponyms, read_toponym_gold

__all__ = [
    "CoverageReport",
    "DateReport",
    "DisputeReport",
    "EventReport",
    "ToponymReport",
    "evaluate_coverage",
    "evaluate_dates",
    "evaluate_disputes",
    "evaluate_events",
    "evaluate_toponyms",
    "read_dispute_cases",
    "read_event_gold",
    "read_toponym_gold",
    "render",
    "time_finder",
    "toponym_finder",
    "toponym_resolver",
]
