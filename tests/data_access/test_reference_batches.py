"""Reference extracts: the newest line of a key wins, and what is in use cannot be undone."""

from datetime import date

import pytest
from sqlalchemy import text

from data_access import ingest
from data_access.errors import ListsMoved, RecordMissing, StillUsed
from data_access.fingerprint import fingerprint
from data_access.ingest import Known
from tests import tiny
from tests.data_access.statements import staged
from tests.tiny import extract, line


def test_a_reference_record_in_use_cannot_be_undone(province):
    """Who asks is told what to undo first, not what a table is called."""
    dossiers = tiny.put(province, extract(line("D1", procedure="1.000001")))
    batch = next(b for b in _batches(province) if b.kind == "procedures")
    with pytest.raises(StillUsed) as refused:
        ingest.undo(province, batch.id, by="Bob")
    said = refused.value.told()
    assert f"đang được dùng bởi: lô {dossiers} (tep.csv), Trạng thái thủ tục" in said
    assert "Hãy hoàn tác các lô ấy trước" in said


def test_an_agency_in_use_names_what_counts_of_it_and_who_follows_it(province):
    """A declared nil and what was handed in at its counter are uses as well."""
    there = tiny.put(province, extract(line("D1", agency="X2", counter="X1")))
    batch = next(b for b in _batches(province) if b.kind == "agencies")
    with pytest.raises(StillUsed) as refused:
        ingest.undo(province, batch.id, by="Bob")
    assert refused.value.batches == [(there, "tep.csv")]
    with pytest.raises(StillUsed):
        ingest.rehearse(province, batch.id, lambda connection: None)
    assert refused.value.kinds == ["successions", "one_stop_points"]


def _batches(store):
    with store.read() as connection:
        return connection.execute(text("SELECT id, kind FROM batch ORDER BY id")).all()


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


def test_an_older_reference_batch_applied_late_changes_nothing_and_says_so(province):
    older = staged(province, "Mã lĩnh vực,Tên lĩnh vực\nL1,Cũ\n", kind="sectors")
    tiny.put(province, "Mã lĩnh vực,Tên lĩnh vực\nL1,Mới\n", kind="sectors")
    before = fingerprint(province)
    seen = ingest.compare(province, older)
    assert (seen.changes_nothing, seen.unchanged) == (True, 1)
    ingest.apply(province, older, by="Bob", seen=seen)
    assert fingerprint(province) == before


def test_a_batch_whose_procedure_was_undone_meanwhile_is_refused_whole(province):
    extra = "Mã TTHC,Tên TTHC,Mã lĩnh vực,Cấp thực hiện,Mã cơ quan chủ trì,Nội bộ\n1.000009,Mới,L1,xã,S1,0\n"
    reference = tiny.put(province, extra, kind="procedures")
    batch = staged(province, extract(line("D1", procedure="1.000009")))
    ingest.undo(province, reference, by="Bob")
    before = fingerprint(province)
    with pytest.raises(ListsMoved) as refused:
        ingest.apply(province, batch, by="Bob")
    assert refused.value.found == {"procedures": ("1.000009",)}
    assert fingerprint(province) == before


def test_periods_of_one_code_never_overlap(province):
    clash = tiny.AGENCIES.splitlines()[0] + "\nX2,Xã Khác,xã,phường xã,H1,01/05/2025,,1\n"
    with pytest.raises(RecordMissing):
        tiny.put(province, clash, kind="agencies")


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
    with pytest.raises(ListsMoved):
        ingest.apply(province, waiting, by="Bob")
