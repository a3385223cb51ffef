"""Rows of a II.06a report: their identities, their agency, and what turns one away."""

import pytest

from data_access import ingest
from data_access.errors import FileProblem
from data_access.ingest import Known
from data_access.ingest.report_06a_contract import REPORT
from tests import tiny
from tests.data_access.reports import put, wrong
from tests.reports_made import grid, report, row, workbook
from tests.reports_made import text as text_of
from tests.tiny import extract, line

X2 = "X2@2024-12-01"


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


def test_what_a_month_carries_over_is_what_the_month_before_left_open(province):
    put(province, report(row(still_open=(3, 1))))
    april = "Tháng 4/2025"
    checked = ingest.check(
        Known.of(province), report(row(carried=5, still_open=(4, 3)), period=april), "x.xlsx"
    )
    assert wrong(checked) == [("report.carried", "Tiếp nhận: từ kỳ trước", "5 ≠ 4")]
    fits = ingest.check(Known.of(province), report(row(carried=4, still_open=(4, 2)), period=april), "x.xlsx")
    assert wrong(fits) == []


def test_a_report_beside_dossiers_binds_no_report_of_the_next_month(province):
    put(province, report(row(still_open=(3, 1))))
    tiny.put(province, extract(line(agency="X2")))
    april = report(row(carried=5, still_open=(4, 3)), period="Tháng 4/2025")
    assert wrong(ingest.check(Known.of(province), april, "x.xlsx")) == []
