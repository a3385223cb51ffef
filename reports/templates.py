"""A workbook to fill in for each kind of extract, made from its contract: a sheet for the data, a guide.

Examples stand on the guide only, column by column, so that nobody loads them by accident: the empty
template is refused as a file without lines.
"""

import io
from collections.abc import Mapping, Sequence
from datetime import datetime

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from data_access.ingest.contract import Column, Contract
from data_access.ingest.contracts import CONTRACTS
from data_access.ingest.report_06a_print import HEADER, MERGED
from language import t
from reports.template_guide import allowed_words, guide

Titles = Sequence[str]
Lines = Sequence[Mapping[str, str]]
_ROWS_WITH_CHOICES = 5000


def workbook(kind: str, lines: Lines = (), titles: Titles | None = None) -> bytes:
    """The template of a kind as XLSX; with `lines` (field to text) and `titles` it is filled in already.

    KeyError if there is no such kind.
    """
    contract = CONTRACTS[kind]
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False}) as book:
        book.set_properties({"created": datetime(2025, 1, 1)})  # the same contract gives the same bytes
        above = blank_titles(contract) if titles is None else titles
        _data(book, book.add_worksheet(t("template.data")), contract, above, lines)
        guide(book, book.add_worksheet(t("template.guide")), contract)
    return file.getvalue()


def examples(kind: str) -> dict[str, str]:
    """The example of each column of the data sheet, as the guide shows it."""
    return {column.field: column.example for column in CONTRACTS[kind].columns}


def blank_titles(contract: Contract) -> list[str]:
    """The rows above the header, for the person to complete. In Vietnamese: the reader knows these words."""
    if contract.is_dossiers:
        return ["Kỳ số liệu: tháng ____"]
    if contract.kind == "report_06a":
        return ["TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH TẠI ____", "Kỳ báo cáo: tháng ____"]
    return []


def _data(book, sheet: Worksheet, contract: Contract, titles: Titles, lines: Lines) -> None:
    """Titles, the header, and columns that keep whatever is typed in as text."""
    text = book.add_format({"num_format": "@"})
    printed = contract.kind == "report_06a"
    columns: list[Column | None] = [None, *contract.columns] if printed else list(contract.columns)
    for at, title in enumerate(titles):
        sheet.write_string(at, 0, title)
    for place, column in enumerate(columns):
        sheet.set_column(place, place, _width(column), text)
    first = len(titles) + (_printed_header(book, sheet, len(titles)) if printed else 1)
    if not printed:
        _plain_header(book, sheet, len(titles), contract)
    for place, column in enumerate(columns):
        if column and (words := allowed_words(column)):
            choices = {"validate": "list", "source": words, "error_type": "information"}
            sheet.data_validation(first, place, first + _ROWS_WITH_CHOICES, place, choices)
    for at, line in enumerate(lines, start=first):
        for place, column in enumerate(columns):
            sheet.write_string(at, place, line.get(column.field, "") if column else str(at - first + 1), text)
    sheet.freeze_panes(first, 1)


def _plain_header(book, sheet: Worksheet, row: int, contract: Contract) -> None:
    looks = {
        filled: book.add_format({"bold": True, "text_wrap": True, "bottom": 1, "bg_color": colour})
        for filled, colour in ((True, "#BBD7F5"), (False, "#E3EEFA"))
    }
    for place, column in enumerate(contract.columns):
        sheet.write_string(row, place, column.header, looks[column.filled])


def _printed_header(book, sheet: Worksheet, row: int) -> int:
    """The header of form II.06a as it is printed; how many rows it takes."""
    look = book.add_format(
        {"bold": True, "text_wrap": True, "align": "center", "valign": "vcenter", "border": 1}
    )
    for at, cells in enumerate(HEADER):
        for place, cell in enumerate(cells):
            sheet.write_string(row + at, place, cell, look)
    for top, left, bottom, right in MERGED:
        sheet.merge_range(row + top, left, row + bottom, right, HEADER[top][left], look)
    return len(HEADER)


def _width(column: Column | None) -> int:
    if column is None:
        return 5
    return max(12, min(40, 2 + max(len(column.header), len(column.example))))
