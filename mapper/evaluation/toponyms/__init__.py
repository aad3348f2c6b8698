"""Toponym gold, predictions and figures."""

from mapper.evaluation.toponyms.gold import GoldDocument, GoldToponym, read_toponym_gold
from mapper.evaluation.toponyms.predictions import PredictedToponym, predicted, write_predictions
from mapper.evaluation.toponyms.run import ToponymReport, evaluate_toponyms, toponym_report
from mapper.evaluation.toponyms.score import ToponymScore, score_toponyms

__all__ = [
    "GoldDocument",
    "GoldToponym",
    "PredictedToponym",
    "ToponymReport",
    "ToponymScore",
    "evaluate_toponyms",
    "predicted",
    "read_toponym_gold",
    "score_toponyms",
    "toponym_report",
    "write_predictions",
]
