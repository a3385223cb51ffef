"""Where in the cells the table stands: titles, header, lines, and what is none of them."""

import polars as pl

from data_access.ingest.reading.furniture import furniture
from data_access.ingest.reading.grid import Grid, Note, Table, frame, numbered
from data_access.ingest.reading.header import Header, find
from data_access.ingest.reading.totals import compared


def table(grid: Grid) -> Table:
    """The table in a grid; FileProblem if no row is a header."""
    header = find(grid.cells)
    width = len(header.names)
    body = grid.cells[header.after :]
    first = grid.first_line + header.after
    too_long = tuple(line for line, row in enumerate(body, first) if any(row[width:]))
    rows = frame([(row + [""] * (width - len(row)))[:width] for row in body], width)
    return framed(header, grid.cells, rows, numbered(first, len(rows)), too_long, grid.notes)


def framed(
    header: Header,
    head: list[list[str]],
    rows: pl.DataFrame,
    lines: pl.Series,
    too_long: tuple[int, ...] = (),
    notes: tuple[Note, ...] = (),
) -> Table:
    """The table of a header and the rows below it, without those that are none of its lines.

    `head` are the first cells of the file, titles and header among them.
    """
    above = {_texts(row) for row in head[: header.after]} - {()}
    found = furniture(rows, lines, header.names, above)
    kept = ~pl.int_range(len(rows), eager=True).is_in(list(found.dropped)) if found.dropped else None
    good = rows if kept is None else rows.filter(kept)
    totals = [compared(rows.row(i), lines[i], header.names, good) for i in found.totals]
    left = set(lines if kept is None else lines.filter(kept)) if too_long else ()
    return Table(
        titles=tuple(" ".join(_texts(row)) for row in head[: header.first]),
        header=header.names,
        rows=good,
        lines=lines if kept is None else lines.filter(kept),
        too_long=tuple(line for line in too_long if line in left),
        notes=(*notes, *sorted((*found.notes, *totals), key=lambda note: note.line)),
    )


def _texts(row: list[str]) -> tuple[str, ...]:
    """The cells of a row that hold something."""
    return tuple(cell.strip() for cell in row if cell and cell.strip())
