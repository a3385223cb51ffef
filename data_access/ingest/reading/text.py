"""The table in a text file: its delimiter, and its lines read by Polars wherever they are plain."""

import csv
import io
import re
from codecs import BOM_UTF8
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
_PIECE = 16_000_000  # bytes read at a time
_LONGEST = 32_767  # characters of a cell, as in a spreadsheet
_SEP = re.compile(r'"?sep=([^"\n])"?[ \t,;]*\n', re.IGNORECASE)


def table(content: bytes) -> Table:
    """The table in a CSV, or in an HTML page called a spreadsheet; FileProblem if there is none."""
    text, notes = decode(content)
    text = text.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if b"\r" in text else text
    begin = len(BOM_UTF8) if text.startswith(BOM_UTF8) else 0
    start = text[begin : begin + 4 * _HEAD].decode(errors="ignore")[:_HEAD]
    if html.is_markup(start):
        return layout.table(html.grid(text[begin:].decode(), notes))
    # Excel takes the line for itself: the next one is line 1.
    said = _SEP.match(start)
    skipped = start[: said.end()] if said else ""
    start = start[len(skipped) :]
    separator, head = _head(start, said[1] if said and said[1].isascii() else None)
    found = header.find(head)
    width = max(len(row) for row in head[found.first : found.after])
    if width > header.WIDEST:
        raise FileProblem("file.too_wide", limit=header.WIDEST)
    above = skipped + _records_as_written(start, separator, found.after)
    rows, too_long = _rows(text, begin + len(above.encode()), separator, found.after, width)
    lines = numbered(found.after + 1, len(rows))
    _refuse_giants(rows, lines)
    read = layout.framed(found, head, rows, lines, too_long, notes)
    _refuse_cut_off(read, lines, text, separator.encode(), width)
    return replace(read, delimiter=separator)


def _head(start: str, separator: str | None) -> tuple[str, list[list[str]]]:
    """The delimiter that shows most known headers, if the file does not say it, and the first records.

    Not the most frequent mark: a name may hold more commas than its line has semicolons.
    """
    heads: dict[str, list[list[str]]] = {mark: [] for mark in (separator or ",;\t|")}
    for mark, records in heads.items():
        with suppress(csv.Error):  # an open quote: told when the lines are read
            for record in islice(_records(start, mark), header.LOOK_FOR_HEADER):
                records.append(record)
    best = max(heads, key=lambda mark: max(header.scores(heads[mark]), default=0))
    return best, heads[best]


def _records(text: str, separator: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text), delimiter=separator)


def _rows(
    text: bytes, at: int, separator: str, skip: int, width: int
) -> tuple[pl.DataFrame, tuple[int, ...]]:
    """The records from a place on, after the first `skip`, and the lines of those that have more cells than
    the header."""
    if not (text[at : at + _HEAD].strip() or text[at:].strip()):
        return frame([], width), ()
    schema = {f"c{i}": pl.String for i in range(width)}
    try:
        parsed = [
            pl.read_csv(
                piece, has_header=False, infer_schema=False, separator=separator,
                schema=schema, raise_if_empty=False, missing_columns="insert",
            )
            for piece in _pieces(text, at)
        ]  # fmt: skip
        rows, too_long = pl.concat(parsed), ()
    except (pl.exceptions.PolarsError, TypeError):
        rows, too_long = _slow_rows(text[at:].decode(), separator, width, skip + 1)
    if text.count(b"\n", at) + (not text.endswith(b"\n")) > len(rows):
        _refuse_swallowed(rows, separator, skip + 1)
    return rows, too_long


def _pieces(text: bytes, at: int) -> Iterator[bytes]:
    """The text from a place on, cut at ends of lines, so that no copy of a large file is made; whole where a
    line may break within quotes."""
    while at < len(text):
        end = -1 if text.find(b'"', at) >= 0 else text.find(b"\n", at + _PIECE)
        end = end + 1 or len(text)
        yield text[at:end]
        at = end


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


def _refuse_cut_off(read: Table, lines: pl.Series, text: bytes, separator: bytes, width: int) -> None:
    """A last line that stops short, where those before it do not, ends in the middle of a file."""
    if text.endswith(b"\n") or not len(read.lines) or read.lines[-1] != lines[-1]:
        return
    *before, last = (part.count(separator) for part in text[-_HEAD:].rsplit(b"\n", 20)[1:])
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


def _records_as_written(start: str, separator: str, count: int) -> str:
    """The first `count` records (a record may hold line breaks in quotes)."""
    stream = io.StringIO(start)
    reader = csv.reader(iter(stream.readline, ""), delimiter=separator)
    for _ in range(count):
        next(reader)
    return start[: stream.tell()]
