"""One source a slice (DESIGN §3): dossiers where they are in, else the report; the other is a check."""

import json
from datetime import date
from hashlib import sha256

import pytest
from sqlalchemy import text

from data_access import ingest
from data_access.errors import FileProblem, HeldBack, RecordMissing, StillUsed
from data_access.fingerprint import fingerprint
from data_access.history import same_file_applied
from data_access.ingest import Known
from data_access.ingest.report_06a_contract import REPORT
from data_access.store import Store
from tests import tiny
from tests.reports_made import grid, report, row, workbook
from tests.reports_made import text as text_of
from tests.tiny import extract, line

MARCH, APRIL = date(2025, 3, 1), date(2025, 4, 1)
X1, X2 = "X1@2024-12-01", "X2@2024-12-01"


@pytest.fixture
def province(store: Store) -> Store:
    return tiny.load(store)


@pytest.fixture
def known(sqlite_store: Store) -> Known:
    return Known.of(tiny.load(sqlite_store))


def staged(store: Store, content: bytes, mode: str | None = None, **how) -> int:
    checked = ingest.check(Known.of(store), content, "06a.xlsx", **how)
    return ingest.stage(store, checked, by="Alice", mode=mode)


def put(store: Store, content: bytes, mode: str | None = None, **how) -> int:
    batch = staged(store, content, mode, **how)
    ingest.apply(store, batch, by="Alice")
    return batch


def wrong(checked: ingest.Checked) -> list[tuple]:
    """(kind, column, what is shown) of every problem that turned a row away."""
    return checked.issues.filter(severity="reject").select("kind", "column", "detail").rows()


def received(store: Store, table: str = "sum_reported") -> int:
    with store.read() as connection:
        return connection.scalar(text(f"SELECT COALESCE(SUM(received), 0) FROM {table}"))


def test_a_report_counts_by_sector_where_no_dossiers_are_in(province):
    put(province, report(row(), row("Đất đai", online=0, direct=0, carried=10)))
    with province.read() as connection:
        found = connection.execute(
            text("SELECT agency, sector, received, received_online, carried, open_overdue FROM sum_reported"
                 " ORDER BY sector")
        )  # fmt: skip
        assert [tuple(one) for one in found] == [(X2, "L1", 8, 5, 2, 1), (X2, "L2", 0, 0, 10, 1)]
    assert received(province, "sum_by_channel") == 0


def test_dossiers_take_the_place_of_a_report_and_their_undo_brings_it_back(province):
    put(province, report(row()))
    before = fingerprint(province)
    dossiers = tiny.put(province, extract(line("D1", agency="X2")))
    assert (received(province), received(province, "sum_by_channel")) == (0, 1)
    ingest.undo(province, dossiers, by="Bob")
    assert fingerprint(province) == before
    assert received(province) == 8


def test_a_report_beside_dossiers_counts_for_nothing_and_says_so(province):
    tiny.put(province, extract(line("D1", agency="X2")))
    batch = staged(province, report(row()))
    seen = ingest.compare(province, batch)
    assert (seen.new, seen.only_checked) == (1, (X2,))
    ingest.apply(province, batch, by="Bob", seen=seen)
    assert (received(province), received(province, "sum_by_channel")) == (0, 1)


def test_a_declared_nil_of_dossiers_is_a_statement_and_stands_before_the_report(province):
    put(province, report(row()))
    checked = ingest.check(Known.of(province), extract(line("D1")).encode(), "tep.csv")
    nil = ingest.stage(province, checked, by="Alice", nil=((MARCH, X2),))
    ingest.apply(province, nil, by="Alice")
    assert received(province) == 0


def test_a_newer_report_takes_the_place_of_an_older_one_row_by_row_compared(province):
    put(province, report(row(), row("Đất đai")))
    before = fingerprint(province)
    batch = staged(province, report(row(online=6, still_open=(4, 1))))
    seen = ingest.compare(province, batch)
    assert (seen.new, seen.changed, seen.unchanged, seen.withdrawn) == (0, 1, 0, 1)
    ingest.apply(province, batch, by="Bob", seen=seen)
    assert received(province) == 9
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
    assert received(province) == 8
    with province.read() as connection:
        cells = connection.scalar(text("SELECT cells FROM rejected_line"))
    cells = json.loads(cells) if isinstance(cells, str) else cells
    cells["Tiếp nhận: tổng số"] = "10"
    lines = [f"Mã lô: {first} – Kỳ số liệu: tháng 03/2025", ";".join(cells), ";".join(cells.values())]
    again = put(province, "\n".join(lines).encode())
    assert received(province) == 16
    ingest.undo(province, again, by="Bob")
    assert received(province) == 8


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


