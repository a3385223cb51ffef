"""Unusual changes: by limits worked by hand, and silent where there is nothing to judge by."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_access import ingest
from data_access.counting import slices_of
from data_access.ingest import Known
from metrics import limits
from metrics.dossier_sums import added
from metrics.statements import statements
from metrics.unusual import warnings
from tests import tiny
from tests.tiny import extract, line

MONTHS = [date(2024, 12, 1), date(2025, 1, 1), date(2025, 2, 1), date(2025, 3, 1), date(2025, 4, 1)]
APRIL = MONTHS[-1]
ONE = ((APRIL, "A"),)


def month(received: int, online: int = 0, finished: int | None = None) -> dict:
    """One agency's month, in which everything received was also finished."""
    finished = received if finished is None else finished
    return {**added([]), "received": received, "received_online": online, "finished_on_time": finished}


def history(*received: tuple[int, int]) -> dict:
    """December onwards: (received, online) of the one agency A."""
    return {day: {"A": month(*pair)} for day, pair in zip(MONTHS, received, strict=False)}


STEADY = history((100, 90), (110, 99), (90, 81), (100, 90))


def test_counts_have_the_limits_of_their_moving_ranges():
    found = limits.of_counts([100, 110, 90, 100])  # 100 ± 2.66 × (10 + 20 + 10) / 3
    assert (found.low, found.centre, found.high) == pytest.approx((64.54, 100, 135.46), abs=0.01)


def test_counts_that_never_moved_still_have_the_limits_of_chance():
    found = limits.of_counts([100, 100, 100, 100])  # 100 ± 3 × √100
    assert (found.low, found.high) == (70, 130)


def test_a_statement_of_one_dossier_after_months_of_two_thousand_is_far_fewer():
    """The last step down was nearly as long: that makes the next one usual, but not what is left."""
    past = history((2389, 0), (1952, 0), (2166, 0), (1275, 0))
    after = {**past, APRIL: {"A": month(1)}}
    assert "far_fewer" in [one.why for one in warnings(past, after, ONE)]


def test_rates_that_differ_by_chance_have_binomial_limits():
    found = limits.of_rates([(90, 100), (92, 100), (88, 100), (90, 100)], 100)  # 90 ± 3 × 3 points
    assert (found.low, found.centre, found.high) == pytest.approx((81, 90, 99))


@st.composite
def courses(draw):
    """Months about one rate, and the next month: (part, whole) each."""
    rate = draw(st.floats(0.02, 0.98))
    wholes = draw(st.lists(st.integers(30, 3000), min_size=limits.FEWEST + 1, max_size=12))
    off = st.floats(-0.03, 0.03)
    *past, now = [(round(min(1, max(0, rate + draw(off))) * of), of) for of in wholes]
    return past, now


@given(courses())
def test_what_chance_explains_never_breaks_limits(course):
    """Such agencies' months are not read one by one: nothing could be said of them."""
    past, (part, whole) = course
    bounds = limits.of_rates(past, whole)
    usual = sum(part for part, _ in past), sum(of for _, of in past)
    if bounds and limits.chance_explains(part, whole, usual):
        assert bounds.reach(100 * part / whole)


def test_chance_explains_less_of_many_than_of_few():
    of_100 = [part for part in range(101) if limits.chance_explains(part, 100, (90, 100))]
    of_10000 = [part for part in range(10001) if limits.chance_explains(part, 10000, (90, 100))]
    assert (of_100[0], of_100[-1]) == (82, 98)
    assert (of_10000[0], of_10000[-1]) == (8911, 9089)


def test_rates_that_differ_by_more_than_chance_have_wider_limits():
    """z = 0, 4.216, −4.216, 0: mean range 5.622 / 1.128 = 4.984 times chance's 3 × 0.949 points."""
    found = limits.of_rates([(900, 1000), (940, 1000), (860, 1000), (900, 1000)], 1000)
    assert (found.low, found.high) == pytest.approx((75.82, 100), abs=0.01)


@pytest.mark.parametrize("months", [[], [100], [100, 110, 90]])
def test_a_short_history_claims_nothing(months):
    assert limits.of_counts(months) is None
    assert limits.of_rates([(n - 10, n) for n in months], 100) is None


def test_a_rate_that_was_always_full_or_had_no_denominator_claims_nothing():
    assert limits.of_rates([(100, 100)] * 6, 100) is None
    assert limits.of_rates([(90, 100)] * 6, 0) is None
    assert limits.of_rates([(0, 0)] * 3 + [(9, 10)] * 3, 100) is None


