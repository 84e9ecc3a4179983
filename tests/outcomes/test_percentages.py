"""A share is said from published counts alone, and no finer than these bear."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outcomes.disclosure.percentages import Share, share


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [
        (20, 45, None),
        (20, 49, None),
        (None, 100, None),
        (20, None, None),
        (20, 50, Share(40)),
        (35, 95, Share(35)),  # 36.8
        (30, 80, Share(40)),  # 37.5: halves go up
        (75, 195, Share(40)),  # 38.5
        (75, 200, Share(38)),  # 37.5
        (190, 200, Share(95)),
        (195, 200, Share(95, more=True)),
        (205, 200, Share(95, more=True)),
        (55, 55, Share(95, more=True)),
    ],
)
def test_what_is_said(part, whole, said):
    assert share(part, whole) == said


@given(part=st.integers(0, 5000), whole=st.integers(50, 5000))
def test_no_share_is_finer_or_longer_than_the_rule(part, whole):
    said = share(part, whole)
    assert 0 <= said.percent <= 95
    assert whole >= 200 or said.percent % 5 == 0
    if not said.more:
        assert abs(said.percent - 100 * part / whole) <= (0.5 if whole >= 200 else 2.5)
