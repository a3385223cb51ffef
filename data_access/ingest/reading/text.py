"""The table in a text file: its delimiter, and its lines read by Polars wherever they are plain."""

import csv
import io
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import islice

import polars as pl

from data_access.errors import FileProblem
from data_access.ingest.reading import header, html, layout
from data_access.ingest.reading.encodings import decode
from data_access.ingest.reading.grid import Table, frame, numbered

_HEAD = 200_000  # characters in which the header must stand
_LONGEST = 32_767  # characters of a cell, as in a spreadsheet
_SEP = re.compile(r'"?sep=([^"\n])"?[ \t,;]*\n', re.IGNORECASE)


def table(content: bytes) -> Table:
    """The table in a CSV, or in an HTML page called a spreadsheet; FileProblem if there is none."""
    text, notes = decode(content)
    text = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
    if html.is_markup(text):
        return layout.table(html.grid(text, notes))
    # Excel takes the line for itself: the next one is line 1.
    said = _SEP.match(text)
    text = text[said.end() :] if said else text
    separator, head = _head(text, said[1] if said and said[1].isascii() else None)
    found = header.find(head)
    width = max(len(row) for row in head[found.first : found.after])
    if width > header.WIDEST:
        raise FileProblem("file.too_wide", limit=header.WIDEST)
    rows, too_long = _rows(text, separator, found.after, width)
    lines = numbered(found.after + 1, len(rows))
    _refuse_giants(rows, lines)
    read = layout.framed(found, head, rows, lines, too_long, notes)
    _refuse_cut_off(read, lines, text, separator, width)
    return replace(read, delimiter=separator)


def _head(text: str, separator: str | None) -> tuple[str, list[list[str]]]:
    """The delimiter that shows most known headers, if the file does not say it, and the first records.

    Not the most frequent mark: a name may hold more commas than its line has semicolons.
    """
    heads: dict[str, list[list[str]]] = {mark: [] for mark in (separator or ",;\t|")}
    for mark, records in heads.items():
        with suppress(csv.Error):  # an open quote: told when the lines are read
            for record in islice(_records(text[:_HEAD], mark), header.LOOK_FOR_HEADER):
                records.append(record)
    best = max(heads, key=lambda mark: max(header.scores(heads[mark]), default=0))
    return best, heads[best]


def _records(text: str, separator: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text), delimiter=separator)


def _rows(text: str, separator: str, skip: int, width: int) -> tuple[pl.DataFrame, tuple[int, ...]]:
    """The records after the first `skip`, and the lines of those that have more cells than the header."""
    body = _after_records(text, separator, skip)
    if not body.strip():
        return frame([], width), ()
    names = [f"c{i}" for i in range(width)]
    try:
        rows = pl.read_csv(
            body.encode(), has_header=False, infer_schema=False, separator=separator,
            schema=dict.fromkeys(names, pl.String), raise_if_empty=False, missing_columns="insert",
        )  # fmt: skip
        too_long = ()
    except (pl.exceptions.PolarsError, TypeError):
        rows, too_long = _slow_rows(body, separator, width, skip + 1)
    if body.count("\n") + (not body.endswith("\n")) > len(rows):
        _refuse_swallowed(rows, separator, skip + 1)
    return rows, too_long


def _refuse_swallowed(rows: pl.DataFrame, separator: str, first_line: int) -> None:
    """A quote that nothing closes makes one cell of all lines up to the next quote: their dossiers would
    be missing from the month, and nobody told."""
    another_line = rf"\n(?:[^\n]*{re.escape(separator)}){{{max(1, rows.width - 1)}}}"
    hit = pl.any_horizontal(pl.all().str.contains(another_line)).arg_true()
    for index in rows.select(hit.head(1)).to_series():
        raise FileProblem("file.open_quote", line=str(first_line + index))


def _refuse_giants(rows: pl.DataFrame, lines: pl.Series) -> None:
    """A cell longer than any spreadsheet can hold is not a cell of this table."""
    longest = rows.select(pl.max_horizontal(pl.all().str.len_bytes().max())).item() if len(rows) else 0
    if (longest or 0) <= _LONGEST:
        return
    hit = pl.any_horizontal(pl.all().str.len_chars() > _LONGEST).arg_true()
    for index in rows.select(hit.head(1)).to_series():
        raise FileProblem("file.giant_cell", line=str(lines[index]), limit=_LONGEST)


def _refuse_cut_off(read: Table, lines: pl.Series, text: str, separator: str, width: int) -> None:
    """A last line that stops short, where those before it do not, ends in the middle of a file."""
    if text.endswith("\n") or not len(read.lines) or read.lines[-1] != lines[-1]:
        return
    *before, last = (part.count(separator) for part in text[-_HEAD:].rsplit("\n", 20)[1:])
    if before and last < width - 1 <= min(before):
        raise FileProblem("file.cut_off", line=str(lines[-1]))


def _slow_rows(body: str, separator: str, width: int, first_line: int):
    """Line by line, for files in which some line has more cells than the header."""
    rows, too_long = [], []
    try:
        for number, row in enumerate(_records(body, separator), first_line):
            if any(cell.strip() for cell in row[width:]):
                too_long.append(number)
            rows.append((row + [""] * width)[:width])
    except csv.Error as error:  # a cell longer than any: a quote that nothing closes
        raise FileProblem("file.open_quote", line=str(first_line + len(rows))) from error
    return frame(rows, width), tuple(too_long)


def _after_records(text: str, separator: str, count: int) -> str:
    """The text after the first `count` records (a record may hold line breaks in quotes)."""
    stream = io.StringIO(text[:_HEAD])
    reader = csv.reader(iter(stream.readline, ""), delimiter=separator)
    for _ in range(count):
        next(reader)
    return text[stream.tell() :]
