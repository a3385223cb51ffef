"""The rule-set of slices, batches and what counts (DESIGN §3), one sentence a test."""

from datetime import date
from hashlib import sha256

import pytest
from sqlalchemy import text

from data_access import ingest
from data_access.errors import HeldBack, NotStaged, RecordMissing, StillUsed, StoreMoved
from data_access.fingerprint import fingerprint
from data_access.history import same_file_applied
from data_access.ingest import Known
from data_access.store import Store
from tests import tiny
from tests.tiny import extract, line


@pytest.fixture
def province(store: Store) -> Store:
    return tiny.load(store)


def staged(store: Store, content: str, by: str = "Alice", **how) -> int:
    mode = how.pop("mode", None)
    checked = ingest.check(Known.of(store), content.encode(), "tep.csv", **how)
    return ingest.stage(store, checked, by=by, mode=mode)


def total(store: Store, measure: str = "received") -> int:
    with store.read() as connection:
        return connection.scalar(text(f"SELECT COALESCE(SUM({measure}), 0) FROM sum_by_channel"))


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


def test_a_supplement_adds_and_withdraws_nothing(province):
    tiny.put(province, extract(line("D1"), line("D2")))
    batch = staged(province, extract(line("D2", due="25/03/2025"), line("D3")), mode="supplement")
    seen = ingest.compare(province, batch)
    assert (seen.new, seen.changed, seen.withdrawn) == (1, 1, 0)
    ingest.apply(province, batch, by="Bob")
    assert total(province) == 3


def test_a_supplement_without_a_statement_counts_only_once_there_is_one(province):
    before = fingerprint(province)
    batch = staged(province, extract(line("D2")), mode="supplement")
    ingest.apply(province, batch, by="Bob")
    assert fingerprint(province) == before


def test_a_whole_file_hides_supplements_that_are_older(province):
    tiny.put(province, extract(line("D1")))
    ingest.apply(province, staged(province, extract(line("D2")), mode="supplement"), by="Bob")
    tiny.put(province, extract(line("D1")))
    assert total(province) == 1


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


def test_a_first_statement_may_come_with_rejected_lines(province):
    batch = staged(province, extract(line("D1"), line("D9", received="99/03/2025")))
    ingest.apply(province, batch, by="Bob")
    assert total(province) == 1


def test_corrected_lines_come_back_as_a_supplement_of_their_batch(province):
    batch = staged(province, extract(line("D1"), line("D9", received="99/03/2025")))
    ingest.apply(province, batch, by="Bob")
    corrected = extract(line("D9", received="09/03/2025"), title=f"Mã lô: {batch} – Kỳ số liệu: tháng")
    tiny.put(province, corrected)
    assert total(province) == 2


def test_dossiers_open_last_month_and_not_mentioned_are_counted_as_unseen(province):
    tiny.put(province, extract(line("D1"), line("D2", finished="12/03/2025")))
    april = staged(province, extract(line("D5", received="02/04/2025"), month="04/2025"))
    assert ingest.compare(province, april).unseen == 1


def test_a_comparison_is_made_again_when_the_store_has_moved_on(province):
    batch = staged(province, extract(line("D1")))
    seen = ingest.compare(province, batch)
    tiny.put(province, extract(line("D7", agency="X2")))
    ingest.compare(province, batch)
    ingest.apply(province, batch, by="Bob", seen=seen)  # another agency: the outcome is the same

    other = staged(province, extract(line("D1")))
    seen = ingest.compare(province, other)
    ingest.undo(province, batch, by="Carol")
    with pytest.raises(StoreMoved):
        ingest.apply(province, other, by="Bob", seen=seen)


def test_a_rehearsal_shows_both_sides_and_leaves_nothing(province):
    tiny.put(province, extract(line("D1")))
    batch = staged(province, extract(line("D1"), line("D2")))
    before, revision = fingerprint(province), province.revision()

    def read(connection):
        return {"received": connection.scalar(text("SELECT SUM(received) FROM sum_by_channel"))}

    assert ingest.rehearse(province, batch, read) == ({"received": 1}, {"received": 2})
    assert (fingerprint(province), province.revision()) == (before, revision)


