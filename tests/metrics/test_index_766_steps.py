"""Index 766: how many more dossiers bring how many points, counted in whole ones."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from metrics.index_766 import Points, Score
from metrics.index_766_steps import TENTH, cheapest, step
from tests.metrics.index_766_made import component


def test_a_point_of_six_is_a_sixth_of_the_dossiers():
    found = step(Points(component(), 300, 600))
    assert (found.units, found.gain) == (100, 1)
    tenth = step(Points(component(), 300, 600), TENTH)
    assert (tenth.units, tenth.gain) == (10, Decimal("0.1"))


def test_a_step_is_of_whole_dossiers_and_may_bring_a_little_more():
    found = step(Points(component(), 0, 10))
    assert (found.units, found.gain) == (2, Decimal("1.2"))  # 1,67 dossiers would do


def test_what_is_left_is_the_step_where_it_is_less_than_a_point():
    found = step(Points(component(full_at=Decimal(80)), 23, 30))
    assert (found.units, found.gain) == (1, Decimal("0.25"))  # 24 of 30 are the 80 %


def test_where_nothing_is_lost_or_nothing_known_there_is_no_step():
    assert step(Points(component(full_at=Decimal(50)), 20, 40)) is None
    assert step(Points(component(when_empty="zero"), 0, 0)) is None
    assert step(Points(component())) is None


def test_the_cheapest_point_stands_first():
    few, many = component(code="few"), component(code="many")
    steps = cheapest(
        Score((Points(many, 100, 6000), Points(few, 10, 60), Points(component(code="done"), 6, 6)))
    )
    assert [(one.points.component.code, one.units) for one in steps] == [("few", 10), ("many", 1000)]


@given(
    st.integers(1, 10_000).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole))),
    st.sampled_from([Decimal(50), Decimal(80), Decimal(90), Decimal(100)]),
    st.sampled_from([Decimal(2), Decimal(6), Decimal(20)]),
)
def test_one_unit_less_would_not_do(fraction, full_at, maximum):
    part, whole = fraction
    points = Points(component(full_at=full_at, maximum=maximum), part, whole)
    found = step(points)
    if found is None:
        assert points.points == maximum
        return
    wanted = min(Decimal(1), points.lost)
    before = Points(points.component, part + found.units - 1, whole)
    assert found.gain >= wanted - Decimal("1e-20")
    assert before.points - points.points < wanted
    assert part + found.units <= whole
