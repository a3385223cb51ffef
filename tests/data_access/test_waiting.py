"""Which batches wait of one and the same file."""

from datetime import date

from data_access import ingest
from data_access.waiting import also_waiting
from tests import tiny
from tests.data_access.statements import staged
from tests.tiny import extract, line

FILE = extract(line("D1"), line("D2"))


def waiting_with(store, batch: int) -> list[tuple[int, str]]:
    with store.read() as connection:
        return [(one.batch, one.by) for one in also_waiting(connection, batch)]


def test_the_same_file_that_waits_already_is_found_with_who_staged_it(province):
    first, second = staged(province, FILE, by="Lan"), staged(province, FILE, by="Minh")
    staged(province, extract(line("D1")))
    assert waiting_with(province, second) == [(first, "Lan")]
    assert waiting_with(province, first) == [(second, "Minh")]
    ingest.discard(province, first, by="Lan")
    assert waiting_with(province, second) == []


def test_a_file_that_fits_several_months_waits_for_each_of_them(province):
    silent = FILE.split("\n", 1)[1]
    march, april = (staged(province, silent, month=date(2025, month, 1)) for month in (3, 4))
    assert waiting_with(province, april) == waiting_with(province, march) == []


def test_a_list_that_waits_twice_is_found_as_well(province):
    first, second = (staged(province, tiny.SECTORS, kind="sectors") for _ in range(2))
    assert waiting_with(province, second) == [(first, "Alice")]
