"""II.06a reports for tests: the official layout of sample_data.report_06a with any rows in it."""

import csv
import io
from collections.abc import Sequence

from xlsxwriter import Workbook

from data_access.ingest.report_06a_print import HEADER, MERGED
from sample_data.report_06a import Row
from tests.data_access.files.workbooks_made import book

TITLES = (
    "UBND HUYỆN MỘT",
    "TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH TẠI {agency}",
    "Kỳ báo cáo: {period}",
    "Đơn vị tính: Số hồ sơ TTHC",
)
MARCH = "Tháng 3/2025 (Từ ngày 01/03/2025 đến ngày 31/03/2025)"


def row(sector="Hộ tịch", online=5, direct=3, carried=2, finished=(3, 2, 1), still_open=(3, 1)) -> list:
    """A row that keeps every identity of the form, if its numbers do."""
    received = (online, direct, carried)
    return [sector, sum(received), *received, sum(finished), *finished, sum(still_open), *still_open]


def grid(*rows: Row, agency="Xã Hòa Bình", period=MARCH, total=True, numbering=True) -> list[list]:
    """Titles, header, rows with their numbers, the total and a signature."""
    titles = [[title.format(agency=agency.upper(), period=period)] for title in TITLES]
    header = [list(cells) for cells in HEADER[: 4 if numbering else 3]]
    numbered = [[number, *cells] for number, cells in enumerate(rows, 1)]
    sums = [["", "Tổng cộng", *map(_sum, zip(*(cells[1:] for cells in rows), strict=True))]] if total else []
    return [*titles, *header, *numbered, *sums, [], ["", "Người lập biểu"]]


def _sum(column: Sequence[object]) -> int:
    return sum(cell for cell in column if isinstance(cell, int))


def workbook(cells: Sequence[Sequence[object]], top: int = len(TITLES)) -> bytes:
    """The grid as an XLSX with the header's cells merged; `top` is how many rows stand above it."""

    def merge(made: Workbook) -> None:
        for first, left, last, right in MERGED:
            sheet, said = made.worksheets()[0], HEADER[first][left]
            sheet.merge_range(top + first, left, top + last, right, said)

    return book([list(row) for row in cells], merge)


def text(cells: Sequence[Sequence[object]], delimiter=";") -> bytes:
    """The grid as a CSV, as a spreadsheet saves it."""
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter).writerows(cells)
    return stream.getvalue().encode("utf-8-sig")


def report(*rows: Row, **how) -> bytes:
    """A workbook of these rows."""
    return workbook(grid(*rows, **how))
