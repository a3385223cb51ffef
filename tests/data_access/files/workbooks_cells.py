"""Cells of workbooks: dates, formulas, errors, numbers, text in its several forms.

Dossier D1 stands in line 3, D2 in line 4; column A is its code, B procedure, C agency, F submitted,
G received, H due, I finished, K status, L–O flags, P satisfaction.
"""

from datetime import date, datetime

from tests.data_access.files.case import Case
from tests.data_access.files.usual import STORED, rows, taken
from tests.data_access.files.workbooks_made import Cell, Formula, Styled, book, replaced, rezipped


def with_cells(cells: dict[str, Cell]) -> list[list[Cell]]:
    """The usual title, header and two dossiers with some cells written otherwise."""
    sheet = [list(row) for row in rows()]
    for place, value in cells.items():
        sheet[int(place[1:]) - 1][ord(place[0]) - ord("A")] = value
    return sheet


def same(name: str, cells: dict[str, Cell], **how) -> Case:
    """Other cells that mean the same."""
    return taken(name, lambda: ("ho-so.xlsx", book(with_cells(cells), **how)))


def since_1904(name: str, cells: dict[str, Cell]) -> Case:
    """Days as old Macs count them, which is said."""
    told = (("sheet.since_1904", None, None),)
    return taken(name, lambda: ("ho-so.xlsx", book(with_cells(cells), date_1904=True)), problems=told)


def bad(name: str, kind: str, column: str, cells: dict[str, Cell], **parts) -> Case:
    """Cells that turn away line 3, D1, with one problem, and leave D2."""
    return Case(
        name,
        lambda: ("ho-so.xlsx", rezipped(book(with_cells(cells)), **parts)),
        accepted=1,
        rejected=1,
        problems=((kind, 3, column),),
        stored={"D2": STORED["D2"]},
    )


def altered(name: str, cells: dict[str, Cell], *changes: tuple[str, str], part: str = "sheet1") -> Case:
    """Another way to write the same in XML."""

    def change(xml: bytes) -> bytes:
        for before, after in changes:
            xml = replaced(before, after)(xml)
        return xml

    return taken(name, lambda: ("ho-so.xlsx", rezipped(book(with_cells(cells)), **{part: change})))


def named(name: str, cells: dict[str, Cell], code: str) -> Case:
    """Cells after which the first dossier has another code."""
    stored = {code: STORED["D1"], "D2": STORED["D2"]}
    return taken(name, lambda: ("ho-so.xlsx", book(with_cells(cells))), stored=stored)


MARCH_10, MARCH_20 = date(2025, 3, 10), date(2025, 3, 20)

