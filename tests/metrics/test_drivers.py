"""A change of a rate, taken apart: the parts add up to it exactly, and the example worked by hand."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_access.store import Store
from metrics.changes import change
from metrics.drivers import drivers, points, split
from metrics.scope import Scope
from tests import demo, tiny
from tests.drivers_example import EXAMPLE, FEBRUARY, MARCH, lines

sides = st.dictionaries(
    st.sampled_from("ABCDEFG"),
    st.integers(0, 500).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole))),
)


@given(before=sides, after=sides)
def test_effects_add_up_to_the_change_exactly(before, after):
    found = split(before, after)
    part0, whole0 = (sum(column) for column in zip((0, 0), *before.values(), strict=True))
    part1, whole1 = (sum(column) for column in zip((0, 0), *after.values(), strict=True))
    if not (whole0 and whole1):
        assert found == []
        return
    change = 100 * (Fraction(part1, whole1) - Fraction(part0, whole0))
    assert sum((group.effect for group in found), Fraction(0)) == change


@given(before=sides)
def test_nothing_changed_nothing_explained(before):
    assert all(group.rate_effect == group.mix_effect == 0 for group in split(before, before))


def test_a_group_that_comes_or_goes_changes_the_mix_alone():
    found = {group.label: group for group in split({"A": (9, 10)}, {"A": (9, 10), "B": (0, 10)})}
    assert found["B"].rate_effect == 0 and found["B"].mix_effect < 0
    assert found["A"].rate_effect == 0


@pytest.fixture
def example(sqlite_province):
    for month in (FEBRUARY, MARCH):
        tiny.put(sqlite_province, lines(month))
    return sqlite_province


def test_the_example_worked_by_hand(example):
    with example.read() as connection:
        found = drivers(connection, "timeliness", Scope(FEBRUARY, FEBRUARY), Scope(MARCH, MARCH))
    assert (found.before, found.after, found.agencies) == ((81, 100), (62, 80), 2)
    assert points(found.change) == Decimal("-3.5")
    worked = {group.label.split("@")[0]: group for group in found.groups}
    for agency, (rate, mix) in EXAMPLE.items():
        assert points(worked[agency].rate_effect) == Decimal(rate)
        assert points(worked[agency].mix_effect) == Decimal(mix)


@pytest.fixture(scope="module")
def sample(tmp_path_factory) -> Store:
    file = demo.copied(tmp_path_factory.mktemp("drivers") / "store.sqlite")
    store = Store.open(f"sqlite:///{file}")
    yield store
    store.close()


@pytest.mark.parametrize("dimension", ["agency", "sector", "level"])
@pytest.mark.parametrize("key", ["timeliness", "dossiers_online", "overdue_open", "satisfied"])
def test_on_the_sample_every_split_explains_the_same_change(sample, key, dimension):
    before, after = (Scope(month, month) for month in (FEBRUARY, MARCH))
    with sample.read() as connection:
        found = drivers(connection, key, before, after, dimension)
        whole = change(connection, key, before, after)
    assert found.agencies == whole.agencies
    assert abs(points(found.change) - whole.difference) < Decimal("1e-9")
    assert abs(points(found.rate_effect + found.mix_effect - found.change)) < Decimal("1e-9")
    assert found.groups == tuple(sorted(found.groups, key=lambda group: -abs(group.effect)))


def test_a_count_has_no_drivers(sqlite_store):
    with sqlite_store.read() as connection, pytest.raises(ValueError, match="no drivers"):
        drivers(connection, "dossiers_received", Scope(FEBRUARY, FEBRUARY), Scope(MARCH, MARCH))
