"""What happened, was planned, called off or is claimed: where, when, by whom, who says so."""

from mapper.events.extractor import EventExtractor, RuleExtractor

__all__ = ["EventExtractor", "RuleExtractor"]
