"""Rejected lines as a file that goes home and comes back."""

import csv
import io
from collections import namedtuple
from datetime import date

import pytest
from python_calamine import CalamineWorkbook

from data_access import ingest
from data_access.ingest import Known
from reports.rejected import rejected_file
from tests import tiny

Issue = namedtuple("Issue", "line column kind severity detail")
MARCH = (date(2025, 3, 1),)
LINES = [(7, {"Mã hồ sơ": "1.001610", "Ngày nộp": '=HYPERLINK("x")', "Trạng thái": None})]
ISSUES = [
    Issue(7, "Ngày nộp", "cell.date", "reject", None),
    Issue(7, "Trạng thái", "cell.blank", "reject", None),
    Issue(7, None, "line.hidden", "warn", None),
    Issue(9, None, "cell.blank", "reject", None),
]


def rows_of(content: bytes, ending: str) -> list[list[str]]:
    if ending == "xlsx":
        sheet = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0)
        return sheet.to_python(skip_empty_area=False)
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_each_line_says_why_and_what_to_do_below_the_number_of_its_batch(ending):
    rows = rows_of(rejected_file(12, MARCH, LINES, ISSUES, synthetic=True, ending=ending), ending)
    titles, head, line = [row[0] for row in rows[:2]], rows[2], rows[3]
    assert titles == ["DỮ LIỆU MÔ PHỎNG", "Mã lô: 12 – Kỳ số liệu: tháng 03/2025"]
    assert head == ["Mã hồ sơ", "Ngày nộp", "Trạng thái", "Lý do", "Cách sửa"]
    assert line[0] == "1.001610"  # a code, not a number
    assert line[2:] == [
        "",
        "Không đọc được ngày, hoặc ngày không có trong lịch; Ô bắt buộc để trống",
        "Ghi ngày/tháng/năm, ví dụ 31/03/2025; Điền giá trị vào ô này",
    ]
    assert len(rows) == 4


def test_no_cell_is_run_as_a_formula():
    assert rows_of(rejected_file(1, MARCH, LINES, ISSUES), "csv")[2][1].startswith("'=")
    book = rejected_file(1, MARCH, LINES, ISSUES, ending="xlsx")
    assert rows_of(book, "xlsx")[2][1] == '=HYPERLINK("x")'  # as text, behind Excel's own apostrophe


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_the_corrected_file_is_taken_as_a_supplement_of_its_month(sqlite_province, ending):
    known = Known.of(sqlite_province)
    checked = ingest.check(
        known, tiny.extract(tiny.line("D1"), tiny.line("D2", agency="X9", counter="X1")).encode(), "a.csv"
    )
    cells = checked.rejected.row(0, named=True)
    line = cells.pop("line")
    cells["Mã đơn vị xử lý"] = "X1"
    home = rejected_file(3, MARCH, [(line, cells)], [], ending=ending)
    again = ingest.check(known, home, f"sua.{ending}")
    assert (again.recognised.supplement_of, again.recognised.month) == (3, MARCH[0])
    assert again.lines["code"].to_list() == ["D2"] and again.issues.is_empty()
