"""The sheet of a workbook that holds the table, as a grid of text."""

import io
from dataclasses import dataclass
from functools import cached_property

from python_calamine import CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from data_access.errors import FileProblem
from data_access.ingest.reading.binary import Binary
from data_access.ingest.reading.cells import Texts
from data_access.ingest.reading.compound import MARK
from data_access.ingest.reading.grid import SINCE_1904, Grid, Note
from data_access.ingest.reading.header import Header, best_header
from data_access.ingest.reading.marks import Marks
from data_access.ingest.reading.package import Package

_ZIPS = (b"PK\x03\x04", b"PK\x05\x06")
_NEARLY_AS_MANY = 0.8  # known headers: the same kind of table, perhaps without an optional column


def is_workbook(content: bytes) -> bool:
    """By its first bytes, whatever the file is called."""
    return content.startswith((*_ZIPS, MARK))


def grid(content: bytes) -> Grid:
    """The sheet whose rows show most known headers; hidden ones and hidden rows are read, with a note.

    FileProblem when the workbook cannot or must not be opened, or two sheets hold such a table.
    """
    inside = Binary.of(content) if content.startswith(MARK) else Package.of(content)
    sheets = _sheets(content, inside)
    best = max(sheets, key=lambda sheet: (sheet.has_table, sheet.score))
    others = [sheet for sheet in sheets if sheet is not best and sheet.has_table]
    if rivals := [sheet for sheet in others if sheet.score >= _NEARLY_AS_MANY * best.score]:
        names = ", ".join(f"“{sheet.name}”" for sheet in (best, *rivals))
        raise FileProblem("file.two_tables", sheets=names)
    notes = [*best.notes(), *(Note("sheet.not_read", detail=sheet.name) for sheet in others)]
    if inside.since_1904:
        notes.append(Note(SINCE_1904))
    return Grid(best.cells, notes=tuple(notes), sheet=best.name)


@dataclass(frozen=True, eq=False)
class _Sheet:
    name: str
    is_hidden: bool
    hidden_rows: set[int]
    cells: list[list[str]]

    @cached_property
    def header(self) -> Header | None:
        return best_header(self.cells)

    @property
    def score(self) -> int:
        """How many known headers its header holds."""
        return self.header.score if self.header else 0

    @property
    def has_table(self) -> bool:
        """A header of two known names or more, and a line below it."""
        return self.score >= 2 and any(any(row) for row in self.cells[self.header.after :])

    def notes(self) -> tuple[Note, ...]:
        filled = sorted(row for row in self.hidden_rows if row < len(self.cells) and any(self.cells[row]))
        hidden = (Note("sheet.hidden", detail=self.name),) if self.is_hidden else ()
        return (*hidden, Note("line.hidden", filled[0] + 1, str(len(filled)))) if filled else hidden


def _sheets(content: bytes, inside: Package | Binary) -> list[_Sheet]:
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheets = [
            _Sheet(
                name=sheet.name,
                is_hidden=sheet.visible != SheetVisibleEnum.Visible,
                hidden_rows=(marks := inside.marks(position)).hidden,
                cells=_cells(book.get_sheet_by_index(position), marks),
            )
            for position, sheet in enumerate(book.sheets_metadata)
            if sheet.typ == SheetTypeEnum.WorkSheet
        ]
    except (FileProblem, MemoryError, KeyboardInterrupt):
        raise
    except BaseException as error:  # kinds of the reader's own, and its panics, which are no Exception
        raise FileProblem("file.broken_workbook") from error
    if not any(any(row) for sheet in sheets for row in sheet.cells):
        raise FileProblem("file.empty")
    return sheets


def _cells(sheet: CalamineSheet, marks: Marks) -> list[list[str]]:
    """All text, from A1, so that row i is line i + 1 of the spreadsheet."""
    texts = Texts()
    cells = [[texts[value] for value in row] for row in sheet.iter_rows()]
    _widen(cells, marks)
    for (row, column), text in marks.texts.items():
        cells[row][column] = text
    while cells and not any(cells[-1]):
        cells.pop()  # sheets are often formatted, and spaces typed, far below their last line
    return cells


def _widen(cells: list[list[str]], marks: Marks) -> None:
    """Room for marks beyond what the reader saw: it leaves out formulas without a value."""
    height = max((row + 1 for row, _ in marks.texts), default=0)
    width = max([len(cells[0]) if cells else 0, *(column + 1 for _, column in marks.texts)])
    cells.extend([] for _ in range(height - len(cells)))
    for row in cells:
        row.extend([""] * (width - len(row)))