def test_a_quarter_is_checked_and_never_counted(province):
    for month in ("01", "02", "03"):
        tiny.put(province, extract(line(f"D{month}", agency="X2", received=f"05/{month}/2025", due=""),
                                   month=f"{month}/2025"))  # fmt: skip
    before = received(province, "sum_by_channel")
    quarter = report(row(), period="Quý I/2025 (Từ ngày 01/01/2025 đến ngày 31/03/2025)")
    batch = staged(province, quarter)
    assert ingest.compare(province, batch).only_checked == (X2,)
    ingest.apply(province, batch, by="Bob")
    assert (received(province), received(province, "sum_by_channel")) == (0, before)
    with province.read() as connection:
        kinds = connection.execute(
            text("SELECT kind, month FROM batch_slice WHERE batch_id = :b"), {"b": batch}
        )
        assert [one.kind for one in kinds] == ["report_06a_quarter"]


def test_a_sector_of_a_counted_report_cannot_be_undone_nor_applied_without(province):
    sectors = tiny.put(province, tiny.SECTORS + "L9,Hải quan\n", kind="sectors")
    batch = put(province, report(row("Hải quan")))
    with pytest.raises(StillUsed):
        ingest.undo(province, sectors, by="Bob")
    waiting = staged(province, report(row("Hải quan"), agency="Phường Ba"))
    ingest.undo(province, batch, by="Bob")
    ingest.undo(province, sectors, by="Bob")
    with pytest.raises(RecordMissing):
        ingest.apply(province, waiting, by="Bob")


def test_what_a_month_carries_over_is_what_the_month_before_left_open(province):
    put(province, report(row(still_open=(3, 1))))
    april = "Tháng 4/2025"
    checked = ingest.check(
        Known.of(province), report(row(carried=5, still_open=(4, 3)), period=april), "x.xlsx"
    )
    assert wrong(checked) == [("report.carried", "Tiếp nhận: từ kỳ trước", "5 ≠ 4")]
    fits = ingest.check(Known.of(province), report(row(carried=4, still_open=(4, 2)), period=april), "x.xlsx")
    assert wrong(fits) == []


@pytest.mark.parametrize(
    ("column", "kinds"),
    {
        1: ["report.received_sum", "report.balance"],
        5: ["report.finished_sum", "report.balance"],
        9: ["report.open_sum", "report.balance"],
        2: ["report.received_sum"],
        7: ["report.finished_sum"],
        11: ["report.open_sum"],
    }.items(),
)
def test_a_row_that_breaks_an_identity_is_turned_away_with_both_sums(known, column, kinds):
    cells = row()
    cells[column] += 1
    checked = ingest.check(known, workbook(grid(cells, row("Đất đai"), total=False)), "06a.xlsx")
    assert sorted(kind for kind, _, _ in wrong(checked)) == sorted(kinds)
    assert (len(checked.lines), len(checked.rejected)) == (1, 1)
    assert all(" ≠ " in both_sums for _, _, both_sums in wrong(checked))


def test_finished_and_open_that_do_not_make_up_what_was_received_are_told(known):
    checked = ingest.check(known, report(row(carried=4)), "06a.xlsx")
    assert wrong(checked) == [("report.balance", "Tiếp nhận: tổng số", "12 ≠ 10")]


@pytest.mark.parametrize(
    ("titles", "agency"),
    [
        ({"agency": "xã An Bình"}, "X1"),
        ({"agency": "Sở Một"}, "S1"),
        ({"agency": "huyện Một"}, "H1"),
    ],
)
def test_the_agency_is_the_one_that_the_title_names(known, titles, agency):
    checked = ingest.check(known, report(row(), **titles), "06a.xlsx")
    assert checked.lines["agency"].to_list() == [f"{agency}@2024-12-01"]


def test_a_person_chooses_the_agency_where_the_title_names_none(known):
    nobody = report(row(), agency="tỉnh mẫu")
    cells = [cells for cells in grid(row(), agency="tỉnh mẫu") if cells != ["UBND HUYỆN MỘT"]]
    with pytest.raises(FileProblem) as refused:
        ingest.check(known, workbook(cells, 3), "06a.xlsx")
    assert refused.value.key == "file.no_agency"
    for said in ("X3", "X3@2024-12-01", "Phường Ba"):
        assert ingest.check(known, nobody, "06a.xlsx", agency=said).lines["agency"].to_list() == [
            "X3@2024-12-01"
        ]
    with pytest.raises(FileProblem) as refused:
        ingest.check(known, nobody, "06a.xlsx", agency="Z9")
    assert refused.value.key == "file.unknown_agency"


