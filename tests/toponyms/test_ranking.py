"""Which place a name means: tables, contexts, links, cues, homes, confidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.toponyms.candidates import MOST_CANDIDATES, NONE, CandidateSource, bearer
from mapper.toponyms.ranking import CONTEXT, NAMES, OWN, confidence
from mapper.toponyms.ranking.cues import cues_of, kind_said
from mapper.toponyms.ranking.hand import OUTRIGHT, WEIGHTS, base_score, hand_weights
from mapper.toponyms.ranking.links import list_pairs, name_links
from mapper.toponyms.ranking.mention import Mention
from mapper.toponyms.ranking.names import names_of
from mapper.toponyms.ranking.resolve import ALTERNATIVES, NO_MATCH, context_features, rank
from mapper.toponyms.ranking.table import LEAST_PER_NAME, MOST_ROWS, Table
from mapper.toponyms.spans.proposal import Proposal
from mapper.toponyms.sphere import kilometres, unit_vectors

if TYPE_CHECKING:
    from mapper.gazetteer import Gazetteer

    from .making import Maker

points = st.tuples(st.floats(-89, 89), st.floats(-179, 179))


def mentions(make: Maker, text: str, *words: str) -> list[Mention]:
    """Return the words of a text as mentions, looked for from left to right."""
    found, start = [], 0
    for word in words:
        start = text.index(word, start)
        proposal = Proposal(start, start + len(word), word, 0, 1, "given")
        found.append(Mention(proposal, make.source.choices(word)))
        start += len(word)
    return found


def table(make: Maker, text: str, *words: str) -> Table:
    return Table(names_of(text, mentions(make, text, *words))[0], text)


def meant(make: Maker, text: str, *words: str) -> list[str]:
    """Return the country, and for the United States the state, of what each word is taken for."""
    ranking = rank(text, mentions(make, text, *words))
    found = []
    for i in range(len(words)):
        best = ranking.of(i).best
        place = ranking.candidate(best).place if best is not None else None
        unit = place and (place.admin1 or place.name if place.country == "US" else place.country)
        found.append(unit or "")
    return found


# -- candidates


def test_columns_are_as_long_as_the_choices(make: Maker) -> None:
    choices = make.source.choices("Springfield")
    assert 5 < len(choices) <= MOST_CANDIDATES
    columns = (
        "row",
        "lat",
        "lon",
        "score",
        "prominence",
        "population",
        "country",
        "admin1",
        "admin2",
        "likeness",
    )
    for column in columns:
        assert getattr(choices, column).shape == (len(choices),)
    assert choices.points.shape == (len(choices), 3)
    assert len(choices.kinds) == len(choices.name_kinds) == len(choices.matches) == len(choices)
    assert 0 <= choices.likeness.min() <= choices.likeness.max() == 1


def test_a_name_nobody_bears_has_no_choice(make: Maker) -> None:
    choices = make.source.choices("Zzyzxqq")
    assert len(choices) == 0
    assert choices.points.shape == (0, 3)


def test_choices_are_cut_to_one_place(make: Maker) -> None:
    choices = make.source.choices("Dokdo")
    assert [c.id for c in choices.only("dt:liancourt-rocks").candidates] == ["dt:liancourt-rocks"]
    assert choices.only("dt:nowhere") is choices


def test_a_place_without_a_unit_has_no_row_for_it(make: Maker) -> None:
    japan = make.source.choices("Japan")
    assert japan.kinds[0] == "country"
    assert japan.admin1[0] == NONE


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("Walker County Sheriff's Office", "Walker County"),
        ("Nairobi Hospital", "Nairobi"),
        ("Nara", ""),
        ("Big Yellow Taxi", ""),
        ("Zzyzxqq Hospital", ""),
        ("Nairobi Road", ""),
    ],
)
def test_a_body_is_named_after_its_place(gazetteer: Gazetteer, name: str, part: str) -> None:
    assert bearer(name, gazetteer) == part


@pytest.mark.parametrize(
    ("text", "known"), [("New York", (True, True)), ("New Yor", (False, True)), ("Zzyzxqq", (False, False))]
)
def test_a_source_knows_names_and_their_beginnings(
    gazetteer: Gazetteer, text: str, known: tuple[bool, bool]
) -> None:
    source = CandidateSource(gazetteer)
    assert source.known(text) == known
    assert source.known(text) == (gazetteer.has(text), gazetteer.has_prefix(text))


def test_a_source_forgets_when_it_knows_too_much(
    gazetteer: Gazetteer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mapper.toponyms.candidates.MOST_NAMES", 2)
    source = CandidateSource(gazetteer)
    first = source.choices("Nara")
    for name in ("Osaka", "Kyoto", "Tokyo"):
        source.choices(name), source.known(name), source.short_kinds(name)
        source.place(source.choices(name).candidates[0])
    again = source.choices("Nara")
    assert again is not first
    assert [c.id for c in again.candidates] == [c.id for c in first.candidates]


# -- the sphere


@given(points, points)
def test_distances_agree_with_the_scalar_formula(a: tuple[float, float], b: tuple[float, float]) -> None:
    from mapper.geo import distance_km

    one = unit_vectors(np.array([a[0]]), np.array([a[1]]))
    other = unit_vectors(np.array([b[0]]), np.array([b[1]]))
    assert kilometres(one, other)[0, 0] == pytest.approx(distance_km(*a, *b), abs=0.5)


# -- words of the kind


@pytest.mark.parametrize(
    ("text", "name", "cues", "said"),
    [
        ("in Walker County today", "Walker County", {"admin2"}, ""),
        ("the city of Nara won", "Nara", {"populated"}, ""),
        ("in Washington state", "Washington", {"admin1"}, "admin1"),
        ("on the Nara river", "Nara", {"water"}, "water"),
        ("in Nara", "Nara", set(), ""),
        ("in Nara State", "Nara", {"admin1"}, ""),
    ],
)
def test_cues(text: str, name: str, cues: set[str], said: str) -> None:
    start = text.index(name)
    assert set(cues_of(text, start, start + len(name))) >= cues
    assert kind_said(text, start + len(name)) == said


# -- links


@pytest.mark.parametrize(
    ("text", "rule", "inner"),
    [
        ("Paris, Texas", "comma", "Paris"),
        ("Paris (Texas)", "comma", "Paris"),
        ("Paris in Texas", "in", "Paris"),
        ("Paris, in the northern Texas", "in", "Paris"),
        ("Paris, a small town in Texas", "kind-in", "Paris"),
        ("Texas' city of Paris", "possessive", "Paris"),
        ("Texas’s Paris", "possessive", "Paris"),
        ("Texas city of Paris", "kind-of", "Paris"),
    ],
)
def test_links_say_which_name_lies_in_which(make: Maker, text: str, rule: str, inner: str) -> None:
    words = sorted(("Paris", "Texas"), key=text.index)
    (link,) = name_links(text, mentions(make, text, *words))
    assert link.rule == rule
    assert words[link.inner] == inner
    assert 0 < link.strength <= 1


@pytest.mark.parametrize(
    "text", ["Paris and Texas", "Paris. Texas", "Paris went far away from the whole of old Texas"]
)
def test_other_gaps_are_no_link(make: Maker, text: str) -> None:
    assert list(name_links(text, mentions(make, text, "Paris", "Texas"))) == []


def test_a_list_of_states_is_no_containment(make: Maker) -> None:
    text = "in Georgia, Texas and Florida"
    links = list(name_links(text, mentions(make, text, "Georgia", "Texas", "Florida")))
    assert links[0].strength < 0.5


# -- names


def test_mentions_of_one_spelling_share_a_name(make: Maker) -> None:
    names, owner = names_of("Nara. Nara.", mentions(make, "Nara. Nara.", "Nara", "Nara"))
    assert (len(names), owner) == (1, [0, 0])
    assert len(names[0].mentions) == 2


def test_a_name_said_to_lie_elsewhere_is_another(make: Maker) -> None:
    text = "Paris, Texas, is not Paris."
    names, owner = names_of(text, mentions(make, text, "Paris", "Texas", "Paris"))
    assert owner == [0, 1, 2]
    assert names[0].namesakes == [2]
    assert names[2].namesakes == [0]
    assert names[0].inside[0][0] == 1
    assert names[1].holds[0][0] == 0


def test_an_impossible_containment_is_no_link(make: Maker) -> None:
    text = "Zzyzxqq, Japan"
    names, _ = names_of(text, mentions(make, text, "Zzyzxqq", "Japan"))
    assert all(name.inside == [] and name.holds == [] for name in names)


# -- the table


def test_a_table_holds_the_names_one_after_the_other(make: Maker) -> None:
    found = table(make, "Springfield, Nara and Zzyzxqq", "Springfield", "Nara", "Zzyzxqq")
    assert len(found) == sum(found.sizes)
    assert found.sizes[2] == 0
    assert found.rows(0).stop == found.rows(1).start
    assert found.name.tolist() == sorted(found.name.tolist())


def test_long_texts_keep_fewer_choices(make: Maker) -> None:
    text = " ".join(["Springfield", "Nara"] + [f"Paris{i}" for i in range(3)])
    found = table(make, text, "Springfield", "Nara")
    assert LEAST_PER_NAME <= found.sizes[0] <= MOST_CANDIDATES
    assert MOST_ROWS >= LEAST_PER_NAME


def test_shares_of_a_name_sum_to_one(make: Maker) -> None:
    found = table(make, "Springfield and Nara", "Springfield", "Nara")
    shares = found.softmax(found.score)
    for i in range(2):
        assert shares[found.rows(i)].sum() == pytest.approx(1)
    assert found.reduce_max(found.score)[0] == found.score[found.rows(0)].max()


def test_masses_count_other_names_only(make: Maker) -> None:
    found = table(make, "Nara, Osaka and Lyon", "Nara", "Osaka", "Lyon")
    belief = np.zeros(len(found))
    for i in range(3):
        belief[found.rows(i).start] = 1.0
    inside = found.masses(found.country, belief).at(found.country)
    japan = found.country[found.rows(0).start]
    assert inside[found.rows(0).start] == pytest.approx(1)  # Osaka
    assert inside[found.rows(2).start] == 0
    assert found.masses(found.country, belief).at(np.full(len(found), japan))[found.rows(2).start] == 2


def test_masses_of_nothing_are_nothing(make: Maker) -> None:
    found = table(make, "Zzyzxqq", "Zzyzxqq")
    assert found.masses(found.row, np.zeros(0)).at(found.row).tolist() == []


# -- features


def test_features_have_their_names(make: Maker) -> None:
    found = table(make, "Paris, Texas", "Paris", "Texas")
    rows = context_features(found)
    assert rows.shape == (len(found), len(NAMES))
    assert np.isfinite(rows).all()
    for group in OWN:
        assert group.features(found).shape == (len(found), len(group.NAMES))
    for group in CONTEXT:
        assert group.features(found, found.softmax(found.score)).shape == (len(found), len(group.NAMES))


def test_containment_speaks_for_the_place_inside(make: Maker) -> None:
    found = table(make, "Paris, Texas", "Paris", "Texas")
    rows = context_features(found)
    lies = rows[found.rows(0), NAMES.index("lies_in_said")]
    texas = found.row[found.rows(1)][0]
    assert lies[found.admin1[found.rows(0)] == texas].min() > 0.5
    assert lies[found.admin1[found.rows(0)] != texas].max() < 0.5


def test_hand_weights_are_for_known_features() -> None:
    assert set(WEIGHTS) <= set(NAMES)
    assert set(OUTRIGHT) <= set(NAMES)
    assert hand_weights(("prior", "no such feature")).tolist() == [1.0, 0.0]
    row = np.zeros((1, len(NAMES)))
    assert base_score(row).tolist() == [0.0]
    row[0, NAMES.index("lies_in_said")] = 1
    assert base_score(row)[0] > OUTRIGHT["lies_in_said"]


# -- the choice


@pytest.mark.parametrize(
    ("text", "words", "units"),
    [
        ("Paris, Texas", ("Paris", "Texas"), ["Texas", "Texas"]),
        ("Paris and Lyon, France", ("Paris", "Lyon", "France"), ["FR", "FR", "FR"]),
        ("Moscow, Idaho", ("Moscow", "Idaho"), ["Idaho", "Idaho"]),
        ("Athens, Georgia", ("Athens", "Georgia"), ["Georgia", "Georgia"]),
        ("Tbilisi, Georgia", ("Tbilisi", "Georgia"), ["GE", "GE"]),
        ("London, Ontario", ("London", "Ontario"), ["CA", "CA"]),
        ("Zzyzxqq", ("Zzyzxqq",), [""]),
    ],
)
def test_context_decides(make: Maker, text: str, words: tuple[str, ...], units: list[str]) -> None:
    assert meant(make, text, *words) == units


def test_confidence_and_alternatives_are_shares(make: Maker) -> None:
    text = "Springfield and Paris, Texas"
    ranking = rank(text, mentions(make, text, "Springfield", "Paris", "Texas"))
    for i in range(3):
        resolution = ranking.of(i)
        assert 0 <= resolution.confidence <= 1
        assert len(resolution.others) <= ALTERNATIVES + 1
        assert resolution.confidence + sum(share for _, share in resolution.others) <= 1 + 1e-9
        assert (resolution.best is None) == (resolution.confidence < NO_MATCH)


def test_a_name_without_choices_has_no_confidence(make: Maker) -> None:
    ranking = rank("Zzyzxqq", mentions(make, "Zzyzxqq", "Zzyzxqq"))
    assert ranking.of(0).best is None
    assert ranking.of(0).confidence == 0
    assert rank("", []).names == ()


def test_confidence_looks_at_the_chosen_row(make: Maker) -> None:
    found = table(make, "Springfield and Japan", "Springfield", "Japan")
    rows = context_features(found)
    belief = found.softmax(base_score(rows))
    columns = confidence.features(found, rows, belief)
    assert columns.shape == (2, len(confidence.NAMES))
    sure = confidence.confidences(found, rows, belief)
    assert sure[1] > sure[0]


def test_saying_more_makes_it_surer(make: Maker) -> None:
    alone = rank("Springfield", mentions(make, "Springfield", "Springfield")).of(0).confidence
    text = "Springfield, Illinois"
    said = rank(text, mentions(make, text, "Springfield", "Illinois")).of(0).confidence
    assert said > alone


# -- lists


@pytest.mark.parametrize(
    ("text", "words", "pairs"),
    [
        ("Utah, Washington and Wisconsin", ("Utah", "Washington", "Wisconsin"), [(0, 1), (1, 2)]),
        ("Utah, Washington, and Wisconsin", ("Utah", "Washington", "Wisconsin"), [(0, 1), (1, 2)]),
        ("Utah, Washington, Wisconsin", ("Utah", "Washington", "Wisconsin"), []),
        ("Utah and Washington", ("Utah", "Washington"), []),
        ("Utah. Washington, Ohio and Maine", ("Utah", "Washington", "Ohio", "Maine"), [(1, 2), (2, 3)]),
    ],
)
def test_lists_of_three_end_in_and(
    make: Maker, text: str, words: tuple[str, ...], pairs: list[tuple[int, int]]
) -> None:
    assert list(list_pairs(text, mentions(make, text, *words))) == pairs


def test_names_of_a_list_know_their_neighbours(make: Maker) -> None:
    text = "Utah, Washington and Wisconsin"
    names, _ = names_of(text, mentions(make, text, "Utah", "Washington", "Wisconsin"))
    assert [name.listed for name in names] == [[1], [0, 2], [1]]


def test_a_list_of_states_speaks_for_the_state(make: Maker) -> None:
    text = "Utah, Washington and Wisconsin"
    found = table(make, text, "Utah", "Washington", "Wisconsin")
    column = context_features(found)[:, NAMES.index("listed_with_kind")]
    own = found.rows(1)
    kinds = np.array(found.kinds[own])
    assert column[own][kinds == "admin1"].min() > column[own][kinds == "city"].max()
    assert column.max() <= 1 + 1e-9


def test_a_text_without_lists_has_no_such_column(make: Maker) -> None:
    found = table(make, "Utah. Washington.", "Utah", "Washington")
    assert context_features(found)[:, NAMES.index("is_listed")].max() == 0
