"""Time expressions, their intervals, and the day they are counted from."""

from mapper.dates.labels import label
from mapper.dates.period import days_shared, precision_of
from mapper.dates.reference import reference_date
from mapper.dates.resolve import find_times

__all__ = ["days_shared", "find_times", "label", "precision_of", "reference_date"]
