"""The weights: one file with a version and bounds."""

import json

import pytest

from mentoring.matching import NotAllowed, load_weights
from mentoring.matching.weights import CODES, FILE, read_weights


def test_the_file_has_a_version_and_its_points_add_up() -> None:
    weights = load_weights()
    assert weights.version >= 1
    assert list(weights.weight) == list(CODES)
    assert sum(weights.most.values()) == 1000


def test_whatever_is_tuned_the_points_add_up_to_a_thousand() -> None:
    weights = load_weights().tuned(topics=31, help=17, office=0)
    assert sum(weights.most.values()) == 1000 and weights.most["office"] == 0
    assert weights.most["topics"] > weights.most["help"]


@pytest.mark.parametrize("code", CODES)
def test_a_weight_outside_its_bounds_is_refused(code: str) -> None:
    weights = load_weights()
    for value in (weights.bounds[code].least - 1, weights.bounds[code].most + 1):
        with pytest.raises(NotAllowed, match=f"{code} must be"):
            weights.tuned(**{code: value})
    assert weights.tuned(**{code: weights.bounds[code].most}).weight[code] == weights.bounds[code].most


def test_an_unknown_reason_has_no_weight() -> None:
    with pytest.raises(NotAllowed, match="unknown age"):
        load_weights().tuned(age=10)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"limits": ["language", "way"]}, "limits are"),
        ({"limits": ["language", "way", "availability", "topics"]}, "limits are"),
        ({"live_within": "street"}, "live_within must be"),
        ({"weights": {}}, "expected exactly"),
        ({"weights": {code: {"weight": 1, "least": 1, "most": 1, "full": 9} for code in CODES}}, "full is too high"),
    ],
)
def test_a_file_that_is_wrong_is_refused(change: dict, says: str) -> None:
    data = json.loads(FILE.read_text(encoding="utf-8"))
    with pytest.raises(NotAllowed, match=says):
        read_weights(json.dumps({**data, **change}))
