"""What counts as worse: by the direction of the indicator, on the difference that is written, of enough."""

from decimal import Decimal

import pytest

from metrics.changes import Change
from metrics.figure import Figure
from metrics.indicators import INDICATORS


def changed(key, before, after, synthetic=(False, False)):
    sides = [
        Figure(INDICATORS[key], *side, synthetic=simulated)
        for side, simulated in zip((before, after), synthetic, strict=True)
    ]
    return Change(*sides, agencies=1, due=1)


@pytest.mark.parametrize(
    ("key", "before", "after", "worse"),
    [
        ("timeliness", (40, 40), (38, 40), True),
        ("timeliness", (38, 40), (40, 40), False),
        ("timeliness", (38, 40), (38, 40), False),
        ("overdue_open", (1, 40), (3, 40), True),
        ("overdue_open", (3, 40), (1, 40), False),
        ("dossiers_late", (4,), (5,), True),
        ("dossiers_late", (5,), (4,), False),
        ("dossiers_received", (900,), (300,), False),
        ("cross_boundary_uptake", (30, 40), (10, 40), False),
    ],
)
def test_worse_is_what_goes_the_way_that_is_not_wanted(key, before, after, worse):
    assert changed(key, before, after).is_worse is worse


def test_a_difference_that_is_written_as_none_is_none():
    one_of_many = changed("timeliness", (1_999_999, 2_000_000), (1_999_998, 2_000_000))
    assert one_of_many.difference < 0
    assert (one_of_many.is_judged, one_of_many.is_worse) == (True, False)
    just_seen = changed("timeliness", (20_000, 20_000), (19_999, 20_000))
    assert just_seen.difference == Decimal("-0.005")
    assert just_seen.is_worse  # written as −0,01


@pytest.mark.parametrize("sides", [((2, 2), (39, 40)), ((40, 40), (1, 2)), ((29, 29), (20, 29))])
def test_a_rate_of_few_is_not_judged_whichever_side_it_is_on(sides):
    few = changed("timeliness", *sides)
    assert few.difference is not None
    assert (few.is_judged, few.is_worse) == (False, False)


def test_a_rate_of_thirty_is_judged_and_a_count_of_any():
    assert changed("timeliness", (30, 30), (29, 30)).is_worse
    assert changed("dossiers_late", (1,), (2,)).is_worse


@pytest.mark.parametrize("sides", [((None,), (40, 40)), ((40, 40), (0, 0))])
def test_without_a_value_on_both_sides_nothing_is_judged(sides):
    unknown = changed("timeliness", *sides)
    assert (unknown.is_judged, unknown.is_worse) == (False, False)


@pytest.mark.parametrize(
    ("sides", "marked"), [((False, False), False), ((True, False), True), ((False, True), True)]
)
def test_a_change_is_simulated_if_a_side_of_it_is(sides, marked):
    assert changed("timeliness", (40, 40), (38, 40), sides).synthetic is marked
