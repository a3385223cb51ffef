"""What to open next in the sample province: the first procedures are found without looking at all of them."""

from collections.abc import Iterator
from datetime import date

import pytest

from data_access.store import Store
from metrics import cross_boundary_gaps
from metrics.scope import Scope
from tests import demo

SAMPLE = Scope(date(2024, 12, 1), date(2025, 3, 1))


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = Store.open(f"sqlite:///{demo.copied(tmp_path_factory.mktemp('next') / 'store.sqlite')}")
    yield store
    store.close()


@pytest.mark.parametrize("most", [1, 2, 3, 20])
def test_the_first_to_open_are_the_first_of_all(most: int, sample: Store):
    """Of the first so many not every procedure is looked at: none that is left out weighs more."""
    with sample.read() as connection:
        every = cross_boundary_gaps.next_openings(connection, SAMPLE)
        first = cross_boundary_gaps.next_openings(connection, SAMPLE, most)
        asked_for = [gap for gap in cross_boundary_gaps.gaps(connection, SAMPLE) if gap.live.dossiers]
    assert first == every[:most]
    weights = [one.gap.live.dossiers * one.inbound for one in every]
    assert weights == sorted(weights, reverse=True)
    assert {one.gap.live.code for one in every} == {gap.live.code for gap in asked_for}
    assert all(one.gap.lacking == len(one.counters) for one in every)
