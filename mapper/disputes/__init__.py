"""Disputed territories: the register, its names and outlines, the relation of a text, points of view."""

from mapper.disputes.assessment import assess
from mapper.disputes.countries import CountPolicy, counted_countries, countries_text, settled_text
from mapper.disputes.importing import import_outlines
from mapper.disputes.names import NameMatch
from mapper.disputes.register import DisputeRegister, check
from mapper.disputes.relation import relation_at
from mapper.disputes.report import Finding, Listed, Seen, compared, describe, findings, listing
from mapper.disputes.territory import InnerPlace, Party, Territory
from mapper.disputes.worldviews import Worldview, worldview, worldviews

__all__ = [
    "CountPolicy",
    "DisputeRegister",
    "Finding",
    "InnerPlace",
    "Listed",
    "NameMatch",
    "Party",
    "Seen",
    "Territory",
    "Worldview",
    "assess",
    "check",
    "compared",
    "counted_countries",
    "countries_text",
    "describe",
    "findings",
    "import_outlines",
    "listing",
    "relation_at",
    "settled_text",
    "worldview",
    "worldviews",
]
