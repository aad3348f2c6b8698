"""A sentence about every disputed territory, through the whole pipeline: flagged, and nobody's country."""

from __future__ import annotations

import pytest

from mapper.disputes import DisputeRegister
from mapper.model import Article
from mapper.pipeline import EventMapper

REGISTER = DisputeRegister.load()
ROWS = [row for row in REGISTER if row.flag_default and len(row.claimants) > 1]


@pytest.fixture(scope="module")
def mapper(gazetteer):
    return EventMapper(gazetteer=gazetteer, model="none")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_every_territory_named_in_an_article(mapper, row):
    parties = " and ".join(REGISTER.party_name(code) for code in row.claimants)
    text = f"Officials met about {row.neutral_name}, a territory disputed by {parties}."
    record = mapper.parse(Article(row.id, text=text))
    flagged = [t for t in record.toponyms if t.dispute and row.id in (t.dispute.territory, *t.dispute.also)]
    assert flagged, [(t.text, t.place and t.place.id) for t in record.toponyms]
    for toponym in record.toponyms:
        if toponym.dispute is not None and toponym.place is not None:
            assert toponym.place.country is None
            assert all(
                other.place.country is None
                for other in toponym.alternatives
                if REGISTER.flag_place(other.place) is not None
            )
