"""One source a slice (DESIGN §3): dossiers where they are in, else the report; the other is a check."""

import json
from datetime import date
from hashlib import sha256

import pytest
from sqlalchemy import text

from data_access import ingest
from data_access.errors import HeldBack, ListsMoved, StillUsed
from data_access.fingerprint import fingerprint
from data_access.history import same_file_applied
from data_access.ingest import Known
from tests import tiny
from tests.data_access.reports import put, staged
from tests.data_access.statements import staged as staged_dossiers
from tests.data_access.statements import total
from tests.reports_made import report, row
from tests.tiny import extract, line

MARCH = date(2025, 3, 1)
X2 = "X2@2024-12-01"


def test_a_report_counts_by_sector_where_no_dossiers_are_in(province):
    put(province, report(row(), row("Đất đai", online=0, direct=0, carried=10)))
    with province.read() as connection:
        found = connection.execute(
            text("SELECT agency, sector, received, received_online, carried, open_overdue FROM sum_reported"
                 " ORDER BY sector")
        )  # fmt: skip
        assert [tuple(one) for one in found] == [(X2, "L1", 8, 5, 2, 1), (X2, "L2", 0, 0, 10, 1)]
    assert total(province) == 0


def test_dossiers_take_the_place_of_a_report_and_their_undo_brings_it_back(province):
    put(province, report(row()))
    before = fingerprint(province)
    dossiers = tiny.put(province, extract(line("D1", agency="X2")))
    assert (total(province, "sum_reported"), total(province)) == (0, 1)
    ingest.undo(province, dossiers, by="Bob")
    assert fingerprint(province) == before
    assert total(province, "sum_reported") == 8


def test_dossiers_say_whose_report_they_will_make_a_check(province):
    put(province, report(row(), agency="Phường Ba"))
    both = extract(line("D1", agency="X3"), line("D1", agency="X2"))
    batch = staged_dossiers(province, both)
    assert ingest.compare(province, batch).takes_over == ("X3@2024-12-01",)
    ingest.apply(province, batch, by="Bob")
    assert ingest.compare(province, staged_dossiers(province, both)).takes_over == ()


def test_a_report_beside_dossiers_counts_for_nothing_and_says_so(province):
    tiny.put(province, extract(line("D1", agency="X2")))
    batch = staged(province, report(row()))
    seen = ingest.compare(province, batch)
    assert (seen.new, seen.only_checked) == (1, (X2,))
    ingest.apply(province, batch, by="Bob", seen=seen)
    assert (total(province, "sum_reported"), total(province)) == (0, 1)


def test_a_declared_nil_of_dossiers_is_a_statement_and_stands_before_the_report(province):
    put(province, report(row()))
    checked = ingest.check(Known.of(province), extract(line("D1")).encode(), "tep.csv")
    nil = ingest.stage(province, checked, by="Alice", nil=((MARCH, X2),))
    ingest.apply(province, nil, by="Alice")
    assert total(province, "sum_reported") == 0


def test_a_newer_report_takes_the_place_of_an_older_one_row_by_row_compared(province):
    put(province, report(row(), row("Đất đai")))
    before = fingerprint(province)
    batch = staged(province, report(row(online=6, still_open=(4, 1))))
    seen = ingest.compare(province, batch)
    assert (seen.new, seen.changed, seen.unchanged, seen.withdrawn) == (0, 1, 0, 1)
    ingest.apply(province, batch, by="Bob", seen=seen)
    assert total(province, "sum_reported") == 9
    ingest.undo(province, batch, by="Bob")
    assert fingerprint(province) == before


def test_rejected_rows_hold_a_report_back_from_replacing_one_that_counts(province):
    put(province, report(row(), row("Đất đai")))
    bad = row("Đất đai")
    bad[1] += 1
    batch = staged(province, report(row(), bad))
    assert ingest.compare(province, batch).held == (X2,)
    with pytest.raises(HeldBack):
        ingest.apply(province, batch, by="Bob")


def test_corrected_rows_come_back_as_a_supplement_and_know_their_agency(province):
    bad = row("Đất đai")
    bad[1] += 1
    first = put(province, report(row(), bad))
    assert total(province, "sum_reported") == 8
    with province.read() as connection:
        cells = connection.scalar(text("SELECT cells FROM rejected_line"))
    cells = json.loads(cells) if isinstance(cells, str) else cells
    cells["Tiếp nhận: tổng số"] = "10"
    lines = [f"Mã lô: {first} – Kỳ số liệu: tháng 03/2025", ";".join(cells), ";".join(cells.values())]
    again = put(province, "\n".join(lines).encode())
    assert total(province, "sum_reported") == 16
    ingest.undo(province, again, by="Bob")
    assert total(province, "sum_reported") == 8


def test_the_same_report_again_changes_nothing(province):
    content = report(row())
    batch = put(province, content)
    with province.read() as connection:
        assert same_file_applied(connection, sha256(content).hexdigest()) == batch
    assert ingest.compare(province, staged(province, content)).changes_nothing


def test_a_copy_of_a_report_is_the_whole_report(province):
    batch = put(province, report(row(), row("Đất đai")))
    after = fingerprint(province)
    ingest.undo(province, batch, by="Bob")
    ingest.apply(province, ingest.restage(province, batch, by="Bob"), by="Bob")
    assert fingerprint(province) == after


def test_a_rehearsal_of_a_report_leaves_nothing(province):
    batch = staged(province, report(row()))
    before = fingerprint(province)

    def read(connection):
        return {"received": connection.scalar(text("SELECT COALESCE(SUM(received), 0) FROM sum_reported"))}

    assert ingest.rehearse(province, batch, read) == ({"received": 0}, {"received": 8})
    assert fingerprint(province) == before


def test_a_sector_of_a_counted_report_cannot_be_undone_nor_applied_without(province):
    sectors = tiny.put(province, tiny.SECTORS + "L9,Hải quan\n", kind="sectors")
    batch = put(province, report(row("Hải quan")))
    with pytest.raises(StillUsed):
        ingest.undo(province, sectors, by="Bob")
    waiting = staged(province, report(row("Hải quan"), agency="Phường Ba"))
    ingest.undo(province, batch, by="Bob")
    ingest.undo(province, sectors, by="Bob")
    with pytest.raises(ListsMoved) as refused:
        ingest.apply(province, waiting, by="Bob")
    assert refused.value.found == {"sectors": ("L9",)}


def test_a_report_is_not_the_same_again_once_a_newer_one_has_taken_its_place(province):
    content = report(row())
    put(province, content)
    put(province, report(row(online=6, still_open=(4, 1))))
    with province.read() as connection:
        assert same_file_applied(connection, sha256(content).hexdigest()) is None
