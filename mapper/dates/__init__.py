"""Time expressions and their intervals."""

from mapper.dates.period import days_shared, precision_of
from mapper.dates.reference import reference_date
from mapper.dates.resolve import find_times

__all__ = ["days_shared", "find_times", "precision_of", "reference_date"]
