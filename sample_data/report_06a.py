"""A II.06a workbook as an agency that sends totals would send it: the official layout, made from the
dossiers of the sample, so that both can be held against each other.

    python -m sample_data.report_06a        # Phường Phú Cường, April 2025
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path

import xlsxwriter

from data_access.ingest.report_06a_print import HEADER, MERGED
from data_access.months import month_end
from sample_data.csv_file import SYNTHETIC, read_rows
from sample_data.generate import FOLDER, generate_later
from sample_data.units import CATALOGUES

AGENCY, MONTH = "25747", date(2025, 4, 1)

Row = Sequence[object]


def generate_report(folder: Path = FOLDER, agency: str = AGENCY, month: date = MONTH) -> Path:
    """The workbook of one agency and month, beside the extract that it is made from; once."""
    generate_later(folder)
    extract = folder / f"ho-so-{month:%Y-%m}.csv"
    file = folder / f"bao-cao-06a-{agency}-{month:%Y-%m}.xlsx"
    if file.exists() and file.stat().st_mtime_ns > extract.stat().st_mtime_ns:
        return file
    name = {row["Mã đơn vị"]: row["Tên đơn vị"] for row in read_rows(CATALOGUES / "don-vi.csv")}[agency]
    return write(file, titles(name, month), rows_of(read_rows(extract), agency, month))


def rows_of(dossiers: Iterable[dict[str, str]], agency: str, month: date) -> list[Row]:
    """(sector, (3) … (13)) of an agency's statement of a month, by the sector's code."""
    sector_of = {row["Mã TTHC"]: row["Mã lĩnh vực"] for row in read_rows(CATALOGUES / "thu-tuc.csv")}
    names = {row["Mã lĩnh vực"]: row["Tên lĩnh vực"] for row in read_rows(CATALOGUES / "linh-vuc.csv")}
    counts: dict[str, list[int]] = {}
    for dossier in dossiers:
        if dossier["Mã đơn vị xử lý"] == agency and dossier["Ngày tiếp nhận"]:
            of_sector = counts.setdefault(sector_of[dossier["Mã TTHC"]], [0] * 8)
            for column in _columns(dossier, month):
                of_sector[column] += 1
    return [(names[sector], *_with_totals(counts[sector])) for sector in sorted(counts)]


def _columns(dossier: dict[str, str], month: date) -> tuple[int, int]:
    """Where a dossier came from, (4) (5) (6), and where it stands, (8) (9) (10) (12) (13), from 0 on."""
    received, due, finished = (_day(dossier[name]) for name in _DAYS)
    came = 2 if received < month else 0 if dossier["Kênh nộp"] == "2" else 1
    if finished and finished <= month_end(month):
        return came, 4 if not due or finished == due else 3 if finished < due else 5
    return came, 7 if due and due < month_end(month) else 6


_DAYS = ("Ngày tiếp nhận", "Ngày hẹn trả", "Ngày kết thúc")


def _day(cell: str) -> date | None:
    return datetime.strptime(cell, "%d/%m/%Y").date() if cell else None


def _with_totals(counts: Sequence[int]) -> list[int]:
    came, finished, still_open = counts[:3], counts[3:6], counts[6:]
    return [sum(came), *came, sum(finished), *finished, sum(still_open), *still_open]


def titles(name: str, month: date) -> list[str]:
    """The block above the table."""
    return [
        SYNTHETIC,
        f"UBND {name.upper()}",
        "Biểu số II.06a/VPCP/KSTT",
        f"TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH TẠI {name.upper()}",
        f"Kỳ báo cáo: Tháng {month:%m/%Y} (Từ ngày {month:%d/%m/%Y} đến ngày {month_end(month):%d/%m/%Y})",
        "Đơn vị tính: Số hồ sơ TTHC",
    ]


def write(path: Path, titles: Sequence[str], rows: Sequence[Row]) -> Path:
    """A workbook of titles, header, numbered rows, their total and the signatures."""
    with xlsxwriter.Workbook(path) as workbook:
        workbook.set_properties({"created": datetime(2025, 1, 1)})  # the same bytes each time
        sheet, bold = workbook.add_worksheet("II.06a"), workbook.add_format({"bold": True})
        heading = workbook.add_format({"bold": True, "border": 1, "text_wrap": True, "align": "center"})
        for line, title in enumerate(titles):
            sheet.write_string(line, 0, title, bold)
        top = len(titles) + 1
        for line, cells in enumerate(HEADER, top):
            sheet.write_row(line, 0, cells, heading)
        for first, left, last, right in MERGED:
            sheet.merge_range(top + first, left, top + last, right, HEADER[first][left], heading)
        for line, row in enumerate(rows, 1):
            sheet.write_row(top + len(HEADER) + line - 1, 0, (line, *row))
        end = top + len(HEADER) + len(rows)
        totals = (sum(column) for column in zip(*(row[1:] for row in rows), strict=True))
        sheet.write_row(end, 0, ("", "Tổng cộng", *totals), bold)
        sheet.write_row(end + 2, 1, ("Người lập biểu", *[""] * 8, "Thủ trưởng đơn vị"), bold)
        sheet.set_column(1, 1, 40)
    return path


if __name__ == "__main__":
    print(generate_report())
