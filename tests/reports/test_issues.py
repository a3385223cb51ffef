"""The list of problems as a workbook: every problem once."""

from collections import namedtuple
from datetime import date
from io import BytesIO

from python_calamine import CalamineWorkbook

from reports.issues import issues_xlsx

Issue = namedtuple("Issue", "line column kind severity detail")


def test_every_problem_stands_on_a_line_of_its_own_with_its_remedy():
    issues = [
        Issue(7, "Ngày tiếp nhận", "cell.date", "reject", "=1+1"),
        Issue(None, None, "line.repeated", "warn", None),
    ]
    content = issues_xlsx("Lô 3: a.csv", (date(2025, 3, 1),), issues, synthetic=True)
    rows = CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0).to_python()
    head, first, second = rows[2:]
    assert head == ["Dòng", "Cột", "Mức", "Lý do", "Cách sửa", "Giá trị"]
    assert (first[0], first[1], first[2], first[5]) == (7, "Ngày tiếp nhận", "Từ chối", "=1+1")
    assert (second[0], second[2]) == ("", "Cảnh báo")
