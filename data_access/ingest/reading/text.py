"""The table in a text file: its delimiter, and its lines read by Polars wherever they are plain."""

import csv
import io
import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice

import polars as pl

from data_access.errors import FileProblem
from data_access.ingest.reading import layout
from data_access.ingest.reading.encodings import decode
from data_access.ingest.reading.grid import Table, frame, numbered

_HEAD = 200_000  # characters in which the header must stand


def table(content: bytes) -> Table:
    """The table in a CSV; FileProblem if there is none that can be read."""
    text = decode(content)
    text = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
    if "\x00" in text:
        raise FileProblem("file.not_a_table")
    separator, head = _head(text)
    at = layout.header_at(head)
    header = tuple(cell.strip() for cell in head[at])
    rows, too_long = _rows(text, separator, at, len(header), at + 2)
    return Table(layout.titles(head[:at]), header, rows, numbered(at + 2, len(rows)), too_long)


def _head(text: str) -> tuple[str, list[list[str]]]:
    """The delimiter that shows most known headers, and the first records read with it.

    Not the most frequent mark: a name may hold more commas than its line has semicolons.
    """
    heads: dict[str, list[list[str]]] = {mark: [] for mark in ",;\t|"}
    for mark, records in heads.items():
        with suppress(csv.Error):  # an open quote: told when the lines are read
            for record in islice(_records(text[:_HEAD], mark), layout.LOOK_FOR_HEADER):
                records.append(record)
    separator = max(heads, key=lambda mark: max(layout.scores(heads[mark]), default=0))
    return separator, heads[separator]


def _records(text: str, separator: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text), delimiter=separator)


def _rows(text: str, separator: str, at: int, width: int, first_line: int):
    body = _after_record(text, separator, at)
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
        rows, too_long = _slow_rows(body, separator, width, first_line)
    if body.count("\n") + (not body.endswith("\n")) > len(rows):
        _refuse_swallowed(rows, separator, first_line)
    return rows, too_long


def _refuse_swallowed(rows: pl.DataFrame, separator: str, first_line: int) -> None:
    """A quote that nothing closes makes one cell of all lines up to the next quote: their dossiers would
    be missing from the month, and nobody told."""
    another_line = rf"\n(?:[^\n]*{re.escape(separator)}){{{max(1, rows.width - 1)}}}"
    hit = pl.any_horizontal(pl.all().str.contains(another_line)).arg_true()
    for index in rows.select(hit.head(1)).to_series():
        raise FileProblem("file.open_quote", line=str(first_line + index))


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


def _after_record(text: str, separator: str, count: int) -> str:
    """The text after the first `count` + 1 records (a record may hold line breaks in quotes)."""
    stream = io.StringIO(text)
    reader = csv.reader(iter(stream.readline, ""), delimiter=separator)
    for _ in range(count + 1):
        next(reader)
    return text[stream.tell() :]