SAME = (
    same("an XLSX with shared strings", {}),
    same("an XLSX with inline strings", {}, constant_memory=True, in_memory=False),
    same("real dates", {"F3": MARCH_10, "G3": MARCH_10, "H3": MARCH_20, "I4": date(2025, 3, 12)}),
    same("real and text dates mixed", {"F3": MARCH_10, "G3": "10/03/2025", "H3": "2025-03-20"}),
    same("real dates with times", {"G3": Styled(datetime(2025, 3, 10, 23, 59), "dd/mm/yyyy hh:mm")}),
    same("real dates in an American format", {"G3": Styled(MARCH_10, "mm/dd/yyyy")}),
    same("real dates in a Vietnamese format", {"G3": Styled(MARCH_10, '"ngày" dd "tháng" mm "năm" yyyy')}),
    same("days of Excel without a date format", {"G3": 45726, "H3": 45736}),
    since_1904("real dates counted from 1904", {"F3": MARCH_10, "G3": MARCH_10, "H3": MARCH_20}),
    since_1904("days counted from 1904 without a date format", {"G3": 45726 - 1462, "H3": 45736 - 1462}),
    same("numbers as numbers", {"E3": 2, "K3": 4, "L3": 1, "N3": 0, "P4": 4.0}),
    same("numbers in a format of their own", {"K3": Styled(4, '0" (đang xử lý)"'), "P4": Styled(4, "0.00")}),
    same("true and false as such", {"L3": True, "N3": False, "O3": False}),
    same("formulas with their values", {"G3": Formula("=A9", "10/03/2025"), "K3": Formula("=2+2", 4)}),
    same("a formula of several cells with its values", {"K3": Formula("{=K9:K10}", 4)}),
    same("hard spaces and line ends around text", {"C3": "\u00a0X1\u00a0", "B4": "1.000002\n"}),
    same("headers whose letters and marks stand apart", {"A2": "Ma\u0303 hồ sơ", "B2": "Ma\u0303 TTHC"}),
)
ALTERED = (
    altered(
        "a formula that gives a blank",
        {"I3": Formula('=""', "")},
        ('<c r="I3"><f>""</f><v></v>', '<c r="I3" t="str"><f>""</f><v></v>'),
    ),
    altered(
        "a formula whose zero was computed",
        {"N3": Formula("=1-1")},
        ('fullCalcOnLoad="1"', ""),
        part="workbook",
    ),
    altered(
        "dates as ISO text of the standard",
        {"G3": 45726},
        ('<c r="G3"><v>45726</v>', '<c r="G3" t="d"><v>2025-03-10</v>'),
    ),
    altered(
        "cells and rows without their numbers",
        {},
        *((f' r="{letter}{row}"', "") for row in (2, 3, 4) for letter in "ABCDEFGH"),
    ),
    altered(
        "XML under a prefix",
        {},
        ("<worksheet xmlns=", "<x:worksheet xmlns:x="),
        ("<c ", "<x:c "),
        ("</c>", "</x:c>"),
        ("<v>", "<x:v>"),
        ("</v>", "</x:v>"),
        ("<row ", "<x:row "),
        ("</row>", "</x:row>"),
        ("<sheetData>", "<x:sheetData>"),
        ("</sheetData>", "</x:sheetData>"),
        ("</worksheet>", "</x:worksheet>"),
        ("<sheetViews>", "<x:sheetViews>"),
        ("</sheetViews>", "</x:sheetViews>"),
        ("<sheetView ", "<x:sheetView "),
        ("<dimension ", "<x:dimension "),
        ("<pageMargins ", "<x:pageMargins "),
        ("<sheetFormatPr ", "<x:sheetFormatPr "),
    ),
    altered("a dimension that claims the whole sheet", {}, ('ref="A1:P4"', 'ref="A1:XFD1048576"')),
    altered(
        "text in several runs of letters",
        {},
        ("<t>D1</t>", "<r><t>D</t></r><r><rPr><b/></rPr><t>1</t></r>"),
        part="sharedStrings",
    ),
)
BAD = (
    bad(
        "a formula that nobody computed is no zero",
        "cell.uncomputed",
        "Trạng thái",
        {"K3": Formula("=1+3", 4)},
        sheet1=replaced("<f>1+3</f><v>4</v>", "<f>1+3</f>"),
    ),
    bad(
        "a formula that nobody computed is no blank",
        "cell.uncomputed",
        "Ngày kết thúc",
        {"I3": Formula("=B9", 4)},
        sheet1=replaced("<f>B9</f><v>4</v>", "<f>B9</f><v></v>"),
    ),
    bad(
        "a formula by a program that computes nothing",
        "cell.uncomputed",
        "Mức hài lòng",
        {"P3": Formula("=B1+C1")},
    ),
    bad("a formula for a procedure", "cell.uncomputed", "Mã TTHC", {"B3": Formula("=C9")}),
    bad("a reference error", "cell.error", "Ngày tiếp nhận", {"G3": Formula("=A0", "#REF!")}),
    bad(
        "an error where a blank may stand", "cell.error", "Ngày kết thúc", {"I3": Formula("=1/0", "#DIV/0!")}
    ),
    bad("an error as text", "cell.error", "Kênh nộp", {"E3": "#N/A"}),
    bad("an error for the code of a dossier", "cell.error", "Mã hồ sơ", {"A3": Formula("=X", "#NAME?")}),
    bad("an error for an agency", "cell.error", "Mã đơn vị xử lý", {"C3": Formula("=X", "#VALUE!")}),
    bad("an error for a status", "cell.error", "Trạng thái", {"K3": Formula("=X", "#N/A")}),
    bad("a time without a day", "cell.date", "Ngày tiếp nhận", {"G3": Styled(0.5, "hh:mm")}),
    bad("a day before the first of Excel", "cell.date", "Ngày tiếp nhận", {"G3": Styled(-5, "dd/mm/yyyy")}),
    bad("a percentage where a mark is due", "cell.number", "Mức hài lòng", {"P3": Styled(0.9, "0%")}),
    bad("a fraction where a mark is due", "cell.number", "Mức hài lòng", {"P3": 3.5}),
    bad("a word where a date is due", "cell.date", "Ngày tiếp nhận", {"G3": "hôm qua"}),
)
CODES = (
    named("a long code typed as a number", {"A3": 2_503_101_234}, "2503101234"),
    named("a code that Excel shows as 1.23E+12", {"A3": Styled(1.23e12 + 4, "0.00E+00")}, "1230000000004"),
    named("a code that looks like a formula", {"A3": "=1+2"}, "=1+2"),
    named("a code whose letters and marks stand apart", {"A3": "Hô\u0300-1"}, "Hồ-1"),
    named("a code with zeros before it", {"A3": "000123"}, "000123"),
    named("a code with a line break of XML", {"A3": "D_x000D_1"}, "D_x000D_1"),
)
CASES = (*SAME, *ALTERED, *BAD, *CODES)
