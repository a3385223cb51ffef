"""Where in the cells the table stands: its header, the titles above, the lines below."""

from data_access.errors import FileProblem
from data_access.ingest.contract import fold
from data_access.ingest.contracts import CONTRACTS
from data_access.ingest.reading.grid import Grid, Table, frame, numbered

LOOK_FOR_HEADER = 40
_KNOWN_HEADERS = frozenset().union(
    *(column.names() for contract in CONTRACTS.values() for column in (*contract.columns, *contract.optional))
)


def best_table(grids: tuple[Grid, ...]) -> Table:
    """The table of the sheet whose header knows most columns; FileProblem if no sheet has one."""
    return table(max(grids, key=lambda grid: max(scores(grid.cells[:LOOK_FOR_HEADER]), default=0)))


def table(grid: Grid) -> Table:
    """The table in a grid; FileProblem if no row is a header."""
    cells = grid.cells
    at = header_at(cells[:LOOK_FOR_HEADER])
    width = max((i + 1 for i, cell in enumerate(cells[at]) if cell), default=0)
    first = grid.first_line + at + 1
    too_long = tuple(n for n, row in enumerate(cells[at + 1 :], first) if any(row[width:]))
    rows = frame([row[:width] for row in cells[at + 1 :]], width)
    lines = numbered(first, len(rows))
    return Table(titles(cells[:at]), tuple(cells[at][:width]), rows, lines, too_long, grid.notes)


def header_at(rows: list[list[str]]) -> int:
    """The index of the row with most headers that some contract knows."""
    found = scores(rows)
    if max(found, default=0) < 2:
        raise FileProblem("file.no_header", looked=LOOK_FOR_HEADER)
    return found.index(max(found))


def scores(rows: list[list[str]]) -> list[int]:
    """How many known headers each row holds."""
    return [sum(fold(cell) in _KNOWN_HEADERS for cell in row if cell) for row in rows]


def titles(rows: list[list[str]]) -> tuple[str, ...]:
    """The rows above a header, each as one text."""
    return tuple(" ".join(cell for cell in row if cell).strip() for row in rows)
