"""The sheet of a workbook that holds the table, as a grid of text."""

from data_access.errors import FileProblem
from data_access.ingest.reading.binary import Binary
from data_access.ingest.reading.compound import MARK
from data_access.ingest.reading.grid import SINCE_1904, Grid, Note
from data_access.ingest.reading.package import Package
from data_access.ingest.reading.sheets import sheets

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
    filled = [sheet for sheet in sheets(content, inside) if sheet.cells]
    if not filled:
        raise FileProblem("file.empty")
    best = max(filled, key=lambda sheet: (sheet.has_table, sheet.score))
    others = [sheet for sheet in filled if sheet is not best and sheet.has_table]
    if rivals := [sheet for sheet in others if sheet.score >= _NEARLY_AS_MANY * best.score]:
        names = ", ".join(f"“{sheet.name}”" for sheet in (best, *rivals))
        raise FileProblem("file.two_tables", sheets=names)
    notes = [*best.notes(), *(Note("sheet.not_read", detail=sheet.name) for sheet in others)]
    if inside.since_1904:
        notes.append(Note(SINCE_1904))
    return Grid(best.cells, notes=tuple(notes), sheet=best.name)