def test_undo_is_final_and_applying_again_needs_a_copy(province):
    batch = tiny.put(province, extract(line("D1")))
    after = fingerprint(province)
    ingest.undo(province, batch, by="Bob")
    with pytest.raises(NotStaged):
        ingest.apply(province, batch, by="Bob")
    copy = ingest.restage(province, batch, by="Bob")
    assert copy > batch
    ingest.apply(province, copy, by="Bob")
    assert fingerprint(province) == after


def test_a_reference_record_in_use_cannot_be_undone(province):
    tiny.put(province, extract(line("D1", procedure="1.000001")))
    batch = next(b for b in _batches(province) if b.kind == "procedures")
    with pytest.raises(StillUsed) as refused:
        ingest.undo(province, batch.id, by="Bob")
    assert "sum_by_procedure" in str(refused.value)


def test_a_newer_reference_line_wins_and_its_undo_restores_the_older(province):
    tiny.put(province, extract(line("D1", procedure="1.000001")))
    before = fingerprint(province)
    changed = tiny.PROCEDURES.replace("Thủ tục một,L1", "Thủ tục một,L2")
    batch = tiny.put(province, changed, kind="procedures")
    with province.read() as connection:
        sectors = connection.scalars(text("SELECT sector FROM sum_by_sector")).all()
    assert sectors == ["L2"]  # the slices that use it were added up again
    ingest.undo(province, batch, by="Bob")
    assert fingerprint(province) == before


def test_a_batch_whose_procedure_was_undone_meanwhile_is_refused_whole(province):
    extra = "Mã TTHC,Tên TTHC,Mã lĩnh vực,Cấp thực hiện,Mã cơ quan chủ trì,Nội bộ\n1.000009,Mới,L1,xã,S1,0\n"
    reference = tiny.put(province, extra, kind="procedures")
    batch = staged(province, extract(line("D1", procedure="1.000009")))
    ingest.undo(province, reference, by="Bob")
    before = fingerprint(province)
    with pytest.raises(RecordMissing):
        ingest.apply(province, batch, by="Bob")
    assert fingerprint(province) == before


def test_every_write_raises_the_revision(province):
    revision = province.revision()
    batch = staged(province, extract(line("D1")))
    ingest.apply(province, batch, by="Bob")
    ingest.undo(province, batch, by="Bob")
    assert province.revision() == revision + 3


def test_periods_of_one_code_never_overlap(province):
    clash = tiny.AGENCIES.splitlines()[0] + "\nX2,Xã Khác,xã,phường xã,H1,01/05/2025,,1\n"
    with pytest.raises(RecordMissing):
        tiny.put(province, clash, kind="agencies")


def test_a_code_used_twice_means_the_unit_of_its_time(province):
    tiny.put(province, extract(line("D1")))
    tiny.put(province, extract(line("D1", received="02/07/2025"), month="07/2025"))
    with province.read() as connection:
        found = connection.execute(text("SELECT month, agency FROM sum_by_channel ORDER BY month")).all()
    assert [row.agency for row in found] == ["X1@2024-12-01", "X1@2025-07-01"]


def _batches(store):
    with store.read() as connection:
        return connection.execute(text("SELECT id, kind FROM batch ORDER BY id")).all()


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


def test_a_copy_is_the_whole_batch_with_every_problem_and_every_rejected_line(province):
    faulty = extract(
        line("D1"), line("D1"), line("D2", agency="X2"), line("D9", agency="Z9"), line("D8", received="x")
    )
    batch = tiny.put(province, faulty)
    ingest.undo(province, batch, by="Bob")
    copy = ingest.restage(province, batch, by="Bob")
    first, second = _numbers(province, batch), _numbers(province, copy)
    assert first == second == (5, 2, 2, 1, 4, 2)

    catalogue = tiny.put(province, tiny.SECTORS + "L3,\n", kind="sectors")
    assert _numbers(province, ingest.restage(province, catalogue, by="Bob")) == _numbers(province, catalogue)


