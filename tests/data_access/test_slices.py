"""What counts: slices, their base, the newest eligible line (DESIGN §3), one sentence a test."""

import pytest
from sqlalchemy import text

from data_access import ingest
from data_access.errors import HeldBack
from data_access.fingerprint import fingerprint
from data_access.ingest import Known
from tests import tiny
from tests.data_access.statements import staged, total
from tests.tiny import extract, line


def test_a_staged_batch_counts_for_nothing(province):
    before = fingerprint(province)
    staged(province, extract(line()))
    assert fingerprint(province) == before


def test_undoing_a_batch_brings_back_what_it_replaced(province):
    tiny.put(province, extract(line("D1"), line("D2")))
    before = fingerprint(province)
    second = tiny.put(province, extract(line("D3")))
    assert total(province) == 1
    ingest.undo(province, second, by="Bob")
    assert fingerprint(province) == before


def test_a_second_whole_file_withdraws_what_it_does_not_mention(province):
    tiny.put(province, extract(line("D1"), line("D2"), line("D3", agency="X2")))
    batch = staged(province, extract(line("D1", due="25/03/2025"), line("D4")))
    seen = ingest.compare(province, batch)
    assert (seen.new, seen.changed, seen.unchanged, seen.withdrawn) == (1, 1, 0, 1)
    ingest.apply(province, batch, by="Bob", seen=seen)
    assert total(province) == 3  # X2 was not stated again and keeps its line


def test_an_older_whole_file_applied_late_changes_nothing(province):
    late = staged(province, extract(line("D1"), line("D2")))
    tiny.put(province, extract(line("D3")))
    before = fingerprint(province)
    assert ingest.compare(province, late).changes_nothing
    ingest.apply(province, late, by="Bob")
    assert fingerprint(province) == before


def test_the_same_file_again_changes_nothing(province):
    content = extract(line("D1"), line("D2", finished="12/03/2025"))
    tiny.put(province, content)
    before = fingerprint(province)
    batch = staged(province, content)
    assert ingest.compare(province, batch).unchanged == 2
    ingest.apply(province, batch, by="Bob")
    assert fingerprint(province) == before


def test_a_declared_nil_is_received_and_empty(province):
    checked = ingest.check(Known.of(province), extract(line("D1")).encode(), "tep.csv")
    month = checked.recognised.month
    batch = ingest.stage(province, checked, by="Alice", nil=((month, "X2@2024-12-01"),))
    ingest.apply(province, batch, by="Alice")
    with province.read() as connection:
        nil = connection.execute(text("SELECT agency, lines FROM batch_slice WHERE nil")).all()
    assert [tuple(row) for row in nil] == [("X2@2024-12-01", 0)]


def test_a_first_statement_may_come_with_rejected_lines(province):
    batch = staged(province, extract(line("D1"), line("D9", received="99/03/2025")))
    ingest.apply(province, batch, by="Bob")
    assert total(province) == 1


def test_rejected_lines_hold_back_only_the_agency_that_has_a_statement_already(province):
    tiny.put(province, extract(line("D1"), line("D2", agency="X2")))
    bad = extract(line("D1"), line("D9", received="99/03/2025"), line("D3", agency="X2"))
    batch = staged(province, bad)
    assert ingest.compare(province, batch).held == ("X1@2024-12-01",)
    with pytest.raises(HeldBack):
        ingest.apply(province, batch, by="Bob")
    rest = ingest.restage(province, batch, by="Bob", without=("X1@2024-12-01",))
    ingest.apply(province, rest, by="Bob")
    with province.read() as connection:
        codes = connection.execute(text("SELECT agency, received FROM sum_by_channel ORDER BY agency")).all()
    assert [tuple(row) for row in codes] == [("X1@2024-12-01", 1), ("X2@2024-12-01", 1)]


def test_a_line_of_nobody_knows_whom_holds_back_whoever_has_a_statement_already(province):
    tiny.put(province, extract(line("D1"), line("D2", agency="X2")))
    lost = extract(line("D1"), line("D2", agency="Z9"), line("D3", agency="X2"), line("D4", agency="X3"))
    batch = staged(province, lost)
    assert ingest.compare(province, batch).held == ("X1@2024-12-01", "X2@2024-12-01")
    with pytest.raises(HeldBack, match="Xã An Bình, Xã Hòa Bình"):
        ingest.apply(province, batch, by="Bob")
    rest = ingest.restage(province, batch, by="Bob", without=("X1@2024-12-01", "X2@2024-12-01"))
    ingest.apply(province, rest, by="Bob")
    assert total(province) == 3, "who had none may begin with what is good"


def test_where_nobody_would_be_left_no_copy_is_made(province):
    tiny.put(province, extract(line("D1")))
    batch = staged(province, extract(line("D1"), line("D9", received="99/03/2025")))
    with pytest.raises(HeldBack):
        ingest.restage(province, batch, by="Bob", without=("X1@2024-12-01",))


def test_every_write_raises_the_revision(province):
    revision = province.revision()
    batch = staged(province, extract(line("D1")))
    ingest.apply(province, batch, by="Bob")
    ingest.undo(province, batch, by="Bob")
    assert province.revision() == revision + 3


def test_a_code_used_twice_means_the_unit_of_its_time(province):
    tiny.put(province, extract(line("D1")))
    tiny.put(province, extract(line("D1", received="02/07/2025"), month="07/2025"))
    with province.read() as connection:
        found = connection.execute(text("SELECT month, agency FROM sum_by_channel ORDER BY month")).all()
    assert [row.agency for row in found] == ["X1@2024-12-01", "X1@2025-07-01"]


def test_a_new_service_level_is_added_up_from_its_month_on_and_undone_exactly(province):
    for month in ("01", "02", "03"):
        tiny.put(province, extract(line(received=f"10/{month}/2025", due=""), month=f"{month}/2025"))
    before = fingerprint(province)
    partial = tiny.STATES.splitlines()[0] + "\n1.000001,mức độ DVC,một phần,15/02/2025\n"
    batch = tiny.put(province, partial, kind="procedure_states")
    with province.read() as connection:
        levels = connection.scalars(text("SELECT service_level FROM sum_by_service ORDER BY month")).all()
    assert levels == ["full", "partial", "partial"]
    ingest.undo(province, batch, by="Bob")
    assert fingerprint(province) == before
