"""Ranks: ties share one, the direction is the indicator's own, small denominators are marked."""

from datetime import date

import pytest

from data_access.units import Unit
from metrics.figure import Figure
from metrics.indicators import INDICATORS
from metrics.ranking import peers, ranked


def figures(key, **sums):
    return {name: Figure(INDICATORS[key], *sides) for name, sides in sums.items()}


def test_equal_rates_share_a_rank_and_the_next_comes_as_many_later():
    places = ranked(figures("timeliness", a=(90, 100), b=(45, 50), c=(80, 100), d=(99, 100)))
    assert {name: place.rank for name, place in places.items()} == {"d": 1, "a": 2, "b": 2, "c": 4}


def test_where_less_is_better_the_least_leads():
    places = ranked(figures("overdue_open", a=(1, 100), b=(30, 100)))
    assert (places["a"].rank, places["b"].rank) == (1, 2)


def test_missing_and_nothing_to_count_have_no_rank_and_are_not_counted():
    places = ranked(figures("timeliness", a=(None, None), b=(0, 0), c=(0, 40)))
    assert [places[name].rank for name in "abc"] == [None, None, 1]
    assert places["c"].of == 1


def test_what_is_neither_good_nor_bad_is_not_ranked():
    assert ranked(figures("cross_boundary_uptake", a=(5, 50)))["a"].rank is None


@pytest.mark.parametrize(("whole", "small"), [(29, True), (30, False)])
def test_a_small_denominator_is_marked(whole, small):
    assert ranked(figures("timeliness", a=(whole - 1, whole)))["a"].small is small


def test_quarters_are_of_those_ranked_and_need_eight():
    many = ranked(figures("timeliness", **{f"x{n}": (n, 100) for n in range(8)}))
    assert [many[f"x{n}"].quarter for n in range(8)] == [4, 4, 3, 3, 2, 2, 1, 1]
    few = ranked(figures("timeliness", **{f"x{n}": (n, 100) for n in range(7)}))
    assert all(place.quarter is None for place in few.values())


def test_peers_are_of_the_same_level_and_kind_and_time():
    def unit(key, level="commune", kind="ward", until=None):
        return Unit(key, key, key, level, kind, None, date(2024, 12, 1), until, True)

    ended = unit("d", until=date(2024, 12, 31))
    units = [unit("a"), unit("b"), unit("c", level="district"), ended, unit("e", kind="board")]
    assert peers(units, units[0], date(2025, 1, 1), date(2025, 3, 31)) == {"a", "b"}


def test_what_ended_within_a_period_has_peers_that_ended_too():
    """It stated other months: side by side with what came after it, the calendar would be ranked."""

    def unit(key, since=date(2024, 12, 1), until=None):
        return Unit(key, key, key, "commune", "ward", None, since, until, True)

    old = [unit("a", until=date(2025, 6, 30)), unit("b", until=date(2025, 6, 30))]
    new = [unit("c", since=date(2025, 7, 1)), unit("d")]
    period = date(2025, 3, 1), date(2025, 9, 30)
    assert peers([*old, *new], old[0], *period) == {"a", "b"}
    assert peers([*old, *new], new[0], *period) == {"c", "d"}


def test_a_small_denominator_is_ranked_but_never_coloured():
    sums = {f"x{n}": (n * 10, 100) for n in range(1, 9)} | {"tiny": (3, 3)}
    places = ranked(figures("timeliness", **sums))
    assert (places["tiny"].rank, places["tiny"].quarter) == (1, None)
