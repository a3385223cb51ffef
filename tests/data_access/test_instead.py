"""Undoing any batch says first what will count instead."""

from collections import Counter
from datetime import date

from data_access import ingest
from data_access.instead import Instead, instead
from tests import tiny
from tests.tiny import extract, line

MARCH = date(2025, 3, 1)


def takes_over(store, batch: int) -> Instead:
    with store.read() as connection:
        return instead(connection, batch)


def test_an_older_batch_counts_again_and_a_first_statement_leaves_nothing(province):
    first = tiny.put(province, extract(line("D1"), line("D2", agency="X2")))
    second = tiny.put(province, extract(line("D1"), line("D3", agency="X3")))
    assert takes_over(province, second) == Instead(
        older=Counter({first: 1}), nothing=1, unstated=((MARCH, "X3@2024-12-01"),)
    )


def test_of_an_old_batch_the_newer_one_goes_on_counting(province):
    first = tiny.put(province, extract(line("D1"), line("D2", agency="X2")))
    second = tiny.put(province, extract(line("D1")))
    third = tiny.put(province, extract(line("D1")))
    x2 = ((MARCH, "X2@2024-12-01"),)
    assert takes_over(province, first) == Instead(covered=Counter({third: 1}), nothing=1, unstated=x2)
    ingest.undo(province, third, by="Bob")
    assert takes_over(province, first) == Instead(covered=Counter({second: 1}), nothing=1, unstated=x2)
    assert takes_over(province, second) == Instead(older=Counter({first: 1}))


def test_a_supplement_replaces_nobody(province):
    tiny.put(province, extract(line("D1")))
    checked = ingest.check(ingest.Known.of(province), extract(line("D2")).encode(), "x.csv")
    supplement = ingest.stage(province, checked, by="Alice", mode="supplement")
    ingest.apply(province, supplement, by="Alice")
    assert takes_over(province, supplement) == Instead()


def test_records_are_taken_over_one_by_one(province):
    renamed = tiny.put(province, "Mã lĩnh vực,Tên lĩnh vực\nL1,Hộ tịch mới\nL9,Môi trường\n", kind="sectors")
    found = takes_over(province, renamed)
    assert (sum(found.older.values()), found.nothing, found.covered) == (1, 1, Counter())
    (old,) = found.older
    assert takes_over(province, old) == Instead(covered=Counter({renamed: 1}), nothing=1)
