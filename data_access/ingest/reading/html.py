"""A web page or XML table that a system called .xls: its table as a grid, else a refusal.

Read by a splitter of our own that looks at every letter once: the library's parser takes hours over a
megabyte of comments that nothing closes, and one that expands entities reads files of the server.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from itertools import chain

from data_access.errors import FileProblem
from data_access.ingest.reading.grid import Grid, Note
from data_access.ingest.reading.header import LOOK_FOR_HEADER, scores

_LONGEST = 50_000_000  # characters of markup
_SPANS = 500  # characters of a tag in which they are looked for
_WIDEST = 1000  # columns or rows that one cell may span
_MOST = 5_000_000  # cells
_TABLES, _ROWS, _CELLS = {"table"}, {"tr", "row"}, {"td", "th", "cell"}
_BREAKS = {"br", "p", "div", "li"}
_UNREAD = (("<!--", "-->"), ("<script", "</script"), ("<style", "</style"))
_BEGINNING = re.compile(r"[\s\ufeff]*<(!|\?xml|html|head|body|meta|style|table|div|center|form|script)", re.I)
_ATTRIBUTE = re.compile(r"""([\w:]+)\s*=\s*["']?(\d{1,6})""")


def is_markup(text: str) -> bool:
    """Whether the file begins as HTML or XML does; a title may stand in angle brackets."""
    return bool(_BEGINNING.match(text[:1000]))


def grid(text: str, notes: tuple[Note, ...]) -> Grid:
    """The table with most known headers; FileProblem if none has any or the markup defines entities."""
    if "<!entity" in text[:_LONGEST].casefold():
        raise FileProblem("file.entities")
    if len(text) > _LONGEST:
        raise FileProblem("file.markup_too_long")
    best = max(_tables(_without_unread(text)), key=_score, default=[])
    if _score(best) < 2:
        raise FileProblem("file.markup_without_table")
    return Grid(best, notes=(*notes, Note("file.was_markup")))


def _score(cells: list[list[str]]) -> int:
    return max(scores(cells[:LOOK_FOR_HEADER]), default=0)


def _without_unread(text: str) -> str:
    """Without comments, scripts and styles; one that nothing closes goes on to the end."""
    lowered = text.lower() if len(text.lower()) == len(text) else text
    for opening, closing in _UNREAD:
        kept, at = [], 0
        while (start := lowered.find(opening, at)) >= 0:
            kept.append(text[at:start])
            end = lowered.find(closing, start + len(opening))
            at = end + len(closing) if end >= 0 else len(text)
        text = "".join([*kept, text[at:]])
        lowered = text.lower() if len(text.lower()) == len(text) else text
    return text


def _tags(text: str) -> Iterator[tuple[str, str, str]]:
    """(name with its slash, attributes, text after it) of every tag."""
    for piece in text.split("<")[1:]:
        inside, _, after = piece.partition(">")
        name, _, attributes = inside.strip().partition(" ")
        yield name.lower().removeprefix("ss:"), attributes, after


def _tables(text: str) -> list[list[list[str]]]:
    """The cells of all tables, one within another apart."""
    found, opened, cells = [], [], 0
    inside: list[str] | None = None  # the text of the cell that is open
    # The end of the file closes whatever is open.
    for tag, attributes, after in chain(_tags(text), [("/table", "", "")]):
        name = tag.strip("/")
        if name in _TABLES | _ROWS | _CELLS and inside is not None:
            opened[-1].say(inside)
            inside = None
        if tag in _TABLES:
            opened.append(_Table())
            found.append(opened[-1])
        elif name in _TABLES and opened:
            opened.pop()
        elif tag in _ROWS and opened:
            opened[-1].begin_row(_Spans.of(attributes))
        elif tag.rstrip("/") in _CELLS and opened and opened[-1].cells:
            cells += opened[-1].begin_cell(_Spans.of(attributes))
            inside = [] if tag in _CELLS else None
        elif name in _BREAKS and inside is not None:
            inside.append(" ")
        if inside is not None:
            inside.append(after)
        if cells > _MOST:
            raise FileProblem("file.too_heavy")
    return [table.cells for table in found]


@dataclass(frozen=True)
class _Spans:
    """How far a cell reaches, and where XML says it stands (from 1, 0 if it does not say)."""

    across: int
    down: int
    at: int

    @classmethod
    def of(cls, attributes: str) -> "_Spans":
        found = _ATTRIBUTE.findall(attributes[:_SPANS])
        said = {name.lower().removeprefix("ss:"): int(value) for name, value in found}
        across = said.get("colspan") or said.get("mergeacross", 0) + 1
        down = said.get("rowspan") or said.get("mergedown", 0) + 1
        return cls(min(across, _WIDEST), min(down, _WIDEST), min(said.get("index", 0), _WIDEST))


@dataclass
class _Table:
    """Cells so far; `hanging` says for how many rows more a column is covered by a cell above."""

    cells: list[list[str]] = field(default_factory=list)
    hanging: dict[int, int] = field(default_factory=dict)
    place: int = 0

    def begin_row(self, spans: _Spans) -> None:
        self.cells.extend([] for _ in range(spans.at - len(self.cells)))
        self.cells.append([])

    def begin_cell(self, spans: _Spans) -> int:
        """Room for a cell right of those that are there or hang down; how much room."""
        row = self.cells[-1]
        row.extend([""] * (spans.at - 1 - len(row)))
        while self.hanging.get(len(row), 0):
            self.hanging[len(row)] -= 1
            row.append("")
        self.place = len(row)
        for _ in range(spans.across):
            self.hanging[len(row)] = spans.down - 1
            row.append("")
        return spans.across

    def say(self, text: list[str]) -> None:
        """What stands in the cell begun last."""
        self.cells[-1][self.place] = " ".join(unescape("".join(text)).split())
