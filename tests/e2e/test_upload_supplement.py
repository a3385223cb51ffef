"""Rejected lines that go home in the format they came in (tabs for tabs), are corrected, and come back."""

import csv
from pathlib import Path

import pytest
import xlsxwriter
from python_calamine import CalamineWorkbook

from tests import demo
from tests.e2e.looking import text_of
from tests.e2e.uploads import counted, put, say_yes

BAD, AT = "Đang bay", 10  # a status that is in no list, and in which line of the file's first hundred


@pytest.fixture(params=["csv", "xlsx"])
def broken(request, tmp_path) -> Path:
    """A hundred lines of April, one of them with an unknown status."""
    lines = [line.split(",") for line in april_lines()]
    lines[3 + AT][lines[2].index("Trạng thái")] = BAD
    path = tmp_path / f"thang-4.{request.param}"
    _write(path, lines)
    return path


def april_lines() -> list[str]:
    april = next(file for file in demo.later() if file.name == "ho-so-2025-04.csv")
    return april.read_text("utf-8-sig").splitlines()[:103]


def test_rejected_lines_come_back_corrected_as_a_supplement(own_server, open_page, broken, tmp_path):
    page = open_page("nap-so-lieu", server=own_server)
    put(page, broken)
    shown = text_of(page)
    assert "1 dòng bị từ chối trong 100 dòng" in shown
    assert "Trạng thái lạ" in shown and f"ở dòng {AT + 4}" in shown
    ending = broken.suffix[1:]
    with page.expect_download() as download:
        page.get_by_role("button", name=f"Tải 1 dòng bị từ chối để sửa ({ending.upper()})").click()
    assert download.value.suggested_filename.endswith(f"dong-bi-tu-choi.{ending}")
    page.get_by_role("button", name="Áp dụng phần hợp lệ").click()
    say_yes(page, "Đã áp dụng lúc")

    home = tmp_path / f"sua.{ending}"
    download.value.save_as(home)
    rows = _read(home)
    assert any("Trạng thái lạ" in cell for cell in rows[-1])  # Lý do
    _write(home, [["10" if cell == BAD else cell for cell in row] for row in rows])
    page = open_page("nap-so-lieu", server=own_server)
    put(page, home)
    assert "Bổ sung cho lô" in text_of(page)
    assert (counted(page, "Mới"), counted(page, "Rút khỏi tháng")) == ("1", "0")
    page.get_by_role("button", name="Áp dụng", exact=True).click()
    say_yes(page, "Đã áp dụng lúc")


def _read(path: Path) -> list[list[str]]:
    if path.suffix == ".xlsx":
        rows = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python(skip_empty_area=False)
        return [[str(cell) for cell in row] for row in rows]
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter="\t"))


def _write(path: Path, rows: list[list[str]]) -> None:
    if path.suffix == ".csv":
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file, delimiter="\t").writerows(rows)
        return
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate(rows):
            for place, cell in enumerate(row):
                sheet.write_string(at, place, cell)