def _numbers(store, batch_id):
    """total, accepted, rejected, repeated, issues, rejected lines kept"""
    with store.read() as connection:
        names = "total, accepted, rejected, repeated"
        counts = connection.execute(text(f"SELECT {names} FROM batch WHERE id = {batch_id}")).one()
        kept = (
            connection.scalar(text(f"SELECT COUNT(*) FROM {table} WHERE batch_id = {batch_id}"))
            for table in ("issue", "rejected_line")
        )
        return (*counts, *kept)


def test_a_copy_of_nothing_is_refused_with_a_sentence(province):
    with pytest.raises(NotStaged):
        ingest.restage(province, 999, by="Bob")


def _again(store, content) -> int | None:
    with store.read() as connection:
        return same_file_applied(connection, sha256(content.encode()).hexdigest())


def test_the_same_file_is_not_the_same_again_when_agencies_were_left_out(province):
    first = tiny.put(province, extract(line("D1")))
    faulty = extract(line("D2"), line("D9", received="x"), line("D3", agency="X2"))
    rest = ingest.restage(province, staged(province, faulty), by="Bob", without=("X1@2024-12-01",))
    ingest.apply(province, rest, by="Bob")
    ingest.undo(province, first, by="Bob")
    assert _again(province, faulty) is None


def test_the_same_file_is_not_the_same_again_when_it_was_only_added_or_lost_lines(province):
    tiny.put(province, extract(line("D1")))
    added = extract(line("D2"))
    ingest.apply(province, staged(province, added, mode="supplement"), by="Bob")
    assert _again(province, added) is None

    partly = extract(line("D1", agency="X2"), line("D2", agency="X2", procedure="1.000009"))
    tiny.put(province, partly)
    assert _again(province, partly) is None  # the procedure may have come since

    whole = extract(line("D1", agency="X3"))
    batch = tiny.put(province, whole)
    assert _again(province, whole) == batch
    ingest.undo(province, batch, by="Bob")
    copy = ingest.restage(province, batch, by="Bob")
    ingest.apply(province, copy, by="Bob")
    assert _again(province, whole) == copy


def test_corrected_lines_of_a_batch_that_is_not_here_never_replace_a_month(province):
    tiny.put(province, extract(line("D1"), line("D2")))
    tiny.put(province, extract(line("D3"), title="Mã lô: 999 – Kỳ số liệu: tháng"))
    assert total(province) == 3


def test_an_older_reference_batch_applied_late_changes_nothing_and_says_so(province):
    older = staged(province, "Mã lĩnh vực,Tên lĩnh vực\nL1,Cũ\n", kind="sectors")
    tiny.put(province, "Mã lĩnh vực,Tên lĩnh vực\nL1,Mới\n", kind="sectors")
    before = fingerprint(province)
    seen = ingest.compare(province, older)
    assert (seen.changes_nothing, seen.unchanged) == (True, 1)
    ingest.apply(province, older, by="Bob", seen=seen)
    assert fingerprint(province) == before


def test_an_agency_that_has_only_declared_nil_cannot_be_taken_away(province):
    fourth = tiny.AGENCIES.splitlines()[0] + "\nX4,Xã Bốn,xã,phường xã,H1,01/12/2024,,1\n"
    agencies = tiny.put(province, fourth, kind="agencies")
    nil = ((date(2025, 3, 1), "X4@2024-12-01"),)
    checked = ingest.check(Known.of(province), extract(line("D1")).encode(), "tep.csv")
    applied, waiting = (ingest.stage(province, checked, by="Alice", nil=nil) for _ in range(2))
    ingest.apply(province, applied, by="Alice")
    with pytest.raises(StillUsed):
        ingest.undo(province, agencies, by="Bob")
    ingest.undo(province, applied, by="Bob")
    ingest.undo(province, agencies, by="Bob")
    with pytest.raises(RecordMissing):
        ingest.apply(province, waiting, by="Bob")
