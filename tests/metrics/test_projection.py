"""Whether a target will be reached: worked numbers, short, still and passed; what holds of any history."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from metrics.projection import Course, Projection, day_after, months_between

MARCH, YEAR_END = date(2025, 3, 31), date(2025, 12, 31)


def projection(
    *moves, now=826, goal=1314, due_on=YEAR_END, today=MARCH, chance=None, whole=1877, rising=True
):
    chance = abs(sum(moves)) / len(moves) if chance is None and moves else chance or 0
    ends = [(MARCH, now)]
    for move in reversed(moves):
        ends.insert(0, (ends[0][0].replace(day=1) - timedelta(1), ends[0][1] - move))
    return Projection(Course(now, MARCH, tuple(ends), chance, whole), goal, due_on, today, rising)


def test_the_example_worked_in_the_documentation():
    """m = 27, s² = 28, n = 3, q = 1.886: q²s² = 99.6."""
    found = projection(25, 23, 33)
    assert (found.state, found.pace, found.distance) == ("coming", 27, 488)
    assert found.pace_needed == pytest.approx(488 / 9)
    assert (found.earliest, found.likely, found.latest) == (
        date(2026, 6, 20),  # 14.64 months
        date(2026, 10, 3),  # 18.07
        date(2027, 3, 12),  # 23.37
    )
    assert found.in_time == "no"
    assert found.after(9) == pytest.approx((1009.1, 1069, 1128.9), abs=0.05)


def test_with_fewer_than_three_movements_nothing_is_said_but_what_is_there():
    found = projection(25, 23)
    assert (found.state, found.pace) == ("short", 24)
    assert found.likely is found.earliest is found.latest is found.in_time is found.after(1) is None
    assert projection().pace is None


@pytest.mark.parametrize("moves", [(0, 0, 0), (5, -5, 0), (-3, -4, -5)])
def test_a_pace_of_nought_or_backwards_does_not_get_there(moves):
    found = projection(*moves)
    assert (found.state, found.in_time, found.likely, found.latest) == ("still", "no", None, None)


def test_what_is_reached_needs_no_pace():
    found = projection(25, 23, 33, now=1314)
    assert (found.state, found.pace_needed, found.likely) == ("reached", None, None)


def test_a_date_that_has_passed_is_judged_no_more_and_the_likely_date_is_still_said():
    found = projection(25, 23, 33, today=date(2026, 1, 31))
    assert found.passed and found.in_time is None and found.pace_needed is None
    assert found.likely == date(2026, 10, 3)


def test_the_pace_needed_is_counted_from_the_pages_day_not_from_that_of_the_records():
    assert projection(25, 23, 33, today=date(2025, 6, 30)).pace_needed == pytest.approx(488 / 6)


def test_where_the_slow_end_never_arrives_there_is_no_latest_day():
    found = projection(90, -40, 60, goal=1000)
    assert found.likely and found.earliest and found.latest is None


def test_equal_months_do_not_promise_a_day():
    found = projection(27, 27, 27)
    assert found.earliest < found.likely < found.latest


def test_in_time_says_yes_only_where_the_whole_interval_is():
    assert projection(25, 23, 33, goal=900).in_time == "yes"
    assert projection(25, 23, 33, goal=1060).in_time == "maybe"


def test_where_less_is_better_the_way_leads_down():
    found = projection(-2.0, -1.0, -3.0, now=20, goal=5, chance=0.1, whole=100, rising=False)
    assert (found.state, found.pace, found.distance) == ("coming", 2, 15)
    low, point, high = found.after(5)
    assert (low < point < high) and point == 10
    assert found.after(50)[0] == 0


def test_nothing_is_said_beyond_ten_years():
    found = projection(1, 1, 1, goal=1800)
    assert found.state == "coming" and found.likely is None and found.in_time == "no"


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        (MARCH, YEAR_END, 9),
        (date(2025, 4, 30), YEAR_END, 8),
        (MARCH, date(2025, 4, 15), 0.5),
        (MARCH, MARCH, 0),
    ],
)
def test_months_are_whole_between_their_ends(first, last, months):
    assert months_between(first, last) == pytest.approx(months)
    assert day_after(first, months_between(first, last)) == last


moves = st.lists(st.integers(-50, 200), min_size=3, max_size=12).map(tuple)
months = st.floats(0.1, 100)


@given(moves=moves, months=months)
def test_no_end_of_the_interval_passes_the_whole_or_falls_below_nought(moves, months):
    low, point, high = projection(*moves).after(months)
    assert 0 <= low <= point <= high <= 1877


@given(moves=moves)
def test_the_likely_day_lies_between_the_earliest_and_the_latest(moves):
    found = projection(*moves)
    assume(found.likely is not None)
    assert MARCH < found.earliest <= found.likely
    assert found.latest is None or found.likely <= found.latest


@given(moves=moves, noise=st.integers(1, 60), months=months)
def test_more_noise_makes_the_interval_wider(moves, noise, months):
    mean = sum(moves) / len(moves)
    wider = tuple(mean + (move - mean) * (1 + noise) for move in moves)
    calm, wild = (projection(*one, whole=10**9, now=10**8, chance=0) for one in (moves, wider))
    width = [high - low for low, _, high in (calm.after(months), wild.after(months))]
    assert width[0] <= width[1]


@given(days=st.integers(0, 3000), first=st.dates(date(2024, 1, 1), date(2026, 12, 31)))
def test_a_day_is_found_again_by_its_distance(days, first):
    last = first + timedelta(days)
    assert day_after(first, months_between(first, last)) == last
