"""Names at the ends of lines never stand on each other."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from ui.chart_labels import APART, PLOT, apart

figures = st.lists(st.floats(0, 100), min_size=1, max_size=5)


def test_two_lines_that_end_together_have_their_names_apart():
    assert apart([95.0, 95.0], [95.0, 99.0]) == [0, APART]


def test_lines_far_from_each_other_keep_their_names_at_their_ends():
    assert apart([90.0, 99.0], [90.0, 99.0]) == [0, 0]


@given(ends=figures, others=figures)
def test_any_names_are_a_line_apart(ends, others):
    values = ends + others
    span = max(values) - min(values)
    shifts = apart(ends, values)
    heights = [PLOT * end / span if span else 0 for end in ends]
    placed = sorted(height + shift for height, shift in zip(heights, shifts, strict=True))
    assert all(b - a >= APART - 1.01 for a, b in pairwise(placed))
