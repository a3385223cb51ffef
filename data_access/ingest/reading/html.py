"""A web page or XML table that a system called .xls: its simplest table as a grid, else a refusal."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

from data_access.errors import FileProblem
from data_access.ingest.reading.grid import Grid, Note
from data_access.ingest.reading.header import LOOK_FOR_HEADER, scores

_LONGEST = 50_000_000  # characters of markup
_WIDEST = 1000  # columns that one cell may span
_MOST = 5_000_000  # cells
_ROWS, _CELLS = {"tr", "row", "ss:row"}, {"td", "th", "cell", "ss:cell"}
_TABLES = {"table", "ss:table"}
_UNREAD = {"script", "style", "title"}


def is_markup(text: str) -> bool:
    """Whether the file begins as HTML or XML does."""
    return text[:1000].lstrip("\ufeff \t\n").startswith("<")


def grid(text: str, notes: tuple[Note, ...]) -> Grid:
    """The table with most known headers; FileProblem if none has any or the markup defines entities."""
    if "<!entity" in text.casefold():
        raise FileProblem("file.entities")
    if len(text) > _LONGEST:
        raise FileProblem("file.markup_too_long")
    parser = _Tables()
    parser.feed(text)
    parser.close()
    tables = [table.cells for table in parser.tables if table.cells]
    best = max(tables, key=_score, default=[])
    if _score(best) < 2:
        raise FileProblem("file.markup_without_table")
    return Grid(best, notes=(*notes, Note("file.was_markup")))


def _score(cells: list[list[str]]) -> int:
    return max(scores(cells[:LOOK_FOR_HEADER]), default=0)


@dataclass
class _Table:
    """Cells so far; `hanging` says for how many rows more a column is covered by a cell above."""

    cells: list[list[str]] = field(default_factory=list)
    hanging: dict[int, int] = field(default_factory=dict)

    def begin_row(self, at: int | None) -> None:
        """`at` is the row that XML says it is, where it leaves out empty ones."""
        self.cells.extend([] for _ in range(min(at or 0, _WIDEST) - len(self.cells)))
        self.cells.append([])

    def add(self, text: str, across: int, down: int, at: int | None) -> None:
        """One cell and the blanks that it spans; `at` is the column that XML says it is in."""
        row = self.cells[-1]
        self._fill(at or 0)
        while self.hanging.get(len(row), 0):
            self.hanging[len(row)] -= 1
            row.append("")
        for offset in range(across):
            if down > 1:
                self.hanging[len(row)] = down - 1
            row.append("" if offset else text)

    def _fill(self, until: int) -> None:
        self.cells[-1].extend([""] * (until - len(self.cells[-1])))


class _Tables(HTMLParser):
    """All tables of the page, one within another apart."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[_Table] = []
        self._open: list[_Table] = []
        self._text: list[str] | None = None
        self._spans = (1, 1, None)
        self._unread = 0
        self._count = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _TABLES:
            self._end_cell()
            self._open.append(_Table())
            self.tables.append(self._open[-1])
        elif tag in _ROWS and self._open:
            self._end_cell()
            self._open[-1].begin_row(_spans(dict(attrs))[2])
        elif tag in _CELLS and self._open and self._open[-1].cells:
            self._end_cell()
            self._text, self._spans = [], _spans(dict(attrs))
        elif tag == "br" and self._text is not None:
            self._text.append("\n")
        elif tag in _UNREAD:
            self._unread += 1

    def handle_endtag(self, tag: str) -> None:
        if tag in _CELLS | _ROWS:
            self._end_cell()
        elif tag in _TABLES and self._open:
            self._end_cell()
            self._open.pop()
        elif tag in _UNREAD:
            self._unread = max(0, self._unread - 1)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_data(self, data: str) -> None:
        if self._text is not None and not self._unread:
            self._text.append(data)

    def _end_cell(self) -> None:
        if self._text is None or not self._open:
            return
        self._open[-1].add(" ".join("".join(self._text).split()), *self._spans)
        self._text = None
        self._count += self._spans[0]
        if self._count > _MOST:
            raise FileProblem("file.too_heavy")


def _spans(attributes: dict[str, str | None]) -> tuple[int, int, int | None]:
    """(columns, rows, column it stands in or nothing) of a cell, in HTML or spreadsheet XML."""
    across = _number(attributes.get("colspan")) or _number(attributes.get("ss:mergeacross")) + 1
    down = _number(attributes.get("rowspan")) or _number(attributes.get("ss:mergedown")) + 1
    index = _number(attributes.get("ss:index"))
    return max(1, min(across, _WIDEST)), max(1, down), min(index, _WIDEST) - 1 if index else None


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 7 else 0
