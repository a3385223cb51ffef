"""The lines that were turned away, as a file that can be corrected and sent back.

In the format that the file came in. It opens with *Mã lô*, so that it comes back as a supplement of its
month, and carries two columns more, *Lý do* and *Cách sửa*, which are dropped at the door when it returns.
"""

import csv
import io
from collections.abc import Sequence
from datetime import date, datetime

import xlsxwriter

from language import t
from language.numbers import month_long
from reports.exports import FORMULA, LONGEST_CELL, guarded

REASON, FIX = "Lý do", "Cách sửa"
Rows = list[list[str]]


def rejected_file(
    batch_id: int,
    months: Sequence[date],
    lines: Sequence[tuple[int, dict]],
    issues: Sequence,
    *,
    synthetic: bool = False,
    ending: str = "csv",
    delimiter: str = ";",
) -> bytes:
    """A workbook, or a CSV in UTF-8 with BOM. `issues` have line, kind, severity and detail; warnings are
    left out. Text that a spreadsheet would take for a formula is made harmless in both."""
    # Always in Vietnamese: this is their file, and the reader looks for these words.
    period = f" – Kỳ số liệu: tháng {month_long(months[0])}" if len(months) == 1 else ""
    titles = ["DỮ LIỆU MÔ PHỎNG"] if synthetic else []  # the mark travels with the lines
    titles.append(f"Mã lô: {batch_id}{period}")
    table = _table(lines, issues)
    return _workbook(titles, table) if ending == "xlsx" else _csv(titles, table, delimiter)


def issues_csv(issues: Sequence) -> bytes:
    """Every problem of a batch: line, column, what is wrong, what to do, the value."""
    names = ("line", "column", "reason", "fix", "value")
    rows = [
        [
            str(issue.line or ""),
            issue.column or "",
            t(f"issue.{issue.kind}"),
            t(f"fix.{issue.kind}"),
            issue.detail or "",
        ]
        for issue in issues
    ]
    return _csv([], [[t(f"batch.{name}") for name in names], *rows], ";")


def _table(lines: Sequence[tuple[int, dict]], issues: Sequence) -> Rows:
    """The header and the lines as they came, each with why it was turned away and what to do."""
    wrong: dict[int, list] = {}
    for issue in issues:
        if issue.severity == "reject" and issue.line is not None:
            wrong.setdefault(issue.line, []).append(issue)
    headers = list(lines[0][1]) if lines else []
    rows = [
        [*(cells.get(header) or "" for header in headers), *_told(wrong.get(number, ()))]
        for number, cells in lines
    ]
    return [[*headers, REASON, FIX], *rows]


def _told(issues: Sequence) -> tuple[str, str]:
    kinds = list(dict.fromkeys(issue.kind for issue in issues))
    fix = "; ".join(t(f"fix.{kind}") for kind in kinds)
    instead = [issue.detail for issue in issues if issue.kind in _SAY_WHAT_INSTEAD and issue.detail]
    return "; ".join(t(f"issue.{kind}") for kind in kinds), f"{fix} ({instead[0]})" if instead else fix


# The details that say what to write: who followed the unit, which units have the name.
_SAY_WHAT_INSTEAD = ("agency.not_in_force", "agency.ambiguous", "counter.ambiguous")


def _csv(titles: Sequence[str], table: Rows, delimiter: str) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter)
    writer.writerows([title] for title in titles)
    writer.writerows([guarded(cell) for cell in row] for row in table)
    return text.getvalue().encode("utf-8-sig")


def _workbook(titles: Sequence[str], table: Rows) -> bytes:
    """One sheet of text: a code stays a code, and no cell is run."""
    file = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, options) as book:
        book.set_properties({"created": datetime(2025, 1, 1)})  # the same lines give the same bytes
        sheet = book.add_worksheet("Dòng bị từ chối")
        plain = {"num_format": "@", "valign": "top"}
        text, harmless = book.add_format(plain), book.add_format({**plain, "quote_prefix": True})
        told = book.add_format({**plain, "text_wrap": True, "bg_color": "#FDF1DA"})
        head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "bg_color": "#E3EEFA"})
        for at, title in enumerate(titles):
            sheet.write_string(at, 0, title)
        first, ours = len(titles), len(table[0]) - 2
        sheet.set_column(0, ours - 1, 16, text)  # what is typed in while correcting is text as well
        sheet.set_column(ours, ours + 1, 42, told)
        for at, row in enumerate(table, start=first):
            for place, cell in enumerate(row):
                look = head if at == first else told if place >= ours else text
                if cell.startswith(FORMULA) and at > first:
                    look = harmless
                sheet.write_string(at, place, cell[:LONGEST_CELL], look)
        sheet.freeze_panes(first + 1, 1)
    return file.getvalue()
