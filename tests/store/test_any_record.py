"""Whatever finished records hold, they merge, keep and come back the same."""

import importlib.util
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from mapper.links.across import merge
from mapper.links.story import Story
from mapper.model import ArticleMap, EventMap
from mapper.store import Store

_SPEC = importlib.util.spec_from_file_location(
    "record_strategies", Path(__file__).parents[1] / "model" / "conftest.py"
)
_STRATEGIES = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(_STRATEGIES)

any_records = st.lists(_STRATEGIES.records_of(ArticleMap), min_size=1, max_size=4)
few = settings(max_examples=10, suppress_health_check=list(HealthCheck), deadline=None)


def told_by_several(records):
    """Return the records twice, as of two articles, so that there is something to merge."""
    again = [
        replace(r, article=replace(r.article, id=f"{r.article.id}'", text_sha256=f"{n}"))
        for n, r in enumerate(records)
    ]
    return [*records, *again]


@few
@given(any_records, st.randoms(use_true_random=False))
def test_any_records_in_any_order(records, chance):
    records = told_by_several(records)
    with tempfile.TemporaryDirectory() as folder:
        dumps = []
        for name in ("one.db", "other.db"):
            with Store.open(Path(folder, name)) as store:
                for record in records:
                    store.add(record)
                dumps.append(list(store.dump()))
                result = store.event_map()
            chance.shuffle(records)
    assert dumps[0] == dumps[1]
    assert merge(EventMap(result.run, result.articles)) == result
    assert len({article.article.id for article in result.articles}) == len(result.articles)


@few
@given(_STRATEGIES.records_of(EventMap))
def test_any_result_has_a_story(result):
    merged = merge(result)
    story = Story(merged)
    for node in list(story.graph)[:3]:
        assert node not in story.before(node) + story.after(node) + story.same_participants(node)
    assert {node for chain in story.chains() for node in chain} <= set(story.graph)
