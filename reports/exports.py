"""What is shown, as a file: CSV for Vietnamese Excel and XLSX with typed cells.

Every file opens with two lines – title and simulated-data mark, then period, as-of date, who
has sent and filters – so that a figure never travels without what it stands on. Text that a
spreadsheet would take for a formula is made harmless.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal

import xlsxwriter

from graphics.shapes import Coverage
from graphics.table import Cell, Kind
from language import t
from language.numbers import period, rounded

# As OWASP lists them: what a spreadsheet takes for the beginning of a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
LONGEST_CELL = 32_767  # characters in one cell
LONGEST_NAME = 31  # characters in the name of a sheet
_WIDTHS = {"text": 34, "count": 14, "percent": 12, "decimal": 14, "day": 13}
_FORMATS = {"count": "#,##0", "percent": "0.00%", "decimal": "#,##0.00", "day": "dd/mm/yyyy"}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: what stands above it, and what its cells are. Rates are in percent."""

    header: str
    kind: Kind = "text"


@dataclass(frozen=True, slots=True)
class Meta:
    """What the figures of an export stand on; `filters` are written out for the reader."""

    title: str
    first: date | None = None
    last: date | None = None
    as_of: date | None = None
    coverage: Coverage | None = None
    filters: tuple[str, ...] = ()
    synthetic: bool = False


def lines_above(meta: Meta) -> tuple[str, str]:
    """The two lines that open every export."""
    title = t("exports.synthetic", title=meta.title) if meta.synthetic else meta.title
    words = [t("exports.period", period=period(meta.first, meta.last))]
    if meta.as_of:
        words.append(t("exports.as_of", day=meta.as_of))
    if meta.coverage:
        words.append(t("exports.received", received=meta.coverage.received, due=meta.coverage.due))
    filters = ", ".join(meta.filters)
    words.append(t("exports.filters", filters=filters) if filters else t("exports.no_filters"))
    return title, " · ".join(words)


def csv_bytes(columns: Sequence[Column], rows: Sequence[Sequence[Cell]], meta: Meta) -> bytes:
    """UTF-8 with BOM, semicolons, decimal comma, dates day first: opens right in Vietnamese Excel."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";")
    for line in lines_above(meta):
        writer.writerow([guarded(line)])
    writer.writerow([guarded(column.header) for column in columns])
    for row in rows:
        writer.writerow([_csv_cell(c, column.kind) for c, column in zip(row, columns, strict=True)])
    return text.getvalue().encode("utf-8-sig")


def xlsx_bytes(columns: Sequence[Column], rows: Sequence[Sequence[Cell]], meta: Meta) -> bytes:
    """A workbook of one sheet: numbers as numbers, dates as dates, rates as Excel's own percent."""
    file = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, options) as book:
        # A fixed date: the same figures give the same bytes.
        book.set_properties({"title": meta.title, "created": datetime(2025, 1, 1)})
        _fill(book, columns, rows, meta)
    return file.getvalue()


def guarded(text: str) -> str:
    """Text with an apostrophe before it where a spreadsheet would run it as a formula."""
    return "'" + text if text.startswith(FORMULA) else text


def _csv_cell(cell: Cell, kind: Kind) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return guarded(cell)
    if isinstance(cell, date):
        return f"{cell:%d/%m/%Y}"
    digits = 0 if kind == "count" else 2
    return f"{rounded(cell, digits):f}".replace(".", ",")


def _fill(
    book: xlsxwriter.Workbook, columns: Sequence[Column], rows: Sequence[Sequence[Cell]], meta: Meta
) -> None:
    sheet = book.add_worksheet(_sheet_name(meta.title))
    formats = {kind: book.add_format({"num_format": pattern}) for kind, pattern in _FORMATS.items()}
    formats["text"] = book.add_format({"text_wrap": True, "valign": "top"})
    formats["guarded"] = book.add_format({"text_wrap": True, "valign": "top", "quote_prefix": True})
    bold = book.add_format({"bold": True})
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "bg_color": "#E3EEFA"})
    title, below = lines_above(meta)
    sheet.write_string(0, 0, title, bold)
    sheet.write_string(1, 0, below)
    for place, column in enumerate(columns):
        sheet.set_column(place, place, _WIDTHS[column.kind])
        sheet.write_string(2, place, column.header, head)
    for number, row in enumerate(rows, start=3):
        for place, (cell, column) in enumerate(zip(row, columns, strict=True)):
            _write(sheet, number, place, cell, column.kind, formats)
    sheet.freeze_panes(3, 1)
    if rows:
        sheet.autofilter(2, 0, 2 + len(rows), len(columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(2)


def _write(sheet, row: int, place: int, cell: Cell, kind: Kind, formats: dict) -> None:
    """One typed cell. Text is always written as text, and keeps being text when it is edited."""
    if cell is None:
        return
    if isinstance(cell, str):
        look = "guarded" if cell.startswith(FORMULA) else "text"
        sheet.write_string(row, place, cell[:LONGEST_CELL], formats[look])
    elif isinstance(cell, date):
        sheet.write_datetime(row, place, datetime.combine(cell, time()), formats["day"])
    elif kind == "percent":
        sheet.write_number(row, place, float(Decimal(cell) / 100), formats["percent"])
    else:
        sheet.write_number(row, place, float(cell), formats.get(kind, formats["decimal"]))


def _sheet_name(title: str) -> str:
    """Excel takes 31 characters, some nowhere and apostrophes not at the ends: whole words of them."""
    allowed = " ".join(re.sub(r"[^\w .,()–-]|[^\u0000-\ud7ff]", " ", title).split())
    if len(allowed) > LONGEST_NAME:
        whole, _, cut = allowed[: LONGEST_NAME + 1].rpartition(" ")
        allowed = (whole or cut[:LONGEST_NAME]).rstrip(" ,(–-")
    return allowed or "Data"
