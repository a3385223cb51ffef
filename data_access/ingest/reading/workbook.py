"""The sheet of a workbook that holds the table, as a grid of text."""

import io
from dataclasses import dataclass

from python_calamine import CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from data_access.errors import FileProblem
from data_access.ingest.reading import layout
from data_access.ingest.reading.cells import Texts
from data_access.ingest.reading.grid import Grid, Note
from data_access.ingest.reading.marks import Marks
from data_access.ingest.reading.package import Package

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_NEARLY_AS_MANY = 0.8  # known headers: the same kind of table, perhaps without an optional column


def is_workbook(content: bytes) -> bool:
    """By its first bytes, whatever the file is called."""
    return content.startswith(_ZIP)


def grid(content: bytes) -> Grid:
    """The sheet whose rows show most known headers; hidden ones and hidden rows are read, with a note.

    FileProblem when the workbook cannot or must not be opened, or two sheets hold such a table.
    """
    sheets = _sheets(content)
    best = max(sheets, key=lambda sheet: (sheet.has_table, sheet.score))
    others = [sheet for sheet in sheets if sheet is not best and sheet.has_table]
    if rivals := [sheet for sheet in others if sheet.score >= _NEARLY_AS_MANY * best.score]:
        names = ", ".join(f"“{sheet.name}”" for sheet in (best, *rivals))
        raise FileProblem("file.two_tables", sheets=names)
    not_read = tuple(Note("sheet.not_read", detail=sheet.name) for sheet in others)
    return Grid(best.cells, notes=(*best.notes(), *not_read), sheet=best.name)


@dataclass(frozen=True, eq=False)
class _Sheet:
    name: str
    is_hidden: bool
    hidden_rows: set[int]
    cells: list[list[str]]

    @property
    def score(self) -> int:
        """How many known headers its best row holds."""
        return max(self._scores(), default=0)

    @property
    def has_table(self) -> bool:
        """A header of two known names or more, and a line below it."""
        header = self._scores().index(self.score) if self.score >= 2 else len(self.cells)
        return any(any(row) for row in self.cells[header + 1 :])

    def notes(self) -> tuple[Note, ...]:
        filled = sorted(row for row in self.hidden_rows if row < len(self.cells) and any(self.cells[row]))
        hidden = (Note("sheet.hidden", detail=self.name),) if self.is_hidden else ()
        return (*hidden, Note("line.hidden", filled[0] + 1, str(len(filled)))) if filled else hidden

    def _scores(self) -> list[int]:
        return layout.scores(self.cells[: layout.LOOK_FOR_HEADER])


def _sheets(content: bytes) -> list[_Sheet]:
    package = Package.of(content)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        kinds = [sheet for sheet in book.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
        sheets = [
            _Sheet(
                name=kind.name,
                is_hidden=kind.visible != SheetVisibleEnum.Visible,
                hidden_rows=(marks := package.marks(kind.name)).hidden,
                cells=_cells(book.get_sheet_by_name(kind.name), marks),
            )
            for kind in kinds
        ]
    except FileProblem:
        raise
    except Exception as error:  # the reader raises its own kinds; all mean one thing to the person
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
