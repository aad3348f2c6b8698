"""A person's corrections, as a file that can be applied again to the same articles.

A correction names its article, the hash of the article's text and the place in it, so that it never
lands on a text it was not made for. Places are corrected before events are looked for, events after.
"""

from mapper.corrections.file import Corrections
from mapper.corrections.records import At, EventCorrection, PlaceCorrection

__all__ = ["At", "Corrections", "EventCorrection", "PlaceCorrection"]
