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


def test_an_older_batch_counts_again_and_a_first_statement_leaves_nothing(store):
    tiny.load(store)
    first = tiny.put(store, extract(line("D1"), line("D2", agency="X2")))
    second = tiny.put(store, extract(line("D1"), line("D3", agency="X3")))
    assert takes_over(store, second) == Instead(
        older=Counter({first: 1}), nothing=1, unstated=((MARCH, "X3@2024-12-01"),)
    )


def test_of_an_old_batch_the_newer_one_goes_on_counting(store):
    tiny.load(store)
    first = tiny.put(store, extract(line("D1"), line("D2", agency="X2")))
    second = tiny.put(store, extract(line("D1")))
    third = tiny.put(store, extract(line("D1")))
    x2 = ((MARCH, "X2@2024-12-01"),)
    assert takes_over(store, first) == Instead(covered=Counter({third: 1}), nothing=1, unstated=x2)
    ingest.undo(store, third, by="Bob")
    assert takes_over(store, first) == Instead(covered=Counter({second: 1}), nothing=1, unstated=x2)
    assert takes_over(store, second) == Instead(older=Counter({first: 1}))


def test_a_supplement_replaces_nobody(store):
    tiny.load(store)
    tiny.put(store, extract(line("D1")))
    checked = ingest.check(ingest.Known.of(store), extract(line("D2")).encode(), "x.csv")
    supplement = ingest.stage(store, checked, by="Alice", mode="supplement")
    ingest.apply(store, supplement, by="Alice")
    assert takes_over(store, supplement) == Instead()


def test_records_are_taken_over_one_by_one(store):
    tiny.load(store)
    renamed = tiny.put(store, "Mã lĩnh vực,Tên lĩnh vực\nL1,Hộ tịch mới\nL9,Môi trường\n", kind="sectors")
    found = takes_over(store, renamed)
    assert (sum(found.older.values()), found.nothing, found.covered) == (1, 1, Counter())
    (old,) = found.older
    assert takes_over(store, old) == Instead(covered=Counter({renamed: 1}), nothing=1)
