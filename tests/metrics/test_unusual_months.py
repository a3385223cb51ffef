"""Months that are unusual: judged against the others, on the same agencies, never on a short history."""

from datetime import date

import pytest

from metrics.indicators import INDICATORS
from metrics.monthly import Monthly, monthly
from metrics.scope import Scope
from metrics.unusual_months import judged
from tests import tiny

RECEIVED, ONLINE = INDICATORS["dossiers_received"], INDICATORS["dossiers_online"]
YEAR = [date(2025, month, 1) for month in range(1, 13)]


def of(indicator, *sums):
    return Monthly(indicator, tuple(YEAR[: len(sums)]), tuple(sums), 2, 2)


def unusual(found):
    return [one.month.month for one in judged(found) if one.unusual]


def test_a_count_is_held_against_the_other_months():
    """The others: 100, 110, 90, 100, 105: mean 101, moving ranges 10, 20, 10, 5, so 101 ± 2.66 × 11.25 and at
    least three times √101."""
    found = of(RECEIVED, (100, 0), (110, 0), (200, 0), (90, 0), (100, 0), (105, 0))
    assert unusual(found) == [3]
    bounds = judged(found)[2].limits
    assert (round(bounds.low, 1), round(bounds.high, 1), bounds.months, bounds.last) == (70.9, 131.1, 5, 110)


def test_a_rate_is_held_against_the_other_months():
    found = of(ONLINE, (90, 100), (92, 100), (60, 100), (88, 100), (90, 100))
    assert unusual(found) == [3]
    assert judged(found)[2].limits.months == 4


def test_the_odd_month_does_not_widen_its_own_limits_and_the_first_is_judged_too():
    assert unusual(of(RECEIVED, (900, 0), (110, 0), (100, 0), (90, 0), (100, 0))) == [1]


@pytest.mark.parametrize("months", [1, 2, 3, 4])
def test_with_fewer_than_four_other_months_nothing_is_claimed(months):
    found = judged(of(RECEIVED, *[(100, 0)] * (months - 1), (9000, 0)))
    assert [one.limits for one in found] == [None] * months and not any(one.unusual for one in found)


def test_a_steady_climb_holds_no_unusual_month():
    assert unusual(of(RECEIVED, *((100 + 20 * step, 0) for step in range(10)))) == []


def test_what_is_small_is_not_worth_a_word():
    assert unusual(of(RECEIVED, (2, 0), (2, 0), (2, 0), (2, 0), (25, 0))) == []
    assert (
        unusual(of(ONLINE, (9990, 10000), (9990, 10000), (9990, 10000), (9990, 10000), (9900, 10000))) == []
    )


def test_a_month_without_denominator_is_neither_judged_nor_history():
    found = judged(of(ONLINE, (90, 100), (0, 0), (92, 100), (88, 100), (90, 100), (91, 100)))
    assert (found[1].value, found[1].limits, found[0].limits.months) == (None, None, 4)


def line(code, agency, month):
    return tiny.line(code, agency=agency, received=f"10/{month}/2025", due=f"20/{month}/2025")


def test_only_agencies_with_every_month_are_in_it(sqlite_province):
    for month, agencies in (("01", "X1 X2"), ("02", "X1 X2"), ("03", "X1 X2 X3")):
        lines = [line(f"{agency}{month}", agency, month) for agency in agencies.split()]
        tiny.put(sqlite_province, tiny.extract(*lines, month=f"{month}/2025"))
    with sqlite_province.read() as connection:
        found = monthly(connection, "dossiers_received", Scope(YEAR[2], YEAR[2], level="commune"))
    assert found.months == tuple(YEAR[:3]) and found.sums == ((2, 0), (2, 0), (2, 0))
    assert (found.agencies, found.due) == (2, 3)


def test_a_successor_goes_on_where_the_old_agency_ended(sqlite_province):
    for month in ("05", "06", "07"):
        lines = [line(f"{agency}{month}", agency, month) for agency in ("X1", "X2", "X3")]
        tiny.put(sqlite_province, tiny.extract(*lines, month=f"{month}/2025"))
    with sqlite_province.read() as connection:
        found = monthly(connection, "dossiers_received", Scope(YEAR[6], YEAR[6], level="commune"))
    assert found.sums == ((3, 0), (3, 0), (3, 0)) and (found.agencies, found.due) == (3, 3)


def test_a_level_that_has_ended_has_no_months(sqlite_province):
    tiny.put(sqlite_province, tiny.extract(line("H", "H1", "06"), month="06/2025"))
    with sqlite_province.read() as connection:
        assert (
            monthly(connection, "dossiers_received", Scope(YEAR[6], YEAR[6], level="district")).months == ()
        )
