"""Sheets of workbooks: which one is read, and what is hidden, merged or blank in it."""

from xlsxwriter import Workbook

from tests.data_access.files.case import Case, Problem
from tests.data_access.files.usual import COLUMNS, TITLE, rows, taken
from tests.data_access.files.workbooks_made import Rows, book
from tests.tiny import SECTORS

GUIDE = [["Hướng dẫn"], ["Mã hồ sơ", "Cột bắt buộc"], [], ["Ngày viết", "12/03/2025"]]
SECTOR_ROWS = [line.split(",") for line in SECTORS.splitlines()]


def sheets(name: str, content: dict[str, Rows], *problems: Problem, hide="", very: bool = False) -> Case:
    """Several sheets of which one holds the usual dossiers."""

    def finish(workbook: Workbook) -> None:
        for sheet in workbook.worksheets():
            if sheet.name == hide:
                sheet.very_hidden() if very else sheet.hide()
            else:
                sheet.activate()
                sheet.set_first_sheet()

    return taken(name, lambda: ("ho-so.xlsx", book(content, finish)), problems=problems)


def one(name: str, content: Rows, finish, *problems: Problem) -> Case:
    return taken(name, lambda: ("ho-so.xlsx", book(content, finish)), problems=problems)


def rivals(name: str, content: dict[str, Rows]) -> Case:
    return Case(name, lambda: ("ho-so.xlsx", book(content)), refused="file.two_tables")


def hide_rows(*numbers: int):
    def finish(workbook: Workbook) -> None:
        for number in numbers:
            workbook.worksheets()[0].set_row(number - 1, None, None, {"hidden": True})

    return finish


def filtered(workbook: Workbook) -> None:
    """A filter on the agency that leaves only D1 to be seen."""
    sheet = workbook.worksheets()[0]
    sheet.autofilter("A2:P4")
    sheet.filter_column("C", "x == X1")
    sheet.set_row(3, options={"hidden": True})


def merged_title(workbook: Workbook) -> None:
    workbook.worksheets()[0].merge_range("A1:P1", TITLE)


def grouped(workbook: Workbook) -> None:
    """Submitted to returned stand below one word, all other headers over both rows."""
    sheet = workbook.worksheets()[0]
    for index, header in enumerate(COLUMNS):
        if not 5 <= index <= 9:
            sheet.merge_range(1, index, 2, index, header)
    sheet.merge_range(1, 5, 1, 9, "Thời gian")


def away_from_the_corner() -> Rows:
    """Two blank rows and a blank column before everything."""
    return [[], [], *([None, *row] for row in rows())]


BLANK_HEADER = [None if not 5 <= index <= 9 else header for index, header in enumerate(COLUMNS)]
OTHERS = (
    sheets("a guide before the table", {"Hướng dẫn": GUIDE, "Hồ sơ": rows()}),
    sheets("the table on the last of three sheets", {"A": [], "B": GUIDE, "C": rows()}),
    sheets("a small table on another sheet", {"Hồ sơ": rows(), "Lĩnh vực": SECTOR_ROWS},
           ("sheet.not_read", None, None)),
    sheets("the same headers without lines on another sheet", {"Mẫu": rows()[:2], "Hồ sơ": rows()}),
    rivals("two months on two sheets", {"T3": rows(), "T4": rows(title="tháng 04/2025")}),
    rivals("an agency a sheet", {"X1": rows(rows()[2]), "X2": rows(rows()[3])}),
    rivals("two sheets of which one lacks a column",
           {"T3": rows(), "T4": [row[:15] for row in rows()]}),
)  # fmt: skip
HIDDEN = (
    sheets("the table on a hidden sheet", {"Bìa": GUIDE, "Hồ sơ": rows()}, ("sheet.hidden", None, None),
           hide="Hồ sơ"),
    sheets("the table on a sheet hidden from the menu", {"Bìa": GUIDE, "Hồ sơ": rows()},
           ("sheet.hidden", None, None), hide="Hồ sơ", very=True),
    sheets("another table on a hidden sheet", {"Hồ sơ": rows(), "Lĩnh vực": SECTOR_ROWS},
           ("sheet.not_read", None, None), hide="Lĩnh vực"),
    one("a hidden row", rows(), hide_rows(4), ("line.hidden", 4, None)),
    one("hidden rows without anything in them", rows(), hide_rows(7, 8)),
    one("rows that a filter hides", rows(), filtered, ("line.hidden", 4, None)),
)  # fmt: skip
SHAPES = (
    one("a title merged over the table", rows(), merged_title),
    one("blank rows and columns before everything", away_from_the_corner(), None),
    one("headers merged over two rows", [[TITLE], [], BLANK_HEADER, *rows()[2:]], grouped),
)
CASES = (*OTHERS, *HIDDEN, *SHAPES)
