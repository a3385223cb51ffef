"""Workbooks written by code: whole ones, and ones in which a part is not as any program writes it."""

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

Cell = object  # text, number, date, Formula, Styled or None
Rows = Iterable[Iterable[Cell]]
_BLANKS = b" " * 1_000_000
SHEET = "xl/worksheets/sheet1.xml"


@dataclass(frozen=True)
class Formula:
    """A formula and the value that the program which saved it had computed."""

    text: str
    value: object = 0


@dataclass(frozen=True)
class Styled:
    """A number or date under a number format."""

    value: object
    form: str


def book(sheets: Mapping[str, Rows] | Rows, finish: Callable[[Workbook], None] | None = None, **how) -> bytes:
    """An XLSX as Excel would save it. `finish` may merge cells, hide rows or sheets, add sheets."""
    named = sheets if isinstance(sheets, Mapping) else {"Hồ sơ": sheets}
    memory = io.BytesIO()
    with Workbook(memory, {"in_memory": True, **how}) as workbook:
        for name, rows in named.items():
            _fill(workbook, workbook.add_worksheet(name), rows)
        if finish:
            finish(workbook)
    return memory.getvalue()


def rezipped(content: bytes, **parts: Callable[[bytes], bytes]) -> bytes:
    """The same archive with some parts changed; `sheet1` means the part whose name ends in sheet1.xml."""
    memory = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(memory, "w", 8) as after:
        for name in before.namelist():
            change = parts.get(name.rpartition("/")[2].removesuffix(".xml").removesuffix(".rels"))
            after.writestr(name, change(before.read(name)) if change else before.read(name))
    return memory.getvalue()


def inflating(content: bytes, size: int) -> bytes:
    """The same archive, whose first sheet unpacks to so many bytes of blanks."""
    memory = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(memory, "w", 8) as after:
        for name in before.namelist():
            head, end, tail = before.read(name).partition(b"</sheetData>")
            with after.open(name, "w") as part:
                part.write(head)
                for _ in range(size // len(_BLANKS) if end else 0):
                    part.write(_BLANKS)
                part.write(end + tail)
    return memory.getvalue()


def packed(parts: Mapping[str, bytes | str], content: bytes = b"") -> bytes:
    """A zip of these parts, added to those of an archive if one is given."""
    memory = io.BytesIO(content)
    with zipfile.ZipFile(memory, "a", 8) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return memory.getvalue()


def replaced(before: str, after: str) -> Callable[[bytes], bytes]:
    """A change of a part; what is to be replaced must be there."""

    def change(part: bytes) -> bytes:
        assert before.encode() in part, before
        return part.replace(before.encode(), after.encode())

    return change


def _fill(workbook: Workbook, sheet: Worksheet, rows: Rows) -> None:
    for y, row in enumerate(rows):
        for x, cell in enumerate(row):
            _write(workbook, sheet, y, x, cell)


def _write(workbook: Workbook, sheet: Worksheet, y: int, x: int, cell: Cell) -> None:
    match cell:
        case None | "":
            pass
        case Formula(text, value):
            sheet.write_formula(y, x, text, None, value)
        case Styled(datetime() | date() as value, form):
            sheet.write_datetime(y, x, value, workbook.add_format({"num_format": form}))
        case Styled(value, form):
            sheet.write_number(y, x, value, workbook.add_format({"num_format": form}))
        case date():
            sheet.write_datetime(y, x, cell, workbook.add_format({"num_format": "dd/mm/yyyy"}))
        case bool():
            sheet.write_boolean(y, x, cell)
        case int() | float():
            sheet.write_number(y, x, cell)
        case _:
            sheet.write_string(y, x, cell)