@pytest.mark.parametrize(
    ("period", "month", "months"),
    [
        ("Tháng 4 năm 2025", APRIL, 1),
        ("Từ ngày 1/4/2025 đến ngày 30/4/2025", APRIL, 1),
        ("từ ngày 01 tháng 4 năm 2025 đến hết ngày 30 tháng 4 năm 2025", APRIL, 1),
        ("Quý I năm 2025", MARCH, 3),
        ("Quý 1/2025", MARCH, 3),
        ("Quý I/Năm 2025", MARCH, 3),
        ("6 tháng đầu năm 2025", date(2025, 6, 1), 6),
        ("Năm 2025 (Từ ngày 01/01/2025 đến ngày 31/12/2025)", date(2025, 12, 1), 12),
    ],
)
def test_the_period_is_read_from_the_title(known, period, month, months):
    recognised = ingest.check(known, report(row(), period=period), "06a.xlsx", agency="S1").recognised
    assert (recognised.month, recognised.months) == (month, months)


@pytest.mark.parametrize(
    ("period", "chosen", "refused"),
    [
        ("", None, "file.no_month"),
        ("Từ ngày 15/02/2025 đến ngày 14/03/2025", None, "file.odd_period"),
        ("Từ ngày 01/03/2025 đến ngày 30/04/2025", None, "file.odd_period"),
        ("Từ ngày 01/03/2025 đến ngày 31/02/2025", None, "file.odd_period"),
        ("Tháng 3/2025 (Từ ngày 01/04/2025 đến ngày 30/04/2025)", None, "file.period_contradicts"),
        ("Quý I/2025", MARCH, "file.period_contradicts"),
    ],
)
def test_a_period_that_is_unclear_or_not_of_whole_months_is_refused(known, period, chosen, refused):
    with pytest.raises(FileProblem) as problem:
        ingest.check(known, report(row(), period=period), "06a.xlsx", month=chosen)
    assert problem.value.key == refused
    assert len(problem.value.told()) > 30


def test_a_report_is_not_the_same_again_once_a_newer_one_has_taken_its_place(province):
    content = report(row())
    put(province, content)
    put(province, report(row(online=6, still_open=(4, 1))))
    with province.read() as connection:
        assert same_file_applied(connection, sha256(content).hexdigest()) is None


def test_corrected_rows_of_a_quarter_never_come_back_as_rows_of_a_month(province):
    bad = row("Đất đai")
    bad[1] += 1
    put(province, report(row(), bad, period="Quý I/2025"))
    with province.read() as connection:
        cells = connection.scalar(text("SELECT cells FROM rejected_line"))
    cells = json.loads(cells) if isinstance(cells, str) else cells
    cells["Tiếp nhận: tổng số"] = "10"
    back = "\n".join(["Mã lô: 1 – Kỳ số liệu: tháng 03/2025", ";".join(cells), ";".join(cells.values())])
    recognised = ingest.check(Known.of(province), back.encode(), "tep.csv").recognised
    assert (recognised.month, recognised.months) == (MARCH, 3)


def test_a_row_that_leaves_its_agency_blank_is_nobodys(known):
    headers = [*(column.header for column in REPORT.columns), "Đơn vị báo cáo", "Tháng"]
    lines = [[*row(), "X2", "03/2025"], [*row("Đất đai"), "", "03/2025"], [*row("Đất đai"), "X2", ""]]
    checked = ingest.check(known, text_of([headers, *lines]), "06a.csv")
    assert checked.lines["agency"].to_list() == [X2]
    assert wrong(checked) == [("cell.blank", "Đơn vị báo cáo", None), ("cell.blank", "Tháng", None)]


def test_a_number_beyond_what_the_store_holds_is_no_number_of_dossiers(known):
    many = row(online=3_000_000_000, direct=0, carried=0, finished=(3_000_000_000, 0, 0), still_open=(0, 0))
    kinds = {kind for kind, *_ in wrong(ingest.check(known, report(many), "06a.xlsx"))}
    assert kinds == {"cell.number"}


def test_a_report_beside_dossiers_binds_no_report_of_the_next_month(province):
    put(province, report(row(still_open=(3, 1))))
    tiny.put(province, extract(line(agency="X2")))
    april = report(row(carried=5, still_open=(4, 3)), period="Tháng 4/2025")
    assert wrong(ingest.check(Known.of(province), april, "x.xlsx")) == []
