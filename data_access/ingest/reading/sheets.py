"""The sheets of a workbook as text, each with what is hidden in it and how far it was read."""

import io
from dataclasses import dataclass
from functools import cached_property

from python_calamine import CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from data_access.errors import FileProblem
from data_access.ingest.reading.binary import Binary
from data_access.ingest.reading.cells import Texts
from data_access.ingest.reading.grid import Note
from data_access.ingest.reading.header import Header, best_header
from data_access.ingest.reading.marks import Marks
from data_access.ingest.reading.package import Package

_GAP = 1000  # blank rows below a table after which nothing belongs to it
Cells = list[list[str]]


@dataclass(frozen=True, eq=False)
class BookSheet:
    """Row i of `cells` is line i + 1. From line `cut_at` on nothing was read: it stands far below."""

    name: str
    is_hidden: bool
    cells: Cells
    cut_at: int | None
    hidden_rows: set[int]

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

    def notes(self) -> list[Note]:
        """What a person who looks at the sheet does not see, or would not think of."""
        found = [Note("sheet.hidden", detail=self.name)] if self.is_hidden else []
        filled = sorted(row for row in self.hidden_rows if row < len(self.cells) and any(self.cells[row]))
        if filled:
            found.append(Note("line.hidden", filled[0] + 1, str(len(filled))))
        if self.cut_at:
            found.append(Note("line.far_below", self.cut_at))
        return found


def sheets(content: bytes, inside: Package | Binary) -> list[BookSheet]:
    """Every sheet that has cells of its own; FileProblem if they cannot be read."""
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        return [
            _sheet(book, position, inside.marks(position))
            for position, sheet in enumerate(book.sheets_metadata)
            if sheet.typ == SheetTypeEnum.WorkSheet
        ]
    except (FileProblem, MemoryError, KeyboardInterrupt):
        raise
    except BaseException as error:  # kinds of the reader's own, and its panics, which are no Exception
        raise FileProblem("file.broken_workbook") from error


def _sheet(book: CalamineWorkbook, position: int, marks: Marks) -> BookSheet:
    about = book.sheets_metadata[position]
    cells, far = _read(book.get_sheet_by_index(position))
    marked = {place: text for place, text in marks.texts.items() if place[0] < len(cells) + _GAP}
    _widen(cells, marked)
    for (row, column), text in marked.items():
        cells[row][column] = text
    beyond = [row + 1 for row, _ in marks.texts.keys() - marked.keys()]
    cut_at = min([*beyond, far] if far else beyond, default=None)
    return BookSheet(about.name, about.visible != SheetVisibleEnum.Visible, cells, cut_at, marks.hidden)


def _read(sheet: CalamineSheet) -> tuple[Cells, int | None]:
    """All text from A1, and the line of the first cell that stands far below all others."""
    texts, cells, last, blank = Texts(), [], 0, None
    for line, row in enumerate(sheet.iter_rows(), 1):
        blank = blank or [""] * len(row)
        is_far = last and line - last > _GAP
        if row != blank and any(row := [texts[value] for value in row]):
            if is_far:
                return cells[:last], line
            last = line
        if not is_far:
            cells.append(row)
    return cells[:last], None


def _widen(cells: Cells, marked: dict[tuple[int, int], str]) -> None:
    """Room for marks beyond what the reader saw: it leaves out formulas without a value."""
    height = max((row + 1 for row, _ in marked), default=0)
    width = max([len(cells[0]) if cells else 0, *(column + 1 for _, column in marked)])
    cells.extend([] for _ in range(height - len(cells)))
    for row in cells:
        row.extend([""] * (width - len(row)))