def test_a_figure_that_climbs_month_by_month_is_no_surprise_but_a_leap_is():
    """100, 200 … 500: the next step leaves 300 ± 266, and is no longer than the others; 3.27 × 100 is."""
    climbing = limits.of_counts([100, 200, 300, 400, 500])
    assert (climbing.high, climbing.step) == (pytest.approx(566, abs=0.1), pytest.approx(326.8))
    assert climbing.hold(600) and climbing.hold(826)
    assert not climbing.hold(827)


def test_a_rate_beyond_its_limits_is_named_with_them():
    (found,) = warnings(STEADY, {**STEADY, APRIL: {"A": month(100, 70)}}, ONE)
    assert (found.why, found.indicator, found.before, found.after) == ("rate", "dossiers_online", None, 70)
    assert (found.limits.low, found.limits.months) == (pytest.approx(81), 4)


def test_a_rate_within_its_limits_is_no_news():
    assert warnings(STEADY, {**STEADY, APRIL: {"A": month(100, 82)}}, ONE) == []


def test_a_rate_that_moves_by_less_than_two_points_is_no_news():
    many = history(*((1_000_000, 900_000),) * 4)
    assert warnings(many, {**many, APRIL: {"A": month(1_000_000, 881_000)}}, ONE) == []
    assert warnings(many, {**many, APRIL: {"A": month(1_000_000, 879_000)}}, ONE) != []


def test_a_month_far_below_every_other_is_named_with_its_agency():
    found = warnings(STEADY, {**STEADY, APRIL: {"A": month(40, 36)}}, ONE)
    assert [(one.why, one.indicator, one.after) for one in found] == [
        ("far_fewer", None, 40),
        ("count", "dossiers_received", 40),
    ]
    assert found[0].agencies == ("A",)


def test_a_month_far_above_every_other_is_named_too():
    found = warnings(STEADY, {**STEADY, APRIL: {"A": month(400, 360)}}, ONE)
    assert [one.why for one in found] == ["far_more", "count"]


def test_half_a_month_in_place_of_a_whole_one_needs_no_history():
    whole, half = {APRIL: {"A": month(100, 90)}}, {APRIL: {"A": month(50, 45)}}
    (found,) = warnings(whole, half, ONE)
    assert (found.why, found.before, found.after, found.agencies) == ("fewer_dossiers", 100, 50, ("A",))
    assert found.limits is None
    assert warnings(half, whole, ONE) == []


def test_a_quarter_less_is_a_correction_and_few_dossiers_are_no_month():
    assert warnings({APRIL: {"A": month(100)}}, {APRIL: {"A": month(75)}}, ONE) == []
    assert warnings({APRIL: {"A": month(29)}}, {APRIL: {"A": month(2)}}, ONE) == []


def test_what_a_batch_leaves_as_it_was_is_not_held_against_it():
    odd = {**STEADY, APRIL: {"A": month(100, 70)}}
    assert warnings(odd, odd, ONE) == []


def test_an_agency_without_the_others_months_is_left_out_of_the_comparison():
    """B is new in April: its 500 dossiers are not taken for a jump of A's."""
    after = {**STEADY, APRIL: {"A": month(100, 90), "B": month(500, 10)}}
    assert warnings(STEADY, after, (*ONE, (APRIL, "B"))) == []


def test_what_a_report_does_not_say_is_no_fall_to_zero():
    """In April A sends totals only: what was handed in away from home is unknown, not 0."""
    months = {day: {"A": {**found["A"], "received_away": 20}} for day, found in STEADY.items()}
    report = {**month(100, 90), "received_away": None}
    assert warnings(months, {**months, APRIL: {"A": report}}, ONE) == []


def test_statements_are_read_of_the_batchs_agencies_only_and_a_nil_counts_as_zero(province):
    tiny.put(province, extract(line("D1"), line("D2", agency="X2")))
    checked = ingest.check(
        Known.of(province), extract(line("D1", received="02/04/2025"), month="04/2025").encode(), "x.csv"
    )
    batch = ingest.stage(province, checked, by="Alice", nil=((APRIL, "X2@2024-12-01"),))
    with province.read() as connection:
        slices = slices_of(connection, batch)
    before, after = ingest.rehearse(province, batch, lambda connection: statements(connection, slices))
    assert {day: sorted(found) for day, found in before.items()} == {
        MONTHS[3]: ["X1@2024-12-01", "X2@2024-12-01"]
    }
    assert after[APRIL]["X2@2024-12-01"]["received"] == 0
    assert after[APRIL]["X1@2024-12-01"]["received"] == 1
