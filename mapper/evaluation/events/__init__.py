"""Event gold, predictions and figures."""

from mapper.evaluation.events.gold import GoldArticle, read_event_gold
from mapper.evaluation.events.run import EventReport, evaluate_events
from mapper.evaluation.events.score import EventScore, score_events

__all__ = [
    "EventReport",
    "EventScore",
    "GoldArticle",
    "evaluate_events",
    "read_event_gold",
    "score_events",
]
