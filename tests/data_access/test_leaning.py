"""Before a whole file is undone: which supplements count by it, and what becomes of them."""

import pytest

from data_access import ingest
from data_access.leaning import Leaning, counting_nowhere, leaning_on
from tests import tiny
from tests.data_access.statements import staged, total
from tests.tiny import extract, line


def supplement(store, *lines: str, apply: bool = True) -> int:
    batch = staged(store, extract(*lines), mode="supplement")
    if apply:
        ingest.apply(store, batch, by="Bob")
    return batch


@pytest.fixture
def leaning(province):
    def found(batch: int) -> tuple[Leaning, ...]:
        with province.read() as connection:
            return leaning_on(connection, batch)

    return found


def test_a_supplement_of_a_month_that_nobody_else_states_counts_nothing_once_its_base_is_undone(
    province, leaning
):
    base = tiny.put(province, extract(line("D1"), line("D2")))
    added = supplement(province, line("D3"), line("D4", agency="X2"))
    assert leaning(base) == (Leaning(added, "applied", 2, 1, 0),)
    assert total(province) == 3  # X2 has stated nothing

    ingest.undo(province, base, by="Bob")
    assert total(province) == 0
    with province.read() as connection:
        assert counting_nowhere(connection).get(added) == "unstated"


def test_a_supplement_counts_on_with_an_older_file_of_its_month(province, leaning):
    tiny.put(province, extract(line("D1")))
    newer = tiny.put(province, extract(line("D1"), line("D2")))
    added = supplement(province, line("D3"))
    assert leaning(newer) == (Leaning(added, "applied", 1, 1, 1),)
    ingest.undo(province, newer, by="Bob")
    assert total(province) == 2
    with province.read() as connection:
        assert counting_nowhere(connection).get(added) is None


def test_a_supplement_leans_on_the_newest_file_of_its_month_and_only_where_that_is_older(province, leaning):
    older = tiny.put(province, extract(line("D1")))
    before = supplement(province, line("D5"))
    newer = tiny.put(province, extract(line("D1")))
    waiting = supplement(province, line("D3"), apply=False)
    assert leaning(older) == ()  # the newer file has passed over what came between
    assert leaning(newer) == (Leaning(waiting, "staged", 1, 1, 1),)
    assert leaning(before) == ()
    ingest.undo(province, newer, by="Bob")
    assert [one.batch_id for one in leaning(older)] == [before, waiting]


def test_a_supplement_that_a_newer_whole_file_passes_over_is_told_from_one_of_an_unstated_month(province):
    tiny.put(province, extract(line("D1"), line("D2", agency="X2")))
    added = supplement(province, line("D3"), line("D4", agency="X2"))
    tiny.put(province, extract(line("D1")))
    with province.read() as connection:
        assert counting_nowhere(connection).get(added) is None  # it counts for X2
    newer = tiny.put(province, extract(line("D2", agency="X2")))
    assert total(province) == 2
    with province.read() as connection:
        assert counting_nowhere(connection).get(added) == "overtaken"
    ingest.undo(province, newer, by="Bob")
    with province.read() as connection:
        assert counting_nowhere(connection).get(added) is None


def test_of_a_batch_that_is_no_applied_supplement_nothing_is_said(province):
    waiting = supplement(province, line("D3"), apply=False)
    whole = tiny.put(province, extract(line("D1")))
    tiny.put(province, extract(line("D1")))
    with province.read() as connection:
        assert [counting_nowhere(connection).get(batch) for batch in (waiting, whole)] == [None, None]


def test_the_supplements_that_count_nowhere_are_told_of_all_batches_at_once(province):
    base = tiny.put(province, extract(line("D1")))
    added, elsewhere = supplement(province, line("D3")), supplement(province, line("D4", agency="X2"))
    supplement(province, line("D5"), apply=False)

    def nowhere() -> dict[int, str]:
        with province.read() as connection:
            return counting_nowhere(connection)

    assert nowhere() == {elsewhere: "unstated"}
    tiny.put(province, extract(line("D1")))
    assert nowhere() == {added: "overtaken", elsewhere: "unstated"}
    ingest.undo(province, base, by="Bob")
    assert nowhere() == {added: "overtaken", elsewhere: "unstated"}
