"""A staged statement whose lists have changed since its file was checked is not applied as it stands."""

from datetime import date

import pytest

from data_access import ingest
from data_access.errors import ListsMoved
from data_access.fingerprint import fingerprint
from data_access.ingest.outdated import separable
from data_access.store import Store
from tests import tiny
from tests.data_access.statements import staged, total
from tests.tiny import extract, line

JULY = extract(line("D1", agency="X4", received="10/07/2025"), line("D2", agency="X2"), month="07/2025")
HEADER = tiny.AGENCIES.splitlines()[0]
OLD = f"{HEADER}\nX4,Xã Bốn,xã,phường xã,H1,01/12/2024,,1\n"
ENDED = OLD.replace("01/12/2024,,1", "01/12/2024,30/06/2025,1")
NEW = f"{ENDED}X4,Phường Bốn,xã,phường xã,,01/07/2025,,1\n"
BEFORE = "X4@2024-12-01"


@pytest.fixture
def before(province: Store) -> Store:
    """Xã Bốn is there; that it ends on 30-6-2025 has not been loaded."""
    tiny.put(province, OLD, kind="agencies")
    return province


def test_a_file_checked_before_its_unit_ended_is_refused_and_names_the_unit(before):
    batch = staged(before, JULY)
    tiny.put(before, NEW, kind="agencies")
    said = refused(before, batch)
    assert "Xã Bốn (X4)" in said and "Hòa Bình" not in said
    assert ingest.compare(before, batch).outdated == {"agencies": ("Xã Bốn (X4)",)}


def test_checked_again_it_counts_for_the_new_unit_and_the_old_batch_cannot_count_it_twice(before):
    stale = staged(before, JULY)
    tiny.put(before, NEW, kind="agencies")
    again = staged(before, JULY)
    assert ingest.compare(before, again).outdated == {}
    ingest.apply(before, again, by="Bob")
    assert total(before) == 1  # D2 was received in March
    refused(before, stale)
    assert total(before) == 1


def test_a_rehearsal_of_an_outdated_batch_shows_nothing_that_will_not_be(before):
    batch = staged(before, JULY)
    tiny.put(before, NEW, kind="agencies")
    with pytest.raises(ListsMoved):
        ingest.rehearse(before, batch, lambda connection: {})


def test_a_unit_of_which_only_the_end_is_known_is_refused_as_well(before):
    batch = staged(before, JULY)
    tiny.put(before, ENDED, kind="agencies")
    refused(before, batch)


def test_a_batch_becomes_right_again_with_the_lists(before):
    batch = staged(before, JULY)
    lists = tiny.put(before, NEW, kind="agencies")
    refused(before, batch)
    ingest.undo(before, lists, by="Bob")
    ingest.apply(before, batch, by="Bob")
    assert total(before) == 1


def test_a_copy_is_as_old_as_the_file_that_it_copies(before):
    batch = staged(before, JULY)
    ingest.apply(before, batch, by="Bob")
    ingest.undo(before, batch, by="Bob")
    tiny.put(before, NEW, kind="agencies")
    refused(before, ingest.restage(before, batch, by="Bob"))
    ingest.apply(before, ingest.restage(before, batch, by="Bob", without=(BEFORE,)), by="Bob")


def test_corrected_lines_of_a_unit_that_has_ended_are_refused_as_a_whole_file_is(before):
    batch = staged(before, JULY, mode="supplement")
    tiny.put(before, NEW, kind="agencies")
    refused(before, batch)


def test_a_month_declared_without_dossiers_is_refused_for_a_unit_that_has_ended(before):
    batch = ingest.declare_nothing(before, date(2025, 7, 1), ["X4"], by="Alice")
    tiny.put(before, NEW, kind="agencies")
    refused(before, batch)


def test_months_before_the_change_are_applied_as_they_were_checked(before):
    june = staged(before, extract(line("D1", agency="X4"), month="06/2025"))
    tiny.put(before, NEW, kind="agencies")
    ingest.apply(before, june, by="Bob")


