"""What came before, who else was there, what led to what; and the same as a graph."""

import builtins
import io
from datetime import date

import pytest
from msgspec.structs import replace

from mapper.errors import ExtraMissingError
from mapper.exports import write
from mapper.links.across import merge
from mapper.links.story import Story
from mapper.model import EventMap, Link
from tests.links.merge_notation import RUN, article

networkx = pytest.importorskip("networkx")

ATTACK = 'ASSAULT.attack happened 2026-05-04 @Kabul gunmen+Noor_Ali>mosque "attack"'
PROTEST = 'PROTEST.demonstration happened 2026-05-06 @Kabul Noor_Ali>mosque+Karim "protest"'
ARREST = 'COERCE.arrest happened 2026-05-09 @Kabul police>Karim "arrested"'
VOTE = 'OTHER.vote planned ? - - > "vote"'.replace("- > ", "> ")


def told(*maps):
    return merge(EventMap(RUN, maps))


def linked(name, *reports, links, published=None):
    made = tuple(Link(a, b, kind, confidence) for a, b, kind, confidence in links)
    return replace(article(name, *reports, published=published), links=made)


@pytest.fixture
def result():
    return told(
        linked("a", ATTACK, PROTEST, links=[("e1", "e2", "caused", 0.6)], published=date(2026, 5, 7)),
        linked(
            "b", ATTACK, PROTEST, ARREST, VOTE,
            links=[("e1", "e2", "caused", 0.8), ("e2", "e3", "follow-up", 0.6), ("e3", "e1", "caused", 0.4)],
            published=date(2026, 5, 10),
        ),
    )  # fmt: skip


def test_the_graph_has_each_event_once(result):
    graph = result.graph()
    attack, protest = (cluster.id for cluster in result.clusters)
    assert set(graph) == {attack, protest, "b#e3", "b#e4"}
    assert graph.nodes[attack]["reports"] == 2
    assert graph.nodes[attack]["articles"] == "a; b"
    assert graph.nodes[attack]["begin"] == "2026-05-04"
    assert graph.nodes[attack]["place"] == "Kabul"
    assert "begin" not in graph.nodes["b#e4"]
    assert graph.edges[attack, protest, "caused"]["confidence"] == 0.8
    assert graph.edges[attack, protest, "caused"]["articles"] == "a; b"
    assert {kind for *_, kind in graph.edges(keys=True)} == {"caused", "follow-up"}


def test_the_shown_claim_stands_for_the_event():
    plan = 'CONSULT.talks planned 2026-05-20 @Oslo Lind>Ruiz "talks"'
    maps = [
        article("a", plan, published=date(2026, 5, 1)),
        article("b", plan.replace("planned", "cancelled"), published=date(2026, 5, 9)),
        article("c", plan, published=date(2026, 5, 3)),
    ]
    result = told(*maps)
    (node,) = result.graph().nodes.values()
    assert node["status"] == "cancelled"
    assert [(c.value, c.report.article) for c in result.clusters[0].claims if c.shown] == [("cancelled", "b")]


def test_a_stated_day_stands_for_the_event_before_an_inferred_one():
    told_by = 'CONSULT.talks happened {} @Oslo Lind>Ruiz "talks"'.format
    maps = article("a", told_by("~2026-05-17..2026-05-20")), article("b", told_by("2026-05-19"))
    result = told(*maps)
    (node,) = result.graph().nodes.values()
    assert (node["begin"], node["end"]) == ("2026-05-19", "2026-05-19")
    assert set(Story(result).days.values()) == {(date(2026, 5, 19), date(2026, 5, 19))}


def test_a_graph_of_unlifted_links(result):
    bare = replace(result, links=())
    assert set(bare.graph().edges) == set(result.graph().edges)


def test_before_after_and_the_same_people(result):
    story = Story(result)
    attack, protest = (cluster.id for cluster in result.clusters)
    assert story.before("b#e3") == [protest, attack]
    assert story.after(attack) == [protest, "b#e3"]
    assert story.before("b#e4") == story.after("b#e4") == []
    assert story.same_participants(attack) == []  # one name, and a common noun that names nobody
    assert story.same_participants(protest) == []


def test_two_shared_names_make_the_same_people():
    maps = [
        article("a", 'CONSULT happened 2026-05-04 @Oslo Anna_Lind>Jorge_Ruiz "met"'),
        article(
            "b",
            'AGREE happened 2026-05-19 @Oslo Ruiz>Lind "signed"',
            'CLAIM happened 2026-05-20 - Ruiz>- "said"',
        ),
    ]
    assert Story(told(*maps)).same_participants("a#e1") == ["b#e1"]


def test_chains_follow_causes_and_break_circles_at_the_least_sure(result):
    attack, protest = (cluster.id for cluster in result.clusters)
    assert Story(result).chains() == [(attack, protest, "b#e3")]
    assert Story(result).components() == [tuple(sorted((attack, protest, "b#e3")))]


def test_a_story_without_links_has_no_chains():
    story = Story(told(article("a", ATTACK)))
    assert story.chains() == story.components() == []
    assert Story(told()).graph.number_of_nodes() == 0


def test_graphml_reads_back(result, tmp_path):
    path = tmp_path / "story.graphml"
    write(result, path)
    read = networkx.read_graphml(path, force_multigraph=True)
    graph = result.graph()
    assert dict(read.nodes(data=True)) == dict(graph.nodes(data=True))
    assert sorted((a, b, d["kind"]) for a, b, d in read.edges(data=True)) == sorted(graph.edges(keys=True))
    assert read.is_directed()


def test_graphml_of_hostile_text():
    event = replace(article("a", ATTACK).events[0], label='\x00<!--"&\ud800]]>')
    result = told(replace(article("x\x01", ATTACK), events=(event,)))
    stream = io.BytesIO()
    write(result, stream, "graphml")
    read = networkx.parse_graphml(stream.getvalue().decode())
    assert list(read.nodes(data="label")) == [("x\ufffd#e1", '\ufffd<!--"&\ufffd]]>')]


def test_without_networkx_the_error_names_the_extra(result, monkeypatch):
    real = builtins.__import__

    def without(name, *args, **kwargs):
        if name.partition(".")[0] == "networkx":
            raise ImportError(name)
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(ExtraMissingError, match=r"event-mapper\[graph\]"):
        result.graph()
