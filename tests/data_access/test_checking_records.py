"""Records other than dossiers, and what the store would not take."""

import io

import pytest
from sqlalchemy import Numeric
from xlsxwriter import Workbook

from data_access.ingest.contracts import REFERENCE
from data_access.ingest.report_06a_contract import REPORT
from data_access.tables import METADATA
from tests.data_access.checks import check, problems


@pytest.mark.parametrize(
    ("content", "kind", "column"),
    [
        ("Trạng thái,Từ ngày,Mã trạng thái\nLạ,01/12/2024,11\n", "cell.number", "Mã trạng thái"),
        ("Mã đơn vị,Hiệu lực từ,Tên,Loại,Hàng,Cột\nH1,01/12/2024,x,chi nhánh,1,3000000000\n",
         "cell.number", "Cột"),
        ("Mã,Nội dung,Tiêu đề tiếng Anh,Loại,Số lượng,Đơn vị tính,Tỷ lệ mục tiêu,Hạn,Đã xong,Nguồn\n"
         "K,x,,x,1,x,1000,,,x\n", "cell.decimal", "Tỷ lệ mục tiêu"),
        ("Mã TTHC,Mã đơn vị tiếp nhận,Mở từ ngày,Đóng từ ngày\n1.000001,X1,01/03/2025,01/03/2025\n",
         "date.period_reversed", "Đóng từ ngày"),
        ("Mã TTHC,Tên TTHC,Mã lĩnh vực,Cấp thực hiện,Mã cơ quan chủ trì,Nội bộ\n1.1,x,L1,ngành dọc,S1,0\n",
         "cell.choice", "Cấp thực hiện"),
    ],
)  # fmt: skip
def test_what_the_store_would_not_take_is_said_of_its_line(known, content, kind, column):
    assert problems(check(known, content)) == [(2, column, kind)]


@pytest.mark.parametrize("contract", [*REFERENCE, REPORT], ids=lambda contract: contract.kind)
def test_a_contract_takes_the_numbers_that_the_store_holds_and_no_larger_ones(contract):
    """A file is checked without the store, so that what its columns hold is said twice."""
    stored = METADATA.tables[contract.table].columns
    numbers = [column for column in contract.columns if column.parser in ("number", "decimal")]
    for column in numbers:
        if column.field in stored:  # the totals of a report are not
            kind = stored[column.field].type
            holds = 10 ** (kind.precision - kind.scale) if isinstance(kind, Numeric) else 2**31
            assert column.below == holds, column.field


def test_a_number_of_a_workbook_with_three_decimals_is_not_thousands(known):
    memory = io.BytesIO()
    with Workbook(memory, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        header = ("Chỉ số", "Mã đơn vị", "Tháng", "Giá trị", "Đơn vị tính", "Ít nhất", "Nguồn")
        for row, cells in enumerate([header, ("m", "", "03/2025", 36.285, "%", 0, "Báo")]):
            sheet.write_row(row, 0, cells)
    assert [str(value) for value in check(known, memory.getvalue()).lines["value"]] == ["36.2850"]


def test_a_rejected_cell_is_handed_back_whole(known):
    title = "Một cái tên dài " * 20
    header = "Mã TTHC,Tên TTHC,Mã lĩnh vực,Cấp thực hiện,Mã cơ quan chủ trì,Nội bộ\n"
    checked = check(known, f"{header}1.000009,{title.strip()},L9,xã,S1,0\n")
    assert checked.rejected["Tên TTHC"].to_list() == [title.strip()]