def test_a_counter_that_has_ended_on_the_day_of_receipt_is_refused(before):
    late = line("D1", agency="X2", counter="X4", received="10/07/2025")
    batch = staged(before, extract(late, month="07/2025"))
    tiny.put(before, NEW, kind="agencies")
    assert "Xã Bốn (X4)" in refused(before, batch)


def test_a_unit_is_named_once_where_it_is_the_counter_as_well(before):
    lines = line("D1", agency="X4"), line("D2", agency="X2", counter="X4", received="10/07/2025")
    batch = staged(before, extract(*lines, month="07/2025"))
    tiny.put(before, NEW, kind="agencies")
    assert ingest.compare(before, batch).outdated == {"agencies": ("Xã Bốn (X4)",)}


def test_a_counter_that_was_still_there_on_the_day_of_receipt_stands(before):
    early = line("D1", agency="X2", counter="X4", received="10/06/2025")
    batch = staged(before, extract(early, month="07/2025"))
    tiny.put(before, NEW, kind="agencies")
    assert ingest.compare(before, batch).outdated == {}
    ingest.apply(before, batch, by="Bob")
    again = staged(before, extract(early, month="07/2025"))
    assert ingest.compare(before, again).unchanged == 1


def test_a_counter_that_is_named_stands_where_another_unit_bore_its_code_on_the_day_of_receipt(province):
    """By code the same line means Xã An Bình, as it is checked; what was said is not kept."""
    said = line("D1", agency="X2", counter="Phường Mới", received="10/06/2025")
    batch = staged(province, extract(said, month="07/2025"))
    assert ingest.compare(province, batch).outdated == {}
    ingest.apply(province, batch, by="Bob")
    by_code = staged(province, extract(said.replace("Phường Mới", "X1"), month="07/2025"))
    assert ingest.compare(province, by_code).changed == 1


def test_a_dossier_handed_in_at_home_stands_whenever_it_was_received(before):
    tiny.put(before, NEW, kind="agencies")
    ours = line("D1", agency="X4", received="10/06/2025").replace(",X4,X4,", ",X4,,")
    ingest.apply(before, staged(before, extract(ours, month="07/2025")), by="Bob")


def test_a_status_that_no_label_means_any_more_is_refused(province):
    batch = staged(province, extract(line("D1", status=6), line("D2")))
    tiny.put(province, "Trạng thái,Từ ngày,Mã trạng thái\n6,01/12/2024,5\n", kind="statuses")
    assert ingest.compare(province, batch).outdated == {"statuses": ("6",)}
    refused(province, batch)


def test_a_status_whose_label_means_another_from_a_later_day_on_is_refused(province):
    batch = staged(province, extract(line("D1", status=6), line("D2")))
    february = staged(province, extract(line("D1", status=6, received="10/02/2025"), month="02/2025"))
    tiny.put(province, "Trạng thái,Từ ngày,Mã trạng thái\n6,01/03/2025,5\n", kind="statuses")
    assert ingest.compare(province, batch).outdated == {"statuses": ("6",)}
    assert ingest.compare(province, february).outdated == {}
    refused(province, batch)


@pytest.mark.parametrize(("counter", "left_out"), [("X2", (BEFORE,)), ("X4", ())])
def test_an_agency_that_has_ended_can_be_left_out_where_the_others_do_not_name_it(before, counter, left_out):
    ours = line("D1", agency="X4", received="10/07/2025")
    others = line("D2", agency="X2", counter=counter, received="10/07/2025")
    batch = staged(before, extract(ours, others, month="07/2025"))
    tiny.put(before, ENDED, kind="agencies")
    with before.read() as connection:
        assert separable(connection, batch, "dossiers") == left_out


def refused(store: Store, batch: int) -> str:
    """The sentence with which a batch is refused; nothing has changed by it."""
    was = fingerprint(store)
    with pytest.raises(ListsMoved) as problem:
        ingest.apply(store, batch, by="Bob")
    assert fingerprint(store) == was
    return problem.value.told()
