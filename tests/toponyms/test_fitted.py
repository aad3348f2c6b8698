"""Fitted numbers: scored without the library that fitted them, checked against the code's features."""

from __future__ import annotations

from pathlib import Path

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.errors import ModelMissingError
from mapper.toponyms import evidence, fitted
from mapper.toponyms.fitted import FOLDER, Forest, ForestNumbers, Linear, LinearNumbers, load, logistic
from mapper.toponyms.ranking import NAMES as RANKING
from mapper.toponyms.ranking import confidence
from mapper.toponyms.roles import features as roles

FEATURES = 4
MODELS = {
    "spans": evidence.NAMES,
    "spans-plain": evidence.NAMES,
    "ranking": RANKING,
    "confidence": confidence.NAMES,
    "roles": roles.NAMES,
}


@st.composite
def forests(draw: st.DrawFn) -> ForestNumbers:
    """Return forests of random shape, grown as the writer of numbers writes them: parents first."""
    table: dict[str, list] = {key: [] for key in ("feature", "threshold", "left", "right", "value")}

    def grow(depth: int) -> int:
        index = len(table["feature"])
        for column in table.values():
            column.append(0)
        if depth == 0 or not draw(st.booleans()):
            table["left"][index] = table["right"][index] = index
            table["value"][index] = draw(st.integers(-50, 50)) / 10
            return index
        table["feature"][index] = draw(st.integers(0, FEATURES - 1))
        table["threshold"][index] = float(draw(st.integers(-3, 3)))
        table["left"][index] = grow(depth - 1)
        table["right"][index] = grow(depth - 1)
        return index

    roots = [grow(draw(st.integers(0, 5))) for _ in range(draw(st.integers(1, 5)))]
    return ForestNumbers(
        [f"f{i}" for i in range(FEATURES)], roots, **table, base=draw(st.integers(-3, 3)) / 2
    )


def walk(numbers: ForestNumbers, row: np.ndarray) -> float:
    """Return a forest's score of one row, node by node."""
    total = 0.0
    for root in numbers.roots:
        node = root
        while numbers.left[node] != node:
            low = row[numbers.feature[node]] <= numbers.threshold[node]
            node = numbers.left[node] if low else numbers.right[node]
        total += numbers.value[node]
    return total + numbers.base


@given(forests(), st.lists(st.lists(st.integers(-8, 8), min_size=FEATURES, max_size=FEATURES), max_size=8))
def test_a_forest_scores_as_a_walk_through_its_trees(numbers: ForestNumbers, rows: list[list[int]]) -> None:
    table = np.array(rows, dtype=np.float64).reshape(len(rows), FEATURES) / 2
    scores = Forest(numbers).score(table)
    assert scores.shape == (len(rows),)
    assert scores.tolist() == pytest.approx([walk(numbers, row) for row in table])


@pytest.mark.parametrize("name", ["spans", "spans-plain", "ranking"])
def test_the_shipped_forests_score_as_a_walk(name: str) -> None:
    numbers = msgspec.json.decode((FOLDER / f"{name}.json").read_bytes(), type=ForestNumbers)
    random = np.random.default_rng(7)
    cuts = np.array(numbers.threshold)
    table = random.choice(cuts, (12, len(numbers.names))) + random.choice(
        [-0.5, 0.0, 0.5], (12, len(numbers.names))
    )
    assert Forest(numbers).score(table).tolist() == pytest.approx([walk(numbers, row) for row in table])


def test_a_missing_value_goes_right() -> None:
    numbers = ForestNumbers(["a"], [0], [0, 0, 0], [0.0, 0, 0], [1, 1, 2], [2, 1, 2], [0, 1.0, 2.0])
    assert Forest(numbers).score(np.array([[-1.0], [1.0], [np.nan]])).tolist() == [1.0, 2.0, 2.0]


def test_a_tree_may_have_more_leaves_than_a_small_number_has_bits() -> None:
    chain = 40
    feature, threshold, left, right, value = [], [], [], [], []
    for i in range(chain):
        here = 2 * i
        feature += [0, 0]
        threshold += [float(i), 0.0]
        left += [here + 1, here + 1]
        right += [here + 2, here + 1]
        value += [0.0, float(i)]
    feature.append(0), threshold.append(0.0), left.append(2 * chain), right.append(2 * chain)
    value.append(float(chain))
    numbers = ForestNumbers(["a"], [0], feature, threshold, left, right, value)
    rows = np.arange(-0.5, chain + 1)[:, None]
    assert (
        Forest(numbers).score(rows).tolist()
        == [min(max(float(i), 0.0), chain) for i in range(chain + 2)][: len(rows)]
    )


@given(
    st.lists(st.integers(-9, 9), min_size=3, max_size=3), st.lists(st.integers(-9, 9), min_size=3, max_size=3)
)
def test_a_linear_model_is_the_sum_of_its_parts(weights: list[int], row: list[int]) -> None:
    model = Linear(LinearNumbers(["a", "b", "c"], [float(w) for w in weights], base=0.5))
    rows = np.array([row], dtype=np.float64)
    assert model.score(rows)[0] == pytest.approx(model.parts(rows).sum() + 0.5)


@given(st.floats(-1e6, 1e6))
def test_a_probability_lies_between_nothing_and_certainty(score: float) -> None:
    (share,) = logistic(np.array([score])).tolist()
    assert 0 <= share <= 1
    assert logistic(np.array([-score]))[0] == pytest.approx(1 - share)


@pytest.mark.parametrize(("name", "features"), MODELS.items())
def test_the_shipped_numbers_are_for_the_features_of_the_code(name: str, features: tuple[str, ...]) -> None:
    model = load(name, features)
    assert model.names == tuple(features)
    assert model.about["tool"] == "benchmarks/train.py"
    assert "Web" in model.about["data"] or "LGL" in model.about["data"]
    assert len(set(features)) == len(features)


def test_numbers_for_other_features_are_refused() -> None:
    with pytest.raises(ModelMissingError, match="make train"):
        load("ranking", ("something", "else"))


def test_another_folder_is_used_for_a_while(tmp_path: Path) -> None:
    (tmp_path / "roles.json").write_bytes(msgspec.json.encode(LinearNumbers(["a"], [2.0])))
    with fitted.parameters_of(tmp_path):
        assert load("roles", ("a",)).score(np.array([[3.0]])).tolist() == [6.0]
    assert load("roles", roles.NAMES).names == roles.NAMES


def test_the_folder_comes_back_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), fitted.parameters_of(tmp_path):
        load("roles", ("a",))
    assert load("roles", roles.NAMES).names == roles.NAMES


def test_no_word_or_name_is_a_feature() -> None:
    """Features are named properties; function words of `prep_` are the only words among them."""
    for features in MODELS.values():
        for feature in features:
            assert feature == feature.lower()
            assert "paris" not in feature
            assert "texas" not in feature


def test_numbers_only_stand_in_the_files() -> None:
    for name in MODELS:
        content = msgspec.json.decode((FOLDER / f"{name}.json").read_bytes())
        assert set(content) <= {"type", "names", "roots", "feature", "threshold", "left", "right", "value", "base"} | {
            "weights", "about", "depth",
        }  # fmt: skip


def test_the_model_card_names_every_file_and_corpus() -> None:
    card = (FOLDER / "README.md").read_text(encoding="utf-8")
    for name in MODELS:
        assert f"`{name}.json`" in card
    for corpus in ("LGL", "TR-News", "GeoVirus", "GeoWebNews", "TUD-Loc"):
        assert corpus in card
